// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_lane.h"

#include "core/store/sql_connection.h"
#include "core/store/sql_dialect.h"

#include <QMutexLocker>

#include <vector>

namespace opsdeck::store {

using base::Error;

namespace {

QString beginSql()
{
    return QStringLiteral("BEGIN");
}
QString commitSql()
{
    return QStringLiteral("COMMIT");
}
QString rollbackSql()
{
    return QStringLiteral("ROLLBACK");
}

/// Errors that are the database's trouble, not the job's.
bool isOfDatabase(const Error &error)
{
    for (const DatabaseError code : {DatabaseError::NotOpen, DatabaseError::DiskFull, DatabaseError::ReadOnly,
                                     DatabaseError::Locked, DatabaseError::Damaged, DatabaseError::Failed}) {
        if (error.is(code))
            return true;
    }
    return false;
}

} // namespace

DatabaseLane::DatabaseLane(const QString &name)
{
    setObjectName(name);
}

DatabaseLane::~DatabaseLane()
{
    Q_ASSERT(!isRunning());
}

void DatabaseLane::add(Database::Job job)
{
    std::optional<Error> refusal;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_refusal)
            refusal = m_refusal;
        else if (m_isEnding)
            refusal = Error(base::CommonError::Cancelled, QStringLiteral("the database is being closed"));
        else if (m_jobs.size() >= std::size_t(Database::kMostWaiting))
            refusal = Error(DatabaseError::Failed,
                            QStringLiteral("%1 calls wait for the disk already").arg(m_jobs.size()));
        if (!refusal) {
            m_jobs.push_back(std::move(job));
            m_someoneWaits.wakeOne();
            return;
        }
    }
    job.finish(refusal);
}

void DatabaseLane::finish()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isEnding = true;
    }
    m_someoneWaits.wakeAll();
    wait();
    // Only when it was never begun.
    refuseAll(Error(DatabaseError::NotOpen, QStringLiteral("the database was not opened")));
}

void DatabaseLane::refuseAll(const Error &error)
{
    std::deque<Database::Job> jobs;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_refusal)
            m_refusal = error;
        jobs.swap(m_jobs);
    }
    for (const Database::Job &job : jobs)
        job.finish(error);
}

std::optional<Database::Job> DatabaseLane::take()
{
    const QMutexLocker lock(&m_mutex);
    while (m_jobs.empty() && !m_isEnding)
        m_someoneWaits.wait(&m_mutex);
    return takeLocked();
}

std::optional<Database::Job> DatabaseLane::takeNow()
{
    const QMutexLocker lock(&m_mutex);
    return takeLocked();
}

std::optional<Database::Job> DatabaseLane::takeLocked()
{
    if (m_jobs.empty())
        return std::nullopt;
    std::optional<Database::Job> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

WriteLane::WriteLane(base::Clock &clock, LaneListener &listener,
                     std::function<std::unique_ptr<SqlConnection>()> open)
    : DatabaseLane(QStringLiteral("database writer"))
    , m_clock(clock)
    , m_listener(listener)
    , m_open(std::move(open))
{
}

void WriteLane::run()
{
    const std::unique_ptr<SqlConnection> connection = m_open();
    if (!connection)
        return;
    while (auto job = take())
        commitGroup(*connection, std::move(*job));
}

void WriteLane::commitGroup(SqlConnection &connection, Database::Job first)
{
    struct Done {
        Database::Job job;
        std::optional<Error> failure;
    };
    std::vector<Done> group;
    std::optional<Error> trouble; // of the whole group
    const auto begun = connection.runOnce(sqlBeginWrite());
    if (!begun)
        trouble = begun.error();
    // What another program has written makes remembered numbers stale.
    if (!trouble) {
        const auto version =
            connection.first(sqlDataVersion(), {}, [](const SqlRow &row) { return row.integer(0); });
        if (version && version->value_or(0) != m_dataVersion) {
            m_dataVersion = version->value_or(0);
            connection.forgetWhatIsKnown();
        }
    }

    const auto end = m_clock.monotonic() + Database::kLongestCommit;
    std::optional<Database::Job> job = std::move(first);
    while (job) {
        std::optional<Error> failure;
        if (!trouble) {
            if (const auto saved = connection.run(QStringLiteral("SAVEPOINT job")); !saved) {
                trouble = saved.error();
            } else {
                failure = job->work(connection);
                if (failure) {
                    connection.forgetWhatIsKnown();
                    // A full disk may have ended the transaction by itself: then there is nothing to go back to.
                    if (!connection.run(QStringLiteral("ROLLBACK TO SAVEPOINT job")))
                        trouble = failure;
                }
                if (!trouble) {
                    if (const auto released = connection.run(QStringLiteral("RELEASE SAVEPOINT job"));
                        !released)
                        trouble = released.error();
                }
            }
        }
        group.push_back({std::move(*job), failure});
        job.reset();
        if (group.size() < std::size_t(Database::kMostPerCommit) && (trouble || m_clock.monotonic() < end))
            job = takeNow();
    }

    if (!trouble) {
        if (const auto kept = connection.run(commitSql()); !kept)
            trouble = kept.error();
    }
    if (trouble) {
        connection.forgetWhatIsKnown();
        connection.runOnce(rollbackSql()); // fails when the transaction has ended already
        m_listener.onFailure(*trouble);
    } else {
        std::optional<Error> ofOne;
        for (const Done &done : group) {
            if (done.failure && isOfDatabase(*done.failure))
                ofOne = done.failure;
        }
        if (ofOne)
            m_listener.onFailure(*ofOne);
        else
            m_listener.onSuccess();
    }
    for (Done &done : group)
        done.job.finish(done.failure ? done.failure : trouble);
}

ReadLane::ReadLane(const QString &name, const QString &path, std::chrono::milliseconds busyTime,
                   LaneListener &listener)
    : DatabaseLane(name)
    , m_path(path)
    , m_busyTime(busyTime)
    , m_listener(listener)
{
}

void ReadLane::run()
{
    SqlConnection connection(m_path, SqlConnection::Mode::QueryOnly, m_busyTime);
    const auto open = [&connection]() -> base::Result<void> {
        if (const auto opened = connection.open(); !opened)
            return opened;
        return connection.prepareForUse();
    };
    auto ready = open();
    while (const auto job = take()) {
        // What kept it from opening may have passed.
        if (!ready)
            ready = open();
        if (!ready) {
            m_listener.onFailure(ready.error());
            job->finish(ready.error());
            continue;
        }
        std::optional<Error> failure;
        if (const auto begun = connection.run(beginSql()); !begun)
            failure = begun.error();
        else
            failure = job->work(connection);
        connection.run(failure ? rollbackSql() : commitSql());
        if (failure && failure->is(DatabaseError::Damaged))
            m_listener.onFailure(*failure);
        job->finish(failure);
    }
}

} // namespace opsdeck::store
