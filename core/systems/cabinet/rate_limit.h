// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>

namespace opsdeck::cabinet {

/// So many at once, then one in each interval: a token bucket that is one number (the generic cell rate algorithm).
class RateLimit
{
public:
    using Nanoseconds = base::Clock::Nanoseconds;

    /// Counts one. False: one too many. @param interval of one. @param atOnce 1 or more.
    bool take(Nanoseconds now, Nanoseconds interval, int atOnce)
    {
        const Nanoseconds next = std::max(m_free, now) + interval;
        if (next - now > interval * atOnce)
            return false;
        m_free = next;
        return true;
    }

    /// Nothing is spent.
    bool isWholeAt(Nanoseconds now) const { return m_free <= now; }

private:
    Nanoseconds m_free{0}; ///< until then everything is spent
};

} // namespace opsdeck::cabinet
