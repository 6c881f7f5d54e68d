// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/figure_bar.h"

#include "ui/kit/plain_tool_tip.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

namespace {

constexpr int kHeight = 62;
constexpr int kGap = 26;
constexpr int kLineWidth = 220;
constexpr int kShortestLine = 90;

} // namespace

FigureBar::FigureBar(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("fleetFigures"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

QSize FigureBar::sizeHint() const
{
    return QSize(400, kHeight);
}

QSize FigureBar::minimumSizeHint() const
{
    return QSize(0, kHeight);
}

QList<FigureBar::Figure> FigureBar::shown() const
{
    const QLocale locale;
    const auto number = [&locale](int value) { return locale.toString(value); };
    return {{QStringLiteral("%1 / %2").arg(number(m_figures.online), number(m_figures.total)), tr("on line")},
            {number(m_figures.ready), tr("banks ready")},
            {number(m_figures.stock.rented), tr("rented now")},
            {number(m_figures.returnsLastHour), tr("returns, last hour")},
            {number(m_figures.conflictsToday), tr("conflicts today")}};
}

QString FigureBar::words() const
{
    QStringList lines;
    for (const Figure &figure : shown())
        lines << QStringLiteral("%1: %2").arg(figure.label, figure.value);
    return lines.join(QLatin1Char('\n'));
}

void FigureBar::show(const FleetFigures &figures)
{
    m_figures = figures;
    setAccessibleDescription(words());
    update();
}

void FigureBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Bg1));
    painter.setPen(m_theme.color(Color::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    const QFont large = kit::Theme::font(font(), m_theme.sizes().headline, true);
    const QFont small = kit::Theme::font(font(), m_theme.sizes().label);
    const QFontMetrics largeMetrics(large);
    const QFontMetrics smallMetrics(small);
    const int end = width() - m_theme.sizes().padding;
    int left = m_theme.sizes().padding;
    for (const Figure &figure : shown()) {
        const int wide = std::max(largeMetrics.horizontalAdvance(figure.value),
                                  smallMetrics.horizontalAdvance(figure.label));
        if (left + wide > end)
            break;
        painter.setFont(large);
        painter.setPen(m_theme.color(Color::Text));
        painter.drawText(QRect(left, 8, wide + 2, largeMetrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         figure.value);
        painter.setFont(small);
        painter.setPen(m_theme.color(Color::Text2));
        painter.drawText(QRect(left, 10 + largeMetrics.height(), wide + 2, smallMetrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, figure.label);
        left += wide + kGap;
    }
    const int room = end - left;
    if (room >= kShortestLine) {
        const int wide = std::min(room, kLineWidth);
        paintLine(painter, QRectF(end - wide, 14, wide, height() - 30));
    }
}

/// Rents and returns together, an hour a point.
void FigureBar::paintLine(QPainter &painter, const QRectF &box) const
{
    const QList<store::BankLedger::Hour> &hours = m_figures.hours;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Color::Line));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    if (hours.size() < 2)
        return;
    int top = 1;
    for (const store::BankLedger::Hour &hour : hours)
        top = std::max(top, hour.rents + hour.returns);
    QPainterPath path;
    for (qsizetype i = 0; i < hours.size(); ++i) {
        const QPointF point(box.left() + box.width() * double(i) / double(hours.size() - 1),
                            box.bottom() -
                                box.height() * double(hours.at(i).rents + hours.at(i).returns) / double(top));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    painter.setPen(QPen(m_theme.color(Color::Accent), 1.25));
    painter.drawPath(path);
}

bool FigureBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString text =
            words() + QLatin1Char('\n') + tr("The line: rents and returns an hour, the last 24 hours");
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), kit::plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

void FigureBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FigureBar::retranslate()
{
    setAccessibleName(tr("Figures of the cabinets"));
    setAccessibleDescription(words());
    update();
}

} // namespace opsdeck::cabinet
