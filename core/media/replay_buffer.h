// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"

#include <QList>

#include <chrono>
#include <deque>
#include <mutex>

namespace opsdeck::media {

/// How much of a stream is kept in memory.
struct ReplayLimits {
    static constexpr std::chrono::seconds kShortest{10};
    static constexpr std::chrono::seconds kLongest{120};
    static constexpr qint64 kFewestBytes = 1 << 20;
    static constexpr qint64 kMostBytes = 256 << 20;

    std::chrono::seconds span{30};
    qint64 bytes = 24 << 20;

    /// The same within what is allowed: 10–120 s, 1–256 MiB.
    ReplayLimits bounded() const;
    friend bool operator==(const ReplayLimits &, const ReplayLimits &) = default;
};

/// The last half minute of one stream, still encoded: video and sound, always beginning at a key frame. Payloads are
/// shared with whoever else has the frame. Thread-safe; no call waits for anything but another call.
///
/// Old frames go a group of pictures at a time, as soon as the rest alone covers the span; so the span is what is there
/// at least, and a group more at most. The bytes (payloads and what a frame costs beside them) are the hard limit:
/// beyond it groups go early, and a single group beyond it goes as a whole, with everything up to the next key frame.
/// Nothing goes without a new frame: after an outage its last half minute is still there.
class ReplayBuffer final
{
public:
    /// What a frame costs beside its payload, about, in bytes.
    static constexpr qint64 kFrameOverhead = 192;

    explicit ReplayBuffer(const ReplayLimits &limits = {});
    ReplayBuffer(const ReplayBuffer &) = delete;
    ReplayBuffer &operator=(const ReplayBuffer &) = delete;

    /// From the next frame on. Cut to what is allowed.
    void setLimits(const ReplayLimits &limits);
    ReplayLimits limits() const;

    /// Takes a frame; its time is `receivedAt`. Before the first key frame everything is ignored.
    void push(const EncodedFrame &frame);
    /// Forgets everything; starts again at the next key frame.
    void clear();

    /// All frames, oldest first; each has its time in `receivedAt`. Empty, or begins with a key frame.
    QList<EncodedFrame> snapshot() const;
    /// The frames from the newest key frame on; empty when there is none.
    QList<EncodedFrame> sinceNewestKey() const;

    /// Memory the frames hold, in bytes.
    qint64 bytes() const;
    /// From the oldest frame to the newest; 0 with fewer than two.
    std::chrono::nanoseconds span() const;

private:
    using Nanoseconds = std::chrono::nanoseconds;

    static qint64 costOf(const EncodedFrame &frame);
    void cutLocked();
    void dropFirstGroupLocked();

    mutable std::mutex m_mutex;
    ReplayLimits m_limits;
    std::deque<EncodedFrame> m_frames;
    std::deque<qint64> m_keys; ///< places of the key frames, counted since `m_dropped` was 0
    qint64 m_dropped = 0;      ///< frames gone at the front: place of m_frames.front()
    qint64 m_bytes = 0;
};

} // namespace opsdeck::media
