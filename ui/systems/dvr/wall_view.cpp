// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_view.h"

#include "ui/kit/plain_tool_tip.h"
#include "ui/kit/site_node.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace opsdeck::dvr {

using Color = kit::Theme::Color;

namespace {

/// Its pictures are painted as they come: live, or the replay's.
bool isMoving(const Wall::Tile &tile)
{
    return tile.replay || tile.state.kind == TileState::Kind::Live;
}

} // namespace

WallView::WallView(Wall &wall, const kit::Theme &theme, const base::Clock &clock, Describe describe,
                   QWidget *parent)
    : QWidget(parent)
    , m_wall(wall)
    , m_theme(theme)
    , m_clock(clock)
    , m_describe(std::move(describe))
    , m_faces(Wall::kMaximumTiles)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setObjectName(QStringLiteral("wallView"));
    setAccessibleName(tr("Video wall"));
    m_paceTimer.setSingleShot(true);
    m_paceTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_paceTimer, &QTimer::timeout, this, &WallView::collectNow);
    connect(&m_wall, &Wall::picturesReady, this, &WallView::collectSoon);
    connect(&m_wall, &Wall::tileChanged, this, &WallView::refresh);
    const auto layOutAnew = [this] {
        endGrip();
        layOut();
        update();
    };
    connect(&m_wall, &Wall::tileCountChanged, this, layOutAnew);
    connect(&m_wall, &Wall::enlargedChanged, this, layOutAnew);
    connect(&m_wall, &Wall::selectedChanged, this, [this](int index, int before) {
        for (const int tile : {index, before}) {
            if (tile < m_layout.tiles()) {
                refresh(tile);
                m_faces[std::size_t(tile)].caption = QImage();
                update(logical(frameRect(tile)));
            }
        }
        describeSelection();
    });
}

// --- Geometry ------------------------------------------------------------------------------------------------

QRect WallView::logical(const QRect &device) const
{
    const qreal scale = m_scale > 0 ? m_scale : 1;
    return QRectF(device.x() / scale, device.y() / scale, device.width() / scale, device.height() / scale)
        .toAlignedRect();
}

QPoint WallView::device(const QPointF &logical) const
{
    const qreal scale = m_scale > 0 ? m_scale : 1;
    return QPoint(int(std::floor(logical.x() * scale)), int(std::floor(logical.y() * scale)));
}

/// The device pixels a logical rectangle touches.
QRect WallView::deviceRect(const QRect &rect) const
{
    return QRectF(rect.x() * m_scale, rect.y() * m_scale, rect.width() * m_scale, rect.height() * m_scale)
        .toAlignedRect();
}

QRect WallView::tileRect(int tile) const
{
    return tile >= 0 && tile < m_layout.tiles() ? logical(m_layout.tile(tile)) : QRect();
}

QRect WallView::pictureArea(int tile) const
{
    return tile >= 0 && tile < m_layout.tiles() ? logical(m_faces[std::size_t(tile)].pictureAt) : QRect();
}

QRect WallView::frameRect(int tile) const
{
    if (m_layout.tile(tile).isEmpty())
        return QRect();
    const int gap = m_layout.gap();
    return m_layout.tile(tile).adjusted(-gap, -gap, gap, gap);
}

void WallView::layOut()
{
    const qreal scale = devicePixelRatioF();
    if (!m_painter || scale != m_scale) {
        m_scale = scale;
        m_painter.emplace(m_theme, font(), scale);
    }
    const QSize area(int(std::floor(width() * scale)), int(std::floor(height() * scale)));
    const int gap = std::max(1, int(std::lround(2 * scale)));
    m_layout = m_wall.enlarged() < 0 ? WallLayout(m_wall.tileCount(), area, gap, m_painter->captionHeight())
                                     : WallLayout::enlarged(m_wall.tileCount(), m_wall.enlarged(), area, gap,
                                                            m_painter->captionHeight());
    for (int i = 0; i < m_layout.tiles(); ++i) {
        placePicture(i);
        m_faces[std::size_t(i)].caption = QImage();
        m_faces[std::size_t(i)].still = QImage();
        m_faces[std::size_t(i)].text = m_describe(i);
        layOverlay(i);
    }
}

