// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/slot_model.h"

#include "core/base/hex.h"
#include "ui/kit/plain_tool_tip.h"
#include "ui/systems/cabinet/cabinet_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

/// Of lupdate's context opsdeck::cabinet::SlotModel, as its members'.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::cabinet::SlotModel)
};

// Status of a VSN 2 board.
constexpr int kLocked = 0x80;
constexpr int kMicroUsbFault = 0x04;
constexpr int kTypeCFault = 0x02;
constexpr int kLightningFault = 0x01;
constexpr int kAnyFault = kMicroUsbFault | kTypeCFault | kLightningFault;

void describeHealth(SlotCell &cell, const SlotEntry::Health &health)
{
    cell.isFaulty = health.status & kAnyFault;
    QStringList faults;
    if (health.status & kMicroUsbFault)
        faults << QStringLiteral("Micro-USB");
    if (health.status & kTypeCFault)
        faults << QStringLiteral("USB-C");
    if (health.status & kLightningFault)
        faults << QStringLiteral("Lightning");
    if (!faults.isEmpty())
        cell.faults = Texts::tr("faulty: %1").arg(faults.join(QStringLiteral(", ")));
    cell.health = Texts::tr("%1 mV · %2 mA · %3 °C · health %4 %")
                      .arg(health.millivolts)
                      .arg(health.milliamperes)
                      .arg(health.celsius)
                      .arg(health.stateOfHealth);
    if (!(health.status & kLocked))
        cell.health += QStringLiteral(" · ") + Texts::tr("not locked");
}

} // namespace

QList<SlotCell> slotCells(const CabinetStatus &status, const QHash<QByteArray, store::Bank> &banks,
                          const std::function<bool(int slot)> &isBusy)
{
    constexpr int kMostSlots = 255;
    QList<SlotCell> cells;
    if (!status.inventory)
        return cells;
    int highest = status.modelSlots;
    for (const SlotEntry &entry : *status.inventory)
        highest = std::max(highest, entry.slot);
    highest = std::clamp(highest, 0, kMostSlots);
    cells.resize(highest);
    for (int i = 0; i < highest; ++i) {
        cells[i].slot = i + 1;
        cells[i].isWorking = isBusy(i + 1);
    }
    for (const SlotEntry &entry : *status.inventory) {
        if (entry.slot < 1 || entry.slot > highest)
            continue;
        SlotCell &cell = cells[entry.slot - 1];
        cell.bank = entry.bank;
        cell.name = bankName(entry.bank);
        cell.level = entry.level;
        if (const auto known = banks.constFind(entry.bank); known != banks.constEnd()) {
            cell.isFlagged = known->isFlagged;
            cell.flagReason = base::plainText(known->flagReason, 120);
        }
        if (entry.health)
            describeHealth(cell, *entry.health);
    }
    return cells;
}

QString slotText(const SlotCell &cell)
{
    QStringList parts;
    if (cell.isFree()) {
        parts << Texts::tr("free");
    } else {
        parts << cell.name << levelText(cell.level);
        if (cell.isFlagged) {
            parts << (cell.flagReason.isEmpty() ? Texts::tr("out of use")
                                                : Texts::tr("out of use: %1").arg(cell.flagReason));
        }
        if (!cell.faults.isEmpty())
            parts << cell.faults;
        if (!cell.health.isEmpty())
            parts << cell.health;
    }
    if (cell.isWorking)
        parts << Texts::tr("waiting for the answer");
    return Texts::tr("Slot %1: %2").arg(cell.slot).arg(parts.join(QStringLiteral(", ")));
}

void SlotModel::setCells(const QList<SlotCell> &cells)
{
    if (cells.size() != m_cells.size()) {
        beginResetModel();
        m_cells = cells;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < cells.size(); ++row) {
        if (m_cells.at(row) == cells.at(row))
            continue;
        m_cells[row] = cells.at(row);
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
}

const SlotCell *SlotModel::at(int row) const
{
    return row >= 0 && row < m_cells.size() ? &m_cells.at(row) : nullptr;
}

int SlotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cells.size());
}

QVariant SlotModel::data(const QModelIndex &index, int role) const
{
    const SlotCell *cell = index.isValid() ? at(index.row()) : nullptr;
    if (!cell)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return slotText(*cell);
    case Qt::ToolTipRole:
        return kit::plainToolTip(slotText(*cell));
    default:
        return {};
    }
}

} // namespace opsdeck::cabinet
