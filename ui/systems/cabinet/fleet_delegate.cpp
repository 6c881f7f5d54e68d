// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_delegate.h"

#include <QPainter>

#include <algorithm>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

FleetDelegate::FleetDelegate(const FleetModel &model, const kit::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_theme(theme)
{
}

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(0, std::max(m_theme.sizes().row, option.fontMetrics.height() + m_theme.sizes().grid));
}

void FleetDelegate::paintBars(QPainter &painter, const QRect &box, int bars, const kit::Theme &theme)
{
    constexpr int kBars = 4;
    constexpr int kWidth = 4;
    constexpr int kGap = 2;
    constexpr int kHighest = 13;
    const int foot = box.center().y() + kHighest / 2 + 1;
    for (int i = 0; i < kBars; ++i) {
        const int height = kHighest * (i + 1) / kBars;
        painter.fillRect(QRect(box.left() + i * (kWidth + kGap), foot - height, kWidth, height),
                         theme.color(i < bars ? Color::Text2 : Color::Line));
    }
}

void FleetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const FleetRow *row = m_model.at(index.row());
    if (!row)
        return;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme.color(Color::AccentBg));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.color(Color::Bg3));
    painter->setPen(m_theme.color(Color::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const int pad = m_theme.sizes().grid;
    const QRect room = option.rect.adjusted(pad, 0, -pad, 0);
    const int column = index.column();
    if (column == FleetModel::State) {
        constexpr int kMark = 10;
        kit::paintStateMark(*painter,
                            QRectF(option.rect.center().x() - kMark / 2.0,
                                   room.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                            markOf(row->group), m_theme);
    } else if (column == FleetModel::Signal && row->signal >= 0) {
        paintBars(*painter, room, signalBars(row->signal), m_theme);
    } else {
        const bool isNumber =
            column == FleetModel::Free || column == FleetModel::Banks || column == FleetModel::Ready;
        const bool isStrong = column == FleetModel::Cabinet || isNumber;
        painter->setFont(option.font);
        painter->setPen(m_theme.color(isStrong && row->isOnline() ? Color::Text : Color::Text2));
        painter->drawText(
            room, int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(m_model.text(*row, column), Qt::ElideRight, room.width()));
    }
    painter->restore();
}

} // namespace opsdeck::cabinet
