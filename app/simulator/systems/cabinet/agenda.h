// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace opsdeck::cabinet::sim {

/// Everything the fleet has to do later, on one timer: thousands of cabinets with a timer each would wake the machine
/// for each. One thread.
class Agenda
{
public:
    using Id = quint64; ///< 0 = nothing

    /// @param clock must outlive it.
    explicit Agenda(base::Clock &clock);

    /// Does it once, `delay` from now. What is due at the same time is done in the order it was asked for.
    Id after(std::chrono::nanoseconds delay, std::function<void()> what);
    /// Forgets it, when it has not been done, and sets the id to 0.
    void cancel(Id &id);
    base::Clock::Nanoseconds now() const { return m_clock.monotonic(); }

private:
    using Key = std::pair<base::Clock::Nanoseconds, Id>;
    void run();
    void arm();

    base::Clock &m_clock;
    Id m_last = 0;
    std::map<Key, std::function<void()>> m_items;
    std::unordered_map<Id, base::Clock::Nanoseconds> m_dueOf;
    base::Clock::Nanoseconds m_armedFor{-1};
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::cabinet::sim
