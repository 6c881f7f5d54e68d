// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/rate_window.h"
#include "ui/systems/dvr/stream_policy.h"
#include "ui/systems/dvr/tile_feed.h"
#include "ui/systems/dvr/tile_state.h"

#include <QRectF>

#include <vector>

namespace opsdeck::dvr {

/// What the wall shows: which channel is on which tile, its streams, state and newest picture. Owns the streams.
/// GUI thread; paints nothing, knows no widget. Tiles nobody sees (beyond the layout, behind an enlarged one) keep their
/// channels and streams but are not decoded.
class Wall final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaximumTiles = 64;
    /// One open stream of a tile.
    struct Source {
        std::unique_ptr<TileFeed> feed;
        StreamKind stream = StreamKind::Sub;
        std::optional<LiveStatus> status; ///< what it told last
    };

    struct Tile {
        ChannelRef channel;
        StreamPin pin = StreamPin::Automatic;
        QRectF crop = media::kWholePicture; ///< the part of the picture that is shown
        TileState state;
        Source live;   ///< what is shown
        Source coming; ///< takes over from `live` with its first picture: no black gap
        /// The small stream of an enlarged tile, open but not decoded: the way back is short, and its last seconds stay
        /// for a replay.
        Source resting;
        std::unique_ptr<TileFeed> replay; ///< shown instead of the live stream
        media::Picture picture;           ///< the newest; null when there is none to show
        media::Picture livePicture;       ///< during a replay: what was live before it
        bool isPicturePainted = true;
        FeedFigures figures;
        RateWindow rates;
        QSize subSize; ///< of the small stream's pictures, once seen

        bool isZoomed() const { return crop != media::kWholePicture; }
    };

    /// What to put on a tile.
    struct Assignment {
        ChannelRef channel; ///< null: nothing
        StreamPin pin = StreamPin::Automatic;

        friend bool operator==(const Assignment &, const Assignment &) = default;
    };

    /// @param feeds and @param clock must outlive this object.
    Wall(FeedFactory &feeds, base::Clock &clock, int tileCount, QObject *parent = nullptr);
    ~Wall() override;

    int tileCount() const { return m_tileCount; }
    /// @param count 1–64. Ends an enlargement.
    void setTileCount(int count);
    const Tile &tile(int index) const { return m_tiles[std::size_t(index)]; }

    /// Puts a channel on a tile; what was there is closed. The same channel again changes nothing.
    void assign(int index, const ChannelRef &channel);
    void clear(int index);
    /// Puts channels on the tiles from `first` on, as far as the layout goes.
    void assignFrom(int first, const QList<ChannelRef> &channels);
    /// The whole wall at once: a channel that is already shown moves with its stream and picture, the others are closed.
    /// @param tiles as many as the layout has, at most; further tiles are emptied.
    void showAll(int tileCount, const QList<Assignment> &tiles);
    /// Opens the streams that the next `showAll` of these tiles will need; they are not decoded until then. An empty list
    /// lets go of them.
    void prepare(int tileCount, const QList<Assignment> &tiles);
    QList<Assignment> assignments() const;
    /// Exchanges two tiles with all they have.
    void swap(int a, int b);

    /// The tile that has the whole wall; -1: none.
    int enlarged() const { return m_enlarged; }
    void enlarge(int index);
    void restore() { enlarge(-1); }

    /// For tiles whose own pin is Automatic: the operator's general choice.
    void setGeneralPin(StreamPin pin);
    void setPin(int index, StreamPin pin);
    /// Digital zoom. @param part of the picture, 0–1; bounded as media::boundedPart() says.
    void setCrop(int index, QRectF part);

    /// What a feed for this wall posts after each new picture.
    const std::shared_ptr<media::WakeUp> &wakeUp() const { return m_wakeUp; }
    /// Shows `replay` instead of the live stream, which stays open but is not decoded.
    void startReplay(int index, std::unique_ptr<TileFeed> replay);
    void endReplay(int index);

    int selected() const { return m_selected; }
    void select(int index);
    /// The tile that shows a channel; -1 when none does.
    int find(const ChannelRef &channel) const;
    void requestKeyframe(int index);

    /// Where a tile's pictures go. @param target size of the pictures to make, @param box the place they must fit into;
    /// device pixels. An empty box (a tile without a place) changes nothing.
    void setPlace(int index, QSize target, QSize box);
    /// False while nobody can see the wall: nothing is decoded.
    void setShown(bool isShown);
    bool isSeen(int index) const;

    /// Takes the newest pictures; the tiles (of those that are seen) that have one now. Call it after `picturesReady`;
    /// until then no further one is sent.
    QList<int> collect();
    void markPainted(int index) { m_tiles[std::size_t(index)].isPicturePainted = true; }
    /// Frames a second over all tiles, and pictures dropped since the start.
    double framesPerSecond() const;
    quint64 dropped() const;

Q_SIGNALS:
    /// Some stream has a new picture.
    void picturesReady();
    /// State, figures or channel of a tile changed: what is written on it may have to be written anew.
    void tileChanged(int index);
    void tileCountChanged(int count);
    void enlargedChanged(int index);
    void selectedChanged(int index, int before);
    /// A replay began or ended.
    void replayChanged(int index);
    /// A channel was put on a tile or taken away.
    void channelsChanged();
    /// Once a second while there is a channel on any tile.
    void secondPassed();

private:
    struct Place {
        QSize target;
        QSize box;
    };

    Moment now() const { return {m_clock.monotonic(), m_clock.now()}; }
    void input(int index, const TileInput &input);
    Source open(const ChannelRef &channel, StreamKind stream);
    Source takePrepared(const ChannelRef &channel);
    void put(int index, const Assignment &what, Source source);
    void close(Tile &tile);
    void close(Source &source);
    void onStatus(const TileFeed *feed, const LiveStatus &status);
    void takeOver(Tile &tile);
    void chooseStream(int index);
    void changeStream(int index, StreamKind wanted);
    StreamPin pinOf(const Tile &tile) const;
    void applyPlace(int index);
    void applyVisibility();
    media::Picture takePicture(int index);
    void everySecond();
    void lookAtFigures(int index);
    void armStaleTimer();
    void checkStale();

    FeedFactory &m_feeds;
    base::Clock &m_clock;
    std::shared_ptr<media::WakeUp> m_wakeUp;
    std::vector<Tile> m_tiles;
    std::vector<Place> m_places;
    std::vector<std::pair<ChannelRef, Source>> m_prepared;
    std::unique_ptr<base::Timer> m_secondTimer;
    std::unique_ptr<base::Timer> m_staleTimer;
    StreamPin m_generalPin = StreamPin::Automatic;
    int m_tileCount;
    int m_selected = 0;
    int m_enlarged = -1;
    bool m_isShown = true;
    quint64 m_droppedBefore = 0; ///< on streams that are closed
};

} // namespace opsdeck::dvr
