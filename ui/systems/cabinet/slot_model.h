// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "ui/systems/cabinet/cabinet_work.h"

#include <QAbstractListModel>

namespace opsdeck::cabinet {

/// One slot of a cabinet as its front shows it. A value.
struct SlotCell {
    int slot = 0;    ///< from 1
    QByteArray bank; ///< empty = the slot is free
    QString name;    ///< of the bank
    int level = -1;
    bool isFlagged = false;
    QString flagReason;
    bool isFaulty = false;  ///< the board itself reports a fault of the bank or the slot
    QString faults;         ///< which, in words
    QString health;         ///< what a VSN 2 board tells of it, in words; may be empty
    bool isWorking = false; ///< something is asked of it right now

    bool isFree() const { return bank.isEmpty(); }
    friend bool operator==(const SlotCell &, const SlotCell &) = default;
};

/// The slots of one cabinet from its last inventory, the flags of the ledger and what is going on.
/// @param isBusy is something asked of this slot?
QList<SlotCell> slotCells(const CabinetStatus &status, const QHash<QByteArray, store::Bank> &banks,
                          const std::function<bool(int slot)> &isBusy);
/// The whole of a slot in words, for screen readers and tooltips: "Slot 3: RL1A7C000041, 80 %, out of use (dented)".
QString slotText(const SlotCell &cell);

/// The slots as a list for a view. GUI thread.
class SlotModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setCells(const QList<SlotCell> &cells);
    /// Null for what is no row.
    const SlotCell *at(int row) const;
    const QList<SlotCell> &cells() const { return m_cells; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<SlotCell> m_cells;
};

} // namespace opsdeck::cabinet
