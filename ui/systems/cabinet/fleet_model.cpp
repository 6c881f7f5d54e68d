// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_model.h"

#include "ui/kit/plain_tool_tip.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace opsdeck::cabinet {

namespace {

constexpr std::size_t kMostAnnouncements = 16;

} // namespace

FleetModel::FleetModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

// --- Rows ----------------------------------------------------------------------------------------------------

bool FleetModel::isBefore(int first, int second) const
{
    const FleetRow &a = m_rows[std::size_t(first)];
    const FleetRow &b = m_rows[std::size_t(second)];
    if (m_isGrouped && a.group != b.group)
        return a.group < b.group;
    return fleet_columns::compare(a, b, m_sortColumn, m_sortOrder) < 0;
}

void FleetModel::update(const QList<FleetRow> &changed, const QStringList &gone)
{
    std::vector<int> touched; // those whose place may be another one
    std::vector<int> same;
    bool isOtherSet = false;
    for (const FleetRow &row : changed) {
        const auto found = m_bySn.constFind(row.sn);
        if (found == m_bySn.constEnd()) {
            m_bySn.insert(row.sn, int(m_rows.size()));
            touched.push_back(int(m_rows.size()));
            m_rows.push_back(row);
            m_positions.push_back(-1);
            isOtherSet = isOtherSet || m_filter.accepts(row);
            continue;
        }
        FleetRow &old = m_rows[std::size_t(*found)];
        const bool wasShown = m_positions[std::size_t(*found)] >= 0;
        const bool isShown = m_filter.accepts(row);
        const bool staysThere = wasShown == isShown && old.group == row.group &&
                                fleet_columns::compare(old, row, m_sortColumn, m_sortOrder) == 0;
        isOtherSet = isOtherSet || wasShown != isShown;
        old = row;
        (staysThere ? same : touched).push_back(*found);
    }
    const bool isAnyGone =
        std::any_of(gone.cbegin(), gone.cend(), [this](const QString &sn) { return m_bySn.contains(sn); });
    if (isAnyGone) {
        // Numbers of rows change: the slow way, which is rare.
        beginResetModel();
        remove(gone);
        m_order = allInOrder();
        m_shown = withHeadings(m_order);
        notePositions();
        endResetModel();
        return;
    }
    if (!touched.empty()) {
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        std::vector<char> isTouched(m_rows.size(), 0);
        for (const int row : touched)
            isTouched[std::size_t(row)] = 1;
        // What stays is sorted already: only the others are, and then both are merged.
        std::vector<int> kept;
        kept.reserve(m_order.size());
        std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(kept),
                     [&](int row) { return !isTouched[std::size_t(row)]; });
        std::vector<int> moved;
        std::copy_if(touched.begin(), touched.end(), std::back_inserter(moved),
                     [&](int row) { return m_filter.accepts(m_rows[std::size_t(row)]); });
        const auto isEarlier = [this](int a, int b) { return isBefore(a, b); };
        std::sort(moved.begin(), moved.end(), isEarlier);
        std::vector<int> merged;
        merged.reserve(kept.size() + moved.size());
        std::merge(kept.begin(), kept.end(), moved.begin(), moved.end(), std::back_inserter(merged),
                   isEarlier);
        show(std::move(merged), isOtherSet);
        same.insert(same.end(), moved.begin(), moved.end());
    }
    announce(std::move(same));
}

void FleetModel::remove(const QStringList &gone)
{
    for (const QString &sn : gone) {
        const auto found = m_bySn.constFind(sn);
        if (found == m_bySn.constEnd())
            continue;
        const std::size_t at = std::size_t(*found);
        m_bySn.erase(found);
        if (at + 1 != m_rows.size()) {
            m_rows[at] = std::move(m_rows.back());
            m_bySn[m_rows[at].sn] = int(at);
        }
        m_rows.pop_back();
    }
}

std::vector<int> FleetModel::allInOrder() const
{
    std::vector<int> order;
    order.reserve(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_filter.accepts(m_rows[row]))
            order.push_back(int(row));
    }
    std::sort(order.begin(), order.end(), [this](int a, int b) { return isBefore(a, b); });
    return order;
}

std::vector<int> FleetModel::withHeadings(const std::vector<int> &order)
{
    std::fill(m_counts.begin(), m_counts.end(), 0);
    for (const int row : order)
        ++m_counts[std::size_t(m_rows[std::size_t(row)].group)];
    if (!m_isGrouped)
        return order;
    std::vector<int> shown;
    shown.reserve(order.size() + kRowGroups);
    std::optional<RowGroup> current;
    for (const int row : order) {
        const RowGroup group = m_rows[std::size_t(row)].group;
        if (current != group) {
            shown.push_back(-1 - int(group));
            current = group;
        }
        shown.push_back(row);
    }
    return shown;
}

void FleetModel::notePositions()
{
    m_positions.assign(m_rows.size(), -1);
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        if (m_shown[at] >= 0)
            m_positions[std::size_t(m_shown[at])] = int(at);
    }
}

