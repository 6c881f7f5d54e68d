// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/cabinet/fleet_row.h"

#include <QStringList>

#include <vector>

namespace opsdeck::cabinet {

/// What a worker needs to write the table; values only.
struct FleetExport {
    std::vector<FleetRow> rows;
    QStringList header; ///< of the twelve columns
    QStringList states; ///< the words for each RowGroup
};

/// CSV of RFC 4180 in UTF-8 with a mark at its beginning, so that spreadsheets take it for UTF-8. A field that a
/// spreadsheet would take for a formula gets an apostrophe. Any thread.
QByteArray fleetCsv(const FleetExport &what);

} // namespace opsdeck::cabinet
