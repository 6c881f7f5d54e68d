// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql_connection.h"
#include "core/store/store.h"
#include "tests/core/store/made_up_events.h"
#include "tests/support/manual_clock.h"

#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

/// For tests of the journal to inherit: a database of its own. Each call waits for its answer.
class JournalRig
{
protected:
    void start()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false"));
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_store = std::make_unique<store::Store>(file(), *m_clock);
        QVERIFY(m_store->database.open().result());
    }
    void stop() { m_store.reset(); }

    QString file() const { return m_home->filePath(QStringLiteral("opsdeck.db")); }
    store::Journal &journal() { return m_store->journal; }
    QList<JournalEntry> fill(int count, quint32 seed = 3)
    {
        Events events(seed);
        QList<JournalEntry> entries;
        QList<QFuture<base::Result<qint64>>> ids;
        for (int i = 0; i < count; ++i) {
            JournalEntry entry;
            entry.event = events.next();
            entries.append(entry);
            ids.append(journal().add(entry.event));
        }
        for (int i = 0; i < count; ++i)
            entries[i].id = ids[i].result().value_or(0);
        return entries;
    }
    /// All pages, one after the other.
    QList<JournalEntry> walk(const JournalFilter &filter, int limit)
    {
        QList<JournalEntry> entries;
        std::optional<JournalCursor> after;
        for (int pages = 0; pages < 10'000; ++pages) {
            const auto page = journal().page(filter, after, limit).result();
            if (!page)
                qFatal("%s", qPrintable(page.error().detail()));
            entries += page->entries;
            if (!page->next)
                return entries;
            after = page->next;
        }
        qFatal("the pages have no end");
    }
    int rowsOf(const char *table)
    {
        const QString sql = QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table));
        return m_store->database
            .read<int>([sql](store::SqlConnection &connection) -> base::Result<int> {
                const auto count =
                    connection.first(sql, {}, [](const store::SqlRow &row) { return row.number(0); });
                return count ? base::Result<int>(count->value_or(-1)) : base::fail(count.error());
            })
            .result()
            .value_or(-2);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace opsdeck::test
