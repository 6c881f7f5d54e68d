// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/systems/dvr_task.h"
#include "core/media/clip_writer.h"
#include "core/media/video_decoder.h"
#include "core/systems/dvr/dvr_error.h"

#include <cmath>

namespace opsdeck::dvr {

using namespace std::chrono_literals;

namespace {

constexpr LiveId kLive = 1;
constexpr auto kFirstFrameBudget = 10s;

struct LiveOptions {
    int channel = 0;
    StreamKind stream = StreamKind::Main;
    std::chrono::milliseconds duration{0}; ///< 0 = until Ctrl+C
    bool decode = false;
    QString out;
};

/// `dvr live`: counts, decodes and writes one stream. Everything in one thread: it is one stream.
class LiveTask final : public DvrTask
{
public:
    LiveTask(const ctl::Invocation &invocation, const DeviceSettings &settings, LiveOptions options,
             std::unique_ptr<media::ClipWriter> writer)
        : DvrTask(invocation, settings, kFirstFrameBudget)
        , m_options(std::move(options))
        , m_hasOwnTimeout(invocation.timeoutSeconds.has_value())
        , m_writer(std::move(writer))
        , m_end(invocation.clock.makeTimer([this] { conclude(); }))
        , m_sink(std::make_shared<Sink>(*this))
    {
    }
    ~LiveTask() override { m_sink->task = nullptr; }

protected:
    void onOnline() override
    {
        if (std::exchange(m_isOpen, true))
            return; // it is online again, the stream goes on by itself
        m_openedAt = clock().monotonic();
        session().openLive(kLive, m_options.channel, m_options.stream, m_sink);
    }

    void onLost(const base::Error &reason) override
    {
        if (m_counters.frames == 0)
            fail(reason);
    }

    void onInterrupted() override { conclude(); }

    std::optional<base::Error> pendingReason() const override
    {
        return m_live.reason ? m_live.reason : DvrTask::pendingReason();
    }

private:
    /// The session may hold it longer than the task lives.
    struct Sink final : LiveSink {
        explicit Sink(LiveTask &liveTask)
            : task(&liveTask)
        {
        }
        void frameReceived(const media::EncodedFrame &frame) override
        {
            if (task && !task->isFinished())
                task->onFrame(frame);
        }
        void statusChanged(const LiveStatus &status) override
        {
            if (task && !task->isFinished())
                task->onLive(status);
        }
        void countersChanged(const LiveCounters &counters) override
        {
            if (task)
                task->m_device = counters;
        }
        LiveTask *task;
    };

    void onLive(const LiveStatus &status)
    {
        m_live = status;
        if (status.state != LiveStatus::State::Offline || !status.reason || m_counters.frames > 0)
            return;
        // A refusal is an answer; a missing connection may still come.
        const auto errorClass = status.reason->errorClass();
        if (errorClass == base::ErrorClass::Refused || errorClass == base::ErrorClass::Protocol)
            fail(*status.reason);
    }

    void onFrame(const media::EncodedFrame &frame)
    {
        if (frame.isVideo())
            count(frame);
        else if (frame.kind == media::EncodedFrame::Kind::Audio)
            ++m_counters.audioFrames;
        if (m_writer) {
            const auto written = m_writer->write(frame);
            if (!written) {
                fail(written.error());
                return;
            }
        }
    }

    void count(const media::EncodedFrame &frame)
    {
        const auto now = clock().monotonic();
        if (m_counters.frames++ == 0) {
            m_firstFrameAt = now;
            if (!m_hasOwnTimeout)
                liftDeadline();
            if (m_options.duration > 0ms)
                m_end->start(m_options.duration);
        }
        m_lastFrameAt = now;
        m_counters.bytes += quint64(frame.payload.size());
        if (frame.kind == media::EncodedFrame::Kind::Key) {
            ++m_counters.keyFrames;
            m_codec = frame.videoCodec;
            m_size = QSize(frame.width, frame.height);
        }
        if (m_options.decode)
            decode(frame);
        if (m_counters.frames % 25 == 0)
            Q_EMIT progressed(
                QStringLiteral("%1 frames, %2 kB").arg(m_counters.frames).arg(m_counters.bytes / 1000));
    }

    void decode(const media::EncodedFrame &frame)
    {
        const auto outcome = m_decoder.decode(frame);
        if (!outcome || outcome->damaged)
            ++m_decodeErrors;
        if (!outcome)
            return;
        m_decodedFrames += outcome->pictures;
        if (outcome->pictures > 0) {
            m_codec = m_decoder.codec();
            m_size = m_decoder.size();
        }
        m_decoder.releasePicture();
    }

