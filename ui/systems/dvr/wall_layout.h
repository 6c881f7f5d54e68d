// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QRect>
#include <QSize>

namespace opsdeck::dvr {

/// Where the tiles of a wall lie: pure geometry, all in device pixels, so that pictures meet pixels at any screen
/// scale. Tiles are numbered from 0, row by row, a large one first. Each tile is a picture box with a caption bar below it; between
/// tiles and round them is a gap in which the selection is drawn.
class WallLayout
{
public:
    /// The layouts there are, in rising order.
    static const QList<int> &tileCounts();
    /// The smallest layout with at least `tiles` tiles, the largest when there is none.
    static int smallestFor(int tiles);

    WallLayout() = default;
    /// @param tiles one of tileCounts(). @param area of the wall. @param gap and @param caption height, 1 or more.
    WallLayout(int tiles, QSize area, int gap, int caption);
    /// One tile over the whole area; the others have no place (null rectangles), but stay neighbours.
    static WallLayout enlarged(int tiles, int index, QSize area, int gap, int caption);

    int tiles() const { return int(m_tiles.size()); }
    int columns() const { return m_columns; }
    QRect tile(int index) const { return m_tiles.at(index); }
    QRect picture(int index) const;
    QRect caption(int index) const;
    int gap() const { return m_gap; }
    /// -1 when there is none.
    int tileAt(QPoint point) const;
    /// The tile one step in a direction, the same one at the edge. @param dx, @param dy one of -1, 0, 1.
    int neighbour(int index, int dx, int dy) const;

private:
    int m_columns = 0;
    QList<QRect> m_cells; ///< in columns and rows
    QList<QRect> m_tiles;
    int m_gap = 0;
    int m_caption = 0;
};

/// The shape to show a stream's picture in: recorders send 704×576, 352×288 and their kin with pixels that are not
/// square, for a 4:3 screen.
QSize displayShape(QSize source);

/// The part of `box` a picture fills. Its shape is kept, unless filling the box bends it by less than an eighth,
/// which nobody sees while bars are seen by all. The whole box for an empty source.
QRect pictureRect(const QRect &box, QSize source);

} // namespace opsdeck::dvr
