// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall.h"

#include <algorithm>

namespace opsdeck::dvr {

void RateWindow::look(quint64 frames, quint64 bytes, base::Clock::Nanoseconds at)
{
    m_samples.push_back({frames, bytes, at});
    if (m_samples.size() > kSamples)
        m_samples.pop_front();
}

double RateWindow::perSecond(quint64 Sample::*what) const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const double seconds = double((last.at - first.at).count()) / 1e9;
    return seconds > 0 && last.*what >= first.*what ? double(last.*what - first.*what) / seconds : 0;
}

double RateWindow::framesPerSecond() const
{
    return perSecond(&Sample::frames);
}

double RateWindow::kilobitsPerSecond() const
{
    return perSecond(&Sample::bytes) * 8 / 1000;
}

Wall::Wall(FeedFactory &feeds, base::Clock &clock, StreamChoice choice, int tileCount, QObject *parent)
    : QObject(parent)
    , m_feeds(feeds)
    , m_clock(clock)
    , m_choice(std::move(choice))
    , m_wakeUp(std::make_shared<media::WakeUp>(
          [this] { QMetaObject::invokeMethod(this, &Wall::picturesReady, Qt::QueuedConnection); }))
    , m_tiles(kMaximumTiles)
    , m_secondTimer(clock.makeTimer([this] { everySecond(); }))
    , m_staleTimer(clock.makeTimer([this] { checkStale(); }))
    , m_tileCount(std::clamp(tileCount, 1, kMaximumTiles))
{
}

Wall::~Wall()
{
    // The streams call m_wakeUp until they are gone.
    for (Tile &tile : m_tiles)
        tile.feed.reset();
}

void Wall::setTileCount(int count)
{
    count = std::clamp(count, 1, kMaximumTiles);
    if (count == m_tileCount)
        return;
    m_tileCount = count;
    for (int i = 0; i < kMaximumTiles; ++i) {
        if (Tile &tile = m_tiles[std::size_t(i)]; tile.feed)
            tile.feed->setVisible(isSeen(i));
    }
    if (m_selected >= count)
        select(count - 1);
    Q_EMIT tileCountChanged(count);
}

void Wall::assign(int index, const ChannelRef &channel)
{
    if (index < 0 || index >= kMaximumTiles || channel.isNull())
        return;
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel == channel)
        return;
    closeFeed(tile);
    tile.channel = channel;
    tile.feed = m_feeds.openFeed(channel, m_choice(m_tileCount), m_wakeUp);
    connect(tile.feed.get(), &TileFeed::statusChanged, this,
            [this, index](const LiveStatus &status) { feed(index, tile_input::StreamTold{status}); });
    if (!tile.target.isEmpty())
        tile.feed->setTarget(tile.target);
    if (!isSeen(index))
        tile.feed->setVisible(false);
    if (!m_secondTimer->isActive())
        m_secondTimer->start(std::chrono::seconds(1));
    feed(index, tile_input::Assigned{});
    Q_EMIT channelsChanged();
}

void Wall::clear(int index)
{
    if (index < 0 || index >= kMaximumTiles)
        return;
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel.isNull())
        return;
    closeFeed(tile);
    tile.channel = ChannelRef();
    feed(index, tile_input::Cleared{});
    Q_EMIT channelsChanged();
}

void Wall::assignFrom(int first, const QList<ChannelRef> &channels)
{
    for (int i = 0; i < channels.size() && first + i < m_tileCount; ++i)
        assign(first + i, channels.at(i));
}

void Wall::closeFeed(Tile &tile)
{
    if (tile.feed)
        m_droppedBefore += tile.feed->figures().droppedLate;
    tile.feed.reset();
    tile.picture = media::Picture();
    tile.isPicturePainted = true;
    tile.figures = FeedFigures();
    tile.rates = RateWindow();
}

