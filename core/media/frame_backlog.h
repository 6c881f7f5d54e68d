// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"

#include <QList>

#include <chrono>
#include <deque>
#include <optional>

namespace opsdeck::media {

/// The frames of one stream that wait for a decoder, and the rule for too many of them: beyond a bound, the oldest are
/// dropped up to the newest key frame, or all when that is not enough (then decoding resumes at the next key frame).
/// A pure value; not thread-safe.
///
/// A stream that is joined in its middle is primed with the frames since its newest key frame. They are worked off
/// first, whatever the bounds say of that many frames; should a key frame come meanwhile, they are no longer needed.
class FrameBacklog final
{
public:
    using Nanoseconds = std::chrono::nanoseconds;

    static constexpr size_t kMaxFrames = 50;
    static constexpr qint64 kMaxBytes = 16 << 20;
    static constexpr Nanoseconds kMaxAge = std::chrono::seconds(1);

    bool isEmpty() const { return m_frames.empty(); }
    size_t size() const { return m_frames.size(); }

    /// Adds a frame and cuts the backlog when there are too many frames or bytes. @return how many were dropped.
    size_t push(EncodedFrame frame, Nanoseconds now);
    /// Replaces the backlog. @param frames the first a key frame, no frames but video.
    void prime(const QList<EncodedFrame> &frames, Nanoseconds now);
    /// How many of the waiting frames `prime` brought.
    size_t primed() const { return m_primed; }
    /// Cuts the backlog when its oldest frame has waited too long. @return how many were dropped.
    size_t dropLate(Nanoseconds now);
    /// The oldest frame; the first after a cut that left no key frame is marked `afterLoss`.
    EncodedFrame takeFirst();
    /// @return how many were dropped.
    size_t clear();

private:
    struct Entry {
        EncodedFrame frame;
        Nanoseconds pushedAt;
    };

    bool isTooMuch() const
    {
        return m_frames.size() - m_primed > kMaxFrames || m_bytes - m_primedBytes > kMaxBytes;
    }
    bool isLate(Nanoseconds now) const
    {
        return !m_frames.empty() && m_primed == 0 && now - m_frames.front().pushedAt > kMaxAge;
    }
    size_t cutToNewestKey();
    EncodedFrame takeFront();

    std::deque<Entry> m_frames;
    qint64 m_bytes = 0;
    size_t m_primed = 0; ///< at the front
    qint64 m_primedBytes = 0;
    bool m_lost = false;
};

} // namespace opsdeck::media
