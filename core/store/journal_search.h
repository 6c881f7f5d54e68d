// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/journal.h"
#include "core/store/journal_ways.h"
#include "core/store/sql_connection.h"

#include <QHash>

#include <vector>

namespace opsdeck::store {

/// Finds events. Of the ways to what a filter wants (see journal_ways.h) it walks the one that is the thinnest where it
/// is, and compares every event of it with the whole filter; after a while it chooses anew. Of the search thread, inside
/// a reading transaction. Errors of all: DatabaseError.
class JournalSearch final
{
public:
    /// @param clock must outlive this object.
    explicit JournalSearch(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    base::Result<JournalPage> page(SqlConnection &connection, const JournalFilter &filter,
                                   const std::optional<JournalCursor> &after, int limit);
    base::Result<int> countOpen(SqlConnection &connection, Severity severity, int most);
    base::Result<Journal::Facets> facets(SqlConnection &connection);

private:
    struct Kind {
        QString system;
        QString kind;
        Severity severity = Severity::Info;
        QString textKey;
    };
    struct Device {
        QString name;
        QStringList words;
    };
    struct Walk;

    base::Result<void> learnKinds(SqlConnection &connection);
    base::Result<JournalQuery> resolve(SqlConnection &connection, const JournalFilter &filter,
                                       const std::optional<JournalCursor> &after);
    /// Nothing: there is none from here on. @param before where to begin.
    base::Result<std::optional<JournalMerge>>
    thinnest(SqlConnection &connection, const std::vector<JournalWay> &ways, JournalCursor before);
    /// Answers whether the page is at its end: full, late, or nothing is left.
    base::Result<bool> walk(SqlConnection &connection, Walk &walk, JournalMerge &way);
    /// Nothing: it does not match, or is gone.
    base::Result<std::optional<JournalEntry>> match(SqlConnection &connection, qint64 id,
                                                    const JournalQuery &query);
    base::Result<Device> device(SqlConnection &connection, qint64 id);

    const base::Clock &m_clock;
    QHash<qint64, Kind> m_kinds;
    QHash<qint64, Device> m_devices;
};

} // namespace opsdeck::store
