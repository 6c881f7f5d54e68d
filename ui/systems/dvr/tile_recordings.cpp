// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_recordings.h"

#include "core/base/on.h"

#include <algorithm>

namespace opsdeck::dvr {

namespace {

/// Takes a stream's frames into a file. Shared with the hub, which lets go of it with the subscription.
class RecorderSink final : public LiveSink
{
public:
    explicit RecorderSink(const QString &path)
        : recorder(path)
    {
    }
    void frameReceived(const media::EncodedFrame &frame) override { recorder.push(frame); }
    void statusChanged(const LiveStatus &) override {}
    void countersChanged(const LiveCounters &) override {}

    media::ClipRecorder recorder;
};

} // namespace

struct TileRecordings::Recording {
    quint64 id;
    ChannelRef channel;
    std::shared_ptr<RecorderSink> sink;
    std::unique_ptr<LiveSubscription> use; ///< null while the file is being completed
};

TileRecordings::TileRecordings(LiveHub &hub, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
{
}

TileRecordings::~TileRecordings()
{
    // All at once, then each is waited for.
    for (const Recording &recording : m_recordings)
        recording.sink->recorder.stop();
    m_recordings.clear();
}

void TileRecordings::start(const ChannelRef &channel, StreamKind stream, const QString &path)
{
    if (channel.isNull() || isRecording(channel))
        return;
    const quint64 id = ++m_lastId;
    const auto sink = std::make_shared<RecorderSink>(path);
    m_recordings.push_back({id, channel, sink, nullptr});
    m_recordings.back().use = m_hub.subscribe(channel.deviceId, channel.channel, stream, sink);
    sink->recorder.finished().then(
        base::on(this, [this, id](const base::Result<media::ClipSummary> &result) { end(id, result); }));
    Q_EMIT started(channel);
}

void TileRecordings::stop(const ChannelRef &channel)
{
    const auto found =
        std::find_if(m_recordings.begin(), m_recordings.end(), [&channel](const Recording &recording) {
            return recording.channel == channel && recording.use;
        });
    if (found == m_recordings.end())
        return;
    found->use.reset();
    found->sink->recorder.stop();
}

void TileRecordings::stopAll()
{
    for (const ChannelRef &channel : channels())
        stop(channel);
}

void TileRecordings::end(quint64 id, const base::Result<media::ClipSummary> &result)
{
    const auto found = std::find_if(m_recordings.begin(), m_recordings.end(),
                                    [id](const Recording &recording) { return recording.id == id; });
    if (found == m_recordings.end())
        return;
    const ChannelRef channel = found->channel;
    m_recordings.erase(found);
    if (result)
        Q_EMIT finished(channel, *result);
    else
        Q_EMIT failed(channel, result.error());
}

const TileRecordings::Recording *TileRecordings::find(const ChannelRef &channel) const
{
    const auto found =
        std::find_if(m_recordings.begin(), m_recordings.end(), [&channel](const Recording &recording) {
            return recording.channel == channel && recording.use;
        });
    return found == m_recordings.end() ? nullptr : &*found;
}

QList<ChannelRef> TileRecordings::channels() const
{
    QList<ChannelRef> channels;
    for (const Recording &recording : m_recordings) {
        if (recording.use)
            channels.append(recording.channel);
    }
    return channels;
}

media::RecordingProgress TileRecordings::progress(const ChannelRef &channel) const
{
    const Recording *const recording = find(channel);
    return recording ? recording->sink->recorder.progress() : media::RecordingProgress();
}

std::chrono::milliseconds TileRecordings::elapsed(const ChannelRef &channel) const
{
    return progress(channel).elapsed;
}

qint64 TileRecordings::bytes(const ChannelRef &channel) const
{
    return progress(channel).bytes;
}

} // namespace opsdeck::dvr
