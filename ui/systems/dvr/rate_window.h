// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <deque>

namespace opsdeck::dvr {

/// Frames and bits a second over the last few looks at counters that only grow.
class RateWindow
{
public:
    void look(quint64 frames, quint64 bytes, base::Clock::Nanoseconds at);
    /// Another stream is counted from now on; the old rates are told until it has some.
    void restart();
    double framesPerSecond() const;
    double kilobitsPerSecond() const;

private:
    struct Sample {
        quint64 frames;
        quint64 bytes;
        base::Clock::Nanoseconds at;
    };
    static constexpr std::size_t kSamples = 4;
    double perSecond(quint64 Sample::*what) const;
    std::deque<Sample> m_samples;
    double m_framesBefore = 0;
    double m_kilobitsBefore = 0;
};

} // namespace opsdeck::dvr
