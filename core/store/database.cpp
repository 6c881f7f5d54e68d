// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/database_check.h"
#include "core/store/database_lane.h"
#include "core/store/database_opening.h"

#include <QLoggingCategory>

#include <atomic>
#include <initializer_list>

namespace opsdeck::store {

Q_LOGGING_CATEGORY(lcDatabase, "opsdeck.store")

using base::Error;
using base::Result;

/// Its threads see nothing else of the database.
struct Database::Private final : LaneListener {
    Private(Database *owner, const QString &itsPath, base::Clock &itsClock,
            std::chrono::milliseconds itsBusyTime, qint64 itsLargest)
        : q(owner)
        , path(itsPath)
        , clock(itsClock)
        , busyTime(itsBusyTime)
        , largestWaitedFor(itsLargest)
        , writer(itsClock, *this, [this] { return openOnWriter(); })
        , quick(QStringLiteral("database reader"), itsPath, itsBusyTime, *this)
        , search(QStringLiteral("database search"), itsPath, itsBusyTime, *this)
        , check(QStringLiteral("database check"), itsPath, itsBusyTime, *this)
    {
    }

    void onFailure(const Error &error) override;
    void onSuccess() override;
    std::unique_ptr<SqlConnection> openOnWriter();
    void checkNextStretch(const std::shared_ptr<IntegrityWalk> &walk);

    Database *const q;
    const QString path;
    base::Clock &clock;
    const std::chrono::milliseconds busyTime;
    const qint64 largestWaitedFor;
    base::Reply<Opening> opening;
    const QFuture<Result<Opening>> whenOpened = opening.future();
    bool wasAskedToOpen = false;
    std::atomic<bool> isFailing{false};
    std::atomic<bool> isDamageTold{false};
    std::unique_ptr<base::FileLock> lock; ///< given back when no lane has the file open any more
    WriteLane writer;
    ReadLane quick;
    ReadLane search;
    ReadLane check; ///< begun for large files only
};

void Database::Private::onFailure(const Error &error)
{
    // Damage does not go away when the next write works.
    std::atomic<bool> &isTold = error.is(DatabaseError::Damaged) ? isDamageTold : isFailing;
    if (isTold.exchange(true))
        return;
    qCWarning(lcDatabase).noquote() << error.name() << error.detail();
    QMetaObject::invokeMethod(
        q, [this, error] { Q_EMIT q->failed(error); }, Qt::QueuedConnection);
}

void Database::Private::onSuccess()
{
    if (isFailing.exchange(false))
        QMetaObject::invokeMethod(
            q, [this] { Q_EMIT q->recovered(); }, Qt::QueuedConnection);
}

std::unique_ptr<SqlConnection> Database::Private::openOnWriter()
{
    auto opened = openDatabase(path, clock, busyTime, largestWaitedFor);
    if (!opened) {
        for (DatabaseLane *lane : std::initializer_list<DatabaseLane *>{&quick, &search, &writer})
            lane->refuseAll(opened.error());
        opening.answer(base::fail(opened.error()));
        return nullptr;
    }
    if (!opened->setAsideAs.isEmpty()) {
        const auto notice = [this, name = opened->setAsideAs, problem = opened->problem] {
            Q_EMIT q->setAside(name, problem);
        };
        QMetaObject::invokeMethod(q, notice, Qt::QueuedConnection);
    }
    lock = std::move(opened->lock);
    quick.begin();
    search.begin();
    if (opened->isCheckedInPart) {
        check.begin();
        checkNextStretch(std::make_shared<IntegrityWalk>());
    }
    opening.answer(Opening{opened->schemaVersion, opened->setAsideAs});
    return std::move(opened->connection);
}

/// Each stretch is a call of its own, so that the end of the program waits for no more than one.
void Database::Private::checkNextStretch(const std::shared_ptr<IntegrityWalk> &walk)
{
    const auto hasMore = std::make_shared<bool>(false);
    Job job;
    job.work = [walk, hasMore](SqlConnection &connection) -> std::optional<Error> {
        const auto read = walk->step(connection);
        if (!read)
            return read.error();
        *hasMore = *read;
        return std::nullopt;
    };
    job.finish = [this, walk, hasMore](const std::optional<Error> &failure) {
        if (!failure && *hasMore)
            checkNextStretch(walk);
    };
    check.add(std::move(job));
}

Database::Database(const QString &path, base::Clock &clock, QObject *parent,
                   std::chrono::milliseconds busyTime, qint64 largestWaitedFor)
    : QObject(parent)
    , d(std::make_unique<Private>(this, path, clock, busyTime, largestWaitedFor))
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (d->wasAskedToOpen)
        QFuture(d->whenOpened).waitForFinished(); // the readers begin with it
    d->check.finish();
    d->quick.finish();
    d->search.finish();
    // The last one to close, so that the log of changes goes into the file.
    d->writer.finish();
}

QString Database::path() const
{
    return d->path;
}

base::Clock &Database::clock() const
{
    return d->clock;
}

QFuture<Result<Database::Opening>> Database::open()
{
    if (!std::exchange(d->wasAskedToOpen, true))
        d->writer.begin();
    return d->whenOpened;
}

void Database::enqueueWrite(Job job)
{
    d->writer.add(std::move(job));
}

void Database::enqueueRead(Job job, Lane lane)
{
    (lane == Lane::Quick ? d->quick : d->search).add(std::move(job));
}

} // namespace opsdeck::store