void Wall::select(int index)
{
    index = std::clamp(index, 0, m_tileCount - 1);
    if (index == m_selected)
        return;
    const int before = std::exchange(m_selected, index);
    Q_EMIT selectedChanged(index, before);
}

int Wall::find(const ChannelRef &channel) const
{
    for (int i = 0; i < m_tileCount; ++i) {
        if (tile(i).channel == channel)
            return i;
    }
    return -1;
}

void Wall::setTarget(int index, QSize size)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.target == size)
        return;
    tile.target = size;
    if (tile.feed)
        tile.feed->setTarget(size);
}

void Wall::setShown(bool isShown)
{
    if (m_isShown == isShown)
        return;
    m_isShown = isShown;
    for (int i = 0; i < kMaximumTiles; ++i) {
        if (Tile &tile = m_tiles[std::size_t(i)]; tile.feed)
            tile.feed->setVisible(isSeen(i));
    }
}

QList<int> Wall::collect()
{
    m_wakeUp->accept();
    QList<int> changed;
    const Moment at = now();
    for (int i = 0; i < m_tileCount; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        if (!tile.feed)
            continue;
        media::Picture picture = tile.feed->takePicture();
        if (picture.isNull())
            continue;
        if (!tile.state.isLinkUp)
            continue;
        const TileState after = next(tile.state, tile_input::PictureCame{picture.receivedAt}, at);
        const bool isOther = after.kind != tile.state.kind;
        tile.state = after;
        tile.picture = std::move(picture);
        tile.isPicturePainted = false;
        tile.figures.size = tile.picture.sourceSize;
        changed.append(i);
        if (isOther)
            Q_EMIT tileChanged(i);
    }
    if (!changed.isEmpty() && !m_staleTimer->isActive())
        armStaleTimer();
    return changed;
}

double Wall::framesPerSecond() const
{
    double sum = 0;
    for (int i = 0; i < m_tileCount; ++i)
        sum += tile(i).rates.framesPerSecond();
    return sum;
}

quint64 Wall::dropped() const
{
    quint64 sum = m_droppedBefore;
    for (const Tile &tile : m_tiles)
        sum += tile.figures.droppedLate;
    return sum;
}

void Wall::feed(int index, const TileInput &input)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const TileState after = next(tile.state, input, now());
    if (after == tile.state)
        return;
    tile.state = after;
    if (!after.hasPicture)
        tile.picture = media::Picture();
    if (after.kind == TileState::Kind::Live && !m_staleTimer->isActive())
        armStaleTimer();
    Q_EMIT tileChanged(index);
}

void Wall::everySecond()
{
    const auto at = m_clock.monotonic();
    bool isAnyAssigned = false;
    for (int i = 0; i < kMaximumTiles; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        if (!tile.feed)
            continue;
        isAnyAssigned = true;
        tile.feed->keepAlive();
        const QSize painted = tile.figures.size;
        tile.figures = tile.feed->figures();
        if (tile.figures.size.isEmpty())
            tile.figures.size = painted;
        tile.rates.look(tile.figures.frames, tile.figures.bytes, at);
        if (i < m_tileCount)
            Q_EMIT tileChanged(i);
    }
    if (isAnyAssigned)
        m_secondTimer->start(std::chrono::seconds(1));
    Q_EMIT secondPassed();
}

void Wall::armStaleTimer()
{
    auto earliest = base::Clock::Nanoseconds::max();
    for (const Tile &tile : m_tiles) {
        if (tile.state.kind == TileState::Kind::Live)
            earliest = std::min(earliest, staleAt(tile.state));
    }
    if (earliest == base::Clock::Nanoseconds::max())
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(earliest - m_clock.monotonic());
    m_staleTimer->start(std::max(wait, std::chrono::milliseconds(0)));
}

void Wall::checkStale()
{
    for (int i = 0; i < kMaximumTiles; ++i)
        feed(i, tile_input::TimePassed{});
    armStaleTimer();
}

} // namespace opsdeck::dvr
