// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/events/event_source.h"

#include <memory>

namespace opsdeck::events {

/// How many events that somebody should look at nobody has acknowledged, counted anew soon after something changed, not more often than twice a second
/// however much happens. GUI thread.
class OpenEvents final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMost = 1000; ///< counted up to here
    static constexpr std::chrono::milliseconds kPause{500};

    struct Counts {
        int alarms = 0;
        int attention = 0; ///< without the alarms

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    /// Both must outlive this object.
    OpenEvents(EventSource &source, base::Clock &clock, QObject *parent = nullptr);
    ~OpenEvents() override;

    /// Begins; asks the source.
    void start();
    const Counts &counts() const { return m_counts; }
    /// A count as it is shown: "12", "1,000+".
    static QString figure(int count);

Q_SIGNALS:
    void changed();

private:
    void countSoon();
    void count();

    EventSource &m_source;
    Counts m_counts;
    Counts m_fresh;
    std::unique_ptr<base::Timer> m_timer;
    bool m_isCounting = false;
    bool m_isStale = false; ///< something changed while it was counted
    bool m_isStarted = false;
};

} // namespace opsdeck::events
