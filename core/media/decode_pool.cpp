// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decode_pool.h"

#include <QtGlobal>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <pthread.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace opsdeck::media {

namespace {

/// Decoding gives way to the window and the network when there is not enough processor for all.
void settleWorkerThread(int index)
{
#ifdef Q_OS_LINUX
    char name[16];
    std::snprintf(name, sizeof name, "decode-%d", index);
    pthread_setname_np(pthread_self(), name);
    constexpr int kNicer = 5;
    // Linux keeps the nice value a thread, whatever POSIX says. Where it is not allowed, nothing is lost.
    setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNicer);
#else
    Q_UNUSED(index);
#endif
}

} // namespace

DecodePool::DecodePool(int threads, const base::Clock *clock)
{
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    const int count = std::clamp(threads > 0 ? threads : cores, 1, 64);
    m_queue = std::make_shared<Queue>(count, clock);
    m_threads.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        m_threads.emplace_back([queue = m_queue, i] {
            settleWorkerThread(i);
            queue->work();
        });
    }
}

DecodePool::~DecodePool()
{
    m_queue->close();
    for (std::thread &thread : m_threads)
        thread.join();
}

DecodePool::Queue::Queue(int workers, const base::Clock *clock)
    : m_workers(workers)
    , m_clock(clock)
{
}

void DecodePool::Queue::schedule(std::shared_ptr<PoolTask> task)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    add(std::move(task));
    callIfLate();
}

void DecodePool::Queue::add(std::shared_ptr<PoolTask> task)
{
    m_tasks.push_back({std::move(task), now()});
}

base::Clock::Nanoseconds DecodePool::Queue::now() const
{
    return m_clock ? m_clock->monotonic() : base::Clock::Nanoseconds(0);
}

/// Nobody looks at the list while all who are awake have their turns: what waits then waits for the end of a turn.
bool DecodePool::Queue::isPatient() const
{
    return m_clock && awakeLocked() > 0 && m_turn < kPatience;
}

void DecodePool::Queue::noteTurn(base::Clock::Nanoseconds length)
{
    m_turn = std::max(length, m_turn - m_turn / 16);
}

void DecodePool::Queue::callIfLate()
{
    if (m_tasks.empty() || m_sleepers.empty())
        return;
    // The first task has waited longest.
    if (isPatient() && now() - m_tasks.front().since < kPatience)
        return;
    Sleeper &last = *m_sleepers.back();
    m_sleepers.pop_back();
    call(last);
}

int DecodePool::awake() const
{
    return m_queue->awake();
}

int DecodePool::Queue::awake() const
{
    const std::lock_guard lock(m_mutex);
    return awakeLocked();
}

int DecodePool::Queue::awakeLocked() const
{
    return m_workers - static_cast<int>(m_sleepers.size());
}

void DecodePool::Queue::call(Sleeper &sleeper)
{
    // Under the lock: the sleeper may not end, and take its condition variable along, before it was notified.
    sleeper.isCalled = true;
    sleeper.wake.notify_one();
}

void DecodePool::Queue::sleep(std::unique_lock<std::mutex> &lock)
{
    Sleeper me;
    m_sleepers.push_back(&me);
    me.wake.wait(lock, [&me] { return me.isCalled; });
}

void DecodePool::Queue::work()
{
    PictureScaler scaler;
    std::shared_ptr<PoolTask> task;
    std::unique_lock lock(m_mutex);
    for (;;) {
        while (!m_closed && m_tasks.empty())
            sleep(lock);
        if (m_closed)
            return;
        task = std::move(m_tasks.front().task);
        m_tasks.pop_front();
        callIfLate();
        lock.unlock();
        const auto begin = now();
        const bool more = task->runTurn(scaler);
        const auto length = now() - begin;
        if (!more)
            task.reset(); // perhaps the last one to know it: its decoder is freed here, outside the lock
        lock.lock();
        noteTurn(length);
        if (more)
            add(std::move(task));
    }
}

void DecodePool::Queue::close()
{
    std::deque<Waiting> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        dropped.swap(m_tasks);
        for (Sleeper *sleeper : m_sleepers)
            call(*sleeper);
        m_sleepers.clear();
    }
}

} // namespace opsdeck::media
