// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

namespace opsdeck::events {

/// Where the lists of events come from: the journal, or values in a test. Answers come from other threads, signals in
/// this object's thread. Never blocks.
class EventSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // As Journal's functions of these names.
    virtual QFuture<base::Result<store::JournalPage>>
    page(const store::JournalFilter &filter, const std::optional<store::JournalCursor> &after, int limit) = 0;
    virtual QFuture<base::Result<int>> countOpen(store::Severity severity, int most) = 0;
    virtual QFuture<base::Result<store::Journal::Facets>> facets() = 0;
    virtual QFuture<base::Result<int>> acknowledge(const QList<qint64> &ids, const QString &by) = 0;
    virtual QFuture<base::Result<qint64>> exportCsv(const store::JournalFilter &filter,
                                                    const store::Journal::CsvExport &what) = 0;

Q_SIGNALS:
    void added(const QList<opsdeck::store::JournalEntry> &entries);
    void acknowledged(const QList<qint64> &ids, const QDateTime &at, const QString &by);
    void pruned(qint64 events);
};

/// The journal as a source.
class JournalSource final : public EventSource
{
    Q_OBJECT
public:
    /// @param journal must outlive this object.
    explicit JournalSource(store::Journal &journal, QObject *parent = nullptr);

    QFuture<base::Result<store::JournalPage>> page(const store::JournalFilter &filter,
                                                   const std::optional<store::JournalCursor> &after,
                                                   int limit) override;
    QFuture<base::Result<int>> countOpen(store::Severity severity, int most) override;
    QFuture<base::Result<store::Journal::Facets>> facets() override;
    QFuture<base::Result<int>> acknowledge(const QList<qint64> &ids, const QString &by) override;
    QFuture<base::Result<qint64>> exportCsv(const store::JournalFilter &filter,
                                            const store::Journal::CsvExport &what) override;

private:
    store::Journal &m_journal;
};

} // namespace opsdeck::events
