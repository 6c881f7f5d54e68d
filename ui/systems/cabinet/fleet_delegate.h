// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_delegate.h"
#include "ui/systems/cabinet/fleet_model.h"

namespace opsdeck::cabinet {

/// Paints the cells of the fleet table: the mark, the signal as bars, numbers at the right. Asks the model for values, not
/// for variants. GUI thread.
class FleetDelegate final : public kit::RowDelegate
{
public:
    /// Both must outlive it.
    FleetDelegate(const FleetModel &model, const kit::Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    /// 0–4 of four bars of growing height.
    static void paintBars(QPainter &painter, const QRect &box, int bars, const kit::Theme &theme);

private:
    const FleetModel &m_model;
};

} // namespace opsdeck::cabinet
