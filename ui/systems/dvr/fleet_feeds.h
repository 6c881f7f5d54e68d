// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/media/decode_pool.h"
#include "core/systems/dvr/dvr_fleet.h"
#include "ui/systems/dvr/tile_feed.h"

namespace opsdeck::dvr {

/// Feeds from the DVRs: a live stream of the fleet into a decoding pipeline of the pool.
class FleetFeeds final : public FeedFactory
{
public:
    /// All must outlive the feeds.
    FleetFeeds(DvrFleet &fleet, media::DecodePool &pool, base::Clock &clock)
        : m_fleet(fleet)
        , m_pool(pool)
        , m_clock(clock)
    {
    }

    std::unique_ptr<TileFeed> openFeed(const ChannelRef &channel, StreamKind stream,
                                       std::shared_ptr<media::WakeUp> wakeUp) override;

private:
    DvrFleet &m_fleet;
    media::DecodePool &m_pool;
    base::Clock &m_clock;
};

} // namespace opsdeck::dvr
