// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"

#include <QCoreApplication>

namespace opsdeck::test {

class ManualClock::ManualTimer final : public base::Timer
{
public:
    ManualTimer(ManualClock &clock, std::function<void()> onFire)
        : m_clock(clock)
        , m_onFire(std::move(onFire))
    {
        m_clock.m_timers.insert(this);
    }
    ~ManualTimer() override { m_clock.m_timers.erase(this); }

    void start(std::chrono::milliseconds delay) override
    {
        m_active = true;
        m_deadline = m_clock.m_now + std::max(delay, std::chrono::milliseconds::zero());
        m_order = ++m_clock.m_order;
    }
    void stop() override { m_active = false; }
    bool isActive() const override { return m_active; }

    bool isBefore(const ManualTimer &other) const
    {
        return m_deadline != other.m_deadline ? m_deadline < other.m_deadline : m_order < other.m_order;
    }
    Nanoseconds deadline() const { return m_deadline; }
    void fire()
    {
        m_active = false;
        // The callback may destroy this timer.
        const auto onFire = m_onFire;
        onFire();
    }

private:
    ManualClock &m_clock;
    std::function<void()> m_onFire;
    Nanoseconds m_deadline{0};
    quint64 m_order = 0;
    bool m_active = false;
};

ManualClock::ManualClock()
    : m_start(QDate(2026, 11, 20), QTime(14, 2), Qt::UTC)
{
}

ManualClock::~ManualClock() = default;

QDateTime ManualClock::now() const
{
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(m_now - std::chrono::hours(1));
    return m_start.addMSecs(passed.count());
}

std::unique_ptr<base::Timer> ManualClock::makeTimer(std::function<void()> onFire)
{
    return std::make_unique<ManualTimer>(*this, std::move(onFire));
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    const Nanoseconds end = m_now + by;
    QCoreApplication::processEvents();
    for (;;) {
        ManualTimer *due = nullptr;
        for (ManualTimer *timer : m_timers) {
            if (timer->isActive() && timer->deadline() <= end && (!due || timer->isBefore(*due)))
                due = timer;
        }
        if (!due)
            break;
        m_now = std::max(m_now, due->deadline());
        due->fire();
        QCoreApplication::processEvents();
    }
    m_now = end;
}

} // namespace opsdeck::test
