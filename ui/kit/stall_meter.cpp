// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/stall_meter.h"

#include <QTimerEvent>

#include <algorithm>

namespace opsdeck::kit {

StallMeter::StallMeter(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void StallMeter::start()
{
    m_lastTurn = m_clock.monotonic();
    m_timer.start(int(kPeriod.count()), Qt::PreciseTimer, this);
}

std::chrono::milliseconds StallMeter::longest() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_longest);
}

void StallMeter::reset()
{
    m_longest = base::Clock::Nanoseconds(0);
    m_lastTurn = m_clock.monotonic();
}

void StallMeter::turn()
{
    const auto now = m_clock.monotonic();
    const auto gap = now - m_lastTurn;
    m_lastTurn = now;
    const auto late = std::max(gap - kPeriod, base::Clock::Nanoseconds(0));
    m_longest = std::max(m_longest, late > kPeriod / 2 ? gap : late);
}

void StallMeter::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        turn();
}

} // namespace opsdeck::kit
