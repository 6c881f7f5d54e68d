// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture_scaler.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace opsdeck::media {

/// Something that is worked on by one worker at a time, a turn at a time: one stream. `runTurn` does a bounded
/// piece of work and returns true when more is waiting; the pool then queues it again, behind the others.
class PoolTask
{
public:
    PoolTask() = default;
    PoolTask(const PoolTask &) = delete;
    PoolTask &operator=(const PoolTask &) = delete;
    virtual ~PoolTask() = default;

    /// @param scaler the worker's own.
    virtual bool runTurn(PictureScaler &scaler) = 0;
};

/// The worker threads that decode and scale, shared by all streams: owns its threads, each a little nicer than
/// the rest of the program so that window and network stay prompt. Thread-safe. Never runs one task on two
/// workers at once, as long as a task is scheduled again only after its `runTurn` returned false.
class DecodePool final
{
public:
    /// @param threads 1–64; 0 = one a core.
    explicit DecodePool(int threads = 0);
    /// Waits for the turns that are running; what is queued is dropped. Pipelines that are left do nothing any
    /// more.
    ~DecodePool();

    DecodePool(const DecodePool &) = delete;
    DecodePool &operator=(const DecodePool &) = delete;

    int threads() const { return static_cast<int>(m_threads.size()); }

    class Queue;
    const std::shared_ptr<Queue> &queue() const { return m_queue; }

private:
    std::shared_ptr<Queue> m_queue;
    std::vector<std::thread> m_threads;
};

/// The ready list of a pool. Outlives the pool when a pipeline still holds it; then it takes nothing.
class DecodePool::Queue final
{
public:
    /// Any thread. Wakes the worker that fell asleep last, when one sleeps: its caches are the warmest, and a wall that one
    /// core can serve stays on one core.
    void schedule(std::shared_ptr<PoolTask> task);

private:
    friend class DecodePool;

    /// A worker without work, in the worker's own frame.
    struct Sleeper {
        std::condition_variable wake;
        bool isCalled = false;
    };

    void work();
    void close();
    void sleep(std::unique_lock<std::mutex> &lock);
    void call(Sleeper &sleeper);

    std::mutex m_mutex;
    std::vector<Sleeper *> m_sleepers;
    std::deque<std::shared_ptr<PoolTask>> m_tasks;
    bool m_closed = false;
};

} // namespace opsdeck::media
