// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_recorder.h"
#include "core/systems/dvr/live_hub.h"
#include "ui/systems/dvr/channel_ref.h"

#include <QObject>

#include <list>

namespace opsdeck::dvr {

/// The recordings that the operator started: one a channel at a time. Owns their recorders and their use of the live
/// streams: a recording goes on whatever the wall shows, over outages and reconnects. GUI thread; writes nothing there.
/// Its destructor completes the files, and waits for that.
class TileRecordings final : public QObject
{
    Q_OBJECT
public:
    /// @param hub must outlive this object.
    explicit TileRecordings(LiveHub &hub, QObject *parent = nullptr);
    ~TileRecordings() override;

    /// Begins with the frames since the newest key frame where the stream is open already. @param path ends in .mp4 or
    /// .mkv; its folder exists; when it names a file, "name (2).mp4" is taken. A channel that records goes on as it does.
    void start(const ChannelRef &channel, StreamKind stream, const QString &path);
    /// The file is completed on its worker; `finished` (or `failed`) tells.
    void stop(const ChannelRef &channel);
    void stopAll();

    bool isRecording(const ChannelRef &channel) const { return find(channel) != nullptr; }
    QList<ChannelRef> channels() const;
    /// From the first recorded frame to the newest; 0 when nothing records.
    std::chrono::milliseconds elapsed(const ChannelRef &channel) const;
    qint64 bytes(const ChannelRef &channel) const;
    /// All of the above, and what a slow disk cost.
    media::RecordingProgress progress(const ChannelRef &channel) const;

Q_SIGNALS:
    void started(const opsdeck::dvr::ChannelRef &channel);
    /// The file is complete; `summary.path` says where it is.
    void finished(const opsdeck::dvr::ChannelRef &channel, const opsdeck::media::ClipSummary &summary);
    /// Nothing is recorded any more. What was begun stays as "NAME.part", which the error's detail names; in the common
    /// kinds of file it plays.
    void failed(const opsdeck::dvr::ChannelRef &channel, const opsdeck::base::Error &error);

private:
    struct Recording;

    const Recording *find(const ChannelRef &channel) const;
    void end(quint64 id, const base::Result<media::ClipSummary> &result);

    LiveHub &m_hub;
    std::list<Recording> m_recordings; ///< also those whose files are being completed
    quint64 m_lastId = 0;
};

} // namespace opsdeck::dvr
