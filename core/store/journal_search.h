// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/journal.h"
#include "core/store/journal_stream.h"
#include "core/store/sql_connection.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace opsdeck::store {

/// Finds events. A filter becomes a number of streams, each a stretch of an index that is in the order of time already, so
/// that the newest are at hand however many there are: one a kind, one a device and kind, one a word. Of what could
/// be walked (the kinds, the devices, each of the words) that with the fewest events is; every event of it is compared
/// with the whole filter. Of the search thread, inside a reading transaction. Errors of all: DatabaseError.
class JournalSearch final
{
public:
    /// More than this at once would take longer than a page may.
    static constexpr int kMostStreams = 1000;
    /// What has more streams is collected whole when it is rare: up to this many events.
    static constexpr int kMostCollected = 8000;

    /// @param clock must outlive this object.
    explicit JournalSearch(const base::Clock &clock)
        : m_clock(clock)
    {
    }

    base::Result<JournalPage> page(SqlConnection &connection, const JournalFilter &filter,
                                   const std::optional<JournalCursor> &after, int limit);
    base::Result<int> countOpen(SqlConnection &connection, Severity least, int most);
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
    /// A filter in the numbers of the tables.
    struct Query {
        JournalSpan span;
        QSet<qint64> kinds;
        bool hasAllKinds = true;
        QList<int> openStates; ///< of is_open: 0, 1 or both
        bool hasDevices = false;
        QSet<qint64> devices;
        QStringList words;
    };
    /// One way to walk to all that a filter wants, and perhaps more.
    using Way = std::vector<JournalStream>;
    /// Ways to choose from. `isNothing`: it is clear already that there is nothing.
    struct Ways {
        std::vector<Way> ways;
        bool isNothing = false;
    };

    base::Result<void> learnKinds(SqlConnection &connection);
    base::Result<Query> resolve(SqlConnection &connection, const JournalFilter &filter,
                                const std::optional<JournalCursor> &after);
    base::Result<Ways> waysTo(SqlConnection &connection, const Query &query);
    base::Result<void> addWayOfWord(SqlConnection &connection, const Query &query, const QString &word,
                                    Ways &ways);
    base::Result<std::optional<Way>> wayOfDevices(SqlConnection &connection, const Query &query,
                                                  const QSet<qint64> &devices);
    base::Result<std::optional<Way>> wayOfWords(SqlConnection &connection, const Query &query,
                                                const QString &word);
    Way wayOfKinds(const Query &query) const;
    base::Result<Way> shortest(SqlConnection &connection, std::vector<Way> ways);
    /// Nothing: it does not match, or is gone.
    base::Result<std::optional<JournalEntry>> match(SqlConnection &connection, qint64 id, const Query &query);
    base::Result<Device> device(SqlConnection &connection, qint64 id);

    const base::Clock &m_clock;
    QHash<qint64, Kind> m_kinds;
    QHash<qint64, Device> m_devices;
};

} // namespace opsdeck::store
