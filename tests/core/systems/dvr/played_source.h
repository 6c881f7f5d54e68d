// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/live_source.h"

#include <QHash>

namespace opsdeck::test {

inline media::EncodedFrame frameOf(media::EncodedFrame::Kind kind, int number = 0)
{
    media::EncodedFrame frame;
    frame.kind = kind;
    frame.payload = QByteArray(50, 'x');
    frame.receivedAt = std::chrono::milliseconds(1000 + 40 * number);
    return frame;
}

/// A source whose streams the test plays.
class PlayedSource final : public dvr::LiveSource
{
public:
    dvr::LiveId openLive(const QString &deviceId, int channel, dvr::StreamKind stream,
                         std::shared_ptr<dvr::LiveSink> sink) override
    {
        ++opened;
        open.insert(++m_last, {deviceId + QLatin1Char('/') + QString::number(channel) +
                                   (stream == dvr::StreamKind::Main ? QLatin1Char('m') : QLatin1Char('s')),
                               std::move(sink)});
        return m_last;
    }
    void closeLive(dvr::LiveId live) override { open.remove(live); }
    void requestKeyframe(dvr::LiveId live) override { keyframesAsked.append(live); }

    dvr::LiveSink &sink(const QString &name) const
    {
        for (const Stream &stream : open) {
            if (stream.name == name)
                return *stream.sink;
        }
        qFatal("no stream %s", qPrintable(name));
    }
    /// The frames a stream sends: K key, d delta, a sound.
    void play(const QString &name, const QByteArray &kinds)
    {
        using Kind = media::EncodedFrame::Kind;
        for (const char c : kinds)
            sink(name).frameReceived(frameOf(c == 'K'   ? Kind::Key
                                             : c == 'a' ? Kind::Audio
                                                        : Kind::Delta,
                                             m_number++));
    }
    void tell(const QString &name, dvr::LiveStatus::State state)
    {
        sink(name).statusChanged({state, {}, {}, {}});
    }

    struct Stream {
        QString name;
        std::shared_ptr<dvr::LiveSink> sink;
    };
    QHash<dvr::LiveId, Stream> open;
    QList<dvr::LiveId> keyframesAsked;
    int opened = 0;

private:
    dvr::LiveId m_last = 0;
    int m_number = 0;
};

} // namespace opsdeck::test
