// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/systems/dvr/saved_view.h"

namespace opsdeck::dvr {

/// What a tour shows at one stop.
struct TourStop {
    QString name;
    int tiles = 1;
    QList<Wall::Assignment> content;
    std::chrono::seconds dwell{12};
};

/// The stops of a tour; steps whose view is gone are left out. Pure.
/// @param view finds a view by id, null when it is gone. @param channelName for the screen.
QList<TourStop> tourStops(const Tour &tour, const std::function<const SavedView *(const QString &id)> &view,
                          const std::function<QString(const ChannelRef &)> &channelName);

/// Walks through the stops of a tour, over and over: says when the next one is to be connected and when it is to be
/// shown. Knows no wall. GUI thread.
class TourRunner final : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Running, Paused };
    /// The next stop is connected so long before it is shown, or half of the dwell when that is less.
    static constexpr std::chrono::milliseconds kLead{3000};

    /// @param clock must outlive this object.
    explicit TourRunner(base::Clock &clock, QObject *parent = nullptr);

    /// Shows the first stop at once. Nothing for an empty list.
    void start(const QString &tourId, const QList<TourStop> &stops);
    void stop();
    /// The time that is left of the stop is kept.
    void pause();
    void resume();
    /// At once, also when paused (and then it stays paused). @param by 1 or -1.
    void step(int by);

    State state() const { return m_state; }
    QString tourId() const { return m_tourId; }
    int index() const { return m_index; }
    int count() const { return int(m_stops.size()); }
    /// Until the next stop; rounded up.
    std::chrono::seconds left() const;

Q_SIGNALS:
    void prepareDue(const opsdeck::dvr::TourStop &stop);
    void showDue(const opsdeck::dvr::TourStop &stop);
    /// State, stop or time left (once a second while it runs).
    void changed();

private:
    void show(int index);
    void beat();
    int nextIndex(int by) const;

    base::Clock &m_clock;
    std::unique_ptr<base::Timer> m_timer;
    QList<TourStop> m_stops;
    QString m_tourId;
    State m_state = State::Stopped;
    int m_index = 0;
    bool m_isPrepared = false;
    base::Clock::Nanoseconds m_dueAt{0};  ///< monotonic, while running
    base::Clock::Nanoseconds m_leftAt{0}; ///< of the stop, while paused
};

} // namespace opsdeck::dvr
