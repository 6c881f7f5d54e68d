// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/journal_stream.h"
#include "core/store/sql_connection.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <vector>

namespace opsdeck::store {

/// A filter in the numbers of the tables.
struct JournalQuery {
    JournalSpan span;
    QSet<qint64> kinds;
    bool hasAllKinds = true;
    QList<int> openStates; ///< of is_open: 0, 1 or both
    bool hasDevices = false;
    QSet<qint64> devices;
    QStringList words; ///< beginnings of words
};

/// One way to come, newest first, to all that a query wants, and perhaps to more.
using JournalWay = std::vector<JournalStream>;

/// The ways to choose from; none: there is nothing that the query wants.
///
/// A filter becomes a number of streams, each a stretch of an index that is in the order of time already, so that the
/// newest are at hand however many there are: one a kind, one a device, one a word. What would be more streams than a page
/// has time for is collected whole when it is rare, and left to the other ways when it is not. Errors: DatabaseError.
base::Result<std::vector<JournalWay>> journalWays(SqlConnection &connection, const JournalQuery &query);

} // namespace opsdeck::store