void WallView::layOverlay(int tile)
{
    layOverlay(tile, m_faces[std::size_t(tile)].text.overlays);
}

/// What does not fit on the picture is left out, the least important first: it stands in the details, too.
void WallView::layOverlay(int tile, QStringList words)
{
    Face &face = m_faces[std::size_t(tile)];
    const int room = face.pictureBox.width() - 6 * m_layout.gap();
    face.overlay = m_painter->overlay(words);
    while (face.overlay.width() > room && !words.isEmpty()) {
        words.removeLast();
        face.overlay = m_painter->overlay(words);
    }
}

/// Finds the part of the tile its picture fills, and tells the stream.
void WallView::placePicture(int tile)
{
    Face &face = m_faces[std::size_t(tile)];
    face.pictureBox = m_layout.picture(tile);
    face.pictureAt = pictureRect(face.pictureBox, m_wall.tile(tile).figures.size);
    m_wall.setPlace(tile, face.pictureAt.size(), face.pictureBox.size());
}

// --- What is shown -------------------------------------------------------------------------------------------

void WallView::refresh(int tile)
{
    if (tile >= m_layout.tiles())
        return;
    Face &face = m_faces[std::size_t(tile)];
    const TileText text = m_describe(tile);
    const QRect before = face.pictureAt;
    placePicture(tile);
    if (text == face.text && before == face.pictureAt)
        return;
    const bool isCaptionSame =
        text.names == face.text.names && text.figures == face.text.figures && text.mark == face.text.mark;
    const bool isPictureSame = text.badge == face.text.badge && text.headline == face.text.headline &&
                               text.line == face.text.line && text.mark == face.text.mark &&
                               text.overlays == face.text.overlays && before == face.pictureAt;
    if (text.overlays != face.text.overlays)
        layOverlay(tile, text.overlays);
    face.text = text;
    if (!isCaptionSame) {
        face.caption = QImage();
        update(logical(m_layout.caption(tile)));
    }
    if (!isPictureSame) {
        face.still = QImage();
        update(logical(face.pictureBox));
    }
    if (tile == m_wall.selected())
        describeSelection();
}

void WallView::refreshAll()
{
    m_painter.reset();
    layOut();
    update();
}

void WallView::describeSelection()
{
    const int tile = m_wall.selected();
    if (tile >= m_layout.tiles())
        return;
    // Without the figures, which would make a screen reader talk every second.
    const TileText &text = m_faces[std::size_t(tile)].text;
    QStringList said{tr("Tile %1").arg(tile + 1)};
    for (const QString &words : {text.names.value(0), kit::stateWord(text.mark), text.badge, text.headline}) {
        if (!words.isEmpty())
            said << words;
    }
    const QString description = said.join(QStringLiteral(", "));
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

void WallView::collectSoon()
{
    if (!isVisible() || m_paceTimer.isActive())
        return;
    const qint64 passed = m_sinceCollect.isValid() ? m_sinceCollect.elapsed() : kPace.count();
    if (passed >= kPace.count())
        collectNow();
    else
        m_paceTimer.start(int(kPace.count() - passed));
}

void WallView::collectNow()
{
    m_sinceCollect.start();
    QRegion dirty;
    const QList<int> tiles = m_wall.collect();
    for (const int tile : tiles) {
        if (tile >= m_layout.tiles())
            continue;
        Face &face = m_faces[std::size_t(tile)];
        const QRect at = pictureRect(face.pictureBox, m_wall.tile(tile).picture.sourceSize);
        if (at != face.pictureAt) {
            face.pictureAt = at;
            m_wall.setPlace(tile, at.size(), face.pictureBox.size());
            dirty += logical(face.pictureBox);
        }
        if (isMoving(m_wall.tile(tile))) {
            dirty += logical(face.pictureAt);
        } else {
            face.still = QImage();
            dirty += logical(face.pictureBox);
        }
    }
    if (!dirty.isEmpty())
        update(dirty);
}

// --- Painting ------------------------------------------------------------------------------------------------

void WallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    // Everything in device pixels: pictures are copied, never scaled, at any screen scale.
    painter.scale(1 / m_scale, 1 / m_scale);
    QRegion dirty;
    for (const QRect &rect : event->region())
        dirty += deviceRect(rect);

    // The gaps only where nothing else covers them: a frame's repaint must not fill first what it then copies over.
    QRegion gaps = dirty;
    for (int i = 0; i < m_layout.tiles() && !gaps.isEmpty(); ++i)
        gaps -= m_layout.tile(i);
    for (const QRect &rect : gaps)
        painter.fillRect(rect, m_theme.color(Color::Bg0));

    for (int i = 0; i < m_layout.tiles(); ++i) {
        if (dirty.intersects(m_layout.tile(i)))
            paintTile(painter, i, dirty);
    }
    painter.setClipping(false);
    if (m_wall.selected() < m_layout.tiles() && gaps.intersects(frameRect(m_wall.selected())))
        paintFrame(painter, m_wall.selected(), hasFocus() ? Color::Accent : Color::Text3);
    if (m_dropTarget >= 0 && m_dropTarget < m_layout.tiles())
        paintFrame(painter, m_dropTarget, Color::Accent);
}

