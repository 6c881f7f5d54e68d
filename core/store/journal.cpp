// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/hex.h"
#include "core/base/whole_file.h"
#include "core/base/worker.h"
#include "core/store/bell.h"
#include "core/store/database.h"
#include "core/store/event_json.h"
#include "core/store/journal_csv.h"
#include "core/store/journal_search.h"
#include "core/store/journal_writer.h"

#include <QMutex>
#include <QMutexLocker>
#include <QSemaphore>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace opsdeck::store {

using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr std::chrono::milliseconds kCollected{100};
constexpr std::chrono::hours kBetweenPrunes{1};
/// In one transaction: what a cabinet waits for comes right behind it.
constexpr int kPrunedAtOnce = 200;
constexpr qsizetype kMostAcknowledged = 100'000;
constexpr int kExportPage = 500;
constexpr qint64 kDayMs = 24LL * 3600 * 1000;

/// What the writer thread has to tell.
struct Told {
    QMutex mutex;
    QList<JournalEntry> added;
    QList<Error> failures;
    struct Acknowledged {
        QList<qint64> ids;
        QDateTime at;
        QString by;
    };
    QList<Acknowledged> acknowledged;
    std::optional<Result<int>> pruned;
};

/// The member's value; it is empty then.
template <typename Member>
auto taken(Told &told, Member member)
{
    const QMutexLocker lock(&told.mutex);
    return std::exchange(told.*member, {});
}

} // namespace

struct Journal::Private {
    Private(Journal *owner, Database &itsDatabase, base::Clock &itsClock)
        : q(owner)
        , database(itsDatabase)
        , clock(itsClock)
        , search(std::make_shared<JournalSearch>(itsClock))
        , addedBell(itsClock, kCollected, [this] { tellAdded(); })
        , otherBell(itsClock, std::chrono::milliseconds(0), [this] { tellOthers(); })
        , pruneTimer(itsClock.makeTimer([this] { prune(); }))
    {
        exports.setMaxThreadCount(1);
        exports.setExpiryTimeout(-1);
    }

    void tellAdded();
    void tellOthers();
    void prune();
    Result<qint64> writeCsv(const JournalFilter &filter, const CsvExport &what);
    Result<JournalPage> waitForPage(const JournalFilter &filter, const std::optional<JournalCursor> &after,
                                    const CsvExport &what);
    bool isCancelled(const CsvExport &what) const { return isEnding || (what.cancel && *what.cancel); }

    Journal *const q;
    Database &database;
    base::Clock &clock;
    const std::shared_ptr<JournalWriter> writer = std::make_shared<JournalWriter>(); ///< of the writer thread
    const std::shared_ptr<JournalSearch> search;                                     ///< of the search thread
    const std::shared_ptr<Told> told = std::make_shared<Told>();
    Bell addedBell;
    Bell otherBell;
    std::unique_ptr<base::Timer> pruneTimer;
    int retentionDays = 0;
    bool isPruning = false;
    qint64 prunedSoFar = 0;
    std::atomic<bool> isEnding{false};
    QThreadPool exports;
};

void Journal::Private::tellAdded()
{
    const QList<JournalEntry> entries = taken(*told, &Told::added);
    if (!entries.isEmpty())
        Q_EMIT q->added(entries);
}

void Journal::Private::tellOthers()
{
    for (const Told::Acknowledged &done : taken(*told, &Told::acknowledged))
        Q_EMIT q->acknowledged(done.ids, done.at, done.by);
    for (const Error &error : taken(*told, &Told::failures))
        Q_EMIT q->writeFailed(error);
    const std::optional<Result<int>> pruned = taken(*told, &Told::pruned);
    if (!pruned)
        return;
    isPruning = false;
    if (*pruned)
        prunedSoFar += **pruned;
    if (*pruned && **pruned == kPrunedAtOnce && retentionDays > 0) {
        prune();
        return;
    }
    if (const qint64 events = std::exchange(prunedSoFar, 0); events > 0)
        Q_EMIT q->pruned(events);
}

void Journal::Private::prune()
{
    if (retentionDays <= 0)
        return;
    pruneTimer->start(kBetweenPrunes);
    if (std::exchange(isPruning, true))
        return;
    const qint64 before = clock.now().toMSecsSinceEpoch() - retentionDays * kDayMs;
    database.write<int>(
        [writer = writer, before](SqlConnection &connection) {
            return writer->prune(connection, before, kPrunedAtOnce);
        },
        [told = told, rope = otherBell.rope()](const Result<int> &pruned) {
            const QMutexLocker lock(&told->mutex);
            told->pruned = pruned;
            rope.ring();
        });
}

Journal::Journal(Database &database, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, database, clock))
{
}

Journal::~Journal()
{
    d->isEnding = true;
    d->exports.waitForDone();
}

QFuture<Result<qint64>> Journal::add(Event event)
{
    auto clean = cleanEvent(std::move(event), d->clock.now());
    if (!clean)
        return base::answered<qint64>(fail(clean.error()));
    const auto entry = std::make_shared<JournalEntry>();
    return d->database.write<qint64>(
        [writer = d->writer, entry, event = std::move(*clean)](SqlConnection &connection) -> Result<qint64> {
            auto added = writer->add(connection, event);
            if (!added)
                return fail(added.error());
            *entry = std::move(*added);
            return entry->id;
        },
        [told = d->told, rope = d->addedBell.rope(), entry](const Result<qint64> &answer) {
            if (!answer)
                return;
            {
                const QMutexLocker lock(&told->mutex);
                told->added.append(std::move(*entry));
            }
            rope.ring();
        });
}

