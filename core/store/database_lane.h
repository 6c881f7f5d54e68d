// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace opsdeck::store {

/// A thread with a queue of jobs before it. `start` begins it; jobs that were added earlier wait for that. Destroyed only
/// after `finish`. Any thread may add.
class DatabaseLane : protected QThread
{
    Q_OBJECT
public:
    explicit DatabaseLane(const QString &name);
    ~DatabaseLane() override;

    void begin() { start(); }
    void add(Database::Job job);
    /// Does what waits, then joins. What is added later is answered with Cancelled.
    void finish();
    /// From now on every job is answered with this.
    void refuseAll(const base::Error &error);

protected:
    /// The next job; waits for one. Nothing: it is time to end.
    std::optional<Database::Job> take();
    /// The next job if one waits.
    std::optional<Database::Job> takeNow();

private:
    std::optional<Database::Job> takeLocked();

    QMutex m_mutex;
    QWaitCondition m_someoneWaits;
    std::deque<Database::Job> m_jobs;
    std::optional<base::Error> m_refusal;
    bool m_isEnding = false;
};

/// What a lane tells; called on its thread.
class LaneListener
{
public:
    virtual void onFailure(const base::Error &error) = 0;
    virtual void onSuccess() = 0;

protected:
    ~LaneListener() = default;
};

/// Runs jobs in groups, each group one transaction, each job its own savepoint; answers after the commit.
class WriteLane final : public DatabaseLane
{
    Q_OBJECT
public:
    /// @param open called first, on the lane's thread; nothing: all jobs are refused. All must outlive the lane.
    WriteLane(base::Clock &clock, LaneListener &listener,
              std::function<std::unique_ptr<SqlConnection>()> open);

private:
    void run() override;
    void commitGroup(SqlConnection &connection, Database::Job first);

    base::Clock &m_clock;
    LaneListener &m_listener;
    const std::function<std::unique_ptr<SqlConnection>()> m_open;
    qint64 m_dataVersion = 0; ///< as of the last group
};

/// Runs jobs one by one, each on one state of the database.
class ReadLane final : public DatabaseLane
{
    Q_OBJECT
public:
    ReadLane(const QString &name, const QString &path, std::chrono::milliseconds busyTime,
             LaneListener &listener);

private:
    void run() override;

    const QString m_path;
    const std::chrono::milliseconds m_busyTime;
    LaneListener &m_listener;
};

} // namespace opsdeck::store
