// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice_line.h"

#include <QPainter>

namespace opsdeck::shell {

namespace {
constexpr int kMark = 9;
constexpr int kGap = 6;
} // namespace

NoticeLine::NoticeLine(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void NoticeLine::say(kit::StateMark mark, const QString &text)
{
    m_mark = mark;
    m_text = text;
    updateGeometry();
    update();
}

QSize NoticeLine::sizeHint() const
{
    const QFontMetrics metrics(kit::Theme::font(font(), m_theme.sizes().label));
    return QSize(std::min(kMark + kGap + metrics.horizontalAdvance(m_text) + 2, kMaximumWidth),
                 metrics.height());
}

QSize NoticeLine::minimumSizeHint() const
{
    return QSize(kMark, sizeHint().height());
}

void NoticeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont label = kit::Theme::font(font(), m_theme.sizes().label);
    QRect room = rect();
    kit::paintStateMark(painter, QRectF(0, (height() - kMark) / 2.0, kMark, kMark), m_mark, m_theme);
    if (m_mark != kit::StateMark::None)
        room.setLeft(kMark + kGap);
    painter.setFont(label);
    painter.setPen(m_theme.color(kit::Theme::Color::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(label).elidedText(m_text, Qt::ElideRight, room.width()));
}

} // namespace opsdeck::shell
