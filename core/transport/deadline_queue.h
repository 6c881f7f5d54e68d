// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace opsdeck::transport {

/// Thousands of deadlines on one timer. Each has a key of the owner's; setting a key again replaces its deadline. Lives on
/// one thread. What falls due together is told in portions, so that the thread's other work goes on in between.
///
/// For a deadline that is put off all the time (the last sign of life of a peer) the owner does not set it anew each time: it
/// lets it fall due, looks, and sets the rest.
class DeadlineQueue
{
public:
    using Key = quint64;
    static constexpr int kMostPerTurn = 256;

    /// @param clock must outlive this object. @param onDue may set and clear any key, not delete this object.
    DeadlineQueue(base::Clock &clock, std::function<void(Key)> onDue);

    /// @param delay negative counts as 0.
    void set(Key key, std::chrono::milliseconds delay);
    void clear(Key key);
    void clearAll();
    bool contains(Key key) const { return m_live.contains(key); }
    qsizetype size() const { return qsizetype(m_live.size()); }
    /// What the heap holds, replaced and cleared ones included: never much more than `size()`.
    qsizetype heapSize() const { return qsizetype(m_heap.size()); }

private:
    struct Entry {
        base::Clock::Nanoseconds at;
        quint64 serial;
        Key key;
    };
    struct Later {
        bool operator()(const Entry &a, const Entry &b) const
        {
            return a.at != b.at ? a.at > b.at : a.serial > b.serial;
        }
    };

    bool isStale(const Entry &entry) const;
    void dropFirst();
    void dropStale();
    void arm();
    void fire();

    base::Clock &m_clock;
    std::function<void(Key)> m_onDue;
    std::unique_ptr<base::Timer> m_timer;
    std::vector<Entry> m_heap;
    std::unordered_map<Key, quint64> m_live; ///< key → serial of its entry
    quint64 m_lastSerial = 0;
    base::Clock::Nanoseconds m_armedFor{0}; ///< when the timer fires; meaningless while it is idle
    bool m_isFiring = false;
};

} // namespace opsdeck::transport
