// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/stall_meter.h"

#include <QEvent>
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
    m_lastTurn = m_lastActivity = m_clock.monotonic();
    beat(kPeriod);
}

void StallMeter::beat(std::chrono::milliseconds period)
{
    m_period = period;
    m_timer.start(int(period.count()), period == kPeriod ? Qt::PreciseTimer : Qt::CoarseTimer, this);
}

void StallMeter::noteActivity()
{
    m_lastActivity = m_clock.monotonic();
    if (!isIdle() || !m_timer.isActive())
        return;
    // The loop has come round, or this would not be heard.
    m_lastTurn = m_lastActivity;
    beat(kPeriod);
}

void StallMeter::watchInput(QObject &application)
{
    application.installEventFilter(this);
}

bool StallMeter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::Drop:
        noteActivity();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
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
    const auto late = std::max(gap - m_period, base::Clock::Nanoseconds(0));
    if (late >= kAsleep) {
        m_lastActivity = now;
    } else if (!isIdle()) {
        m_longest = std::max(m_longest, late > kPeriod / 2 ? gap : late);
    } else if (late > kIdlePeriod / 10) {
        // A coarse timer may itself be a twentieth late.
        m_longest = std::max(m_longest, late);
    }
    if (m_timer.isActive() && !isIdle() && now - m_lastActivity > kActiveFor)
        beat(kIdlePeriod);
}

void StallMeter::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        turn();
}

} // namespace opsdeck::kit
