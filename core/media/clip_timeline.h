// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"

#include <chrono>

namespace opsdeck::media {

/// Where a clip's frames get their time from.
enum class ClipTiming {
    Arrival,    ///< live: when they were received
    DeviceTime, ///< a recording that comes as fast as it can: frame rate and the device's time of key frames
};

/// Gives the frames of a clip their places in time, from 0, strictly rising. A pure value.
///
/// Frames follow each other at the frame rate of the last key frame's header (25 when it does not say). That ideal is
/// pulled towards the reference softly, so that network jitter does not show and a wrong frame rate does not add up:
/// a tenth of the difference a frame for Arrival. A difference of more than a second forwards is a real gap and is kept
/// as one. With DeviceTime, whose resolution is a second, only key frames are compared and only gaps of more than 1.5 s
/// count; a clock that goes back is ignored. Frames without a reference keep the frame rate alone.
class ClipTimeline final
{
public:
    using Microseconds = std::chrono::microseconds;

    explicit ClipTimeline(ClipTiming timing)
        : m_timing(timing)
    {
    }

    /// The next video frame's time. Call it for every video frame of the clip, in order.
    Microseconds next(const EncodedFrame &frame);
    /// The time of the last frame; 0 before the first.
    Microseconds last() const { return m_last; }
    /// How long a frame lasts by the frame rate.
    Microseconds step() const { return Microseconds(1'000'000 / m_framesPerSecond); }

private:
    Microseconds byArrival(Microseconds expected, const EncodedFrame &frame);
    Microseconds byDeviceTime(Microseconds expected, const EncodedFrame &frame);

    ClipTiming m_timing;
    int m_framesPerSecond = 25;
    bool m_started = false;
    Microseconds m_last{0};
    std::chrono::nanoseconds m_firstArrival{0};
    Microseconds m_arrivalOffset{0};
    QDateTime m_firstDeviceTime;
    Microseconds m_deviceOffset{0};
};

} // namespace opsdeck::media
