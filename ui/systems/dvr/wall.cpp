// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall.h"

#include "core/systems/dvr/dvr_error.h"

#include <algorithm>

namespace opsdeck::dvr {

namespace {

/// The device is there and does not have this stream: the other one may be had.
bool isStreamRefused(const LiveStatus &status)
{
    return status.state == LiveStatus::State::Offline && status.reason &&
           (status.reason->is(DvrError::NotSupported) || status.reason->is(DvrError::Refused));
}

StreamKind other(StreamKind stream)
{
    return stream == StreamKind::Main ? StreamKind::Sub : StreamKind::Main;
}

} // namespace

Wall::Wall(FeedFactory &feeds, base::Clock &clock, int tileCount, QObject *parent)
    : QObject(parent)
    , m_feeds(feeds)
    , m_clock(clock)
    , m_wakeUp(std::make_shared<media::WakeUp>(
          [this] { QMetaObject::invokeMethod(this, &Wall::picturesReady, Qt::QueuedConnection); }))
    , m_tiles(kMaximumTiles)
    , m_places(kMaximumTiles)
    , m_secondTimer(clock.makeTimer([this] { everySecond(); }))
    , m_staleTimer(clock.makeTimer([this] { checkStale(); }))
    , m_tileCount(std::clamp(tileCount, 1, kMaximumTiles))
{
}

Wall::~Wall()
{
    // The streams call m_wakeUp until they are gone.
    m_tiles.clear();
    m_prepared.clear();
}

// --- What is where -------------------------------------------------------------------------------------------

void Wall::setTileCount(int count)
{
    count = std::clamp(count, 1, kMaximumTiles);
    restore();
    if (count == m_tileCount)
        return;
    m_tileCount = count;
    applyVisibility();
    if (m_selected >= count)
        select(count - 1);
    Q_EMIT tileCountChanged(count);
}

void Wall::assign(int index, const ChannelRef &channel)
{
    if (index < 0 || index >= kMaximumTiles || channel.isNull() ||
        m_tiles[std::size_t(index)].channel == channel)
        return;
    put(index, {channel, StreamPin::Automatic}, takePrepared(channel));
    Q_EMIT channelsChanged();
}

/// @param source an open stream of the channel; one without a feed is opened.
void Wall::put(int index, const Assignment &what, Source source)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const bool wasReplaying = tile.replay != nullptr;
    close(tile);
    tile.channel = what.channel;
    tile.pin = what.pin;
    input(index, tile_input::Assigned{});
    const QSize box = m_places[std::size_t(index)].box;
    tile.live = source.feed ? std::move(source)
                            : open(what.channel, dvr::chooseStream(pinOf(tile), box, nullptr, tile.subSize));
    if (tile.live.status)
        input(index, tile_input::StreamTold{*tile.live.status});
    applyPlace(index);
    tile.live.feed->setVisible(isSeen(index));
    if (!m_secondTimer->isActive())
        m_secondTimer->start(std::chrono::seconds(1));
    chooseStream(index);
    if (wasReplaying)
        Q_EMIT replayChanged(index);
}

void Wall::clear(int index)
{
    if (index < 0 || index >= kMaximumTiles)
        return;
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel.isNull())
        return;
    const bool wasReplaying = tile.replay != nullptr;
    close(tile);
    tile.channel = ChannelRef();
    input(index, tile_input::Cleared{});
    if (wasReplaying)
        Q_EMIT replayChanged(index);
    Q_EMIT channelsChanged();
}

void Wall::assignFrom(int first, const QList<ChannelRef> &channels)
{
    for (int i = 0; i < channels.size() && first + i < m_tileCount; ++i)
        assign(first + i, channels.at(i));
}

void Wall::showAll(int tileCount, const QList<Assignment> &wanted)
{
    restore();
    for (int i = 0; i < kMaximumTiles; ++i)
        endReplay(i);
    std::vector<Tile> before = std::exchange(m_tiles, std::vector<Tile>(kMaximumTiles));
    const auto give = [&](int index, const Assignment &what) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const Tile &tile) {
            return !what.channel.isNull() && tile.channel == what.channel;
        });
        if (same == before.end())
            return false;
        m_tiles[std::size_t(index)] = std::move(*same);
        m_tiles[std::size_t(index)].pin = what.pin;
        *same = Tile();
        return true;
    };
    QList<int> fresh;
    m_tileCount = std::clamp(tileCount, 1, kMaximumTiles);
    for (int i = 0; i < std::min<int>(int(wanted.size()), m_tileCount); ++i) {
        if (!wanted.at(i).channel.isNull() && !give(i, wanted.at(i)))
            fresh.append(i);
    }
    for (Tile &tile : before)
        close(tile);
    for (int i = 0; i < kMaximumTiles; ++i) {
        applyPlace(i);
        m_tiles[std::size_t(i)].isPicturePainted = true;
    }
    applyVisibility();
    if (m_selected >= m_tileCount)
        select(m_tileCount - 1);
    // The view gives the tiles their places first: which stream is opened goes by them.
    Q_EMIT tileCountChanged(m_tileCount);
    for (const int index : std::as_const(fresh))
        put(index, wanted.at(index), takePrepared(wanted.at(index).channel));
    m_prepared.clear();
    for (int i = 0; i < m_tileCount; ++i) {
        chooseStream(i);
        Q_EMIT tileChanged(i);
    }
    Q_EMIT channelsChanged();
}

