// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/cabinet/fleet_columns.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace opsdeck::cabinet {

/// The cabinets as rows, filtered, sorted and grouped over plain values: 15,000 rows follow a keystroke within a frame.
/// Takes values only and knows no session; changes come in batches by SN. Rows of the table are cabinets, and headings
/// when grouped. Whoever shows it keeps the selection over a reset by SN. GUI thread.
class FleetModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using enum fleet_columns::Column;
    static constexpr int kColumns = fleet_columns::kCount;

    explicit FleetModel(QObject *parent = nullptr);

    /// New and changed rows, and the SNs of those that are gone.
    void update(const QList<FleetRow> &changed, const QStringList &gone = {});
    void setFilter(const FleetFilter &filter);
    /// With a heading above each state.
    void setGrouped(bool isGrouped);
    bool isGrouped() const { return m_isGrouped; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// What "5 s ago" is counted from; whoever shows it repaints that column.
    void setNow(const QDateTime &now) { m_nowMs = now.toMSecsSinceEpoch(); }

    /// All cabinets, whether they are shown or not.
    int cabinetCount() const { return int(m_rows.size()); }
    int shownCount() const { return int(m_order.size()); }
    struct Totals {
        int all = 0;
        int online = 0;
        int attention = 0;
        int ready = 0; ///< banks of 80 % and more in cabinets on line
    };
    /// Of all cabinets, shown or not.
    Totals totals() const;
    /// Null for a heading and for what is no row.
    const FleetRow *at(int row) const;
    const FleetRow *find(const QString &sn) const;
    struct Heading {
        RowGroup group;
        int count;
    };
    std::optional<Heading> heading(int row) const;
    /// -1 when it is not shown.
    int rowOfSn(const QString &sn) const;
    /// The slot counts there are, ascending, without unknown ones.
    QList<int> slotCounts() const;
    /// As they are shown, for an export.
    std::vector<FleetRow> shownRows() const;

    /// What a cell says; "–" for what is not known.
    QString text(const FleetRow &row, int column) const { return fleet_columns::text(row, column, m_nowMs); }
    QString headingText(const Heading &heading) const;
    /// Asked anew in the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    /// Two of m_rows, in the order that is chosen.
    bool isBefore(int first, int second) const;
    void remove(const QStringList &gone);
    std::vector<int> allInOrder() const;
    void show(std::vector<int> order, bool isOtherSet);
    std::vector<int> withHeadings(const std::vector<int> &order);
    void notePositions();
    void announce(std::vector<int> rows);

    std::vector<FleetRow> m_rows; ///< in no order
    QHash<QString, int> m_bySn;
    std::vector<int> m_order;                                    ///< of m_rows: those that are shown, sorted
    std::vector<int> m_shown;                                    ///< the same with headings: -1 - group
    std::vector<int> m_positions;                                ///< of m_rows in m_shown; -1 = not shown
    std::vector<int> m_counts = std::vector<int>(kRowGroups, 0); ///< of those that are shown, by group
    FleetFilter m_filter;
    bool m_isGrouped = false;
    int m_sortColumn = Cabinet;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    qint64 m_nowMs = 0;
};

} // namespace opsdeck::cabinet
