// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>

namespace opsdeck::kit {

/// What this process has used so far.
struct ProcessUse {
    std::chrono::microseconds cpu{0};    ///< all threads, user and system
    std::optional<qint64> residentBytes; ///< absent where the system does not tell
};

/// Asks the system. Any thread; reads a file of /proc on Linux, so not the GUI thread.
ProcessUse processUse();

/// How long ago this process was created, to 10 ms; absent where the system does not tell. Not the GUI thread.
std::optional<std::chrono::milliseconds> processAge();

/// The share of one core used between two looks, in percent (200 = two cores busy).
class CpuShare
{
public:
    /// @param at monotonic. The first look gives 0.
    double look(std::chrono::microseconds cpu, base::Clock::Nanoseconds at);

private:
    std::chrono::microseconds m_cpu{0};
    base::Clock::Nanoseconds m_at{0};
};

} // namespace opsdeck::kit
