// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/fleet_feeds.h"

#include "core/media/video_pipeline.h"

#include <mutex>

namespace opsdeck::dvr {

namespace {

/// Takes what the DVR thread brings. Shared with the session, which may let go of it later than the feed does:
/// after `close` it does nothing. Its pipeline lives exactly as long as the feed.
class PipelineSink final : public LiveSink
{
public:
    PipelineSink(TileFeed *feed, media::DecodePool &pool, base::Clock &clock,
                 std::shared_ptr<media::WakeUp> wakeUp)
        : m_feed(feed)
        , m_pipeline(std::make_unique<media::VideoPipeline>(pool, clock, std::move(wakeUp)))
    {
    }

    void frameReceived(const media::EncodedFrame &frame) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_pipeline && frame.isVideo())
            m_pipeline->push(frame);
    }

    void joined(const QList<media::EncodedFrame> &frames) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_pipeline)
            m_pipeline->prime(frames);
    }

    void statusChanged(const LiveStatus &status) override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_feed)
            return;
        // What was decoded before an outage must not appear after it.
        if (status.state == LiveStatus::State::Offline && m_pipeline)
            m_pipeline->reset();
        QMetaObject::invokeMethod(
            m_feed, [feed = m_feed, status] { Q_EMIT feed->statusChanged(status); }, Qt::QueuedConnection);
    }

    void countersChanged(const LiveCounters &counters) override
    {
        const std::lock_guard lock(m_mutex);
        m_counters = counters;
    }

    LiveCounters counters()
    {
        const std::lock_guard lock(m_mutex);
        return m_counters;
    }

    /// The feed's thread only, before `close`.
    media::VideoPipeline &pipeline() { return *m_pipeline; }

    void close()
    {
        std::unique_ptr<media::VideoPipeline> ended;
        const std::lock_guard lock(m_mutex);
        m_feed = nullptr;
        ended = std::move(m_pipeline);
    }

private:
    std::mutex m_mutex;
    TileFeed *m_feed;
    std::unique_ptr<media::VideoPipeline> m_pipeline;
    LiveCounters m_counters;
};

class FleetFeed final : public TileFeed
{
public:
    FleetFeed(LiveHub &hub, media::DecodePool &pool, base::Clock &clock, const ChannelRef &channel,
              StreamKind stream, std::shared_ptr<media::WakeUp> wakeUp)
        : m_sink(std::make_shared<PipelineSink>(this, pool, clock, std::move(wakeUp)))
        , m_live(hub.subscribe(channel.deviceId, channel.channel, stream, m_sink))
    {
    }

    ~FleetFeed() override { m_sink->close(); }

    media::Picture takePicture() override { return m_sink->pipeline().takePicture(); }
    void setTarget(QSize size) override { m_sink->pipeline().setTarget(size, media::Fit::Stretch); }
    void setCrop(const QRectF &part) override { m_sink->pipeline().setCrop(part); }
    std::shared_ptr<media::ReplayBuffer> replay() const override { return m_live->replay(); }

    void setVisible(bool isVisible) override
    {
        if (m_isVisible == isVisible)
            return;
        m_isVisible = isVisible;
        m_sink->pipeline().setVisible(isVisible);
        if (isVisible)
            m_live->catchUp();
    }

    FeedFigures figures() const override
    {
        const media::PipelineCounters decoded = m_sink->pipeline().counters();
        const LiveCounters received = m_sink->counters();
        FeedFigures figures;
        figures.frames = decoded.framesIn;
        figures.bytes = decoded.bytesIn;
        figures.droppedLate = decoded.droppedLate;
        figures.decodeErrors = decoded.decodeErrors;
        figures.lostPackets = received.lostPackets;
        figures.reconnects = received.reconnects;
        figures.codec = decoded.codec;
        figures.size = decoded.size;
        figures.replayBytes = m_live->replay()->bytes();
        figures.replaySpan = m_live->replay()->span();
        return figures;
    }

    void requestKeyframe() override { m_live->requestKeyframe(); }

    void keepAlive() override
    {
        const media::PipelineCounters counters = m_sink->pipeline().counters();
        const bool hasFrames = counters.framesIn != m_framesBefore;
        m_framesBefore = counters.framesIn;
        // Twice in a row: the key frame that was just asked for gets the time to come.
        const bool wasStuck = m_isStuck;
        m_isStuck = m_isVisible && hasFrames && counters.waitingForKey;
        if (m_isStuck && wasStuck)
            m_live->requestKeyframe();
    }

private:
    std::shared_ptr<PipelineSink> m_sink;
    std::unique_ptr<LiveSubscription> m_live;
    quint64 m_framesBefore = 0;
    bool m_isVisible = true;
    bool m_isStuck = false;
};

} // namespace

std::unique_ptr<TileFeed> FleetFeeds::openFeed(const ChannelRef &channel, StreamKind stream,
                                               std::shared_ptr<media::WakeUp> wakeUp)
{
    return std::make_unique<FleetFeed>(m_hub, m_pool, m_clock, channel, stream, std::move(wakeUp));
}

} // namespace opsdeck::dvr
