// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture.h"
#include "core/media/replay_buffer.h"
#include "core/media/wake_up.h"
#include "core/systems/dvr/dvr_types.h"
#include "ui/systems/dvr/channel_ref.h"

#include <QObject>

#include <memory>

namespace opsdeck::dvr {

/// What was counted on one stream since it was opened. A snapshot.
struct FeedFigures {
    quint64 frames = 0; ///< video frames received
    quint64 bytes = 0;
    quint64 droppedLate = 0; ///< frames or pictures that came too late to be shown
    quint64 decodeErrors = 0;
    quint64 lostPackets = 0;
    int reconnects = 0;
    media::VideoCodec codec = media::VideoCodec::Unknown;
    QSize size;                             ///< of the stream, pixels
    qint64 replayBytes = 0;                 ///< memory that the instant replay of this stream holds
    std::chrono::nanoseconds replaySpan{0}; ///< how far back it goes
};

/// One stream as a tile sees it. Lives in the GUI thread; open from its making to its destruction.
class TileFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The newest picture not taken yet; null when there is none.
    virtual media::Picture takePicture() = 0;
    /// @param size of the pictures to make, device pixels.
    virtual void setTarget(QSize size) = 0;
    /// Digital zoom: the part of the stream's picture to show, in shares of its width and height (0–1), see
    /// media::boundedPart(); from the next picture on, whose `crop` says so.
    virtual void setCrop(const QRectF &part) = 0;
    /// A hidden stream is not decoded.
    virtual void setVisible(bool isVisible) = 0;
    virtual FeedFigures figures() const = 0;
    /// About once a second: asks for a key frame where nothing can be decoded without one.
    virtual void keepAlive() = 0;
    /// Asks the device for a key frame now.
    virtual void requestKeyframe() {}
    /// The last half minute of the stream; null when none is kept. May be held longer than the feed lives.
    virtual std::shared_ptr<media::ReplayBuffer> replay() const = 0;

Q_SIGNALS:
    void statusChanged(const opsdeck::dvr::LiveStatus &status);
};

/// Opens streams for the wall: from the fleet in the program, made up in tests.
class FeedFactory
{
public:
    FeedFactory() = default;
    FeedFactory(const FeedFactory &) = delete;
    FeedFactory &operator=(const FeedFactory &) = delete;
    virtual ~FeedFactory() = default;

    /// @param wakeUp is posted after each new picture. Never null.
    virtual std::unique_ptr<TileFeed> openFeed(const ChannelRef &channel, StreamKind stream,
                                               std::shared_ptr<media::WakeUp> wakeUp) = 0;
};

} // namespace opsdeck::dvr
