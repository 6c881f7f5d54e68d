// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_frame.h"
#include "core/transport/byte_link.h"

#include <QDateTime>
#include <QMetaType>
#include <QStringList>

#include <chrono>
#include <optional>

namespace opsdeck::dvr {

Q_NAMESPACE

/// Which encoding of a channel. On the wire "Main", "Extra1".
enum class StreamKind { Main, Sub };
Q_ENUM_NS(StreamKind)

/// How to reach one DVR and who we are there. The password is here in memory only; it is never written with
/// this.
struct DeviceSettings {
    QString id;
    QString name;
    transport::Endpoint endpoint{QString(), 34567};
    QString userName;
    QString password;
    /// Field channel count when the operator fixed it; 0 = what the device says.
    int channelCount = 0;
    friend bool operator==(const DeviceSettings &, const DeviceSettings &) = default;
};

/// Where a session with one DVR stands. A value, sent whenever something in it changed.
struct DeviceStatus {
    enum class State {
        Stopped,       ///< nobody asked for it
        Connecting,    ///< first attempt, or an attempt under way
        LoggingIn,     ///< the link is up
        Online,        ///< logged in
        Waiting,       ///< the link or login failed; the next attempt comes at `retryAt`
        NeedsOperator, ///< will not try by itself: wrong password, locked user, logged out twice …
    };
    State state = State::Stopped;
    QDateTime since; ///< UTC, when `state`'s side (online or not) began: an outage keeps its start over all
                     ///< its retries
    std::optional<base::Error> reason; ///< why it is not online
    QDateTime retryAt;                 ///< UTC, while Waiting
    int channelCount = 0;              ///< as last told by the device; 0 = not known yet
    QStringList channelTitles;         ///< plain text, may be shorter than channelCount
    QString deviceType;                ///< "DVR", "HVR", … as the device says
    int reconnects = 0;                ///< sessions after the first

    bool isOnline() const { return state == State::Online; }
};

/// Where one live stream stands. A value, sent whenever something in it changed.
struct LiveStatus {
    enum class State {
        Opening, ///< asked for, no frame yet
        Live,    ///< frames arrive
        Stale,   ///< the session is up, but no frame for 3 s
        Offline, ///< no session, or the device refused this channel
    };
    State state = State::Opening;
    QDateTime since; ///< UTC: Live: of the first frame; Stale: of the last frame; Offline: when it went
    std::optional<base::Error> reason; ///< Stale, Offline
    QDateTime retryAt;                 ///< UTC, when a next attempt is planned
};

/// What was counted on one live stream since it was opened. A value.
struct LiveCounters {
    quint64 frames = 0;
    quint64 keyFrames = 0;
    quint64 audioFrames = 0;
    quint64 bytes = 0;         ///< of media packets' payload
    quint64 lostPackets = 0;   ///< gaps in the packet sequence
    quint64 corruptFrames = 0; ///< frames given up while demuxing
    quint64 garbageBytes = 0;  ///< bytes that belonged to nothing
    int reconnects = 0;        ///< times the stream was started again
};

/// Where a live stream goes. Called on the DVR thread; must be quick and must not block. Shared with the
/// session, so it outlives the last call.
class LiveSink
{
public:
    LiveSink() = default;
    LiveSink(const LiveSink &) = delete;
    LiveSink &operator=(const LiveSink &) = delete;
    virtual ~LiveSink() = default;

    virtual void frameReceived(const media::EncodedFrame &frame) = 0;
    /// The frames since the newest key frame, to who joins a stream that others look at already; live ones follow. In
    /// the joiner's thread. By default they are frames like others.
    virtual void joined(const QList<media::EncodedFrame> &frames)
    {
        for (const media::EncodedFrame &frame : frames)
            frameReceived(frame);
    }
    virtual void statusChanged(const LiveStatus &status) = 0;
    /// About once a second while frames arrive.
    virtual void countersChanged(const LiveCounters &counters) = 0;
};

using LiveId = quint64;

/// Message 1020 "SystemInfo" (protocol page §4.9). Fields a device leaves out are 0 or empty.
struct SystemInfo {
    QString serialNo;
    QString softwareVersion;
    QString hardware;
    QString hardwareVersion;
    QString deviceModel;
    QString buildTime;
    int videoInChannels = 0;
    int digitalChannels = 0;
    int extraChannels = 0;
    int audioInChannels = 0;
    int talkInChannels = 0;
    int alarmInChannels = 0;
    int alarmOutChannels = 0;
    std::chrono::minutes runTime{0};
};

/// Message 1020 "StorageInfo": one partition of one disk; sizes in MiB.
struct StoragePartition {
    enum class Kind { ReadWrite, ReadOnly, Events, Redundant, Snapshot, Unknown };
    int disk = 0;
    int partition = 0;
    Kind kind = Kind::Unknown;
    bool isCurrent = false;
    qint64 totalMiB = 0;
    qint64 freeMiB = 0;
    int status = 0; ///< 0 = good
};

/// Message 1020 "WorkState": bit masks over channels, bit 0 = channel 0.
struct WorkState {
    quint64 alarmIn = 0;
    quint64 alarmOut = 0;
    quint64 videoBlind = 0;
    quint64 videoLoss = 0;
    quint64 videoMotion = 0;
    struct Channel {
        int kbitPerSecond = 0;
        bool recording = false;
    };
    QList<Channel> channels; ///< may be empty
};

/// Message 1020 "OEMInfo".
struct OemInfo {
    QString name;
    QString address;
    QString telephone;
    QString oemId;
};

} // namespace opsdeck::dvr

Q_DECLARE_METATYPE(opsdeck::dvr::DeviceStatus)
