// SPDX-License-Identifier: GPL-3.0-or-later
// The window on simulated recorders, over real sockets on loopback.
#pragma once

#include "app/simulator/systems/dvr/counters.h"
#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "tests/support/made_up_secrets.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"
#include "ui/systems/dvr/dvr_ui.h"

#include <QMenu>
#include <QTest>

namespace opsdeck::test {

struct DvrUiRig {
    base::SystemClock clock;
    UiRig rig{clock};
    MadeUpSecrets secrets;
    std::vector<std::unique_ptr<dvr::sim::DvrSimulator>> dvrs;
    std::unique_ptr<dvr::DvrUi> ui;
    std::unique_ptr<shell::MainWindow> window;
    QList<site::Device> devices;

    void addDvr(const QString &name, int channels, const QStringList &faults = {},
                const QString &password = QString())
    {
        dvr::sim::DvrOptions options;
        options.port = 0;
        options.channels = channels;
        options.clipClass = QStringLiteral("d1");
        options.faults = faults;
        if (!password.isEmpty())
            options.users = {{QStringLiteral("admin"), password}};
        auto made = dvr::sim::DvrSimulator::make(options, clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail()));
        dvrs.push_back(std::move(*made));
        const auto port = dvrs.back()->listen();
        QVERIFY(port);
        addDevice(name, *port,
                  password.isEmpty() ? QString() : QStringLiteral("opsdeck/%1/password").arg(name));
    }
    void addDevice(const QString &id, int port, const QString &reference = QString())
    {
        site::Device device;
        device.id = id;
        device.system = QStringLiteral("dvr");
        device.name = id;
        device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                      {QStringLiteral("port"), port},
                                      {QStringLiteral("user"), QStringLiteral("admin")}};
        if (!reference.isEmpty())
            device.settings.insert(QStringLiteral("passwordRef"), reference);
        devices.append(device);
    }
    void open(int tiles = 4)
    {
        kit::UiContext context = rig.context;
        context.secrets = [this]() -> store::SecretStore & { return secrets; };
        context.seed = 7;
        context.tiles = tiles;
        ui = std::make_unique<dvr::DvrUi>(context);
        window = std::make_unique<shell::MainWindow>(rig.context);
        window->addSystem(QStringLiteral("dvr"), *ui);
        window->resize(1000, 700);
        window->show();
        ui->setDevices(devices);
        window->showPages(QStringLiteral("Test site"));
    }
    dvr::TileState::Kind kind(int tile) const { return ui->wall().tile(tile).state.kind; }
    shell::SiteTreeView &tree() { return window->tree(); }
    QModelIndex row(const QString &deviceId, int channel = -1) const
    {
        const QAbstractItemModel *model = window->tree().model();
        const QString id =
            channel < 0 ? dvr::nodeId(deviceId) : dvr::nodeId(dvr::ChannelRef{deviceId, channel});
        const auto found = model->match(model->index(0, 0), shell::SiteTreeModel::NodeIdRole, id, 1,
                                        Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }
    QStringList menuOf(const QString &deviceId)
    {
        QMenu menu;
        ui->fillNodeMenu(dvr::nodeId(deviceId), menu);
        QStringList words;
        for (const QAction *action : menu.actions())
            words << action->text();
        return words;
    }
    dvr::Wall &wall() { return ui->wall(); }
    dvr::WallView &view() { return ui->mainPane().page()->view(); }
    void trigger(const char *id) { test::trigger(rig.actions, id); }
    template <typename T>
    T *dialog()
    {
        return shownWindow<T>();
    }
    bool wasNoticed(const QString &words) const
    {
        for (const kit::Notice &notice : rig.notices.list()) {
            if (notice.text.contains(words))
                return true;
        }
        return false;
    }
};

} // namespace opsdeck::test
