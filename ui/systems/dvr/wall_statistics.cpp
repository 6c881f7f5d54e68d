// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_statistics.h"

#include <algorithm>
#include <cmath>

namespace opsdeck::dvr {

void LatencyHistogram::add(base::Clock::Nanoseconds latency)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(latency).count();
    ++m_buckets[std::size_t(std::clamp<qint64>(milliseconds, 0, qint64(kBuckets) - 1))];
    ++m_count;
}

int LatencyHistogram::quantile(double share) const
{
    const auto wanted = quint64(std::ceil(std::clamp(share, 0.0, 1.0) * double(m_count)));
    quint64 seen = 0;
    for (std::size_t i = 0; i < kBuckets && m_count > 0; ++i) {
        seen += m_buckets[i];
        if (seen >= std::max<quint64>(wanted, 1))
            return int(i) + 1;
    }
    return 0;
}

double WallStatistics::Tile::framesPerSecond() const
{
    if (painted < 2 || lastAt <= firstAt)
        return 0;
    return double(painted - 1) / (double((lastAt - firstAt).count()) / 1e9);
}

void WallStatistics::painted(int tile, base::Clock::Nanoseconds receivedAt, base::Clock::Nanoseconds now)
{
    if (m_tiles.size() <= tile)
        m_tiles.resize(tile + 1);
    Tile &counted = m_tiles[tile];
    if (counted.painted == 0)
        counted.firstAt = now;
    counted.lastAt = now;
    ++counted.painted;
    ++m_total;
    counted.lastDelay = receivedAt.count() != 0 ? now - receivedAt : base::Clock::Nanoseconds(0);
    if (receivedAt.count() != 0)
        m_latency.add(now - receivedAt);
}

} // namespace opsdeck::dvr
