// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/row_delegate.h"

#include <QPainter>

#include <algorithm>

namespace opsdeck::kit {

RowDelegate::RowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(0, std::max(m_theme.sizes().row, option.fontMetrics.height() + m_theme.sizes().grid));
}

void RowDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const
{
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, m_theme.color(Theme::Color::AccentBg));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, m_theme.color(Theme::Color::Bg3));
}

void RowDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room,
                             const QString &words, Theme::Color color, Qt::Alignment side) const
{
    painter.setFont(option.font);
    painter.setPen(m_theme.color(color));
    painter.drawText(room, int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(words, Qt::ElideRight, room.width()));
}

} // namespace opsdeck::kit
