// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/tile_feed.h"
#include "ui/systems/dvr/tile_state.h"

#include <deque>
#include <functional>
#include <vector>

namespace opsdeck::dvr {

/// Frames and bits a second over the last few looks.
class RateWindow
{
public:
    void look(quint64 frames, quint64 bytes, base::Clock::Nanoseconds at);
    double framesPerSecond() const;
    double kilobitsPerSecond() const;

private:
    struct Sample {
        quint64 frames;
        quint64 bytes;
        base::Clock::Nanoseconds at;
    };
    static constexpr std::size_t kSamples = 4;
    double perSecond(quint64 Sample::*what) const;
    std::deque<Sample> m_samples;
};

/// What the wall shows: which channel is on which tile, its stream, state and newest picture. Owns the streams.
/// GUI thread; paints nothing, knows no widget. Tiles beyond the layout keep their channels but are not decoded.
class Wall final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaximumTiles = 64;

    struct Tile {
        ChannelRef channel;
        TileState state;
        std::unique_ptr<TileFeed> feed;
        media::Picture picture; ///< the newest; null when there is none to show
        bool isPicturePainted = true;
        FeedFigures figures;
        RateWindow rates;
        QSize target;
    };
    using StreamChoice = std::function<StreamKind(int tileCount)>;

    /// @param feeds and @param clock must outlive this object. @param choice which stream a tile of a layout gets.
    Wall(FeedFactory &feeds, base::Clock &clock, StreamChoice choice, int tileCount,
         QObject *parent = nullptr);
    ~Wall() override;

    int tileCount() const { return m_tileCount; }
    /// @param count 1–64.
    void setTileCount(int count);
    const Tile &tile(int index) const { return m_tiles[std::size_t(index)]; }

    /// Puts a channel on a tile; what was there is closed. The same channel again changes nothing.
    void assign(int index, const ChannelRef &channel);
    void clear(int index);
    /// Puts channels on the tiles from `first` on, as far as the layout goes.
    void assignFrom(int first, const QList<ChannelRef> &channels);

    int selected() const { return m_selected; }
    void select(int index);
    /// The tile that shows a channel; -1 when none does.
    int find(const ChannelRef &channel) const;

    /// Size of the pictures of a tile, device pixels.
    void setTarget(int index, QSize size);
    /// False while nobody can see the wall: nothing is decoded.
    void setShown(bool isShown);

    /// Takes the newest pictures; the tiles (within the layout) that have one now. Call it after `picturesReady`;
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
    void selectedChanged(int index, int before);
    /// A channel was put on a tile or taken away.
    void channelsChanged();
    /// Once a second while there is a channel on any tile.
    void secondPassed();

private:
    Moment now() const { return {m_clock.monotonic(), m_clock.now()}; }
    void feed(int index, const TileInput &input);
    void closeFeed(Tile &tile);
    void everySecond();
    void armStaleTimer();
    void checkStale();
    bool isSeen(int index) const { return m_isShown && index < m_tileCount; }

    FeedFactory &m_feeds;
    base::Clock &m_clock;
    StreamChoice m_choice;
    std::shared_ptr<media::WakeUp> m_wakeUp;
    std::vector<Tile> m_tiles;
    std::unique_ptr<base::Timer> m_secondTimer;
    std::unique_ptr<base::Timer> m_staleTimer;
    int m_tileCount;
    int m_selected = 0;
    bool m_isShown = true;
    quint64 m_droppedBefore = 0; ///< on streams that are closed
};

} // namespace opsdeck::dvr
