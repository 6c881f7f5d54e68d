// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_layout.h"

#include <algorithm>
#include <cmath>

namespace opsdeck::dvr {

const QList<int> &WallLayout::tileCounts()
{
    static const QList<int> counts{1, 4, 9, 16, 25, 36, 64};
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

WallLayout::WallLayout(int tiles, QSize area, int gap, int caption)
    : m_columns(int(std::lround(std::sqrt(double(tiles)))))
    , m_gap(gap)
    , m_caption(caption)
{
    // Edges are computed from the whole, so that what cannot be divided is spread and no strip is left over.
    const auto edge = [&](int length, int i) { return gap + int(qint64(length - gap) * i / m_columns); };
    m_tiles.reserve(tiles);
    for (int row = 0; row < m_columns; ++row) {
        const int top = edge(area.height(), row);
        const int bottom = edge(area.height(), row + 1) - gap;
        for (int column = 0; column < m_columns; ++column) {
            const int left = edge(area.width(), column);
            const int right = edge(area.width(), column + 1) - gap;
            m_tiles.append(QRect(left, top, std::max(0, right - left), std::max(0, bottom - top)));
        }
    }
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
    if (m_columns == 0 || index < 0 || index >= m_tiles.size())
        return index;
    const int column = std::clamp(index % m_columns + dx, 0, m_columns - 1);
    const int row = std::clamp(index / m_columns + dy, 0, m_columns - 1);
    return row * m_columns + column;
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