void WallView::paintTile(QPainter &painter, int tile, const QRegion &dirty)
{
    Face &face = m_faces[std::size_t(tile)];
    const Wall::Tile &shown = m_wall.tile(tile);
    const QRect captionAt = m_layout.caption(tile);

    if (dirty.intersects(face.pictureBox)) {
        if (isMoving(shown) && !shown.picture.isNull())
            paintLive(painter, tile, dirty);
        else
            paintStill(painter, tile);
    }
    if (dirty.intersects(captionAt)) {
        if (face.caption.isNull()) {
            face.caption = m_painter->caption(face.text, captionAt.size(),
                                              tile == m_wall.selected() && m_layout.tiles() > 1);
        }
        painter.drawImage(captionAt.topLeft(), face.caption);
    }
}

void WallView::paintLive(QPainter &painter, int tile, const QRegion &dirty)
{
    const Face &face = m_faces[std::size_t(tile)];
    const Wall::Tile &shown = m_wall.tile(tile);
    // A clip of one rectangle keeps Qt on its straight copy, whatever the region of the event.
    painter.setClipRect(face.pictureAt);
    drawPicture(painter, face.pictureAt, shown);
    painter.setClipping(false);
    if (face.pictureAt != face.pictureBox) {
        const QRegion bars = (QRegion(face.pictureBox) - face.pictureAt) & dirty;
        for (const QRect &bar : bars)
            painter.fillRect(bar, m_theme.color(Color::Video));
    }
    if (!face.overlay.isNull()) {
        const int margin = m_layout.gap() * 3;
        painter.drawImage(face.pictureBox.right() - margin - face.overlay.width(),
                          face.pictureBox.top() + margin, face.overlay);
    }
    if (!shown.isPicturePainted) {
        m_wall.markPainted(tile);
        m_statistics.painted(tile, shown.picture.receivedAt, m_clock.monotonic());
    }
}

void WallView::drawPicture(QPainter &painter, const QRect &at, const Wall::Tile &shown) const
{
    const QImage image = TilePainter::imageOf(shown.picture);
    const QRectF &has = shown.picture.crop;
    const QRectF &wanted = shown.crop;
    constexpr double kSame = 0.01;
    const bool isSamePart = std::abs(has.x() - wanted.x()) < kSame &&
                            std::abs(has.y() - wanted.y()) < kSame &&
                            std::abs(has.width() - wanted.width()) < kSame;
    if (isSamePart && shown.picture.size == at.size()) {
        painter.drawImage(at.topLeft(), image);
        return;
    }
    if (isSamePart) { // made for the size before a resize: one frame or two
        painter.drawImage(at, image);
        return;
    }
    // Zoomed since it was made: what of the wanted part it has, where that belongs.
    painter.fillRect(at, m_theme.color(Color::Video));
    const QRectF part = has.intersected(wanted);
    if (part.isEmpty())
        return;
    const auto place = [](const QRectF &of, const QRectF &in, const QRectF &on) {
        return QRectF(on.x() + (of.x() - in.x()) / in.width() * on.width(),
                      on.y() + (of.y() - in.y()) / in.height() * on.height(),
                      of.width() / in.width() * on.width(), of.height() / in.height() * on.height());
    };
    painter.drawImage(place(part, wanted, at), image,
                      place(part, has, QRectF(QPointF(), QSizeF(image.size()))));
}