void Wall::prepare(int tileCount, const QList<Assignment> &tiles)
{
    std::vector<std::pair<ChannelRef, Source>> kept;
    kept.swap(m_prepared);
    for (int i = 0; i < std::min<int>(int(tiles.size()), tileCount); ++i) {
        const Assignment &wanted = tiles.at(i);
        const auto isOpen = [&](const Tile &tile) { return tile.channel == wanted.channel; };
        if (wanted.channel.isNull() || std::any_of(m_tiles.begin(), m_tiles.end(), isOpen))
            continue;
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const auto &source) {
            return source.first == wanted.channel && source.second.feed;
        });
        if (same != kept.end()) {
            m_prepared.push_back(std::move(*same));
            continue;
        }
        // The tiles of another layout are not known yet; a stream that turns out too small is exchanged as ever.
        const QSize box = tileCount == m_tileCount ? m_places[std::size_t(i)].box : QSize();
        const StreamPin pin = wanted.pin == StreamPin::Automatic ? m_generalPin : wanted.pin;
        Source source = open(wanted.channel, dvr::chooseStream(pin, box, nullptr, QSize()));
        source.feed->setVisible(false);
        m_prepared.emplace_back(wanted.channel, std::move(source));
    }
}

Wall::Source Wall::takePrepared(const ChannelRef &channel)
{
    for (auto it = m_prepared.begin(); it != m_prepared.end(); ++it) {
        if (it->first == channel) {
            Source source = std::move(it->second);
            m_prepared.erase(it);
            return source;
        }
    }
    return Source();
}

QList<Wall::Assignment> Wall::assignments() const
{
    QList<Assignment> all;
    for (int i = 0; i < m_tileCount; ++i)
        all.append({tile(i).channel, tile(i).pin});
    return all;
}

void Wall::swap(int a, int b)
{
    if (a == b || a < 0 || b < 0 || a >= m_tileCount || b >= m_tileCount)
        return;
    std::swap(m_tiles[std::size_t(a)], m_tiles[std::size_t(b)]);
    for (const int index : {a, b}) {
        applyPlace(index);
        chooseStream(index);
        Q_EMIT tileChanged(index);
        Q_EMIT replayChanged(index);
    }
    Q_EMIT channelsChanged();
}

void Wall::select(int index)
{
    index = std::clamp(index, 0, m_tileCount - 1);
    if (index == m_selected)
        return;
    const int before = std::exchange(m_selected, index);
    if (m_enlarged >= 0)
        enlarge(index);
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

// --- Streams -------------------------------------------------------------------------------------------------

Wall::Source Wall::open(const ChannelRef &channel, StreamKind stream)
{
    Source source;
    source.stream = stream;
    source.feed = m_feeds.openFeed(channel, stream, m_wakeUp);
    connect(source.feed.get(), &TileFeed::statusChanged, this,
            [this, feed = source.feed.get()](const LiveStatus &status) { onStatus(feed, status); });
    return source;
}

void Wall::close(Source &source)
{
    if (source.feed)
        m_droppedBefore += source.feed->figures().droppedLate;
    source = Source();
}

void Wall::close(Tile &tile)
{
    for (Source *source : {&tile.live, &tile.coming, &tile.resting})
        close(*source);
    tile.replay.reset();
    tile.livePicture = media::Picture();
    tile.crop = media::kWholePicture;
    tile.pin = StreamPin::Automatic;
    tile.picture = media::Picture();
    tile.isPicturePainted = true;
    tile.figures = FeedFigures();
    tile.rates = RateWindow();
    tile.subSize = QSize();
}

void Wall::onStatus(const TileFeed *feed, const LiveStatus &status)
{
    for (int i = 0; i < kMaximumTiles; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        for (Source *source : {&tile.coming, &tile.resting}) {
            if (source->feed.get() == feed)
                source->status = status;
        }
        if (tile.live.feed.get() != feed)
            continue;
        tile.live.status = status;
        input(i, tile_input::StreamTold{status});
        if (isStreamRefused(status) && pinOf(tile) == StreamPin::Automatic && !tile.coming.feed)
            changeStream(i, other(tile.live.stream));
        return;
    }
    for (auto &[channel, source] : m_prepared) {
        if (source.feed.get() == feed)
            source.status = status;
    }
}

StreamPin Wall::pinOf(const Tile &tile) const
{
    return tile.pin == StreamPin::Automatic ? m_generalPin : tile.pin;
}

/// Opens the stream that fits the tile's place, when it has another one.
void Wall::chooseStream(int index)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const QSize box = m_places[std::size_t(index)].box;
    if (!tile.live.feed || box.isEmpty() || !isSeen(index))
        return;
    changeStream(index, dvr::chooseStream(pinOf(tile), box, &tile.live.stream, tile.subSize));
}

