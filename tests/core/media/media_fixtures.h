// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"
#include "core/media/picture.h"

#include <QFile>
#include <QList>
#include <QtTest>

#include <cstdlib>
#include <cstring>
#include <utility>

/// The clips of data/ cut into frames, without the code under test.
namespace opsdeck::media::fixtures {

constexpr int kClipFrames = 12;
constexpr int kKeyInterval = 6;

inline QByteArray readClip(const char *name)
{
    QFile file(QStringLiteral(OPSDECK_SOURCE_DIR "/tests/core/media/data/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Cuts before every occurrence of `mark`.
inline QList<QByteArray> cutBefore(const QByteArray &bytes, const QByteArray &mark)
{
    QList<QByteArray> parts;
    qsizetype begin = bytes.indexOf(mark);
    while (begin >= 0) {
        const qsizetype end = bytes.indexOf(mark, begin + mark.size());
        parts.append(bytes.mid(begin, end < 0 ? -1 : end - begin));
        begin = end;
    }
    return parts;
}

/// A frame of MPEG-4 ends with its VOP (B6).
inline QList<QByteArray> cutMpeg4(const QByteArray &bytes)
{
    const QByteArray code("\0\0\1", 3);
    QList<QByteArray> parts;
    QByteArray current;
    for (const QByteArray &unit : cutBefore(bytes, code)) {
        current += unit;
        if (static_cast<uchar>(unit.at(3)) == 0xb6)
            parts.append(std::exchange(current, QByteArray()));
    }
    return parts;
}

inline QList<EncodedFrame> clip(VideoCodec codec, const char *name = nullptr)
{
    QList<QByteArray> parts;
    switch (codec) {
    case VideoCodec::H264:
        parts = cutBefore(readClip(name ? name : "blocks.h264"), QByteArray("\0\0\0\1\x09", 5));
        break;
    case VideoCodec::H265:
        parts = cutBefore(readClip(name ? name : "blocks.h265"), QByteArray("\0\0\0\1\x46\1", 6));
        break;
    case VideoCodec::Mpeg4:
        parts = cutMpeg4(readClip(name ? name : "blocks.m4v"));
        break;
    default:
        parts = cutBefore(readClip(name ? name : "blocks.mjpeg"), QByteArray("\xff\xd8\xff", 3));
        break;
    }
    QList<EncodedFrame> frames;
    for (const QByteArray &part : parts) {
        EncodedFrame frame;
        const bool key = codec == VideoCodec::Jpeg || frames.size() % kKeyInterval == 0;
        frame.kind = key ? EncodedFrame::Kind::Key : EncodedFrame::Kind::Delta;
        frame.videoCodec = codec;
        frame.framesPerSecond = key ? 25 : 0;
        frame.payload = part;
        frames.append(frame);
    }
    return frames;
}

struct Argb {
    int alpha = 0;
    int red = 0;
    int green = 0;
    int blue = 0;

    /// Coding and colour conversion may move each channel by this much.
    bool isNear(int r, int g, int b, int tolerance = 14) const
    {
        return alpha == 255 && std::abs(red - r) <= tolerance && std::abs(green - g) <= tolerance &&
               std::abs(blue - b) <= tolerance;
    }
    QByteArray text() const
    {
        return "a=" + QByteArray::number(alpha) + " r=" + QByteArray::number(red) +
               " g=" + QByteArray::number(green) + " b=" + QByteArray::number(blue);
    }
};

inline Argb pixel(const Picture &picture, int x, int y)
{
    quint32 value = 0;
    std::memcpy(&value, picture.pixels.get() + y * picture.bytesPerLine + x * 4, sizeof value);
    return {int(value >> 24), int(value >> 16 & 0xff), int(value >> 8 & 0xff), int(value & 0xff)};
}

/// The grey of frame `index` of a clip, 0–11.
inline int greyOf(int index)
{
    return 40 + 12 * index;
}

/// Whether the picture shows the clip's blocks; `index` < 0 = any frame.
inline QByteArray whatIsWrong(const Picture &picture, int index)
{
    if (picture.isNull())
        return "no picture";
    const int left = picture.size.width() / 4;
    const int right = picture.size.width() * 3 / 4;
    const int top = picture.size.height() / 4;
    const int bottom = picture.size.height() * 3 / 4;
    if (const Argb p = pixel(picture, left, top); !p.isNear(220, 20, 20))
        return "left top: " + p.text();
    if (const Argb p = pixel(picture, right, top); !p.isNear(20, 180, 20))
        return "right top: " + p.text();
    if (const Argb p = pixel(picture, left, bottom); !p.isNear(20, 20, 220))
        return "left bottom: " + p.text();
    const Argb p = pixel(picture, right, bottom);
    if (index >= 0 && !p.isNear(greyOf(index), greyOf(index), greyOf(index), 5))
        return "right bottom: " + p.text();
    return {};
}

} // namespace opsdeck::media::fixtures