/// Puts the rows into this order. @param isOtherSet there are rows that were not there, or the other way round.
void FleetModel::show(std::vector<int> order, bool isOtherSet)
{
    if (order == m_order && !isOtherSet && !m_isGrouped)
        return;
    const std::vector<int> before = m_shown;
    std::vector<int> shown = withHeadings(order);
    if (isOtherSet || shown.size() != before.size()) {
        beginResetModel();
        m_order = std::move(order);
        m_shown = std::move(shown);
        notePositions();
        endResetModel();
        return;
    }
    if (shown == before) {
        m_order = std::move(order);
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    m_order = std::move(order);
    m_shown = std::move(shown);
    notePositions();
    const QModelIndexList old = persistentIndexList();
    QModelIndexList moved;
    moved.reserve(old.size());
    for (const QModelIndex &index : old) {
        const int row = before[std::size_t(index.row())];
        int to = row >= 0 ? m_positions[std::size_t(row)] : -1;
        if (row < 0) {
            const auto found = std::find(m_shown.begin(), m_shown.end(), row);
            to = found == m_shown.end() ? -1 : int(found - m_shown.begin());
        }
        moved.append(to < 0 ? QModelIndex() : this->index(to, index.column()));
    }
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Their cells say something else now.
void FleetModel::announce(std::vector<int> rows)
{
    std::vector<int> at;
    at.reserve(rows.size());
    for (const int row : rows) {
        if (m_positions[std::size_t(row)] >= 0)
            at.push_back(m_positions[std::size_t(row)]);
    }
    if (at.empty())
        return;
    std::sort(at.begin(), at.end());
    std::vector<std::pair<int, int>> runs;
    for (const int position : at) {
        if (!runs.empty() && position <= runs.back().second + 1)
            runs.back().second = position;
        else
            runs.emplace_back(position, position);
    }
    // Many small announcements cost a view more than one that says too much.
    if (runs.size() > kMostAnnouncements)
        runs = {{at.front(), at.back()}};
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
}

void FleetModel::setFilter(const FleetFilter &filter)
{
    m_filter = filter;
    std::vector<int> order = allInOrder();
    if (order != m_order)
        show(std::move(order), true);
}

void FleetModel::setGrouped(bool isGrouped)
{
    if (m_isGrouped == isGrouped)
        return;
    m_isGrouped = isGrouped;
    show(allInOrder(), true);
}

void FleetModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kColumns || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    show(allInOrder(), false);
}

// --- Looking -------------------------------------------------------------------------------------------------

const FleetRow *FleetModel::at(int row) const
{
    if (row < 0 || row >= int(m_shown.size()) || m_shown[std::size_t(row)] < 0)
        return nullptr;
    return &m_rows[std::size_t(m_shown[std::size_t(row)])];
}

const FleetRow *FleetModel::find(const QString &sn) const
{
    const auto found = m_bySn.constFind(sn);
    return found == m_bySn.constEnd() ? nullptr : &m_rows[std::size_t(*found)];
}

std::optional<FleetModel::Heading> FleetModel::heading(int row) const
{
    if (row < 0 || row >= int(m_shown.size()) || m_shown[std::size_t(row)] >= 0)
        return {};
    const int group = -1 - m_shown[std::size_t(row)];
    return Heading{RowGroup(group), m_counts[std::size_t(group)]};
}

int FleetModel::rowOfSn(const QString &sn) const
{
    const auto found = m_bySn.constFind(sn);
    return found == m_bySn.constEnd() ? -1 : m_positions[std::size_t(*found)];
}

QList<int> FleetModel::slotCounts() const
{
    QList<int> counts;
    for (const FleetRow &row : m_rows) {
        if (row.slotCount > 0 && !counts.contains(row.slotCount))
            counts.append(row.slotCount);
    }
    std::sort(counts.begin(), counts.end());
    return counts;
}

FleetModel::Totals FleetModel::totals() const
{
    Totals totals;
    totals.all = int(m_rows.size());
    for (const FleetRow &row : m_rows) {
        if (!row.isOnline())
            continue;
        ++totals.online;
        totals.attention += row.group == RowGroup::Attention ? 1 : 0;
        totals.ready += std::max(0, row.ready);
    }
    return totals;
}

std::vector<FleetRow> FleetModel::shownRows() const
{
    std::vector<FleetRow> rows;
    rows.reserve(m_order.size());
    for (const int row : m_order)
        rows.push_back(m_rows[std::size_t(row)]);
    return rows;
}

// --- Words ---------------------------------------------------------------------------------------------------

QString FleetModel::headingText(const Heading &heading) const
{
    return QStringLiteral("%1 · %2").arg(fleet_columns::groupName(heading.group),
                                         QLocale().toString(heading.count));
}

void FleetModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, kColumns - 1));
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto head = heading(index.row())) {
        const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return isText && index.column() == Cabinet ? headingText(*head) : QVariant();
    }
    const FleetRow *row = at(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*row, index.column());
    case Qt::ToolTipRole:
        return kit::plainToolTip(fleet_columns::toolTip(*row, index.column(), m_nowMs));
    default:
        return {};
    }
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((fleet_columns::isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return fleet_columns::captionToolTip(section);
    // The mark's column is too narrow for a word; lists of columns and screen readers have it.
    if (role == Qt::DisplayRole && section == State)
        return QString();
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return fleet_columns::caption(section);
    return {};
}

Qt::ItemFlags FleetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Arrows pass headings by.
    if (!at(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace opsdeck::cabinet
