// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QList>

#include <array>

namespace opsdeck::dvr {

/// How many milliseconds something took, counted in buckets of 1 ms up to a second: any quantile in bounded memory.
class LatencyHistogram
{
public:
    void add(base::Clock::Nanoseconds latency);
    quint64 count() const { return m_count; }
    /// @param share 0–1, e.g. 0.95. The upper edge of the bucket in ms; 0 when nothing was counted.
    int quantile(double share) const;

private:
    static constexpr std::size_t kBuckets = 1001; ///< the last: a second and more
    std::array<quint64, kBuckets> m_buckets{};
    quint64 m_count = 0;
};

/// What was painted, tile by tile, since the start of measuring. Fed by the wall while it paints.
class WallStatistics
{
public:
    struct Tile {
        quint64 painted = 0;
        base::Clock::Nanoseconds firstAt{0};
        base::Clock::Nanoseconds lastAt{0};
        base::Clock::Nanoseconds lastDelay{0}; ///< last byte of the frame to its painting; 0 = unknown

        /// Painted pictures a second between the first and the last; 0 with fewer than two.
        double framesPerSecond() const;
    };

    /// @param receivedAt monotonic time of the frame's last byte; 0 = unknown, not counted as latency.
    void painted(int tile, base::Clock::Nanoseconds receivedAt, base::Clock::Nanoseconds now);
    Tile tile(int index) const { return m_tiles.value(index); }
    quint64 totalPainted() const { return m_total; }
    const LatencyHistogram &latency() const { return m_latency; }
    void reset() { *this = WallStatistics(); }

private:
    QList<Tile> m_tiles;
    quint64 m_total = 0;
    LatencyHistogram m_latency;
};

} // namespace opsdeck::dvr
