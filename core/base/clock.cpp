// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QTimer>

namespace opsdeck::base {

namespace {

class SystemTimer final : public Timer
{
public:
    explicit SystemTimer(std::function<void()> onFire)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [f = std::move(onFire)] { f(); });
    }

    void start(std::chrono::milliseconds delay) override
    {
        m_timer.start(std::max(delay, std::chrono::milliseconds::zero()));
    }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
};

} // namespace

Clock::Nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::unique_ptr<Timer> SystemClock::makeTimer(std::function<void()> onFire)
{
    return std::make_unique<SystemTimer>(std::move(onFire));
}

} // namespace opsdeck::base
