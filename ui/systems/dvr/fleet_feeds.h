// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/media/decode_pool.h"
#include "core/systems/dvr/live_hub.h"
#include "ui/systems/dvr/tile_feed.h"

namespace opsdeck::dvr {

/// Feeds from the DVRs: a live stream of the hub into a decoding pipeline of the pool. Owns the hub, by which recordings
/// and sound use the same streams. GUI thread.
class FleetFeeds final : public FeedFactory
{
public:
    /// @param source the fleet. All must outlive the feeds.
    FleetFeeds(LiveSource &source, media::DecodePool &pool, base::Clock &clock)
        : m_hub(source)
        , m_pool(pool)
        , m_clock(clock)
    {
    }

    std::unique_ptr<TileFeed> openFeed(const ChannelRef &channel, StreamKind stream,
                                       std::shared_ptr<media::WakeUp> wakeUp) override;

    LiveHub &hub() { return m_hub; }

private:
    LiveHub m_hub;
    media::DecodePool &m_pool;
    base::Clock &m_clock;
};

} // namespace opsdeck::dvr
