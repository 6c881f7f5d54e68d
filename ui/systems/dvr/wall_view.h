// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/tile_painter.h"
#include "ui/systems/dvr/wall.h"
#include "ui/systems/dvr/wall_layout.h"
#include "ui/systems/dvr/wall_statistics.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace opsdeck::dvr {

/// The one widget that paints all tiles. A new picture repaints its rectangle only, by copying ready pixels; what
/// is written is kept as images. Pictures are painted at most once in kPace, and nothing wakes it while none
/// comes. Owns no stream: it shows a Wall and hands the operator's wishes on.
class WallView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPace{16};
    using Describe = std::function<TileText(int tile)>;

    /// @param describe what to write on a tile. All must outlive this widget.
    WallView(Wall &wall, const kit::Theme &theme, const base::Clock &clock, Describe describe,
             QWidget *parent = nullptr);

    const WallStatistics &statistics() const { return m_statistics; }
    void restartMeasuring() { m_statistics.reset(); }
    /// Logical pixels.
    QRect tileRect(int tile) const;
    /// Where the picture of a tile is, logical pixels.
    QRect pictureArea(int tile) const;
    QSize minimumSizeHint() const override { return QSize(240, 120); }

Q_SIGNALS:
    /// Rows of the site tree were dropped on a tile.
    void nodesDropped(int tile, const QStringList &nodeIds);
    /// Enter or double-click.
    void tileActivated(int tile);
    /// Esc while the selected tile replays.
    void replayEndWanted(int tile);
    /// The operator works here now.
    void focused();
    /// Delete.
    void clearWanted(int tile);
    void tileMenuWanted(int tile, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// What is drawn of a tile beside its moving picture, and where.
    struct Face {
        TileText text;
        QRect pictureBox; ///< device pixels
        QRect pictureAt;  ///< the part of it the picture fills
        QImage caption;
        QImage still;   ///< placeholder or stale picture; null while live
        QImage overlay; ///< what is said over a moving picture: recording, zoom; null = nothing
    };

    /// What the left button does between press and release.
    struct Grip {
        enum class Kind { None, Pressed, Moving, Panning };
        Kind kind = Kind::None;
        int tile = -1;
        QPointF from; ///< logical
        QRectF crop;  ///< at the press
    };

    void layOut();
    void placePicture(int tile);
    void layOverlay(int tile);
    void layOverlay(int tile, QStringList words);
    void refresh(int tile);
    void refreshAll();
    void collectSoon();
    void collectNow();
    void setDropTarget(int tile);
    bool leaveSomething();
    void endGrip();
    void zoom(int tile, double factor, QPointF at);
    void pan(int tile, QRectF from, QPointF by);
    QPointF shareOf(int tile, const QPointF &logical) const;
    void setCrop(int tile, const QRectF &part);
    bool keyWithModifiers(QKeyEvent *event);
    void drawPicture(QPainter &painter, const QRect &at, const Wall::Tile &shown) const;
    void describeSelection();
    QRect logical(const QRect &device) const;
    QRect deviceRect(const QRect &rect) const;
    QPoint device(const QPointF &logical) const;
    QRect frameRect(int tile) const;
    void paintTile(QPainter &painter, int tile, const QRegion &dirty);
    void paintLive(QPainter &painter, int tile, const QRegion &dirty);
    void paintStill(QPainter &painter, int tile);
    void paintFrame(QPainter &painter, int tile, kit::Theme::Color color) const;

    Wall &m_wall;
    const kit::Theme &m_theme;
    const base::Clock &m_clock;
    Describe m_describe;
    std::optional<TilePainter> m_painter;
    WallLayout m_layout;
    std::vector<Face> m_faces;
    WallStatistics m_statistics;
    QTimer m_paceTimer;
    QElapsedTimer m_sinceCollect;
    qreal m_scale = 0;
    int m_dropTarget = -1;
    Grip m_grip;
};

} // namespace opsdeck::dvr
