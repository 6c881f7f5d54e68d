// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/deadline_queue.h"

#include <algorithm>

namespace opsdeck::transport {

namespace {

constexpr std::size_t kSmallHeap = 64;

} // namespace

DeadlineQueue::DeadlineQueue(base::Clock &clock, std::function<void(Key)> onDue)
    : m_clock(clock)
    , m_onDue(std::move(onDue))
    , m_timer(clock.makeTimer([this] { fire(); }))
{
}

void DeadlineQueue::set(Key key, std::chrono::milliseconds delay)
{
    const Entry entry{m_clock.monotonic() + std::max(delay, std::chrono::milliseconds::zero()),
                      ++m_lastSerial, key};
    m_live[key] = entry.serial;
    m_heap.push_back(entry);
    std::push_heap(m_heap.begin(), m_heap.end(), Later{});
    dropStale();
    if (!m_isFiring)
        arm();
}

void DeadlineQueue::clear(Key key)
{
    m_live.erase(key);
    dropStale();
}

void DeadlineQueue::clearAll()
{
    m_live.clear();
    m_heap.clear();
    m_timer->stop();
}

bool DeadlineQueue::isStale(const Entry &entry) const
{
    const auto found = m_live.find(entry.key);
    return found == m_live.end() || found->second != entry.serial;
}

void DeadlineQueue::dropFirst()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), Later{});
    m_heap.pop_back();
}

void DeadlineQueue::dropStale()
{
    while (!m_heap.empty() && isStale(m_heap.front()))
        dropFirst();
    // Those further down go when they are the greater part: each is looked at once for each time it was set.
    if (m_heap.size() > kSmallHeap && m_heap.size() > 2 * m_live.size()) {
        std::erase_if(m_heap, [this](const Entry &entry) { return isStale(entry); });
        std::make_heap(m_heap.begin(), m_heap.end(), Later{});
    }
}

void DeadlineQueue::arm()
{
    if (m_heap.empty()) {
        m_timer->stop();
        return;
    }
    const auto first = m_heap.front().at;
    // Restarting a timer costs more than a wake-up too many.
    if (m_timer->isActive() && m_armedFor <= first)
        return;
    m_armedFor = first;
    m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(first - m_clock.monotonic()));
}

void DeadlineQueue::fire()
{
    const auto now = m_clock.monotonic();
    m_isFiring = true;
    for (int told = 0; told < kMostPerTurn; ++told) {
        dropStale();
        if (m_heap.empty() || m_heap.front().at > now)
            break;
        const Key key = m_heap.front().key;
        dropFirst();
        m_live.erase(key);
        m_onDue(key);
    }
    m_isFiring = false;
    dropStale();
    m_timer->stop();
    arm();
}

} // namespace opsdeck::transport
