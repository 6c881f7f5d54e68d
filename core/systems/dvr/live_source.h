// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"

#include <memory>

namespace opsdeck::dvr {

/// Where live streams come from: the fleet in the programs, the test's own in tests.
class LiveSource
{
public:
    LiveSource() = default;
    LiveSource(const LiveSource &) = delete;
    LiveSource &operator=(const LiveSource &) = delete;
    virtual ~LiveSource() = default;

    /// Opens a live stream; it is kept open over reconnects until `closeLive`. @param channel from 0.
    /// An unknown device answers the sink with Offline. Never 0.
    virtual LiveId openLive(const QString &deviceId, int channel, StreamKind stream,
                            std::shared_ptr<LiveSink> sink) = 0;
    virtual void closeLive(LiveId live) = 0;
    /// Asks the device for a key frame on this stream (1562).
    virtual void requestKeyframe(LiveId live) = 0;
};

} // namespace opsdeck::dvr
