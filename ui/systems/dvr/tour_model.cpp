// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tour_model.h"

#include <algorithm>

namespace opsdeck::dvr {

TourModel::TourModel(const QList<TourStep> &steps, NameOf nameOf, QObject *parent)
    : QAbstractTableModel(parent)
    , m_steps(steps)
    , m_nameOf(std::move(nameOf))
{
}

void TourModel::append(const TourStep &step)
{
    if (m_steps.size() >= kMaximumTourSteps)
        return;
    beginInsertRows({}, int(m_steps.size()), int(m_steps.size()));
    m_steps.append(step);
    endInsertRows();
    Q_EMIT changed();
}

void TourModel::remove(int row)
{
    if (row < 0 || row >= m_steps.size())
        return;
    beginRemoveRows({}, row, row);
    m_steps.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

int TourModel::move(int row, int by)
{
    const int to = std::clamp(row + by, 0, int(m_steps.size()) - 1);
    if (row < 0 || row >= m_steps.size() || to == row)
        return row;
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    m_steps.move(row, to);
    endMoveRows();
    Q_EMIT changed();
    return to;
}

int TourModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int TourModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant TourModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TourStep &step = m_steps.at(index.row());
    if (index.column() == Dwell) {
        switch (role) {
        case Qt::DisplayRole:
            return tr("%1 s").arg(step.dwell.count());
        case Qt::EditRole:
            return int(step.dwell.count());
        case Qt::TextAlignmentRole:
            return int(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString name = m_nameOf(step);
    return name.isEmpty() ? tr("a view that is gone") : name;
}

bool TourModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Dwell || role != Qt::EditRole)
        return false;
    m_steps[index.row()].dwell =
        std::clamp(std::chrono::seconds(value.toInt()), TourStep::kShortest, TourStep::kLongest);
    Q_EMIT dataChanged(index, index);
    Q_EMIT changed();
    return true;
}

QVariant TourModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section == Dwell ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Dwell ? tr("Time") : tr("Shows");
}

Qt::ItemFlags TourModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Dwell ? usual | Qt::ItemIsEditable : usual;
}

} // namespace opsdeck::dvr
