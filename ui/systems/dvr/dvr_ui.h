// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decode_pool.h"
#include "core/systems/dvr/dvr_fleet.h"
#include "core/systems/dvr/dvr_journal.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/fleet_feeds.h"
#include "ui/systems/dvr/media_actions.h"
#include "ui/systems/dvr/tile_inspector.h"
#include "ui/systems/dvr/view_desk.h"
#include "ui/systems/dvr/wall_actions.h"
#include "ui/systems/dvr/wall_pane.h"
#include "ui/systems/dvr/wall_window.h"

namespace opsdeck::dvr {

/// The DVRs' part of the window: makes and ties together the fleet, the walls, the saved views and the rows of the site
/// tree. Owns all of them. GUI thread.
class DvrUi final : public kit::SystemUi
{
    Q_OBJECT
public:
    explicit DvrUi(const kit::UiContext &context);
    ~DvrUi() override;

    void setSite(const QString &key) override;
    void setDevices(const QList<site::Device> &devices) override;
    void readPassword(const QString &deviceId) override { m_roster.readPassword(deviceId); }
    QString pageTitle() const override { return tr("Wall"); }
    void setWindow(QWidget *window) override { m_main.setWindow(window); }
    QWidget *makePage(QWidget *parent) override;
    QList<kit::Panel> makePanels(QWidget *parent) override;
    QString panelTitle(const QString &id) const override;
    QList<kit::SiteNode> nodes() const override;
    void activateNode(const QString &id) override;
    void fillNodeMenu(const QString &id, QMenu &menu) override;
    QList<kit::SettingRow> settingRows() const override;
    kit::SystemFigures figures() const override;
    QJsonObject report() const override;
    void restartMeasuring() override;

    /// The wall of the main window.
    Wall &wall() { return m_main.wall(); }
    WallPane &mainPane() { return m_main; }
    DvrFleet &fleet() { return m_fleet; }
    ViewBook &views() { return m_views; }
    TileRecordings &recordings() { return m_recordings; }
    TourRunner &tour() { return m_viewDesk.tour(); }

private:
    static constexpr std::chrono::milliseconds kNodesPause{150};
    /// How long an untouched wall waits for slow devices before it is filled without their channels.
    static constexpr std::chrono::seconds kFillDeadline{2};

    WallServices services();
    void keepJournal();
    void use(WallPane &pane);
    void setActive(WallPane &pane);
    void endUnseenSound();
    void onSelectedTile();
    void onOtherTile();
    bool hasPicture() const;
    QList<WallPane *> panes();
    QList<const WallPane *> panes() const;
    void openSecondWall();
    void applySettings();
    void fillUntouched(bool isDeadline);
    void showTileMenu(const QPoint &at);
    void announceNodes();
    double deviceFramesPerSecond(const QString &deviceId) const;

    kit::UiContext m_context;
    media::DecodePool m_pool;
    DvrFleet m_fleet;
    FleetFeeds m_feeds;
    DeviceRoster m_roster;
    std::unique_ptr<DvrJournal> m_journal; ///< null without a database
    ViewBook m_views;
    TileRecordings m_recordings;
    TileSound m_sound;
    WallPane m_main;
    WallPane *m_active = &m_main;
    WallActions m_actions;
    MediaActions m_mediaActions;
    ViewDesk m_viewDesk;
    bool m_hadPicture = false; ///< of the selected tile
    QPointer<WallWindow> m_secondWall;
    QPointer<TileInspector> m_inspector;
    std::unique_ptr<base::Timer> m_nodesTimer;
    std::unique_ptr<base::Timer> m_fillTimer;
};

} // namespace opsdeck::dvr