void Wall::changeStream(int index, StreamKind wanted)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (wanted == tile.live.stream) {
        close(tile.coming);
        if (m_enlarged != index)
            close(tile.resting);
        return;
    }
    if (tile.coming.feed && tile.coming.stream == wanted)
        return;
    close(tile.coming);
    const bool isBack = tile.resting.feed && tile.resting.stream == wanted;
    tile.coming = isBack ? std::exchange(tile.resting, Source()) : open(tile.channel, wanted);
    applyPlace(index);
    tile.coming.feed->setVisible(isSeen(index));
    Q_EMIT tileChanged(index);
}

/// The coming stream has a picture: it is the tile's stream from now on.
void Wall::takeOver(Tile &tile)
{
    Source before = std::exchange(tile.live, std::exchange(tile.coming, Source()));
    const bool isEnlarged = m_enlarged >= 0 && &tile == &m_tiles[std::size_t(m_enlarged)];
    if (isEnlarged && before.stream == StreamKind::Sub) {
        before.feed->setVisible(false);
        tile.resting = std::move(before);
    } else {
        close(before);
        close(tile.resting);
    }
    tile.rates.restart();
}

void Wall::setGeneralPin(StreamPin pin)
{
    if (m_generalPin == pin)
        return;
    m_generalPin = pin;
    for (int i = 0; i < m_tileCount; ++i)
        chooseStream(i);
}

void Wall::setPin(int index, StreamPin pin)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel.isNull() || tile.pin == pin)
        return;
    tile.pin = pin;
    chooseStream(index);
    Q_EMIT tileChanged(index);
    Q_EMIT channelsChanged();
}

void Wall::requestKeyframe(int index)
{
    if (const Tile &shown = tile(index); shown.live.feed)
        shown.live.feed->requestKeyframe();
}

// --- What is seen --------------------------------------------------------------------------------------------

void Wall::enlarge(int index)
{
    if (index >= m_tileCount)
        index = -1;
    index = std::max(index, -1);
    if (index == m_enlarged)
        return;
    m_enlarged = index;
    if (index >= 0)
        select(index);
    applyVisibility();
    // The view gives the tiles their places, and with them their streams.
    Q_EMIT enlargedChanged(index);
}

bool Wall::isSeen(int index) const
{
    return m_isShown && (m_enlarged >= 0 ? index == m_enlarged : index < m_tileCount);
}

void Wall::setShown(bool isShown)
{
    if (m_isShown == isShown)
        return;
    m_isShown = isShown;
    applyVisibility();
}

void Wall::applyVisibility()
{
    for (int i = 0; i < kMaximumTiles; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        const bool isVisible = isSeen(i);
        const bool isLiveVisible = isVisible && !tile.replay;
        if (tile.live.feed)
            tile.live.feed->setVisible(isLiveVisible);
        if (tile.coming.feed)
            tile.coming.feed->setVisible(isLiveVisible);
        if (tile.replay)
            tile.replay->setVisible(isVisible);
        if (isLiveVisible)
            input(i, tile_input::Shown{});
        else
            input(i, tile_input::Hidden{});
    }
    armStaleTimer();
}

void Wall::setPlace(int index, QSize target, QSize box)
{
    Place &place = m_places[std::size_t(index)];
    if (box.isEmpty() || (place.target == target && place.box == box))
        return;
    place = {target, box};
    applyPlace(index);
    chooseStream(index);
}

void Wall::applyPlace(int index)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const QSize target = m_places[std::size_t(index)].target;
    for (TileFeed *feed : {tile.live.feed.get(), tile.coming.feed.get(), tile.replay.get()}) {
        if (!feed)
            continue;
        if (!target.isEmpty())
            feed->setTarget(target);
        feed->setCrop(tile.crop);
    }
}

