// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_timeline.h"

#include <algorithm>

namespace opsdeck::media {

namespace {

using std::chrono::duration_cast;

constexpr std::chrono::milliseconds kArrivalGap{1000};
constexpr std::chrono::milliseconds kDeviceGap{1500};
/// The finest step any container keeps.
constexpr std::chrono::milliseconds kSmallestStep{1};
constexpr int kHighestFrameRate = 120;

} // namespace

ClipTimeline::Microseconds ClipTimeline::next(const EncodedFrame &frame)
{
    if (frame.kind == EncodedFrame::Kind::Key && frame.framesPerSecond > 0)
        m_framesPerSecond = std::min(frame.framesPerSecond, kHighestFrameRate);
    const Microseconds expected = m_started ? m_last + step() : Microseconds(0);
    Microseconds time =
        m_timing == ClipTiming::Arrival ? byArrival(expected, frame) : byDeviceTime(expected, frame);
    if (m_started)
        time = std::max<Microseconds>(time, m_last + kSmallestStep);
    m_started = true;
    m_last = time;
    return time;
}

ClipTimeline::Microseconds ClipTimeline::byArrival(Microseconds expected, const EncodedFrame &frame)
{
    if (frame.receivedAt.count() == 0)
        return expected;
    if (m_firstArrival.count() == 0) {
        m_firstArrival = frame.receivedAt;
        m_arrivalOffset = expected;
        return expected;
    }
    const Microseconds arrival =
        duration_cast<Microseconds>(frame.receivedAt - m_firstArrival) + m_arrivalOffset;
    const Microseconds late = arrival - expected;
    if (late > kArrivalGap)
        return arrival;
    // Never squeeze frames to less than half their distance: a burst at the start of a stream is no fast motion.
    return std::max<Microseconds>(expected + late / 10, expected - step() / 2);
}

ClipTimeline::Microseconds ClipTimeline::byDeviceTime(Microseconds expected, const EncodedFrame &frame)
{
    if (frame.kind != EncodedFrame::Kind::Key || !frame.deviceTime.isValid())
        return expected;
    if (!m_firstDeviceTime.isValid()) {
        m_firstDeviceTime = frame.deviceTime;
        m_deviceOffset = expected;
        return expected;
    }
    const std::chrono::milliseconds passed(m_firstDeviceTime.msecsTo(frame.deviceTime));
    const Microseconds device = passed + m_deviceOffset;
    return device - expected > kDeviceGap ? device : expected;
}

} // namespace opsdeck::media
