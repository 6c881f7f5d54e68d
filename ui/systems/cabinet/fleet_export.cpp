// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_export.h"

#include "core/store/journal_csv.h"

#include <QDateTime>

namespace opsdeck::cabinet {

namespace {

QString number(int value)
{
    return value < 0 ? QString() : QString::number(value);
}

QString moment(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds).toString(Qt::ISODate) : QString();
}

} // namespace

QByteArray fleetCsv(const FleetExport &what)
{
    // Spreadsheets tell UTF-8 by its mark alone.
    QByteArray bytes = QByteArrayLiteral("\xef\xbb\xbf") + store::csvLine(what.header);
    for (const FleetRow &row : what.rows) {
        bytes += store::csvLine({row.shownSn, row.title, what.states.value(int(row.group)),
                                 row.slotCount > 0 ? QString::number(row.slotCount) : QString(),
                                 number(row.free), number(row.banks), number(row.ready), number(row.signal),
                                 row.version, row.address, moment(row.sinceMs), moment(row.heartbeatMs)});
    }
    return bytes;
}

} // namespace opsdeck::cabinet