void Wall::setCrop(int index, QRectF part)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel.isNull())
        return;
    part = media::boundedPart(part);
    if (part == tile.crop)
        return;
    tile.crop = part;
    applyPlace(index);
    Q_EMIT tileChanged(index);
}

void Wall::startReplay(int index, std::unique_ptr<TileFeed> replay)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.channel.isNull())
        return;
    if (!tile.replay)
        tile.livePicture = tile.picture;
    tile.replay = std::move(replay);
    applyPlace(index);
    applyVisibility();
    Q_EMIT replayChanged(index);
    Q_EMIT tileChanged(index);
}

void Wall::endReplay(int index)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (!tile.replay)
        return;
    tile.replay.reset();
    tile.picture = std::exchange(tile.livePicture, media::Picture());
    if (!tile.state.hasPicture)
        tile.picture = media::Picture();
    applyVisibility();
    Q_EMIT replayChanged(index);
    Q_EMIT tileChanged(index);
}

// --- Pictures ------------------------------------------------------------------------------------------------

media::Picture Wall::takePicture(int index)
{
    Tile &tile = m_tiles[std::size_t(index)];
    if (tile.coming.feed) {
        if (media::Picture first = tile.coming.feed->takePicture(); !first.isNull()) {
            takeOver(tile);
            if (tile.live.status)
                input(index, tile_input::StreamTold{*tile.live.status});
            return first;
        }
    }
    return tile.live.feed ? tile.live.feed->takePicture() : media::Picture();
}

QList<int> Wall::collect()
{
    m_wakeUp->accept();
    QList<int> changed;
    const Moment at = now();
    for (int i = 0; i < m_tileCount; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        if (tile.replay) {
            if (media::Picture picture = tile.replay->takePicture(); !picture.isNull()) {
                tile.picture = std::move(picture);
                tile.isPicturePainted = false;
                changed.append(i);
            }
            continue;
        }
        media::Picture picture = takePicture(i);
        if (picture.isNull() || !tile.state.isLinkUp)
            continue;
        const TileState after = next(tile.state, tile_input::PictureCame{picture.receivedAt}, at);
        const bool isOther = after.kind != tile.state.kind;
        tile.state = after;
        tile.picture = std::move(picture);
        tile.isPicturePainted = false;
        tile.figures.size = tile.picture.sourceSize;
        if (tile.live.stream == StreamKind::Sub)
            tile.subSize = tile.picture.sourceSize;
        if (isSeen(i))
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

// --- Time ----------------------------------------------------------------------------------------------------

void Wall::input(int index, const TileInput &what)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const TileState after = next(tile.state, what, now());
    if (after == tile.state)
        return;
    const bool isSaid = after.kind != tile.state.kind || after.since != tile.state.since ||
                        after.reason != tile.state.reason || after.retryAt != tile.state.retryAt;
    tile.state = after;
    if (!after.hasPicture && !tile.replay)
        tile.picture = media::Picture();
    if (after.kind == TileState::Kind::Live && !m_staleTimer->isActive())
        armStaleTimer();
    if (isSaid)
        Q_EMIT tileChanged(index);
}

void Wall::lookAtFigures(int index)
{
    Tile &tile = m_tiles[std::size_t(index)];
    const QSize painted = tile.figures.size;
    tile.figures = tile.live.feed->figures();
    if (tile.figures.size.isEmpty())
        tile.figures.size = painted;
    // What a replay would take, and what all of the tile's streams hold.
    if (tile.resting.feed) {
        const FeedFigures resting = tile.resting.feed->figures();
        tile.figures.replaySpan = std::max(tile.figures.replaySpan, resting.replaySpan);
        tile.figures.replayBytes += resting.replayBytes;
    }
    tile.rates.look(tile.figures.frames, tile.figures.bytes, m_clock.monotonic());
}

void Wall::everySecond()
{
    bool isAnyAssigned = false;
    for (int i = 0; i < kMaximumTiles; ++i) {
        Tile &tile = m_tiles[std::size_t(i)];
        if (!tile.live.feed)
            continue;
        isAnyAssigned = true;
        tile.live.feed->keepAlive();
        if (tile.coming.feed)
            tile.coming.feed->keepAlive();
        lookAtFigures(i);
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
        if (tile.state.kind == TileState::Kind::Live && !tile.state.isHidden)
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
        input(i, tile_input::TimePassed{});
    armStaleTimer();
}

} // namespace opsdeck::dvr
