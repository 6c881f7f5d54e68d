// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/replay_buffer.h"
#include "core/systems/dvr/live_source.h"

#include <map>
#include <memory>

namespace opsdeck::dvr {

class SharedStream;

/// One use of a live stream that others may use too: a tile, a recording, the sound. Ends with this object, which lives
/// in the thread of its hub and may outlive it (then nothing comes any more). After its end its sink is not called.
class LiveSubscription final
{
public:
    ~LiveSubscription();
    LiveSubscription(const LiveSubscription &) = delete;
    LiveSubscription &operator=(const LiveSubscription &) = delete;

    /// Asks the device for a key frame.
    void requestKeyframe();
    /// Gives the sink, in this thread and before this returns, what a late joiner gets (LiveSink::joined), e.g. when a
    /// tile is seen again. Nothing when the stream is not live.
    void catchUp();
    /// The stream's last half minute; shared by all of its users. Never null.
    const std::shared_ptr<media::ReplayBuffer> &replay() const;

private:
    friend class LiveHub;
    struct Book;
    LiveSubscription(std::weak_ptr<Book> book, std::shared_ptr<SharedStream> stream,
                     std::shared_ptr<LiveSink> sink);

    std::weak_ptr<Book> m_book;
    std::shared_ptr<SharedStream> m_stream;
    std::shared_ptr<LiveSink> m_sink;
};

/// Shares live streams: however many look at (device, channel, stream kind), the device sends it once. Owns a replay
/// buffer a stream. A stream closes when its last subscription ends; its replay buffer lives as long as somebody holds
/// it.
///
/// Lives in one thread (the window's), where subscriptions are made and ended; frames go from the source's thread
/// straight to the sinks. Never waits for more than one frame's way through the sinks.
class LiveHub final
{
public:
    /// What is kept of a stream unless told otherwise: half a minute of a usual sub stream (512 kbit/s–2 Mbit/s) is
    /// 2–7.5 MB, of a main stream (4–6 Mbit/s) 15–23 MB.
    static constexpr qint64 kMainReplayBytes = 24 << 20;
    static constexpr qint64 kSubReplayBytes = 8 << 20;

    /// @param source must outlive this object and call sinks from one thread at a time.
    explicit LiveHub(LiveSource &source);
    ~LiveHub();
    LiveHub(const LiveHub &) = delete;
    LiveHub &operator=(const LiveHub &) = delete;

    /// @param channel from 0. @param sink called from the source's thread; a late joiner's sink also in this one, before
    /// this returns: with the last status and counters, and with the frames from the newest key frame on. It must not
    /// make or end subscriptions in these calls.
    std::unique_ptr<LiveSubscription> subscribe(const QString &deviceId, int channel, StreamKind stream,
                                                std::shared_ptr<LiveSink> sink);

    /// For the streams that are open and those to come.
    void setReplayLimits(StreamKind stream, const media::ReplayLimits &limits);
    /// How many streams are open at the source.
    int openStreams() const;

private:
    std::shared_ptr<LiveSubscription::Book> m_book;
};

} // namespace opsdeck::dvr
