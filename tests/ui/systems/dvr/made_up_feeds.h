// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/tile_feed.h"

#include <QColor>
#include <QHash>
#include <QPointer>

#include <algorithm>
#include <memory>

namespace opsdeck::test {

/// A stream whose pictures the test makes.
class MadeUpFeed final : public dvr::TileFeed
{
public:
    MadeUpFeed(dvr::ChannelRef channel, std::shared_ptr<media::WakeUp> wakeUp)
        : m_channel(std::move(channel))
        , m_wakeUp(std::move(wakeUp))
    {
    }

    dvr::ChannelRef channel() const { return m_channel; }
    QSize target() const { return m_target; }
    QRectF crop() const { return m_crop; }
    bool isVisible() const { return m_isVisible; }

    /// A picture of one colour in the size that was asked for.
    void show(QRgb color, std::chrono::nanoseconds receivedAt, QSize source = QSize(1920, 1080))
    {
        if (m_target.isEmpty())
            return;
        const auto count = std::size_t(m_target.width()) * std::size_t(m_target.height());
        std::shared_ptr<uchar[]> pixels(new uchar[count * 4]);
        std::fill_n(reinterpret_cast<QRgb *>(pixels.get()), count, color);
        m_picture.pixels = pixels;
        m_picture.size = m_target;
        m_picture.bytesPerLine = m_target.width() * 4;
        m_picture.sourceSize = source;
        m_picture.crop = media::boundedPart(m_crop);
        m_picture.receivedAt = receivedAt;
        m_picture.number = ++figuresNow.frames;
        figuresNow.size = source;
        m_wakeUp->post();
    }
    void tell(dvr::LiveStatus::State state, const QDateTime &since, std::optional<base::Error> reason = {})
    {
        Q_EMIT statusChanged({state, since, std::move(reason), {}});
    }

    media::Picture takePicture() override { return std::exchange(m_picture, media::Picture()); }
    void setTarget(QSize size) override { m_target = size; }
    void setCrop(const QRectF &part) override { m_crop = part; }
    std::shared_ptr<media::ReplayBuffer> replay() const override { return replayNow; }
    void setVisible(bool isVisible) override { m_isVisible = isVisible; }
    dvr::FeedFigures figures() const override { return figuresNow; }
    void keepAlive() override {}

    dvr::FeedFigures figuresNow;
    std::shared_ptr<media::ReplayBuffer> replayNow = std::make_shared<media::ReplayBuffer>();

private:
    dvr::ChannelRef m_channel;
    std::shared_ptr<media::WakeUp> m_wakeUp;
    media::Picture m_picture;
    QSize m_target;
    QRectF m_crop = media::kWholePicture;
    bool m_isVisible = true;
};

class MadeUpFeeds final : public dvr::FeedFactory
{
public:
    std::unique_ptr<dvr::TileFeed> openFeed(const dvr::ChannelRef &channel, dvr::StreamKind stream,
                                            std::shared_ptr<media::WakeUp> wakeUp) override
    {
        auto feed = std::make_unique<MadeUpFeed>(channel, std::move(wakeUp));
        m_open.insert(channel, feed.get());
        (stream == dvr::StreamKind::Main ? m_main : m_sub).insert(channel, feed.get());
        ++opened;
        return feed;
    }
    /// The one of that stream that was opened last; null when it is closed.
    MadeUpFeed *feed(const QString &deviceId, int channel, dvr::StreamKind stream) const
    {
        return (stream == dvr::StreamKind::Main ? m_main : m_sub).value({deviceId, channel});
    }
    /// Of whatever stream was opened last; null when it is closed.
    MadeUpFeed *feed(const QString &deviceId, int channel) const { return m_open.value({deviceId, channel}); }

    int opened = 0;

private:
    QHash<dvr::ChannelRef, QPointer<MadeUpFeed>> m_open;
    QHash<dvr::ChannelRef, QPointer<MadeUpFeed>> m_main;
    QHash<dvr::ChannelRef, QPointer<MadeUpFeed>> m_sub;
};

} // namespace opsdeck::test
