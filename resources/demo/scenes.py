#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the moving scenes of the demo clips and writes raw RGB frames to standard output.

usage: scenes.py SCENE WIDTH HEIGHT FRAMES
A scene is a small world of boxes, spheres and flat polygons seen by a fixed camera; its motion repeats after FRAMES,
so that the clip loops without a jump. Needs python3-numpy and python3-pil of Debian. Same input, same bytes.
"""
import math
import sys

import numpy as np
from PIL import Image, ImageDraw

SUPERSAMPLING = 2
LIGHT = np.array([0.45, -0.55, 0.75])
LIGHT = LIGHT / np.linalg.norm(LIGHT)


class Camera:
    def __init__(self, eye, target, fov, width, height):
        self.eye = np.array(eye, float)
        forward = np.array(target, float) - self.eye
        self.forward = forward / np.linalg.norm(forward)
        right = np.cross(self.forward, [0, 0, 1])
        self.right = right / np.linalg.norm(right)
        self.up = np.cross(self.right, self.forward)
        self.scale = width / 2 / math.tan(math.radians(fov) / 2)
        self.cx, self.cy = width / 2, height / 2

    def view(self, point):
        d = np.asarray(point, float) - self.eye
        return d @ self.right, d @ self.up, d @ self.forward

    def polygon(self, points, near=0.3):
        """Projects a polygon, cut at the near plane; fewer than 3 points = not visible."""
        seen = [self.view(p) for p in points]
        cut = []
        for i, a in enumerate(seen):
            b = seen[(i + 1) % len(seen)]
            if a[2] > near:
                cut.append(a)
            if (a[2] > near) != (b[2] > near):
                t = (near - a[2]) / (b[2] - a[2])
                cut.append(tuple(a[k] + t * (b[k] - a[k]) for k in range(3)))
        return [(self.cx + self.scale * x / z, self.cy - self.scale * y / z) for x, y, z in cut]


class World:
    """What is drawn in one frame: flats in the order they were added, then solids from far to near."""

    def __init__(self):
        self.flats = []
        self.solids = []

    def flat(self, points, colour):
        self.flats.append(([tuple(p) if len(p) == 3 else (p[0], p[1], 0.0) for p in points], colour))

    def rect(self, x0, y0, x1, y1, colour, z=0.0):
        self.flat([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], colour)

    def box(self, x, y, z, sx, sy, sz, colour, yaw=0.0, shadow=True):
        c, s = math.cos(yaw), math.sin(yaw)
        base = [(x + c * dx - s * dy, y + s * dx + c * dy) for dx, dy in
                ((-sx / 2, -sy / 2), (sx / 2, -sy / 2), (sx / 2, sy / 2), (-sx / 2, sy / 2))]
        low = [(px, py, z) for px, py in base]
        high = [(px, py, z + sz) for px, py in base]
        self.solids.append(('box', low, high, colour))
        if shadow:
            k = (z + sz) / LIGHT[2]
            cast = [(px - LIGHT[0] * k, py - LIGHT[1] * k, 0.01) for px, py in base]
            for i in range(4):
                j = (i + 1) % 4
                self.flat([(*base[i], 0.01), (*base[j], 0.01), cast[j], cast[i]], (0, 0, 0, 38))

    def sphere(self, x, y, z, radius, colour):
        self.solids.append(('sphere', (x, y, z), radius, colour))

    def car(self, x, y, yaw, colour, van=False):
        c, s = math.cos(yaw), math.sin(yaw)

        def part(dx, dy, z, sx, sy, sz, col, shadow=False):
            self.box(x + c * dx - s * dy, y + s * dx + c * dy, z, sx, sy, sz, col, yaw, shadow)
        for dx in (-1.35, 1.35):
            for dy in (-0.82, 0.82):
                part(dx, dy, 0, 0.6, 0.2, 0.6, (22, 22, 26))
        if van:
            part(0, 0, 0.35, 4.8, 1.9, 1.0, colour, True)
            part(-0.45, 0, 1.35, 3.9, 1.8, 0.9, tuple(int(v * 0.96) for v in colour))
            part(1.35, 0, 1.4, 0.4, 1.7, 0.6, (50, 62, 78))
        else:
            part(0, 0, 0.32, 4.3, 1.76, 0.62, colour, True)
            part(-0.25, 0, 0.94, 2.3, 1.55, 0.26, (46, 58, 74))
            part(-0.3, 0, 1.2, 1.9, 1.45, 0.22, colour)
        for dy in (-0.6, 0.6):
            part(2.17, dy, 0.55, 0.08, 0.34, 0.2, (255, 248, 214))
            part(-2.17, dy, 0.6, 0.08, 0.34, 0.2, (196, 30, 30))

    def person(self, x, y, phase, yaw, shirt, trousers=(40, 44, 62)):
        swing = math.sin(2 * math.pi * phase) * 0.28
        c, s = math.cos(yaw), math.sin(yaw)
        self.box(x + c * swing, y + s * swing - 0.1, 0, 0.2, 0.18, 0.85, trousers, yaw, False)
        self.box(x - c * swing, y - s * swing + 0.1, 0, 0.2, 0.18, 0.85, trousers, yaw, False)
        self.box(x, y, 0.82, 0.32, 0.52, 0.66, shirt, yaw)
        self.box(x - c * swing * 0.8, y - s * swing * 0.8 - 0.32 * c, 0.86, 0.14, 0.14, 0.58, shirt, yaw, False)
        self.sphere(x, y, 1.66, 0.15, (224, 180, 150))

    def tree(self, x, y, height=5.0, leaf=(70, 118, 58), sway=0.0):
        self.box(x, y, 0, 0.3, 0.3, height * 0.5, (92, 70, 50))
        for dx, dy, dz, r in ((0, 0, 0.72, 1.3), (0.7, 0.2, 0.6, 0.95), (-0.7, -0.2, 0.62, 1.0), (0.1, 0.3, 0.95, 0.85)):
            self.sphere(x + dx + sway * dz, y + dy, height * dz, r, leaf)

    def lamp(self, x, y, height=6.0):
        self.box(x, y, 0, 0.14, 0.14, height, (120, 124, 130))
        self.box(x + 0.6, y, height, 1.3, 0.26, 0.12, (150, 154, 160), 0, False)

    def draw(self, painter, camera):
        for points, colour in self.flats:
            shape = camera.polygon(points)
            if len(shape) > 2:
                painter.polygon(shape, fill=colour)
        todo = []
        for solid in self.solids:
            if solid[0] == 'sphere':
                todo.append((np.linalg.norm(np.array(solid[1]) - camera.eye), solid))
            else:
                middle = np.mean(np.array(solid[1] + solid[2]), axis=0)
                todo.append((np.linalg.norm(middle - camera.eye), solid))
        for _, solid in sorted(todo, key=lambda entry: -entry[0]):
            if solid[0] == 'sphere':
                self._sphere(painter, camera, solid)
            else:
                self._box(painter, camera, solid)

    @staticmethod
    def _sphere(painter, camera, solid):
        _, centre, radius, colour = solid
        x, y, z = camera.view(centre)
        if z < 0.5:
            return
        px, py, r = camera.cx + camera.scale * x / z, camera.cy - camera.scale * y / z, camera.scale * radius / z
        for k, lift in ((1.0, 0.72), (0.82, 0.88), (0.55, 1.0)):
            shade = tuple(int(v * lift) for v in colour)
            ox, oy = (1 - k) * r * 0.45, -(1 - k) * r * 0.55
            painter.ellipse([px + ox - r * k, py + oy - r * k, px + ox + r * k, py + oy + r * k], fill=shade)

    @staticmethod
    def _box(painter, camera, solid):
        _, low, high, colour = solid
        faces = [(high, (0, 0, 1))]
        for i in range(4):
            j = (i + 1) % 4
            edge = np.array(low[j]) - np.array(low[i])
            faces.append(([low[i], low[j], high[j], high[i]], (edge[1], -edge[0], 0)))
        for points, normal in faces:
            normal = np.array(normal, float)
            normal /= np.linalg.norm(normal) or 1.0
            if normal @ (camera.eye - np.array(points[0])) <= 0:
                continue
            shape = camera.polygon(points)
            if len(shape) < 3:
                continue
            k = 0.52 + 0.48 * max(0.0, float(normal @ LIGHT))
            painter.polygon(shape, fill=tuple(min(255, int(v * k)) for v in colour))


def cycle(t, offset=0.0):
    return (t + offset) % 1.0


def ease(t):
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def yard(world, asphalt, grass):
    world.rect(-120, -120, 120, 160, grass)
    world.rect(-60, -14, 60, 60, asphalt)


def car_park(world, t):
    yard(world, (98, 102, 108), (104, 128, 84))
    colours = [(178, 44, 42), (222, 224, 228), (52, 78, 128), (44, 46, 52), (186, 190, 196), (212, 168, 60), (72, 110, 92)]
    for row, y in enumerate((6, 24)):
        for k in range(-6, 7):
            world.rect(k * 3.0 - 0.06, y - 2.7, k * 3.0 + 0.06, y + 2.7, (226, 226, 220))
        for k in range(-6, 6):
            if (k * 7 + row * 3) % 5 in (0, 2, 3):
                world.car(k * 3.0 + 1.5, y, math.pi / 2, colours[(k * 3 + row) % 7], (k + row) % 6 == 0)
    for k in range(-9, 9):
        world.rect(k * 4.0, 14.9, k * 4.0 + 2.0, 15.1, (214, 214, 206))
    world.car(-40 + 80 * cycle(t), 13.2, 0, (206, 62, 48))
    world.car(40 - 80 * cycle(t, 0.45), 16.9, math.pi, (232, 234, 238), True)
    world.car(-40 + 80 * cycle(t, 0.62), 13.2, 0, (58, 92, 158))
    world.person(-10 + 18 * cycle(t, 0.2), 10.1, t * 14, 0, (214, 150, 48))
    world.person(12 - 15 * cycle(t, 0.7), 20.2, t * 12, math.pi, (88, 122, 168))
    for x in (-24, -12, 0, 12, 24):
        world.tree(x, 33, 5.4, sway=0.12 * math.sin(2 * math.pi * (t * 2 + x)))
    for x in (-18, 18):
        world.lamp(x, 15)
    world.box(0, 46, 0, 70, 10, 9, (186, 172, 156))
    for k in range(-8, 8):
        for level in (1.4, 4.6):
            world.box(k * 4.2 + 2, 40.96, level, 2.4, 0.1, 1.9, (84, 106, 126), 0, False)


def gate(world, t):
    yard(world, (104, 106, 110), (112, 132, 92))
    world.rect(-5, -60, 5, 90, (84, 87, 92))
    for k in range(-12, 20):
        world.rect(-0.09, k * 4, 0.09, k * 4 + 2, (222, 208, 120))
    world.rect(-4.6, 9.4, 4.6, 9.9, (230, 230, 226))
    lift = ease((t - 0.22) * 9) * (1 - ease((t - 0.62) * 8))
    arrival = -26 + 34 * ease(t / 0.24) if t < 0.3 else 8 + 80 * ease((t - 0.34) / 0.4)
    world.car(-2.4, arrival - 2.6, math.pi / 2, (44, 88, 146))
    world.car(2.4, 70 - 110 * cycle(t, 0.1), -math.pi / 2, (220, 222, 226), True)
    world.box(-5.4, 10.4, 0, 0.5, 0.5, 1.15, (232, 178, 38))
    angle = lift * math.radians(82)
    for k in range(9):
        r = 0.3 + k * 0.55
        world.box(-5.2 + r * math.cos(angle), 10.4, 0.95 + r * math.sin(angle), 0.56, 0.1, 0.16,
                  (214, 48, 40) if k % 2 else (240, 240, 236), 0, False)
    world.box(8.6, 11.5, 0, 3.6, 4.4, 3.0, (212, 204, 188))
    world.box(8.6, 11.5, 3.0, 4.4, 5.2, 0.25, (92, 96, 104))
    world.box(6.78, 11.2, 1.1, 0.08, 2.4, 1.1, (76, 104, 128), 0, False)
    world.person(6.0 + 0.3 * math.sin(2 * math.pi * t), 7.6, t * 3, math.pi / 2, (48, 66, 118))
    for k in range(-10, 11):
        if abs(k) > 1:
            world.box(k * 3.2, 15.5, 0, 0.14, 0.14, 2.1, (96, 100, 104))
            world.box(k * 3.2 + 1.6, 15.5, 1.8, 3.2, 0.06, 0.08, (132, 136, 140), 0, False)
            world.box(k * 3.2 + 1.6, 15.5, 0.7, 3.2, 0.06, 0.08, (132, 136, 140), 0, False)
    for x, y in ((-13, 20), (14, 22), (-20, 27), (22, 30), (-9, 38), (10, 44)):
        world.tree(x, y, 5.8, (74, 122, 62), 0.14 * math.sin(2 * math.pi * (t * 2 + y)))
    world.lamp(-7.0, 13)
    world.box(-22, 52, 0, 26, 12, 8, (164, 152, 142))
    world.box(24, 58, 0, 22, 14, 10, (148, 158, 168))


def room(world, width, length, height, floor, wall, ceiling):
    w = width / 2
    world.flat([(-w, 0, height), (w, 0, height), (w, length, height), (-w, length, height)], ceiling)
    world.rect(-w, 0, w, length, floor)
    world.flat([(-w, length, 0), (w, length, 0), (w, length, height), (-w, length, height)], tuple(int(v * 0.86) for v in wall))
    world.flat([(-w, 0, 0), (-w, length, 0), (-w, length, height), (-w, 0, height)], wall)
    world.flat([(w, 0, 0), (w, length, 0), (w, length, height), (w, 0, height)], tuple(int(v * 0.93) for v in wall))


def corridor(world, t, tint=(206, 204, 194)):
    room(world, 3.6, 30, 2.9, (138, 132, 124), tint, (226, 226, 222))
    for k in range(15):
        world.rect(-1.8, k * 2, 1.8, k * 2 + 0.04, (120, 114, 108))
    for k in range(5):
        y = 3 + k * 5.5
        world.flat([(-0.5, y, 2.89), (0.5, y, 2.89), (0.5, y + 1.6, 2.89), (-0.5, y + 1.6, 2.89)], (255, 253, 240))
        world.flat([(-0.55, y, 0.01), (0.55, y, 0.01), (0.55, y + 1.8, 0.01), (-0.55, y + 1.8, 0.01)], (255, 250, 230, 46))
        for side in (-1, 1):
            x = side * 1.79
            world.flat([(x, y + 2, 0), (x, y + 3.1, 0), (x, y + 3.1, 2.1), (x, y + 2, 2.1)], (126, 92, 62))
            world.flat([(x, y + 2.35, 1.2), (x, y + 2.75, 1.2), (x, y + 2.75, 1.8), (x, y + 2.35, 1.8)], (164, 186, 198))
    world.flat([(-0.8, 29.9, 0), (0.8, 29.9, 0), (0.8, 29.9, 2.2), (-0.8, 29.9, 2.2)], (96, 108, 120))
    world.flat([(-0.4, 29.85, 2.3), (0.4, 29.85, 2.3), (0.4, 29.85, 2.55), (-0.4, 29.85, 2.55)], (32, 164, 82))
    back = cycle(t)
    y = 4.5 + 9 * (back * 2 if back < 0.5 else 2 - back * 2)
    world.person(-0.6, y, t * 14, math.pi / 2, (60, 104, 162))
    y = 18 - 9 * ((1 - abs(1 - 2 * cycle(t, 0.3))))
    world.person(0.7, y, t * 16, math.pi / 2, (178, 66, 62))
    world.box(1.4, 9, 0, 0.5, 0.5, 0.9, (88, 110, 92), 0, False)
    world.sphere(1.4, 9, 1.2, 0.45, (66, 120, 66))


def street(world, t):
    world.rect(-140, -60, 140, 200, (124, 122, 116))
    world.rect(-140, 8, 140, 24, (72, 74, 80))
    for k in range(-24, 24):
        world.rect(k * 4.6, 15.85, k * 4.6 + 2.4, 16.1, (226, 224, 214))
    for k in range(8):
        world.rect(-5.6 + k * 1.4, 8.4, -4.9 + k * 1.4, 23.6, (222, 222, 216))
    tones = [(198, 52, 44), (232, 232, 236), (40, 66, 116), (216, 172, 52), (50, 54, 60)]
    for k in range(4):
        world.car(-60 + 120 * cycle(t, k * 0.25), 12, 0, tones[k], k == 2)
        world.car(60 - 120 * cycle(t, k * 0.25 + 0.13), 20, math.pi, tones[(k + 2) % 5], k == 1)
    for k in range(4):
        world.person(-22 + 44 * cycle(t, k * 0.27), 6.4 - (k % 2) * 0.9, t * 20 + k, 0, tones[(k + 1) % 5])
        world.person(20 - 40 * cycle(t, k * 0.31), 26 + (k % 2), t * 18 + k, math.pi, tones[(k + 3) % 5])
    heights = [14, 19, 12, 22, 16, 13, 20]
    walls = [(178, 150, 126), (150, 158, 168), (188, 176, 156), (142, 130, 136), (168, 120, 104), (176, 182, 178), (154, 146, 130)]
    for k in range(7):
        x = -48 + k * 16
        world.box(x, 40, 0, 14.5, 16, heights[k], walls[k], 0, False)
        for level in range(1, heights[k] // 3):
            for c in range(5):
                lit = (k * 13 + level * 7 + c * 5) % 4 == 0
                world.box(x - 5.4 + c * 2.7, 31.9, level * 3 + 0.4, 1.5, 0.12, 1.7, (250, 214, 138) if lit else (76, 90, 106), 0, False)
        world.box(x, 31.8, 0.2, 10, 0.3, 2.4, (94, 112, 124), 0, False)
    for x in (-27, -9, 9, 27):
        world.lamp(x, 25.4, 7)
        world.tree(x + 7, 27.6, 4.6, (84, 116, 60), 0.1 * math.sin(2 * math.pi * (t * 3 + x)))


def warehouse(world, t):
    room(world, 34, 60, 10, (142, 140, 134), (176, 178, 176), (148, 152, 154))
    for k in range(6):
        for x in (-9, 0, 9):
            world.flat([(x - 0.5, 6 + k * 9, 9.9), (x + 0.5, 6 + k * 9, 9.9), (x + 0.5, 9 + k * 9, 9.9), (x - 0.5, 9 + k * 9, 9.9)], (255, 253, 236))
    world.rect(-3.1, 0, -2.95, 60, (232, 190, 40))
    world.rect(2.95, 0, 3.1, 60, (232, 190, 40))
    boxes = [(186, 146, 98), (170, 128, 82), (198, 164, 118), (92, 124, 160), (178, 92, 70)]
    for side in (-1, 1):
        for k in range(9):
            y = 7 + k * 5.6
            x = side * 5.6
            for level in range(3):
                world.box(x, y, level * 2.3, 2.4, 5.2, 0.16, (214, 112, 36), 0, False)
                for c in range(3):
                    if (k * 5 + level * 3 + c + side) % 4:
                        world.box(x, y - 1.7 + c * 1.7, level * 2.3 + 0.16, 1.9, 1.45, 1.2 + 0.3 * ((k + c) % 3), boxes[(k + level * 2 + c) % 5], 0, False)
            world.box(x - side * 1.15, y - 2.7, 0, 0.12, 0.12, 7.0, (44, 78, 140), 0, False)
    run = 1 - abs(1 - 2 * cycle(t))
    y = 9 + 15 * ease(run)
    world.box(-0.9, y, 0.2, 1.3, 2.2, 0.9, (240, 178, 30))
    world.box(-0.9, y - 0.4, 1.1, 1.2, 1.0, 1.1, (58, 60, 64))
    world.box(-0.9, y + 1.2, 0.1, 1.0, 0.14, 3.0, (70, 72, 76), 0, False)
    world.box(-0.9, y + 1.9, 0.3 + 1.2 * ease(cycle(t, 0.5)) * (1 - cycle(t, 0.5)) * 3, 1.1, 1.2, 1.0, (186, 146, 98))
    world.person(1.6, 24 - 10 * (1 - abs(1 - 2 * cycle(t, 0.25))), t * 14, math.pi / 2, (240, 128, 30))


def lobby(world, t):
    room(world, 18, 20, 5, (176, 166, 152), (212, 206, 196), (234, 234, 230))
    for k in range(10):
        world.rect(-9, k * 2, 9, k * 2 + 0.05, (154, 144, 132))
        world.rect(-9 + k * 2, 0, -8.95 + k * 2, 20, (154, 144, 132))
    world.flat([(-4, 19.9, 0.1), (4, 19.9, 0.1), (4, 19.9, 4.2), (-4, 19.9, 4.2)], (168, 204, 226))
    for x in (-4, -2, 0, 2, 4):
        world.box(x, 19.85, 0, 0.12, 0.1, 4.3, (86, 92, 98), 0, False)
    for x in (-7, 7):
        world.flat([(x - 1.2, 19.9, 0), (x + 1.2, 19.9, 0), (x + 1.2, 19.9, 2.6), (x - 1.2, 19.9, 2.6)], (150, 154, 160))
        opening = 1.1 * ease((1 - abs(1 - 2 * cycle(t, 0.5 if x > 0 else 0.1))) * 2 - 0.8)
        world.flat([(x - opening, 19.88, 0), (x + opening, 19.88, 0), (x + opening, 19.88, 2.5), (x - opening, 19.88, 2.5)], (60, 56, 50))
    world.box(-5.6, 11, 0, 4.4, 1.2, 1.1, (122, 88, 60))
    world.box(-5.6, 11, 1.1, 4.7, 1.5, 0.1, (226, 222, 214), 0, False)
    world.person(-5.6, 12.4, 0.1 * math.sin(2 * math.pi * t), math.pi / 2, (52, 58, 92))
    for x, y in ((6.4, 8), (6.4, 11.5)):
        world.box(x, y, 0, 1.2, 2.6, 0.5, (120, 52, 52))
        world.box(x + 0.6, y, 0, 0.3, 2.6, 1.1, (104, 44, 44), 0, False)
    shirts = [(198, 72, 60), (62, 116, 178), (226, 186, 84), (92, 138, 96)]
    for k in range(4):
        p = cycle(t, k * 0.25)
        y = 5 + 9 * (1 - abs(1 - 2 * p))
        world.person(-2.6 + k * 1.7 + 0.9 * math.sin(2 * math.pi * p), y, t * 14 + k, math.pi / 2, shirts[k])
    world.box(8, 16.5, 0, 0.7, 0.7, 0.7, (150, 146, 138))
    world.sphere(8, 16.5, 1.3, 0.75, (70, 126, 70))


def dock(world, t):
    yard(world, (112, 112, 110), (118, 126, 96))
    world.box(0, 30, 0, 60, 14, 8.5, (158, 166, 174))
    for k in range(4):
        x = -18 + k * 12
        world.box(x, 22.9, 1.1, 5, 0.3, 4.4, (70, 78, 88), 0, False)
        world.box(x, 22.6, 0, 5.6, 0.8, 1.1, (196, 160, 40))
        lift = ease((1 - abs(1 - 2 * cycle(t, k * 0.23))) * 1.6 - 0.3) if k != 1 else 1.0
        world.box(x, 22.7, 1.15 + 3.9 * lift, 4.6, 0.2, max(0.1, 4.2 * (1 - lift)), (204, 208, 212), 0, False)
        for s in (-3, 3):
            world.rect(x + s - 0.1, 6, x + s + 0.1, 22, (222, 220, 210))

    def lorry(x, y, cab):
        world.box(x, y + 2.5, 0.9, 2.6, 9, 3.1, (230, 232, 234))
        world.box(x, y - 3.4, 0.5, 2.5, 2.2, 2.7, cab)
        world.box(x, y - 4.46, 1.9, 2.2, 0.1, 1.0, (48, 60, 76), 0, False)
        for dy in (-3.4, 4, 5.4):
            for dx in (-1.1, 1.1):
                world.box(x + dx, y + dy, 0, 0.4, 1.0, 1.0, (24, 24, 28), 0, False)
    lorry(-6, 15, (38, 92, 156))
    p = 1 - abs(1 - 2 * cycle(t))
    lorry(6, -4 + 19 * ease(p), (186, 48, 40))
    world.car(-50 + 100 * cycle(t, 0.4), 2.5, 0, (214, 216, 220), True)
    world.person(0.4, 6 + 12 * (1 - abs(1 - 2 * cycle(t, 0.6))), t * 12, math.pi / 2, (240, 132, 32))
    world.person(-12 + 10 * (1 - abs(1 - 2 * cycle(t, 0.1))), 19.5, t * 12, 0, (240, 200, 40))
    world.lamp(-24, 12, 8)
    world.lamp(24, 12, 8)


def fence(world, t):
    world.rect(-120, -40, 120, 200, (92, 96, 90))
    world.rect(-120, 16, 120, 22, (120, 122, 118))
    for k in range(-14, 15):
        world.box(k * 3, 12, 0, 0.14, 0.14, 2.6, (170, 172, 170))
        for h in (0.3, 0.9, 1.5, 2.1, 2.5):
            world.box(k * 3 + 1.5, 12, h, 3.0, 0.03, 0.04, (186, 188, 186), 0, False)
    world.person(-17 + 34 * cycle(t), 18.2, t * 20, 0, (150, 150, 148), (90, 90, 90))
    world.car(60 - 120 * cycle(t, 0.55), 20, math.pi, (196, 196, 196), True)
    world.box(-3.4 + 5 * (1 - abs(1 - 2 * cycle(t, 0.2))), 8.5, 0, 0.55, 0.2, 0.32, (120, 120, 118))
    for x, y, h in ((-19, 30, 7), (-11, 34, 6), (-2, 31, 7.5), (8, 35, 6), (17, 30, 7), (27, 36, 8)):
        world.tree(x, y, h, (104, 110, 102), 0.35 * math.sin(2 * math.pi * (2 * t + x)))
    world.box(30, 44, 0, 20, 10, 7, (136, 138, 136))
    world.lamp(-8, 24, 7)


DAY = ((142, 178, 214), (206, 220, 230))
EVENING = ((70, 76, 118), (226, 158, 122))
NIGHT = ((24, 26, 28), (58, 60, 60))
DUSK = ((96, 112, 142), (196, 190, 188))
# name: world, eye, target, field of view, sky (top, horizon), tint, grey
SCENES = {
    'car-park': (car_park, (-13, -11, 9), (1, 15, 0), 62, DAY, (1.0, 1.0, 1.0), False),
    'gate': (gate, (-7.5, -7, 5.0), (0.5, 12, 0.8), 66, DAY, (1.03, 1.0, 0.95), False),
    'corridor': (corridor, (0.9, 0.6, 2.6), (-0.2, 12, 0.9), 74, DAY, (1.0, 0.99, 0.95), False),
    'street': (street, (-14, -7, 8.5), (2, 20, 2.5), 64, EVENING, (0.92, 0.84, 0.84), False),
    'warehouse': (warehouse, (3.2, 0.8, 6.2), (-0.6, 20, 1.2), 68, DAY, (1.0, 1.0, 0.97), False),
    'lobby': (lobby, (6.5, 0.6, 4.3), (-1.4, 11, 0.6), 76, DAY, (1.04, 1.0, 0.93), False),
    'dock': (dock, (-20, -9, 9.5), (0, 15, 1.5), 62, DUSK, (0.97, 0.99, 1.04), False),
    'fence': (fence, (-8, -3, 4.4), (3, 18, 1.0), 64, NIGHT, (0.8, 0.84, 0.8), True),
    'car-park-exit': (car_park, (22, 3, 6.5), (-6, 19, 0), 60, DUSK, (0.94, 0.98, 1.06), False),
    'corridor-east': (lambda w, t: corridor(w, (1 - t) % 1.0, (176, 196, 204)), (-1.2, 0.6, 2.7), (0.3, 10, 0.8), 78, DAY, (0.94, 1.0, 1.04), False),
    'street-corner': (street, (20, -5, 5.5), (-8, 19, 2.5), 66, DAY, (1.0, 1.0, 1.0), False),
    'warehouse-north': (warehouse, (-7.5, 1.0, 8.6), (2.0, 24, 0.4), 66, DAY, (0.96, 0.99, 1.03), False),
    'car-park-roof': (car_park, (4, -14, 14), (-2, 17, 0), 68, DAY, (1.02, 1.0, 0.97), False),
    'gate-wide': (gate, (11, -12, 8), (-2, 16, 0.5), 66, DUSK, (0.98, 0.98, 1.02), False),
}


def backdrop(width, height, sky):
    top, horizon = np.array(sky[0], float), np.array(sky[1], float)
    rows = np.minimum(1.0, np.arange(height) / (height * 0.45))[:, None]
    picture = np.repeat((top + (horizon - top) * rows)[:, None, :], width, axis=1)
    return Image.fromarray(picture.astype(np.uint8))


def main():
    name, width, height, frames = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    build, eye, target, fov, sky, tint, grey = SCENES[name]
    big = (width * SUPERSAMPLING, height * SUPERSAMPLING)
    # Four to three pictures show less to the sides than wide ones from the same place.
    camera = Camera(eye, target, fov, *big)
    chance = np.random.default_rng(sum(name.encode()))
    grain = chance.normal(0, 1, (height // 2, width // 2))
    texture = np.asarray(Image.fromarray(grain.astype(np.float32)).resize((width, height), Image.BICUBIC)) * 3.2
    noise = [chance.normal(0, 1.1, (height, width)).astype(np.float32) for _ in range(6)]
    ys, xs = np.mgrid[0:height, 0:width]
    distance = ((xs / width - 0.5) ** 2 + (ys / height - 0.5) ** 2) * 2
    vignette = (1 - 0.30 * distance)[:, :, None].astype(np.float32) * np.array(tint, np.float32)
    sky_picture = backdrop(*big, sky)
    for index in range(frames):
        image = sky_picture.copy()
        world = World()
        build(world, index / frames)
        world.draw(ImageDraw.Draw(image, 'RGBA'), camera)
        pixels = np.asarray(image.reduce(SUPERSAMPLING), np.float32)
        if grey:
            pixels = np.repeat((pixels @ np.array([0.3, 0.59, 0.11], np.float32))[:, :, None], 3, axis=2)
        pixels = pixels * vignette + (texture + noise[index % len(noise)])[:, :, None]
        sys.stdout.buffer.write(np.clip(pixels, 0, 255).astype(np.uint8).tobytes())


if __name__ == '__main__':
    main()
