// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"

#include <QByteArray>

#include <chrono>
#include <functional>

namespace opsdeck::dvr {

/// Cuts the payload of one media stream into frames (protocol page §3; vendor document §3.2). Works on the byte stream: a frame may span
/// packets, packets may hold several frames. Fed bytes, never a socket; holds at most one unfinished frame (8 MiB).
/// After garbage, a cut frame or an absurd length it finds the next frame header by itself and counts what was lost.
/// Not thread-safe; frames come out of `feed()` in order.
class MediaDemuxer
{
public:
    static constexpr quint32 kFrameCap = 8 << 20;

    struct Counters {
        quint64 frames = 0;
        quint64 keyFrames = 0;
        quint64 audioFrames = 0;
        quint64 skippedFrames = 0; ///< bogus vendor frames, and deltas before the first key frame
        quint64 corruptFrames = 0; ///< headers that cannot be, frames cut short
        quint64 garbageBytes = 0;
    };

    using Sink = std::function<void(media::EncodedFrame &&)>;
    explicit MediaDemuxer(Sink sink);

    /// The payload of one packet. @param receivedAt goes into the frames that end in it.
    void feed(QByteArrayView payload, std::chrono::nanoseconds receivedAt);
    /// A packet before the next one was lost: an unfinished frame is given up.
    void noteLoss();
    /// Forgets everything but the counters; deltas are dropped again until a key frame.
    void reset();
    /// Nothing comes out any more, not even the rest of the packet that is being fed: for a sink that ends its stream from inside.
    void stop() { m_stopped = true; }

    const Counters &counters() const { return m_counters; }
    bool isInsideFrame() const { return m_missing > 0; }

private:
    void consume(QByteArrayView bytes, std::chrono::nanoseconds receivedAt);
    void skipToMarker(QByteArrayView &bytes);
    void takeHeader(QByteArrayView &bytes, std::chrono::nanoseconds receivedAt);
    bool beginFrame();
    void finishFrame(std::chrono::nanoseconds receivedAt);
    void giveUpFrame();

    Sink m_sink;
    Counters m_counters;
    QByteArray m_header; ///< the part of a frame header that has arrived
    media::EncodedFrame m_frame;
    quint32 m_missing = 0; ///< payload bytes still to come; 0 = between frames
    bool m_haveKey = false;
    bool m_afterLoss = false;
    bool m_stopped = false;
    media::VideoCodec m_codec = media::VideoCodec::Unknown;
    int m_width = 0;
    int m_height = 0;
    int m_framesPerSecond = 0;
};

} // namespace opsdeck::dvr
