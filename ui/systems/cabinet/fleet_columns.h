// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/cabinet/fleet_row.h"

/// The columns of the fleet table: what each is called, what it says of a cabinet, and how cabinets are sorted by it. Pure.
namespace opsdeck::cabinet::fleet_columns {

enum Column { State, Cabinet, Title, Slots, Free, Banks, Ready, Signal, Heartbeat, Version, Address };
constexpr int kCount = Address + 1;

constexpr bool isNumber(int column)
{
    return column == Free || column == Banks || column == Ready;
}

/// Less than 0, 0, more than 0, by what the column says; two that are the same there, ascending by SN whatever the order.
int compare(const FleetRow &a, const FleetRow &b, int column, Qt::SortOrder order);

QString caption(int column);
/// Longer than the caption where that needs it.
QString captionToolTip(int column);
QString groupName(RowGroup group);
/// What a cell says; "–" for what is not known. @param nowMs since 1970: what "5 s ago" is counted from.
QString text(const FleetRow &row, int column, qint64 nowMs);
QString toolTip(const FleetRow &row, int column, qint64 nowMs);

} // namespace opsdeck::cabinet::fleet_columns
