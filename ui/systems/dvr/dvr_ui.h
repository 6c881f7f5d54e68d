// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decode_pool.h"
#include "core/systems/dvr/dvr_fleet.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/dvr/dvr_nodes.h"
#include "ui/systems/dvr/fleet_feeds.h"
#include "ui/systems/dvr/wall_page.h"

#include <QPointer>

namespace opsdeck::dvr {

class DevicePasswords;

/// The DVRs' part of the window: ties the fleet, the wall and the site tree together. Owns the fleet and the
/// decoders. GUI thread.
class DvrUi final : public kit::SystemUi
{
    Q_OBJECT
public:
    explicit DvrUi(const kit::UiContext &context);
    ~DvrUi() override;

    void setDevices(const QList<site::Device> &devices) override;
    QString pageTitle() const override { return tr("Wall"); }
    QWidget *makePage(QWidget *parent) override;
    QList<kit::SiteNode> nodes() const override;
    void activateNode(const QString &id) override;
    void fillNodeMenu(const QString &id, QMenu &menu) override;
    kit::SystemFigures figures() const override;
    QJsonObject report() const override;
    void restartMeasuring() override;

    Wall &wall() { return m_wall; }
    DvrFleet &fleet() { return m_fleet; }

private:
    static constexpr std::chrono::milliseconds kNodesPause{150};
    /// How long an untouched wall waits for slow devices before it is filled without their channels.
    static constexpr std::chrono::seconds kFillDeadline{2};

    TileText describe(int tile) const;
    const DeviceSettings *settings(const QString &deviceId) const;
    QString deviceName(const QString &deviceId) const;
    void clearTile(int tile);
    void clearTilesOfOthers();
    void connectUnlocked();
    DeviceStatus lockedStatus(DeviceStatus::State state, std::optional<base::Error> reason) const;
    DeviceStatus statusOf(const QString &deviceId) const;
    void usePassword(const QString &deviceId, const QString &password);
    void onStatus(const QString &deviceId);
    void fillUntouched(bool isDeadline);
    void place(int tile, const QStringList &nodeIds);
    QList<ChannelRef> channelsOf(const QString &nodeId) const;
    void actOnTile(int tile);
    void help(const QString &deviceId);
    void tryAgain(const QString &deviceId);
    void addDeviceActions(const QString &deviceId, QMenu &menu);
    void showTileMenu(int tile, const QPoint &at);
    void askPassword(const QString &deviceId);
    void announceNodes();
    double deviceFramesPerSecond(const QString &deviceId) const;
    QJsonObject tileReport(int tile) const;

    kit::UiContext m_context;
    media::DecodePool m_pool;
    DvrFleet m_fleet;
    FleetFeeds m_feeds;
    Wall m_wall;
    std::unique_ptr<DevicePasswords> m_passwords;
    std::unique_ptr<base::Timer> m_nodesTimer;
    std::unique_ptr<base::Timer> m_fillTimer;
    QPointer<WallPage> m_page;
    QList<DeviceSettings> m_devices;
    QHash<QString, DeviceStatus> m_locked; ///< devices the fleet does not have yet: their password is missing
    bool m_isUntouched = true;
};

} // namespace opsdeck::dvr
