// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_hub.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace opsdeck::dvr {

namespace {

/// A joiner that has to decode more than this before it is up to date is better served by a new key frame.
constexpr qsizetype kCheapJoin = 25;

using StreamKey = std::tuple<QString, int, StreamKind>;

} // namespace

/// One stream of the source and all who look at it. The mutex keeps a joiner's first frames and the live ones in
/// order; it is held while a frame goes to the sinks.
class SharedStream final : public LiveSink
{
public:
    SharedStream(StreamKey key, const media::ReplayLimits &limits)
        : m_key(std::move(key))
        , m_replay(std::make_shared<media::ReplayBuffer>(limits))
    {
    }

    void frameReceived(const media::EncodedFrame &frame) override
    {
        const std::lock_guard lock(m_mutex);
        m_replay->push(frame);
        for (const auto &sink : m_sinks)
            sink->frameReceived(frame);
    }
    void statusChanged(const LiveStatus &status) override
    {
        const std::lock_guard lock(m_mutex);
        m_status = status;
        for (const auto &sink : m_sinks)
            sink->statusChanged(status);
    }
    void countersChanged(const LiveCounters &counters) override
    {
        const std::lock_guard lock(m_mutex);
        m_counters = counters;
        for (const auto &sink : m_sinks)
            sink->countersChanged(counters);
    }

    /// @return whether a new key frame would help the sink.
    bool add(const std::shared_ptr<LiveSink> &sink)
    {
        const std::lock_guard lock(m_mutex);
        if (m_status)
            sink->statusChanged(*m_status);
        if (m_counters)
            sink->countersChanged(*m_counters);
        m_sinks.push_back(sink);
        return catchUpLocked(*sink);
    }
    bool catchUp(LiveSink &sink)
    {
        const std::lock_guard lock(m_mutex);
        return catchUpLocked(sink);
    }
    /// @return whether it was the last.
    bool remove(const std::shared_ptr<LiveSink> &sink)
    {
        const std::lock_guard lock(m_mutex);
        // One: a sink may have subscribed twice.
        if (const auto found = std::find(m_sinks.begin(), m_sinks.end(), sink); found != m_sinks.end())
            m_sinks.erase(found);
        return m_sinks.empty();
    }

    const StreamKey &key() const { return m_key; }
    const std::shared_ptr<media::ReplayBuffer> &replay() const { return m_replay; }

    LiveId id = 0; ///< the hub's thread only

private:
    bool catchUpLocked(LiveSink &sink)
    {
        if (!m_status || m_status->state != LiveStatus::State::Live)
            return false;
        const QList<media::EncodedFrame> frames = m_replay->sinceNewestKey();
        if (!frames.isEmpty())
            sink.joined(frames);
        return frames.isEmpty() || frames.size() > kCheapJoin;
    }

    const StreamKey m_key;
    const std::shared_ptr<media::ReplayBuffer> m_replay;
    std::mutex m_mutex;
    std::vector<std::shared_ptr<LiveSink>> m_sinks;
    std::optional<LiveStatus> m_status;
    std::optional<LiveCounters> m_counters;
};

/// What the hub knows. Its subscriptions look here whether the hub is still there.
struct LiveSubscription::Book {
    explicit Book(LiveSource &liveSource)
        : source(liveSource)
    {
    }

    media::ReplayLimits &limitsOf(StreamKind kind) { return kind == StreamKind::Main ? main : sub; }

    LiveSource &source;
    std::map<StreamKey, std::shared_ptr<SharedStream>> streams;
    media::ReplayLimits main{std::chrono::seconds(30), LiveHub::kMainReplayBytes};
    media::ReplayLimits sub{std::chrono::seconds(30), LiveHub::kSubReplayBytes};
};

LiveSubscription::LiveSubscription(std::weak_ptr<Book> book, std::shared_ptr<SharedStream> stream,
                                   std::shared_ptr<LiveSink> sink)
    : m_book(std::move(book))
    , m_stream(std::move(stream))
    , m_sink(std::move(sink))
{
}

LiveSubscription::~LiveSubscription()
{
    const bool isLast = m_stream->remove(m_sink);
    const auto book = m_book.lock();
    if (!isLast || !book)
        return;
    book->source.closeLive(m_stream->id);
    book->streams.erase(m_stream->key());
}

void LiveSubscription::requestKeyframe()
{
    if (const auto book = m_book.lock())
        book->source.requestKeyframe(m_stream->id);
}

void LiveSubscription::catchUp()
{
    if (m_stream->catchUp(*m_sink))
        requestKeyframe();
}

const std::shared_ptr<media::ReplayBuffer> &LiveSubscription::replay() const
{
    return m_stream->replay();
}

LiveHub::LiveHub(LiveSource &source)
    : m_book(std::make_shared<LiveSubscription::Book>(source))
{
}

LiveHub::~LiveHub()
{
    for (const auto &[key, stream] : m_book->streams)
        m_book->source.closeLive(stream->id);
}

std::unique_ptr<LiveSubscription> LiveHub::subscribe(const QString &deviceId, int channel, StreamKind stream,
                                                     std::shared_ptr<LiveSink> sink)
{
    std::shared_ptr<SharedStream> &shared = m_book->streams[{deviceId, channel, stream}];
    const bool isNew = shared == nullptr;
    if (isNew)
        shared =
            std::make_shared<SharedStream>(StreamKey(deviceId, channel, stream), m_book->limitsOf(stream));
    const bool wantsKey = shared->add(sink);
    if (isNew)
        shared->id = m_book->source.openLive(deviceId, channel, stream, shared);
    else if (wantsKey)
        m_book->source.requestKeyframe(shared->id);
    return std::unique_ptr<LiveSubscription>(new LiveSubscription(m_book, shared, std::move(sink)));
}

void LiveHub::setReplayLimits(StreamKind stream, const media::ReplayLimits &limits)
{
    m_book->limitsOf(stream) = limits.bounded();
    for (const auto &[key, shared] : m_book->streams) {
        if (std::get<StreamKind>(key) == stream)
            shared->replay()->setLimits(limits);
    }
}

int LiveHub::openStreams() const
{
    return int(m_book->streams.size());
}

} // namespace opsdeck::dvr
