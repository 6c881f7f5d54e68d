// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/event.h"
#include "core/store/id_sequence.h"
#include "core/store/sql_connection.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>

namespace opsdeck::store {

/// Puts events into the tables of the journal and takes them out again. What events share (kind, device, words) is kept
/// once and known by number; the numbers are remembered here. Of the writer thread, inside its transaction. Errors of all:
/// DatabaseError.
class JournalWriter final
{
public:
    /// @param event as `cleanEvent` made it.
    base::Result<JournalEntry> add(SqlConnection &connection, const Event &event);
    /// Answers those that were open until now.
    base::Result<QList<qint64>> acknowledge(SqlConnection &connection, const QList<qint64> &ids,
                                            const QString &by, const QDateTime &time);
    /// Deletes the oldest events before a time, and what only they used. @param most rows of the journal. Answers how many.
    base::Result<int> prune(SqlConnection &connection, qint64 beforeMs, int most);

private:
    /// A row in a few words, for taking it out.
    struct Pruned {
        qint64 id = 0;
        qint64 timeMs = 0;
        qint64 kindId = 0;
        qint64 deviceId = 0;
        QStringList words;
    };

    void forgetIfStale(const SqlConnection &connection);
    base::Result<qint64> kindId(SqlConnection &connection, const Event &event);
    base::Result<qint64> deviceId(SqlConnection &connection, const Event &event);
    base::Result<void> notePair(SqlConnection &connection, qint64 device, qint64 kind);
    base::Result<qint64> wordId(SqlConnection &connection, const QString &word);
    base::Result<void> addWords(SqlConnection &connection, const Event &event, qint64 timeMs, qint64 id);
    base::Result<void> removeUnused(SqlConnection &connection, const QSet<qint64> &words,
                                    const QSet<QPair<qint64, qint64>> &pairs);

    IdSequence m_eventIds{QStringLiteral("event")};
    IdSequence m_kindIds{QStringLiteral("event_kind")};
    IdSequence m_deviceIds{QStringLiteral("event_device")};
    IdSequence m_wordIds{QStringLiteral("word")};
    QHash<QString, qint64> m_kinds;
    QHash<QString, qint64> m_devices;
    QSet<QPair<qint64, qint64>> m_pairs;
    QHash<QString, qint64> m_words;
    quint64 m_generation = 0;
};

} // namespace opsdeck::store
