// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decode_pool.h"
#include "ui/systems/dvr/device_roster.h"
#include "ui/systems/dvr/tile_details.h"
#include "ui/systems/dvr/tile_recordings.h"
#include "ui/systems/dvr/tile_sound.h"
#include "ui/systems/dvr/view_book.h"
#include "ui/systems/dvr/wall_page.h"

#include <QPointer>

namespace opsdeck::dvr {

/// What every wall of the window shares. All of it outlives the walls.
struct WallServices {
    kit::UiContext context;
    DeviceRoster &roster;
    FeedFactory &feeds;
    media::DecodePool &pool;
    ViewBook &views;
    TileRecordings &recordings;
    TileSound &sound;
};

class ReplayBar;
class ReplayFeed;

/// One wall and its page: the main one, or that of a second window. Ties the wall to the recorders' names and states, the
/// tree's rows, the saved views and the replay. Owns its Wall; the page belongs to the window. GUI thread.
class WallPane final : public QObject
{
    Q_OBJECT
public:
    WallPane(const WallServices &services, int tiles, QObject *parent = nullptr);
    ~WallPane() override;

    Wall &wall() { return m_wall; }
    const Wall &wall() const { return m_wall; }
    /// Made once; belongs to `parent`.
    WallPage *makePage(QWidget *parent);
    /// Null before makePage and after the window is gone.
    WallPage *page() const { return m_page; }
    /// What dialogs stand before: the page, and until it is made this window.
    void setWindow(QWidget *window) { m_window = window; }
    QWidget *dialogParent() const { return m_page ? static_cast<QWidget *>(m_page.data()) : m_window.data(); }

    TileText describe(int tile) const;
    TileDetailFacts details(int tile) const;
    /// Puts what rows of the site tree stand for on the tiles from `tile` on.
    void place(int tile, const QStringList &nodeIds);
    void clear(int tile);
    /// Enter or double-click: helps an offline device, enlarges the others and back.
    void act(int tile);

    /// Shows a saved view; `viewId` may be empty (a stop of a tour).
    void show(const QString &name, int tiles, const QList<Wall::Assignment> &content, const QString &viewId);
    /// What the wall shows is that view now: it was just saved.
    void setView(const QString &viewId);
    QString viewId() const { return m_viewId; }
    /// A small picture of what is shown, for the list of views.
    QImage thumbnail() const;

    /// Shows what the tile's stream still has in memory instead of the live picture; says so when that is nothing.
    void startReplay(int tile);
    void endReplay(int tile);
    /// Null when the tile does not replay.
    ReplayFeed *replay(int tile) const;
    /// The encoded frames, from a key frame on, whose last one is the tile's picture; empty without a picture.
    QList<media::EncodedFrame> framesOfPicture(int tile) const;

    /// Fills a wall that nobody touched yet with what the recorders have.
    void fill(const QList<ChannelRef> &channels);
    bool isUntouched() const { return m_isUntouched; }
    /// Devices that are gone leave the wall; a wall that is empty by that is as good as new.
    void clearTilesOfOthers();

    QJsonObject tileReport(int tile) const;

Q_SIGNALS:
    /// The operator works on this wall now.
    void used();
    void tileMenuWanted(int tile, const QPoint &at);

private:
    TileFacts facts(int tile) const;
    void onStatus(const QString &deviceId);
    void showTitle();
    void addReplayBar();
    void showReplayBar();
    void askWhereToSave();
    void openSaveDialog(const QString &folder, const QString &name, const QString &ending,
                        const QList<media::EncodedFrame> &frames);
    void saveClip(const QList<media::EncodedFrame> &frames, const QString &path);

    WallServices m_services;
    Wall m_wall;
    QPointer<QWidget> m_window;
    QPointer<WallPage> m_page;
    QPointer<ReplayBar> m_replayBar;
    QString m_viewId;
    QString m_stopName; ///< of a tour's channel
    bool m_isUntouched = true;
};

} // namespace opsdeck::dvr
