// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/event.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace opsdeck::store {

class Database;

/// Which events are wanted. Every member that is set narrows it.
struct JournalFilter {
    QDateTime from;                   ///< UTC, inclusive; null = no bound
    QDateTime to;                     ///< UTC, exclusive; null = no bound
    QStringList systems;              ///< any of them; empty = all
    QStringList devices;              ///< any of them; empty = all
    QStringList kinds;                ///< any of them; empty = all
    QList<Severity> severities;       ///< any of them; empty = all
    std::optional<bool> acknowledged; ///< only those that are, or are not
    /// Words: each must be the beginning of a word of the device, the arguments or the texts in the details; case does
    /// not count. At most 8 words are looked at, and the first 24 words of an event (journal_words.h).
    QString text;

    friend bool operator==(const JournalFilter &, const JournalFilter &) = default;
};

/// A place in the journal: pages go on from it, whatever is added or pruned meanwhile.
struct JournalCursor {
    qint64 timeMs = 0;
    qint64 id = 0;

    friend bool operator==(const JournalCursor &, const JournalCursor &) = default;
};

/// A page, newest first.
struct JournalPage {
    QList<JournalEntry> entries;
    /// Where the next page begins; nothing: this was the last one. A page may be short and have a next one: a search
    /// ends after `Journal::kSearchTime` wherever it is.
    std::optional<JournalCursor> next;
};

/// The journal of everything that happened. Any thread may call; answers come from the database's threads, signals in
/// this object's thread. Nothing is deleted but what the retention names.
class Journal final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostPerPage = 1000;
    static constexpr std::chrono::milliseconds kSearchTime{60};
    static constexpr int kDefaultRetentionDays = 365;

    /// @param database and @param clock must outlive this object.
    Journal(Database &database, base::Clock &clock, QObject *parent = nullptr);
    ~Journal() override;

    /// Answers with its id once it is on disk. A null time is now; texts are cut to the caps of Event and made plain.
    QFuture<base::Result<qint64>> add(Event event);
    /// The same when nobody waits: a failure is told by `writeFailed`.
    void post(Event event);

    /// @param limit 1–kMostPerPage. @param after the `next` of the page before; nothing = from the newest.
    QFuture<base::Result<JournalPage>> page(JournalFilter filter, std::optional<JournalCursor> after,
                                            int limit);
    /// How many events nobody has acknowledged, of exactly this severity, counted up to `most`.
    QFuture<base::Result<int>> countOpen(Severity severity, int most = 1000);
    /// What there is to choose from in a filter: every system, device (the first 2,000) and kind ever seen, sorted.
    struct Facets {
        QStringList systems;
        QStringList devices;
        QStringList kinds;
    };
    QFuture<base::Result<Facets>> facets();

    /// Answers how many were open until now. @param by the operator.
    QFuture<base::Result<int>> acknowledge(QList<qint64> ids, QString by);

    /// Writes every matching event as CSV (UTF-8 with its mark, RFC 4180), newest first, into `path`: whole or not at all.
    /// Fields that a spreadsheet would take for a formula get an apostrophe. `header`: the titles of the columns; `row`:
    /// what they say of an event; `progress`: set as it goes, how many rows, may be null; `cancel`: ends it with
    /// Cancelled, may be null. Answers the number of rows. Errors: DatabaseError, FileError, Cancelled.
    struct CsvExport {
        QString path;
        QStringList header;
        std::function<QStringList(const JournalEntry &)> row; ///< called on a worker
        std::shared_ptr<std::atomic<qint64>> progress;
        std::shared_ptr<std::atomic<bool>> cancel;
    };
    QFuture<base::Result<qint64>> exportCsv(JournalFilter filter, CsvExport what);

    /// Events older than this are deleted, a batch at a time, from now on and every hour. @param days 1 or more;
    /// 0 = keep all.
    void setRetention(int days);

Q_SIGNALS:
    /// What is on disk now, oldest first; collected for up to 100 ms.
    void added(const QList<opsdeck::store::JournalEntry> &entries);
    void acknowledged(const QList<qint64> &ids, const QDateTime &at, const QString &by);
    /// An event of `post` could not be written.
    void writeFailed(const opsdeck::base::Error &error);
    void pruned(qint64 events);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace opsdeck::store
