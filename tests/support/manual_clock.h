// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <set>

namespace opsdeck::test {

/// A clock that stands still until the test moves it. Timers fire inside `advance()`, in the order of their
/// deadlines, with the time set to each deadline. One thread. Starts at 2026-11-20 14:02:00 UTC.
class ManualClock final : public base::Clock
{
public:
    ManualClock();
    ~ManualClock() override;

    Nanoseconds monotonic() const override { return m_now; }
    QDateTime now() const override;
    std::unique_ptr<base::Timer> makeTimer(std::function<void()> onFire) override;

    /// Moves time, firing what falls due; queued Qt events are handled after each timer. The answer of another thread
    /// may be among them: wait for what it changed, or for a spy that is not empty, never for a spy's next signal.
    void advance(std::chrono::milliseconds by);
    /// Somebody sets the clock on the wall, forward or (negative) back: no timer notices.
    void setWallClock(std::chrono::milliseconds by) { m_start = m_start.addMSecs(by.count()); }
    /// The machine sleeps: both clocks go on, nothing fires before it is awake again; then everything that is due.
    void sleepMachine(std::chrono::milliseconds by)
    {
        m_now += by;
        advance(std::chrono::milliseconds(0));
    }

private:
    class ManualTimer;
    Nanoseconds m_now{std::chrono::hours(1)};
    QDateTime m_start;
    std::set<ManualTimer *> m_timers;
    quint64 m_order = 0;
};

} // namespace opsdeck::test