    void conclude()
    {
        if (isFinished())
            return;
        QString file;
        if (m_writer) {
            const auto written = m_writer->finish();
            if (!written) {
                fail(written.error());
                return;
            }
            file = m_options.out;
        }
        if (m_counters.frames == 0) {
            fail(
                m_live.reason.value_or(base::Error(DvrError::StreamSilent, QStringLiteral("no frame came"))));
            return;
        }
        if (m_live.state != LiveStatus::State::Live && m_live.reason) {
            fail(m_live.reason->within(QStringLiteral("after %1 frames").arg(m_counters.frames)));
            return;
        }
        const std::chrono::duration<double> span = m_lastFrameAt - m_firstFrameAt;
        const double measured = span.count() > 0 ? double(m_counters.frames - 1) / span.count() : 0.0;
        QJsonObject result{
            {QStringLiteral("channel"), m_options.channel},
            {QStringLiteral("stream"),
             m_options.stream == StreamKind::Main ? QStringLiteral("main") : QStringLiteral("sub")},
            {QStringLiteral("codec"), QLatin1String(media::codecName(m_codec))},
            {QStringLiteral("width"), m_size.width()},
            {QStringLiteral("height"), m_size.height()},
            {QStringLiteral("frames"), qint64(m_counters.frames)},
            {QStringLiteral("keyFrames"), qint64(m_counters.keyFrames)},
            {QStringLiteral("decodedFrames"), m_decodedFrames},
            {QStringLiteral("decodeErrors"), m_decodeErrors},
            {QStringLiteral("audioFrames"), qint64(m_counters.audioFrames)},
            {QStringLiteral("bytes"), qint64(m_counters.bytes)},
            {QStringLiteral("firstFrameMs"),
             qint64(
                 std::chrono::duration_cast<std::chrono::milliseconds>(m_firstFrameAt - m_openedAt).count())},
            {QStringLiteral("lostPackets"), qint64(m_device.lostPackets)},
            {QStringLiteral("corruptFrames"), qint64(m_device.corruptFrames)},
            {QStringLiteral("garbageBytes"), qint64(m_device.garbageBytes)},
            {QStringLiteral("reconnects"), session().status().reconnects + m_device.reconnects},
            {QStringLiteral("measuredFps"), std::round(measured * 10) / 10}};
        if (!file.isEmpty())
            result.insert(QStringLiteral("file"), file);
        QString text = QStringLiteral("channel %1: %2 %3×%4, %5 frames (%6 key) in %7 s, %8 fps, %9 kB")
                           .arg(m_options.channel)
                           .arg(QLatin1String(media::codecName(m_codec)))
                           .arg(m_size.width())
                           .arg(m_size.height())
                           .arg(m_counters.frames)
                           .arg(m_counters.keyFrames)
                           .arg(span.count(), 0, 'f', 1)
                           .arg(measured, 0, 'f', 1)
                           .arg(m_counters.bytes / 1000);
        if (m_options.decode)
            text += QStringLiteral("\n%1 decoded, %2 with errors").arg(m_decodedFrames).arg(m_decodeErrors);
        if (m_device.lostPackets + m_device.corruptFrames > 0) {
            text += QStringLiteral("\n%1 packets lost, %2 frames corrupt")
                        .arg(m_device.lostPackets)
                        .arg(m_device.corruptFrames);
        }
        if (!file.isEmpty())
            text += QStringLiteral("\nwritten to %1").arg(file);
        succeed(result, text);
    }

    LiveOptions m_options;
    const bool m_hasOwnTimeout;
    std::unique_ptr<media::ClipWriter> m_writer;
    std::unique_ptr<base::Timer> m_end;
    std::shared_ptr<Sink> m_sink;
    media::VideoDecoder m_decoder;
    LiveStatus m_live;
    LiveCounters m_counters; ///< what reached us
    LiveCounters m_device;   ///< what the session counted below the frames
    media::VideoCodec m_codec = media::VideoCodec::Unknown;
    QSize m_size{0, 0};
    int m_decodedFrames = 0;
    int m_decodeErrors = 0;
    bool m_isOpen = false;
    base::Clock::Nanoseconds m_openedAt{0};
    base::Clock::Nanoseconds m_firstFrameAt{0};
    base::Clock::Nanoseconds m_lastFrameAt{0};
};

base::Result<LiveOptions> optionsOf(const ctl::GivenOptions &given)
{
    using ctl::UsageError;
    LiveOptions options;
    if (!given.has(QStringLiteral("channel")) || !given.has(QStringLiteral("seconds"))) {
        return base::fail(
            UsageError::WrongUsage,
            QStringLiteral("live needs --channel N (from 0) and --seconds S (0 = until Ctrl+C)"));
    }
    const auto channel = given.number(QStringLiteral("channel"), 0, 0, 255);
    if (!channel)
        return base::fail(channel.error());
    options.channel = *channel;
    const auto seconds = given.seconds(QStringLiteral("seconds"), 0);
    if (!seconds)
        return base::fail(seconds.error());
    options.duration = std::chrono::milliseconds(qint64(*seconds * 1000));
    const QString stream = given.value(QStringLiteral("stream"), QStringLiteral("main"));
    if (stream != QLatin1String("main") && stream != QLatin1String("sub"))
        return base::fail(UsageError::WrongUsage,
                          QStringLiteral("--stream is main or sub, not \"%1\"").arg(stream));
    options.stream = stream == QLatin1String("main") ? StreamKind::Main : StreamKind::Sub;
    options.decode = given.has(QStringLiteral("decode"));
    options.out = given.value(QStringLiteral("out"));
    return options;
}

} // namespace

base::Result<std::unique_ptr<ctl::Task>> makeLiveTask(const ctl::Invocation &invocation,
                                                      const DeviceSettings &settings)
{
    const auto options = optionsOf(invocation.line.options);
    if (!options)
        return base::fail(options.error());
    std::unique_ptr<media::ClipWriter> writer;
    if (!options->out.isEmpty()) {
        auto made = media::ClipWriter::open(options->out);
        if (!made)
            return base::fail(made.error());
        writer = std::move(*made);
    }
    return std::make_unique<LiveTask>(invocation, settings, *options, std::move(writer));
}

} // namespace opsdeck::dvr
