// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_delegate.h"

#include <QPainter>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

FleetDelegate::FleetDelegate(const FleetModel &model, const kit::Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
    , m_model(model)
{
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
    paintBackground(*painter, option);
    painter->setPen(theme().color(Color::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const int pad = theme().sizes().grid;
    const QRect room = option.rect.adjusted(pad, 0, -pad, 0);
    const int column = index.column();
    if (column == FleetModel::State) {
        constexpr int kMark = 10;
        kit::paintStateMark(*painter,
                            QRectF(option.rect.center().x() - kMark / 2.0,
                                   room.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                            markOf(row->group), theme());
    } else if (column == FleetModel::Signal && row->signal >= 0) {
        paintBars(*painter, room, signalBars(row->signal), theme());
    } else {
        const bool isNumber =
            column == FleetModel::Free || column == FleetModel::Banks || column == FleetModel::Ready;
        const bool isStrong = column == FleetModel::Cabinet || isNumber;
        paintWords(*painter, option, room, m_model.text(*row, column),
                   isStrong && row->isOnline() ? Color::Text : Color::Text2,
                   isNumber ? Qt::AlignRight : Qt::AlignLeft);
    }
    painter->restore();
}

} // namespace opsdeck::cabinet