void WallView::paintStill(QPainter &painter, int tile)
{
    Face &face = m_faces[std::size_t(tile)];
    const Wall::Tile &shown = m_wall.tile(tile);
    if (face.still.isNull()) {
        const QSize box = face.pictureBox.size();
        const bool isStale = shown.state.kind == TileState::Kind::Stale && !shown.picture.isNull();
        face.still = isStale ? m_painter->stalePicture(shown.picture, box,
                                                       face.pictureAt.translated(-face.pictureBox.topLeft()),
                                                       face.text.badge)
                             : m_painter->placeholder(face.text, box);
    }
    painter.drawImage(face.pictureBox.topLeft(), face.still);
}

void WallView::paintFrame(QPainter &painter, int tile, Color color) const
{
    const QRect inside = m_layout.tile(tile);
    const QRegion frame = QRegion(frameRect(tile)) - inside;
    for (const QRect &rect : frame)
        painter.fillRect(rect, m_theme.color(color));
}

// --- Events --------------------------------------------------------------------------------------------------

bool WallView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Esc is ours before it is the window's, as long as there is something of ours to leave.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && (m_grip.kind == Grip::Kind::Moving || m_wall.enlarged() >= 0 ||
                                             m_wall.tile(m_wall.selected()).replay))
            event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int tile = m_layout.tileAt(device(help->pos()));
        if (tile < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), kit::plainToolTip(m_describe(tile).toolTip), this,
                               tileRect(tile));
        return true;
    }
    return QWidget::event(event);
}

void WallView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void WallView::showEvent(QShowEvent *)
{
    if (m_scale <= 0 || devicePixelRatioF() != m_scale)
        layOut();
    m_wall.setShown(true);
    collectNow();
}

void WallView::hideEvent(QHideEvent *)
{
    m_wall.setShown(false);
}

void WallView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::StyleChange:
        setAccessibleName(tr("Video wall"));
        refreshAll();
        break;
    default:
        break;
    }
}

// --- Menu, focus, rows dropped -------------------------------------------------------------------------------

void WallView::contextMenuEvent(QContextMenuEvent *event)
{
    int tile = m_wall.selected();
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse)
        tile = m_layout.tileAt(device(event->pos()));
    else
        at = mapToGlobal(tileRect(tile).center());
    if (tile < 0)
        return;
    m_wall.select(tile);
    Q_EMIT tileMenuWanted(tile, at);
}

void WallView::focusInEvent(QFocusEvent *event)
{
    if (event->gotFocus())
        Q_EMIT focused();
    if (m_wall.selected() < m_layout.tiles())
        update(logical(frameRect(m_wall.selected())));
}

void WallView::focusOutEvent(QFocusEvent *event)
{
    focusInEvent(event);
}

void WallView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(kit::nodeMimeType()))
        event->acceptProposedAction();
}

void WallView::dragMoveEvent(QDragMoveEvent *event)
{
    const int tile = m_layout.tileAt(device(event->position()));
    setDropTarget(tile);
    event->setAccepted(tile >= 0);
}

void WallView::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropTarget(-1);
}

void WallView::dropEvent(QDropEvent *event)
{
    setDropTarget(-1);
    const int tile = m_layout.tileAt(device(event->position()));
    const QString ids = QString::fromUtf8(event->mimeData()->data(kit::nodeMimeType()));
    if (tile < 0 || ids.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT nodesDropped(tile, ids.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
}

void WallView::setDropTarget(int tile)
{
    if (tile == m_dropTarget)
        return;
    for (const int changed : {tile, m_dropTarget}) {
        if (changed >= 0 && changed < m_layout.tiles())
            update(logical(frameRect(changed)));
    }
    m_dropTarget = tile;
}

} // namespace opsdeck::dvr
