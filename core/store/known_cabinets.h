// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "core/store/sql_connection.h"

namespace opsdeck::store::known_cabinets {

// The list of accepted cabinets: its statements and rules. Errors of all: DatabaseError.

/// By SN.
base::Result<QList<KnownCabinet>> all(SqlConnection &connection);
/// Adds or replaces; a slot count of 0 and times that are null leave what is there. Errors: InvalidArgument for an SN of
/// 0 or more than 64 characters.
base::Result<void> accept(SqlConnection &connection, const QList<KnownCabinet> &cabinets,
                          const QDateTime &now);
base::Result<void> forget(SqlConnection &connection, const QString &sn);
/// Of an SN that is not on the list: nothing. @param slotCount 0 = not known.
base::Result<void> noteSeen(SqlConnection &connection, const QString &sn, int slotCount,
                            const QDateTime &time);

} // namespace opsdeck::store::known_cabinets
