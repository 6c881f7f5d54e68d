// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace opsdeck::dvr {

const QList<int> &WallLayout::tileCounts()
{
    static const QList<int> counts{1, 4, 6, 8, 9, 16, 25, 36, 64};
    return counts;
}

int WallLayout::smallestFor(int tiles)
{
    for (const int count : tileCounts()) {
        if (count >= tiles)
            return count;
    }
    return tileCounts().constLast();
}

namespace {

/// The cells of a layout, in columns and rows: 6 and 8 are a large tile with the others along two of its sides, all other
/// counts are squares.
QList<QRect> cellsOf(int tiles, int columns)
{
    QList<QRect> cells;
    cells.reserve(tiles);
    const bool hasLarge = tiles != columns * columns;
    const int large = columns - 1;
    if (hasLarge)
        cells.append(QRect(0, 0, large, large));
    for (int row = 0; row < columns; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (!hasLarge || row >= large || column >= large)
                cells.append(QRect(column, row, 1, 1));
        }
    }
    return cells;
}

int columnsOf(int tiles)
{
    // Beside a large tile of n - 1 columns there are 2 n - 1 small ones: 6 tiles are 3 columns, 8 are 4.
    if (tiles == 6 || tiles == 8)
        return tiles / 2;
    return int(std::lround(std::sqrt(double(tiles))));
}

} // namespace

WallLayout::WallLayout(int tiles, QSize area, int gap, int caption)
    : m_columns(columnsOf(tiles))
    , m_cells(cellsOf(tiles, m_columns))
    , m_gap(gap)
    , m_caption(caption)
{
    // Edges are computed from the whole, so that what cannot be divided is spread and no strip is left over.
    const auto edge = [&](int length, int i) { return gap + int(qint64(length - gap) * i / m_columns); };
    m_tiles.reserve(tiles);
    for (const QRect &cell : std::as_const(m_cells)) {
        const int top = edge(area.height(), cell.top());
        const int bottom = edge(area.height(), cell.top() + cell.height()) - gap;
        const int left = edge(area.width(), cell.left());
        const int right = edge(area.width(), cell.left() + cell.width()) - gap;
        m_tiles.append(QRect(left, top, std::max(0, right - left), std::max(0, bottom - top)));
    }
}

WallLayout WallLayout::enlarged(int tiles, int index, QSize area, int gap, int caption)
{
    WallLayout layout(tiles, area, gap, caption);
    const QRect whole = WallLayout(1, area, gap, caption).tile(0);
    for (int i = 0; i < tiles; ++i)
        layout.m_tiles[i] = i == index ? whole : QRect();
    return layout;
}

QRect WallLayout::picture(int index) const
{
    const QRect all = m_tiles.at(index);
    return all.adjusted(0, 0, 0, -std::min(m_caption, all.height()));
}

QRect WallLayout::caption(int index) const
{
    const QRect all = m_tiles.at(index);
    const int height = std::min(m_caption, all.height());
    return QRect(all.left(), all.top() + all.height() - height, all.width(), height);
}

int WallLayout::tileAt(QPoint point) const
{
    for (int i = 0; i < m_tiles.size(); ++i) {
        if (m_tiles.at(i).contains(point))
            return i;
    }
    return -1;
}

int WallLayout::neighbour(int index, int dx, int dy) const
{
    if (m_columns == 0 || index < 0 || index >= m_cells.size())
        return index;
    const QRect from = m_cells.at(index);
    const auto step = [&](int first, int last, int by) {
        const int to = by > 0 ? last + 1 : by < 0 ? first - 1 : first;
        return std::clamp(to, 0, m_columns - 1);
    };
    const QPoint to(step(from.left(), from.right(), dx), step(from.top(), from.bottom(), dy));
    for (int i = 0; i < m_cells.size(); ++i) {
        if (m_cells.at(i).contains(to))
            return i;
    }
    return index;
}

QSize displayShape(QSize source)
{
    const bool isD1Family = source.height() == 576 || source.height() == 480 || source.height() == 288 ||
                            source.height() == 240 || source.height() == 144 || source.height() == 120;
    const bool isD1Width = source.width() == 704 || source.width() == 720 || source.width() == 352 ||
                           source.width() == 360 || source.width() == 176 || source.width() == 180;
    return isD1Family && isD1Width ? QSize(4, 3) : source;
}

QRect pictureRect(const QRect &box, QSize source)
{
    const QSize shape = displayShape(source);
    if (shape.isEmpty() || box.isEmpty())
        return box;
    const double wanted = double(shape.width()) / shape.height();
    const double have = double(box.width()) / box.height();
    constexpr double kUnseen = 1.125;
    if (wanted / have < kUnseen && have / wanted < kUnseen)
        return box;
    QSize size = have > wanted ? QSize(int(std::lround(box.height() * wanted)), box.height())
                               : QSize(box.width(), int(std::lround(box.width() / wanted)));
    size = size.expandedTo(QSize(1, 1)).boundedTo(box.size());
    return QRect(box.left() + (box.width() - size.width()) / 2,
                 box.top() + (box.height() - size.height()) / 2, size.width(), size.height());
}

} // namespace opsdeck::dvr
