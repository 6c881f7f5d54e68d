// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, wheel and keys do on the wall: select, move, zoom, pan, leave. Painting is in wall_view.cpp.
#include "core/media/crop.h"
#include "ui/systems/dvr/wall_view.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>

#include <cmath>

namespace opsdeck::dvr {

namespace {

/// One notch of the wheel.
constexpr double kZoomStep = 1.25;

} // namespace

// --- Mouse ---------------------------------------------------------------------------------------------------

void WallView::mousePressEvent(QMouseEvent *event)
{
    // Another button gives up what the left one drags.
    if (m_grip.kind == Grip::Kind::Moving || m_grip.kind == Grip::Kind::Panning)
        return endGrip();
    const int tile = m_layout.tileAt(device(event->position()));
    if (tile < 0)
        return;
    m_wall.select(tile);
    if (event->button() == Qt::LeftButton && !m_wall.tile(tile).channel.isNull())
        m_grip = {Grip::Kind::Pressed, tile, event->position(), m_wall.tile(tile).crop};
}

void WallView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip.kind == Grip::Kind::None || !(event->buttons() & Qt::LeftButton))
        return;
    const QPointF moved = event->position() - m_grip.from;
    if (m_grip.kind == Grip::Kind::Pressed) {
        if (moved.manhattanLength() < QGuiApplication::styleHints()->startDragDistance())
            return;
        m_grip.kind = m_wall.tile(m_grip.tile).isZoomed() ? Grip::Kind::Panning : Grip::Kind::Moving;
        if (m_wall.enlarged() >= 0 && m_grip.kind == Grip::Kind::Moving)
            m_grip.kind = Grip::Kind::Pressed;
        else
            setCursor(Qt::ClosedHandCursor);
    }
    if (m_grip.kind == Grip::Kind::Panning)
        pan(m_grip.tile, m_grip.crop, moved);
    else if (m_grip.kind == Grip::Kind::Moving)
        setDropTarget(m_layout.tileAt(device(event->position())));
}

void WallView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int to = m_layout.tileAt(device(event->position()));
    const Grip grip = m_grip;
    endGrip();
    if (grip.kind == Grip::Kind::Moving && to >= 0 && to != grip.tile) {
        m_wall.swap(grip.tile, to);
        m_wall.select(to);
    }
}

void WallView::endGrip()
{
    if (m_grip.kind == Grip::Kind::Moving || m_grip.kind == Grip::Kind::Panning)
        unsetCursor();
    if (m_grip.kind == Grip::Kind::Moving)
        setDropTarget(-1);
    m_grip = Grip();
}

void WallView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int tile = m_layout.tileAt(device(event->position()));
    if (tile >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT tileActivated(tile);
}

void WallView::wheelEvent(QWheelEvent *event)
{
    const int tile = m_layout.tileAt(device(event->position()));
    const double notches = event->angleDelta().y() / 120.0;
    if (tile < 0 || notches == 0 || m_wall.tile(tile).picture.isNull()) {
        event->ignore();
        return;
    }
    m_wall.select(tile);
    zoom(tile, std::pow(kZoomStep, notches), shareOf(tile, event->position()));
    event->accept();
}

// --- Digital zoom --------------------------------------------------------------------------------------------

/// Where a point lies on the tile's picture, 0–1.
QPointF WallView::shareOf(int tile, const QPointF &logical) const
{
    const QRect &at = m_faces[std::size_t(tile)].pictureAt;
    if (at.isEmpty())
        return QPointF(0.5, 0.5);
    const double scale = m_scale > 0 ? m_scale : 1;
    return QPointF(std::clamp((logical.x() * scale - at.x()) / at.width(), 0.0, 1.0),
                   std::clamp((logical.y() * scale - at.y()) / at.height(), 0.0, 1.0));
}

/// @param at what stays where it is, share of the picture that is shown.
void WallView::zoom(int tile, double factor, QPointF at)
{
    const QRectF before = m_wall.tile(tile).crop;
    const double width = std::clamp(before.width() / factor, media::kSmallestPart, 1.0);
    const double height = std::clamp(before.height() / factor, media::kSmallestPart, 1.0);
    setCrop(tile, QRectF(before.x() + at.x() * (before.width() - width),
                         before.y() + at.y() * (before.height() - height), width, height));
}

/// @param by logical pixels, as the hand moved.
void WallView::pan(int tile, QRectF from, QPointF by)
{
    const QRect at = pictureArea(tile);
    if (!at.isEmpty())
        setCrop(tile,
                from.translated(-by.x() / at.width() * from.width(), -by.y() / at.height() * from.height()));
}

void WallView::setCrop(int tile, const QRectF &part)
{
    m_wall.setCrop(tile, part);
    // At once, of what is there; the sharp picture follows with the next frame.
    m_faces[std::size_t(tile)].still = QImage();
    update(logical(m_faces[std::size_t(tile)].pictureBox));
}

// --- Keys ----------------------------------------------------------------------------------------------------

/// Esc: one step back. False when there is nothing of ours to leave.
bool WallView::leaveSomething()
{
    if (m_grip.kind == Grip::Kind::Moving)
        endGrip();
    else if (m_wall.tile(m_wall.selected()).replay)
        Q_EMIT replayEndWanted(m_wall.selected());
    else if (m_wall.enlarged() >= 0)
        m_wall.restore();
    else
        return false;
    return true;
}

bool WallView::keyWithModifiers(QKeyEvent *event)
{
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-1, 0};
        break;
    case Qt::Key_Right:
        step = {1, 0};
        break;
    case Qt::Key_Up:
        step = {0, -1};
        break;
    case Qt::Key_Down:
        step = {0, 1};
        break;
    default:
        return false;
    }
    const int tile = m_wall.selected();
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::ShiftModifier && m_wall.tile(tile).isZoomed()) {
        constexpr double kPanStep = 0.1;
        const QRectF crop = m_wall.tile(tile).crop;
        setCrop(tile,
                crop.translated(step.x() * kPanStep * crop.width(), step.y() * kPanStep * crop.height()));
        return true;
    }
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier) && m_wall.enlarged() < 0) {
        const int to = m_layout.neighbour(tile, step.x(), step.y());
        m_wall.swap(tile, to);
        m_wall.select(to);
        return true;
    }
    if (modifiers == Qt::NoModifier) {
        m_wall.select(m_layout.neighbour(tile, step.x(), step.y()));
        return true;
    }
    return false;
}

void WallView::keyPressEvent(QKeyEvent *event)
{
    if (keyWithModifiers(event))
        return;
    const int tile = m_wall.selected();
    switch (event->key()) {
    case Qt::Key_Home:
        return m_wall.select(0);
    case Qt::Key_End:
        return m_wall.select(m_layout.tiles() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // A key that is held down must not flicker between large and small.
        if (!event->isAutoRepeat())
            Q_EMIT tileActivated(tile);
        return;
    case Qt::Key_Delete:
        Q_EMIT clearWanted(tile);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(tile, kZoomStep, QPointF(0.5, 0.5));
    case Qt::Key_Minus:
        return zoom(tile, 1 / kZoomStep, QPointF(0.5, 0.5));
    case Qt::Key_0:
        return setCrop(tile, media::kWholePicture);
    case Qt::Key_Escape:
        if (!leaveSomething())
            QWidget::keyPressEvent(event);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace opsdeck::dvr
