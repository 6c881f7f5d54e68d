// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace opsdeck::bench {

/// What another process had used by some moment, from /proc.
struct ProcessSample {
    std::chrono::steady_clock::time_point at;
    double cpuSeconds = 0;        ///< all its threads, user and system, to 10 ms
    double residentMegabytes = 0; ///< 10^6 bytes
};

/// Absent when the process is gone.
std::optional<ProcessSample> sampleProcess(qint64 pid);

} // namespace opsdeck::bench
