// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QBasicTimer>
#include <QObject>

namespace opsdeck::kit {

/// Measures how long the event loop of its thread was kept from its work: a precise timer asks for a turn every
/// `kPeriod`, and a turn that comes late tells how long the loop did not come round. Up to half a period it counts by
/// how much the turn was late; beyond, the whole gap between two turns counts: an upper bound, so a stall is never
/// flattered by the part of it that fell before the timer was due.
///
/// When nothing has moved for `kActiveFor`, the beat becomes slow and cheap (`kIdlePeriod`), until `noteActivity`. A
/// gap of `kAsleep` or more is no stall: the machine slept.
class StallMeter final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPeriod{20};
    static constexpr std::chrono::milliseconds kIdlePeriod{2000};
    static constexpr std::chrono::seconds kActiveFor{5};
    static constexpr std::chrono::seconds kAsleep{30};

    /// @param clock must outlive this object.
    explicit StallMeter(const base::Clock &clock, QObject *parent = nullptr);

    void start();
    /// Something moves: pictures arrive, or the operator does something. Before that is worked on, so that its stall is
    /// seen. Cheap.
    void noteActivity();
    /// Calls noteActivity for what the operator does with keys and mouse in any window of `application`.
    void watchInput(QObject &application);
    bool isIdle() const { return m_period == kIdlePeriod; }

    /// The longest since the start or the last `reset`.
    std::chrono::milliseconds longest() const;
    void reset();

    /// One turn of the loop; called by the timer, and by tests.
    void turn();

protected:
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void beat(std::chrono::milliseconds period);

    const base::Clock &m_clock;
    QBasicTimer m_timer;
    std::chrono::milliseconds m_period = kPeriod;
    base::Clock::Nanoseconds m_lastTurn{0};
    base::Clock::Nanoseconds m_lastActivity{0};
    base::Clock::Nanoseconds m_longest{0};
};

} // namespace opsdeck::kit
