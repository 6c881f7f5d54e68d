// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/dvr_types.h"
#include "core/systems/dvr/media_demuxer.h"
#include "core/systems/dvr/message_link.h"
#include "core/systems/dvr/sequence_watch.h"
#include "core/transport/backoff.h"
#include "core/transport/link_factory.h"

#include <QHash>

#include <memory>

namespace opsdeck::dvr {

/// What a live stream needs of its session.
class LiveHost
{
public:
    LiveHost() = default;
    LiveHost(const LiveHost &) = delete;
    LiveHost &operator=(const LiveHost &) = delete;
    virtual ~LiveHost() = default;

    virtual MessageLink &mainLink() = 0;
    virtual QString sessionText() const = 0;
    virtual transport::Endpoint endpoint() const = 0;
    virtual std::unique_ptr<transport::ByteLink> makeMediaLink(int channel, StreamKind stream) = 0;
    /// Live goes over the main socket because the device takes no media sockets.
    virtual bool usesOneSocket() const = 0;
    /// Ignored once `mediaSocketWorked()`: a socket that failed later is a fault, not the device's way.
    virtual void switchToOneSocket() = 0;
    virtual void mediaSocketWorked() = 0;
    /// The device refused a Claim with the long form of the session id.
    virtual void switchToShortSessionId() = 0;
    virtual bool usesShortSessionId() const = 0;
    /// Asks the main socket for a sign of life at once; the session ends the link when none comes.
    virtual void probe() = 0;
    /// Sends 1562, at most once a second for all streams together.
    virtual void forceKeyframe() = 0;
    /// The device answered that it does not know our session: the host logs in again.
    virtual void sessionExpired(int ret) = 0;
};

/// One live stream of one session: claims, starts, demuxes, watches for silence, starts again. Two sockets as the vendor's client has them,
/// the main socket alone where the device refuses a second. Lives on the session's thread; calls its sink there.
class LiveStream final : public QObject
{
    Q_OBJECT
public:
    /// Without a frame for this long a stream is stale.
    static constexpr std::chrono::milliseconds kSilence{3000};

    /// @param host and @param clock must outlive this object. @param seed of the jitter between restarts.
    LiveStream(LiveHost &host, int channel, StreamKind stream, std::shared_ptr<LiveSink> sink,
               base::Clock &clock, quint32 seed, QObject *parent = nullptr);
    ~LiveStream() override;

    int channel() const { return m_channel; }
    StreamKind stream() const { return m_stream; }
    /// Expects media on the main socket.
    bool isOnMainLink() const { return m_phase >= Phase::Claiming && m_onMain; }
    /// Started with a media socket of its own, on which nothing has come yet.
    bool awaitsMedia() const { return m_phase >= Phase::Starting && !m_onMain && m_demuxers.isEmpty(); }
    /// The device sends this stream over the main socket although a second one was claimed: taken from there from now on.
    void moveToMainLink();

    void sessionOnline();
    void sessionOffline(const std::optional<base::Error> &reason, const QDateTime &retryAt);
    /// Sends Stop when the stream was started.
    void stopOnDevice();
    /// Tells the device to stop; the sink hears nothing any more.
    void close();
    /// The same without a word to the device; the host is not used any more.
    void abandon();
    void mediaReceived(const MessageHeader &header, QByteArrayView payload);

private:
    enum class Phase { Idle, Waiting, Connecting, Claiming, Starting, Running };

    void begin();
    void claim();
    void start();
    void onStartAnswer(const base::Result<Message> &answer);
    void onMediaLinkEnded(const base::Error &reason);
    void restart(const base::Error &reason);
    void leaveMedia();
    void onFrame(media::EncodedFrame &&frame);
    void onSilence();
    void publish(LiveStatus::State state, QDateTime since, std::optional<base::Error> reason,
                 QDateTime retryAt = {});
    void publishCounters(bool force);
    MessageLink &claimLink();
    bool isCurrent(quint32 attempt) const { return attempt == m_attempt; }

    LiveHost &m_host;
    const int m_channel;
    const StreamKind m_stream;
    std::shared_ptr<LiveSink> m_sink;
    base::Clock &m_clock;
    transport::Backoff m_backoff;
    std::unique_ptr<base::Timer> m_retryTimer;
    std::unique_ptr<base::Timer> m_silenceTimer;
    std::unique_ptr<MessageLink> m_mediaLink;
    /// One demuxer for each (message id, channel byte, byte 2) seen on the socket; a device has few.
    QHash<quint32, std::shared_ptr<MediaDemuxer>> m_demuxers;
    SequenceWatch m_sequence;
    Phase m_phase = Phase::Idle;
    bool m_onMain = false;
    bool m_closed = false;
    quint32 m_attempt = 0; ///< so that late answers to an abandoned attempt are recognised
    LiveStatus m_status;
    LiveCounters m_counters;
    base::Clock::Nanoseconds m_startedAt{0};
    base::Clock::Nanoseconds m_lastFrameAt{0};
    QDateTime m_lastFrameTime;
    base::Clock::Nanoseconds m_countersAt{0};
    bool m_nudged = false;     ///< a key frame was asked for in this silence
    bool m_failedHere = false; ///< this attempt's trouble has been handled
};

} // namespace opsdeck::dvr