void Journal::post(Event event)
{
    const auto tell = [told = d->told, rope = d->otherBell.rope()](const Result<qint64> &answer) {
        if (answer)
            return;
        {
            const QMutexLocker lock(&told->mutex);
            // Thousands may fail of one cause: the first ones tell it.
            constexpr qsizetype kMostTold = 16;
            if (told->failures.size() < kMostTold)
                told->failures.append(answer.error());
        }
        rope.ring();
    };
    add(std::move(event)).then(QtFuture::Launch::Sync, tell);
}

QFuture<Result<JournalPage>> Journal::page(JournalFilter filter, std::optional<JournalCursor> after,
                                           int limit)
{
    if (limit < 1 || limit > kMostPerPage)
        return base::answered<JournalPage>(
            fail(base::CommonError::InvalidArgument,
                 QStringLiteral("a page has 1 to %1 events, not %2").arg(kMostPerPage).arg(limit)));
    return d->database.read<JournalPage>(
        [search = d->search, filter = std::move(filter), after, limit](SqlConnection &connection) {
            return search->page(connection, filter, after, limit);
        },
        Database::Lane::Search);
}

QFuture<Result<int>> Journal::countOpen(Severity severity, int most)
{
    return d->database.read<int>(
        [search = d->search, severity, most](SqlConnection &connection) {
            return search->countOpen(connection, severity, most);
        },
        Database::Lane::Search);
}

QFuture<Result<Journal::Facets>> Journal::facets()
{
    return d->database.read<Facets>(
        [search = d->search](SqlConnection &connection) { return search->facets(connection); },
        Database::Lane::Search);
}

QFuture<Result<int>> Journal::acknowledge(QList<qint64> ids, QString by)
{
    if (ids.size() > kMostAcknowledged)
        return base::answered<int>(fail(base::CommonError::InvalidArgument,
                                        QStringLiteral("at most %1 events at once").arg(kMostAcknowledged)));
    const auto done = std::make_shared<Told::Acknowledged>();
    done->at = d->clock.now().toUTC();
    done->by = base::plainText(by);
    return d->database.write<int>(
        [writer = d->writer, done, ids = std::move(ids)](SqlConnection &connection) -> Result<int> {
            auto changed = writer->acknowledge(connection, ids, done->by, done->at);
            if (!changed)
                return fail(changed.error());
            done->ids = std::move(*changed);
            return int(done->ids.size());
        },
        [told = d->told, rope = d->otherBell.rope(), done](const Result<int> &answer) {
            if (!answer || *answer == 0)
                return;
            {
                const QMutexLocker lock(&told->mutex);
                told->acknowledged.append(*done);
            }
            rope.ring();
        });
}

QFuture<Result<qint64>> Journal::exportCsv(JournalFilter filter, CsvExport what)
{
    return base::runOn(d->exports, [this, filter = std::move(filter), what = std::move(what)] {
        return d->writeCsv(filter, what);
    });
}

/// On the export's thread.
Result<JournalPage> Journal::Private::waitForPage(const JournalFilter &filter,
                                                  const std::optional<JournalCursor> &after,
                                                  const CsvExport &what)
{
    // Not waited for without an end: who cancels, or ends the program, must not wait for a database that hangs.
    const auto isThere = std::make_shared<QSemaphore>();
    const auto page = q->page(filter, after, kExportPage)
                          .then(QtFuture::Launch::Sync, [isThere](Result<JournalPage> answer) {
                              isThere->release();
                              return answer;
                          });
    constexpr int kLookMs = 50;
    while (!isThere->tryAcquire(1, kLookMs)) {
        if (isCancelled(what))
            return fail(base::CommonError::Cancelled, QStringLiteral("the export was stopped"));
    }
    return page.result();
}

Result<qint64> Journal::Private::writeCsv(const JournalFilter &filter, const CsvExport &what)
{
    base::WholeFile file(what.path);
    if (const auto opened = file.openNew(); !opened)
        return fail(opened.error());
    // Spreadsheets tell UTF-8 by its mark alone.
    QByteArray bytes = QByteArrayLiteral("\xef\xbb\xbf") + csvLine(what.header);
    qint64 count = 0;
    std::optional<JournalCursor> after;
    do {
        if (isCancelled(what))
            return fail(base::CommonError::Cancelled, QStringLiteral("the export was stopped"));
        const auto page = waitForPage(filter, after, what);
        if (!page)
            return fail(page.error());
        for (const JournalEntry &entry : page->entries)
            bytes += csvLine(what.row(entry));
        if (const auto written = file.write(bytes.constData(), bytes.size()); !written)
            return fail(written.error());
        bytes.clear();
        count += page->entries.size();
        if (what.progress)
            *what.progress = count;
        after = page->next;
    } while (after);
    if (const auto kept = file.commit(); !kept)
        return fail(kept.error());
    return count;
}

void Journal::setRetention(int days)
{
    d->retentionDays = days;
    if (days > 0)
        d->prune();
    else
        d->pruneTimer->stop();
}

} // namespace opsdeck::store
