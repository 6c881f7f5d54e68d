// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_fleet.h"
#include "ui/kit/ui_system_module.h"
#include "ui/systems/cabinet/cabinet_actions.h"
#include "ui/systems/cabinet/cabinet_listen_test.h"
#include "ui/systems/cabinet/fleet_model.h"
#include "ui/systems/cabinet/fleet_numbers.h"

#include <QPointer>

namespace opsdeck::cabinet {

class FleetPage;

/// The charging cabinets' part of the window: makes and ties together the server, the figures, the page and the row of the
/// site tree. Owns all of them. GUI thread. Without a database there is no server, and the page says so.
class CabinetUi final : public kit::SystemUi
{
    Q_OBJECT
public:
    explicit CabinetUi(const kit::UiContext &context);
    ~CabinetUi() override;

    void setDevices(const QList<site::Device> &devices) override;
    QString pageTitle() const override { return tr("Cabinets"); }
    void setWindow(QWidget *window) override;
    QWidget *makePage(QWidget *parent) override;
    QList<kit::SiteNode> nodes() const override;
    void activateNode(const QString &id) override;
    void fillNodeMenu(const QString &id, QMenu &menu) override;
    kit::SystemFigures figures() const override;
    QJsonObject report() const override;
    void restartMeasuring() override {}

    /// Null without a database.
    CabinetFleet *fleet() { return m_fleet.get(); }
    FleetPage *page() { return m_page; }
    FleetModel &model() { return m_model; }

    /// What the server of this window does, for who tries the settings out; nothing when there is none.
    static std::optional<CabinetListenTest::Own> ownServer(const store::SettingsStore &settings);

private:
    struct Desk; ///< what there is only with a database

    static constexpr std::chrono::milliseconds kNodesPause{250};

    void addExport();
    void onCabinets(const QStringList &sns);
    void countCabinets();
    void onState(const ServerState &state);
    void announceNodes();
    void tellOwnServer();
    kit::StateMark mark() const;
    QString toolTip() const;

    kit::UiContext m_context;
    FleetModel m_model;
    std::unique_ptr<CabinetFleet> m_fleet;
    std::unique_ptr<Desk> m_desk;
    QPointer<FleetPage> m_page;
    QList<site::Device> m_devices;
    ServerState m_state;
    int m_online = 0;
    int m_total = 0;
    bool m_isAnyAttention = false;
    std::unique_ptr<base::Timer> m_nodesTimer;
};

} // namespace opsdeck::cabinet
