// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/rate_graph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace opsdeck::dvr {

RateGraph::RateGraph(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateGraph::add(double value)
{
    m_values.append(value);
    if (m_values.size() > kPoints)
        m_values.removeFirst();
    update();
}

void RateGraph::clear()
{
    m_values.clear();
    update();
}

void RateGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 2.5, -0.5, -2.5);
    painter.setPen(m_theme.color(kit::Theme::Color::Line));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_values.size() < 2)
        return;
    const double top = std::max(*std::max_element(m_values.cbegin(), m_values.cend()), 1.0);
    QPainterPath path;
    for (int i = 0; i < m_values.size(); ++i) {
        // The newest value is at the right edge.
        const double x = area.right() - double(m_values.size() - 1 - i) / (kPoints - 1) * area.width();
        const QPointF point(x, area.bottom() - m_values.at(i) / top * area.height());
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    painter.setPen(QPen(m_theme.color(kit::Theme::Color::Accent), 1.25));
    painter.drawPath(path);
}

} // namespace opsdeck::dvr
