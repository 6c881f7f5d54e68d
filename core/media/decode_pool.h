// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
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
    /// How long a task waits for the workers that are awake before another one is woken. Streams of one recorder come in
    /// step: a worker for each at once would crowd the cores, and each other's caches, for a picture that is a few
    /// milliseconds younger. A quarter of the time between two pictures at 25 a second. Where a turn itself takes as long
    /// (large pictures, a slow machine) nothing waits for it: each task has a worker at once.
    static constexpr std::chrono::milliseconds kPatience{10};

    /// @param threads 1–64; 0 = one a core. @param clock outlives the pool; null: no patience, each task wakes a worker.
    explicit DecodePool(int threads = 0, const base::Clock *clock = nullptr);
    /// Waits for the turns that are running; what is queued is dropped. Pipelines that are left do nothing any
    /// more.
    ~DecodePool();

    DecodePool(const DecodePool &) = delete;
    DecodePool &operator=(const DecodePool &) = delete;

    int threads() const { return static_cast<int>(m_threads.size()); }
    /// Workers that are at work or will look at the list once more before they sleep.
    int awake() const;

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
    Queue(int workers, const base::Clock *clock);

    /// Any thread. When nobody is awake, or a task has waited too long, wakes the worker that fell asleep last: its caches
    /// are the warmest, and a wall that one core can serve stays on one core.
    void schedule(std::shared_ptr<PoolTask> task);
    int awake() const;

private:
    friend class DecodePool;

    /// A worker without work, in the worker's own frame.
    struct Sleeper {
        std::condition_variable wake;
        bool isCalled = false;
    };

    struct Waiting {
        std::shared_ptr<PoolTask> task;
        base::Clock::Nanoseconds since;
    };

    void work();
    void close();
    base::Clock::Nanoseconds now() const;
    int awakeLocked() const;
    void add(std::shared_ptr<PoolTask> task);
    void callIfLate();
    bool isPatient() const;
    void noteTurn(base::Clock::Nanoseconds length);
    void sleep(std::unique_lock<std::mutex> &lock);
    void call(Sleeper &sleeper);

    const int m_workers;
    const base::Clock *const m_clock;
    mutable std::mutex m_mutex;
    std::vector<Sleeper *> m_sleepers;
    base::Clock::Nanoseconds m_turn{0}; ///< about the longest turn lately
    std::deque<Waiting> m_tasks;
    bool m_closed = false;
};

} // namespace opsdeck::media
