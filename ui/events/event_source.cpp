// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_source.h"

namespace opsdeck::events {

JournalSource::JournalSource(store::Journal &journal, QObject *parent)
    : EventSource(parent)
    , m_journal(journal)
{
    connect(&m_journal, &store::Journal::added, this, &EventSource::added);
    connect(&m_journal, &store::Journal::acknowledged, this, &EventSource::acknowledged);
    connect(&m_journal, &store::Journal::pruned, this, &EventSource::pruned);
}

QFuture<base::Result<store::JournalPage>>
JournalSource::page(const store::JournalFilter &filter, const std::optional<store::JournalCursor> &after,
                    int limit)
{
    return m_journal.page(filter, after, limit);
}

QFuture<base::Result<int>> JournalSource::countOpen(store::Severity severity, int most)
{
    return m_journal.countOpen(severity, most);
}

QFuture<base::Result<store::Journal::Facets>> JournalSource::facets()
{
    return m_journal.facets();
}

QFuture<base::Result<int>> JournalSource::acknowledge(const QList<qint64> &ids, const QString &by)
{
    return m_journal.acknowledge(ids, by);
}

QFuture<base::Result<qint64>> JournalSource::exportCsv(const store::JournalFilter &filter,
                                                       const store::Journal::CsvExport &what)
{
    return m_journal.exportCsv(filter, what);
}

} // namespace opsdeck::events
