// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/state_mark.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace opsdeck::kit {

QString stateWord(StateMark mark)
{
    switch (mark) {
    case StateMark::None:
        return QString();
    case StateMark::Ok:
        return QCoreApplication::translate("State", "ok");
    case StateMark::Attention:
        return QCoreApplication::translate("State", "attention");
    case StateMark::Alarm:
        return QCoreApplication::translate("State", "alarm");
    case StateMark::Off:
        return QCoreApplication::translate("State", "offline");
    case StateMark::Working:
        return QCoreApplication::translate("State", "connecting");
    }
    return QString();
}

Theme::Color stateColor(StateMark mark)
{
    switch (mark) {
    case StateMark::Ok:
        return Theme::Color::Ok;
    case StateMark::Attention:
        return Theme::Color::Attention;
    case StateMark::Alarm:
        return Theme::Color::Alarm;
    case StateMark::Working:
        return Theme::Color::Accent;
    case StateMark::None:
    case StateMark::Off:
        break;
    }
    return Theme::Color::Off;
}

void paintStateMark(QPainter &painter, const QRectF &box, StateMark mark, const Theme &theme)
{
    if (mark == StateMark::None)
        return;
    const qreal side = std::min(box.width(), box.height());
    const QPointF centre = box.center();
    const QColor color = theme.color(stateColor(mark));
    const qreal half = side / 2;
    const qreal stroke = std::max(1.5, side / 7);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (mark) {
    case StateMark::Ok:
        painter.drawEllipse(centre, half, half);
        break;
    case StateMark::Attention:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -half), centre + QPointF(half * 1.1, half * 0.85),
                                       centre + QPointF(-half * 1.1, half * 0.85)}));
        break;
    case StateMark::Alarm:
        painter.drawPolygon(QPolygonF({centre + QPointF(0, -half * 1.1), centre + QPointF(half * 1.1, 0),
                                       centre + QPointF(0, half * 1.1), centre + QPointF(-half * 1.1, 0)}));
        break;
    case StateMark::Off:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, stroke));
        painter.drawEllipse(centre, half - stroke / 2, half - stroke / 2);
        break;
    case StateMark::Working:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(centre.x() - half + stroke / 2, centre.y() - half + stroke / 2, side - stroke,
                               side - stroke),
                        90 * 16, -270 * 16);
        break;
    case StateMark::None:
        break;
    }
    painter.restore();
}

} // namespace opsdeck::kit
