// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tour_runner.h"

#include <algorithm>

namespace opsdeck::dvr {

QList<TourStop> tourStops(const Tour &tour, const std::function<const SavedView *(const QString &id)> &view,
                          const std::function<QString(const ChannelRef &)> &channelName)
{
    QList<TourStop> stops;
    for (const TourStep &step : tour.steps) {
        if (step.viewId.isEmpty()) {
            stops.append({channelName(step.channel), 1, {{step.channel, StreamPin::Automatic}}, step.dwell});
            continue;
        }
        if (const SavedView *there = view(step.viewId))
            stops.append({there->name, there->tiles, there->content, step.dwell});
    }
    return stops;
}

TourRunner::TourRunner(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock.makeTimer([this] { beat(); }))
{
}

void TourRunner::start(const QString &tourId, const QList<TourStop> &stops)
{
    if (stops.isEmpty())
        return;
    m_tourId = tourId;
    m_stops = stops;
    m_state = State::Running;
    show(0);
}

void TourRunner::stop()
{
    if (m_state == State::Stopped)
        return;
    m_timer->stop();
    m_state = State::Stopped;
    m_stops.clear();
    m_tourId.clear();
    Q_EMIT changed();
}

void TourRunner::pause()
{
    if (m_state != State::Running)
        return;
    m_timer->stop();
    m_leftAt = std::max(m_dueAt - m_clock.monotonic(), base::Clock::Nanoseconds(0));
    m_state = State::Paused;
    Q_EMIT changed();
}

void TourRunner::resume()
{
    if (m_state != State::Paused)
        return;
    m_state = State::Running;
    m_dueAt = m_clock.monotonic() + m_leftAt;
    beat();
}

void TourRunner::step(int by)
{
    if (m_state != State::Stopped)
        show(nextIndex(by));
}

int TourRunner::nextIndex(int by) const
{
    const int count = int(m_stops.size());
    return ((m_index + by) % count + count) % count;
}

std::chrono::seconds TourRunner::left() const
{
    const auto left = m_state == State::Running ? m_dueAt - m_clock.monotonic() : m_leftAt;
    return std::max(std::chrono::ceil<std::chrono::seconds>(left), std::chrono::seconds(0));
}

void TourRunner::show(int index)
{
    m_index = index;
    m_isPrepared = false;
    m_leftAt = m_stops.at(index).dwell;
    m_dueAt = m_clock.monotonic() + m_leftAt;
    Q_EMIT showDue(TourStop(m_stops.at(index)));
    // Whoever showed it may have stopped or paused the tour.
    if (m_state == State::Running)
        beat();
    else
        Q_EMIT changed();
}

void TourRunner::beat()
{
    const auto left = m_dueAt - m_clock.monotonic();
    if (left.count() <= 0) {
        show(nextIndex(1));
        return;
    }
    const base::Clock::Nanoseconds lead =
        std::min<base::Clock::Nanoseconds>(kLead, base::Clock::Nanoseconds(m_stops.at(m_index).dwell) / 2);
    if (!m_isPrepared && left <= lead) {
        m_isPrepared = true;
        Q_EMIT prepareDue(TourStop(m_stops.at(nextIndex(1))));
    }
    // On whole seconds of what is left, and when the next stop is to be prepared.
    auto until = left - (std::chrono::ceil<std::chrono::seconds>(left) - std::chrono::seconds(1));
    if (!m_isPrepared)
        until = std::min<base::Clock::Nanoseconds>(until, left - lead);
    m_timer->start(
        std::max(std::chrono::ceil<std::chrono::milliseconds>(until), std::chrono::milliseconds(1)));
    Q_EMIT changed();
}

} // namespace opsdeck::dvr
