// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_stream.h"

#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/live_messages.h"
#include "core/systems/dvr/message_ids.h"

#include <QPointer>

namespace opsdeck::dvr {

using namespace std::chrono_literals;

namespace {

constexpr auto kAnswerTimeout = 5s;
// A claim that is not answered on a second socket must leave time to go live on the first within 5 s.
constexpr auto kClaimTimeout = 2500ms;
constexpr auto kCounterPeriod = 1s;
// A device mixes main and extra, perhaps talk, on one socket; more keys than this are noise.
constexpr qsizetype kDemuxerCap = 4;
constexpr transport::Backoff::Policy kRestartPolicy{500ms, 4000ms, 0.25};

quint32 demuxerKey(const MessageHeader &header)
{
    return quint32(header.messageId) << 16 | quint32(header.channel()) << 8 | header.reserved1;
}

} // namespace

LiveStream::LiveStream(LiveHost &host, int channel, StreamKind stream, std::shared_ptr<LiveSink> sink,
                       base::Clock &clock, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_channel(channel)
    , m_stream(stream)
    , m_sink(std::move(sink))
    , m_clock(clock)
    , m_backoff(kRestartPolicy, seed)
    , m_retryTimer(clock.makeTimer([this] { begin(); }))
    , m_silenceTimer(clock.makeTimer([this] { onSilence(); }))
{
    m_status.since = clock.now();
}

LiveStream::~LiveStream()
{
    abandon();
}

void LiveStream::sessionOnline()
{
    if (m_closed)
        return;
    m_backoff.reset();
    m_backoff.next(); // the first start comes at once
    begin();
}

void LiveStream::sessionOffline(const std::optional<base::Error> &reason, const QDateTime &retryAt)
{
    if (m_closed)
        return;
    ++m_attempt;
    m_retryTimer->stop();
    leaveMedia();
    m_phase = Phase::Idle;
    const bool wasOffline = m_status.state == LiveStatus::State::Offline;
    publish(LiveStatus::State::Offline, wasOffline ? m_status.since : m_clock.now(), reason, retryAt);
}

void LiveStream::stopOnDevice()
{
    if (m_phase >= Phase::Starting && m_host.mainLink().isOpen()) {
        m_host.mainLink().request(id::kMonitor,
                                  monitorBody(MonitorAction::Stop, m_channel, m_stream, m_host.sessionText()),
                                  kAnswerTimeout, QStringLiteral("stop of a live stream"),
                                  [](const base::Result<Message> &) {}); // a refusal (103) changes nothing
    }
}

void LiveStream::close()
{
    if (m_closed)
        return;
    stopOnDevice();
    abandon();
}

void LiveStream::abandon()
{
    m_closed = true;
    ++m_attempt;
    m_retryTimer->stop();
    leaveMedia();
    m_phase = Phase::Idle;
}

void LiveStream::begin()
{
    if (m_closed || !m_host.mainLink().isOpen())
        return;
    ++m_attempt;
    leaveMedia();
    m_failedHere = false;
    m_nudged = false;
    m_startedAt = m_clock.monotonic();
    m_onMain = m_host.usesOneSocket();
    if (m_onMain) {
        claim();
        return;
    }
    m_phase = Phase::Connecting;
    m_mediaLink = std::make_unique<MessageLink>(m_host.makeMediaLink(m_channel, m_stream), m_clock);
    m_mediaLink->setSessionId(m_host.mainLink().sessionId());
    connect(m_mediaLink.get(), &MessageLink::opened, this, &LiveStream::claim);
    connect(m_mediaLink.get(), &MessageLink::ended, this, &LiveStream::onMediaLinkEnded);
    m_mediaLink->setMediaHandler(
        [this](const MessageHeader &header, QByteArrayView payload) { mediaReceived(header, payload); });
    m_mediaLink->link().open(m_host.endpoint());
}

MessageLink &LiveStream::claimLink()
{
    return m_onMain ? m_host.mainLink() : *m_mediaLink;
}

void LiveStream::claim()
{
    m_phase = Phase::Claiming;
    claimLink().request(
        id::kMonitorClaim, monitorBody(MonitorAction::Claim, m_channel, m_stream, m_host.sessionText()),
        kClaimTimeout, QStringLiteral("claim of channel %1").arg(m_channel),
        [this, self = QPointer(this), attempt = m_attempt](const base::Result<Message> &answer) {
            if (!self || !isCurrent(attempt) || m_phase != Phase::Claiming)
                return;
            const auto reply =
                answer ? parseBody(answer->payload) : base::Result<QJsonObject>(base::fail(answer.error()));
            const auto ret = reply ? retOf(*reply) : base::Result<int>(base::fail(reply.error()));
            if (ret && isSessionExpired(*ret)) {
                m_host.sessionExpired(*ret); // ends this attempt too
                return;
            }
            if (ret && *ret == 103 && !m_host.usesShortSessionId()) {
                m_host.switchToShortSessionId();
                claim();
                return;
            }
            const auto good = successful(reply, QStringLiteral("claim of channel %1").arg(m_channel));
            if (good) {
                start();
                return;
            }
            // Whoever does not answer on a second socket may still serve the first.
            if (!m_onMain && !ret)
                m_host.switchToOneSocket();
            restart(good.error());
        });
}

void LiveStream::start()
{
    m_phase = Phase::Starting;
    m_startedAt = m_clock.monotonic();
    m_silenceTimer->start(kSilence);
    m_host.mainLink().request(
        id::kMonitor, monitorBody(MonitorAction::Start, m_channel, m_stream, m_host.sessionText()),
        kAnswerTimeout, QStringLiteral("start of channel %1").arg(m_channel),
        [this, self = QPointer(this), attempt = m_attempt](const base::Result<Message> &answer) {
            if (self && isCurrent(attempt))
                onStartAnswer(answer);
        });
}

void LiveStream::onStartAnswer(const base::Result<Message> &answer)
{
    // On one socket many devices send data instead of an answer: its absence means nothing, the silence timer decides.
    if (!answer)
        return;
    const auto good =
        successful(parseBody(answer->payload), QStringLiteral("start of channel %1").arg(m_channel));
    if (!good && m_phase == Phase::Starting) {
        const int ret = good.error().device().value(QLatin1String("ret")).toInt();
        if (isSessionExpired(ret))
            m_host.sessionExpired(ret);
        else
            restart(good.error());
        return;
    }
    if (m_phase == Phase::Starting) {
        m_phase = Phase::Running;
        m_host.forceKeyframe();
    }
}

void LiveStream::onMediaLinkEnded(const base::Error &reason)
{
    if (m_closed || m_failedHere)
        return;
    if (m_onMain)
        return; // moved to the main link, this one is of no more use
    if (m_phase == Phase::Connecting)
        m_host.switchToOneSocket();
    restart(reason);
}

void LiveStream::restart(const base::Error &reason)
{
    m_failedHere = true;
    ++m_attempt;
    leaveMedia();
    m_phase = Phase::Waiting;
    if (m_status.state == LiveStatus::State::Live || m_counters.frames > 0)
        ++m_counters.reconnects;
    const auto wait = m_backoff.next();
    m_retryTimer->start(wait);
    const bool wasOffline = m_status.state == LiveStatus::State::Offline;
    publish(LiveStatus::State::Offline, wasOffline ? m_status.since : m_clock.now(), reason,
            m_clock.now().addMSecs(wait.count()));
}

void LiveStream::leaveMedia()
{
    m_silenceTimer->stop();
    for (const auto &demuxer : std::as_const(m_demuxers))
        demuxer->stop(); // it may be in the middle of a packet
    m_demuxers.clear();
    m_sequence = SequenceWatch();
    if (m_mediaLink) {
        m_mediaLink->disconnect(this);
        m_mediaLink->setMediaHandler({});
        m_mediaLink->link().close();
        // We may be inside one of its callbacks.
        m_mediaLink.release()->deleteLater();
    }
}

void LiveStream::moveToMainLink()
{
    // The claimed socket stays open: closing it might end the stream.
    m_onMain = true;
    m_host.switchToOneSocket();
}

void LiveStream::mediaReceived(const MessageHeader &header, QByteArrayView payload)
{
    if (m_closed || m_phase < Phase::Claiming || header.messageId != id::kMonitorData)
        return;
    auto &demuxer = m_demuxers[demuxerKey(header)];
    if (!demuxer) {
        if (m_demuxers.size() > kDemuxerCap) {
            m_demuxers.remove(demuxerKey(header));
            ++m_counters.corruptFrames;
            return;
        }
        demuxer = std::make_shared<MediaDemuxer>(
            [this](media::EncodedFrame &&frame) { onFrame(std::move(frame)); });
    }
    // A frame's sink may close this stream; the demuxer must live until it returns.
    const std::shared_ptr<MediaDemuxer> current = demuxer;
    m_counters.bytes += quint64(payload.size());
    if (m_phase == Phase::Starting) {
        // Data instead of an answer to Start: the key frame is asked for all the same.
        m_phase = Phase::Running;
        m_host.forceKeyframe();
    }
    const auto before = current->counters();
    const quint32 missing = m_sequence.missingBefore(header.sequence);
    if (missing > 0) {
        m_counters.lostPackets += missing;
        current->noteLoss();
        m_host.forceKeyframe();
    }
    const QPointer<LiveStream> self(this);
    current->feed(payload, m_clock.monotonic());
    if (!self || m_closed)
        return;
    const auto &after = current->counters();
    m_counters.corruptFrames += after.corruptFrames - before.corruptFrames;
    m_counters.garbageBytes += after.garbageBytes - before.garbageBytes;
    if (after.corruptFrames > before.corruptFrames)
        m_host.forceKeyframe();
}

void LiveStream::onFrame(media::EncodedFrame &&frame)
{
    if (m_closed)
        return;
    if (frame.isVideo()) {
        ++m_counters.frames;
        if (frame.kind == media::EncodedFrame::Kind::Key)
            ++m_counters.keyFrames;
        m_nudged = false;
        m_lastFrameAt = m_clock.monotonic();
        m_lastFrameTime = m_clock.now();
        if (m_status.state != LiveStatus::State::Live) {
            m_backoff.reset();
            m_backoff.next();
            if (!m_onMain)
                m_host.mediaSocketWorked();
            m_silenceTimer->start(kSilence);
            publish(LiveStatus::State::Live, m_clock.now(), std::nullopt);
        }
        publishCounters(false);
        if (m_closed)
            return; // the sink heard one of these and had enough
    } else if (frame.kind == media::EncodedFrame::Kind::Audio) {
        ++m_counters.audioFrames;
    }
    m_sink->frameReceived(frame);
}

void LiveStream::onSilence()
{
    const auto now = m_clock.monotonic();
    const auto since = std::max(m_startedAt, m_lastFrameAt);
    const auto silent = std::chrono::floor<std::chrono::milliseconds>(now - since);
    // Armed lazily: re-arming a timer for each frame of each stream would be felt on a wall of 64.
    if (silent < kSilence) {
        m_silenceTimer->start(kSilence - silent);
        return;
    }
    const base::Error reason(
        DvrError::StreamSilent,
        QStringLiteral("no frame of channel %1 for %2 ms").arg(m_channel).arg(silent.count()));
    // Over all attempts the picture is as old as its last frame.
    const QDateTime staleSince =
        m_lastFrameTime.isValid() ? m_lastFrameTime : m_clock.now().addMSecs(-silent.count());
    publishCounters(true);
    publish(LiveStatus::State::Stale, staleSince, reason);
    if (m_closed)
        return;
    if (!m_nudged) {
        // First the cheap remedies; whether the device lives at all is found out at the same time.
        m_nudged = true;
        m_silenceTimer->start(kSilence);
        m_host.forceKeyframe();
        m_host.probe();
        return;
    }
    if (m_onMain || m_counters.frames > 0) {
        // The session answers, the stream does not: claim it anew.
        ++m_attempt;
        ++m_counters.reconnects;
        leaveMedia();
        m_phase = Phase::Waiting;
        const auto wait = m_backoff.next();
        m_retryTimer->start(wait);
        publish(LiveStatus::State::Stale, staleSince, reason, m_clock.now().addMSecs(wait.count()));
        return;
    }
    m_host.switchToOneSocket();
    restart(reason);
}

void LiveStream::publish(LiveStatus::State state, QDateTime since, std::optional<base::Error> reason,
                         QDateTime retryAt)
{
    if (m_closed)
        return;
    m_status = {state, std::move(since), std::move(reason), std::move(retryAt)};
    m_sink->statusChanged(m_status);
}

void LiveStream::publishCounters(bool force)
{
    const auto now = m_clock.monotonic();
    if (m_closed || (!force && now - m_countersAt < kCounterPeriod))
        return;
    m_countersAt = now;
    m_sink->countersChanged(m_counters);
}

} // namespace opsdeck::dvr
