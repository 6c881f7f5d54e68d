// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "core/base/reply.h"
#include "core/store/secret_store.h"
#include "core/store/settings_store.h"
#include "core/store/store.h"
#include "ui/events/event_settings.h"
#include "ui/events/events_ui.h"
#include "ui/kit/ui_system_module.h"
#include "ui/shell/device_actions.h"
#include "ui/shell/device_desk.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_desk.h"
#include "ui/shell/window_actions.h"

#include <QApplication>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

/// Secrets in memory: no keychain is woken by a test.
class NoSecrets final : public store::SecretStore
{
public:
    QFuture<base::Result<QString>> read(const QString &key) override
    {
        return base::answered<QString>(base::fail(store::SecretError::NotFound, key));
    }
    QFuture<base::Result<void>> write(const QString &, const QString &) override
    {
        return base::answered<void>({});
    }
    QFuture<base::Result<void>> remove(const QString &) override { return base::answered<void>({}); }
    bool isFallback() const override { return false; }
    QString path() const override { return QString(); }
};

/// The window with all systems of this build, as the program puts it together, on simulated recorders.
struct WholeWindow {
    /// @param settingsFile empty = in memory.
    explicit WholeWindow(const QString &settingsFile = QString())
        : settings(settingsFile, clock)
        , look(shell::Look::make(*qApp, [] { return true; }).value())
    {
        settings.load();
        settings.overrideForThisRun(shell::Look::languageRow().key, QStringLiteral("en"));
        settings.overrideForThisRun(shell::Look::styleRow().key, QStringLiteral("dark"));
        look->follow(settings);
        QObject::connect(look.get(), &shell::Look::languageChanged, &actions,
                         &kit::ActionRegistry::retranslate);
        context.secrets = [this]() -> store::SecretStore & { return deviceSecrets; };
        store = std::make_unique<store::Store>(folder.filePath(QStringLiteral("opsdeck.db")), clock);
        store->database.open();
        context.store = store.get();
        context.operatorName = [] { return QStringLiteral("anna@desk-2"); };
        context.seed = 7;
        context.tiles = 4;
        window = std::make_unique<shell::MainWindow>(context);
        devicesDesk = std::make_unique<shell::DeviceDesk>(
            shell::DeviceDesk::Parts{*window, desk, deviceSecrets, context});
        deviceActions = std::make_unique<shell::DeviceActions>(*devicesDesk, *window, context);
        for (const auto &module : modules) {
            systemIds.append(module->id());
            systems.push_back(module->open(context));
            window->addSystem(module->id(), *systems.back());
        }
        addEvents();
    }
    ~WholeWindow()
    {
        // As the program: what uses the window, the window, the systems.
        deviceActions.reset();
        devicesDesk.reset();
        window.reset();
        events.reset();
        systems.clear();
        store.reset();
        look->setLanguage(QStringLiteral("en"));
    }

    void addEvents()
    {
        events = std::make_unique<events::EventsUi>(std::make_unique<events::JournalSource>(store->journal),
                                                    texts, context);
        const int page = window->addPage(
            QStringLiteral("events"), [this] { return events->pageTitle(); },
            [this](QWidget *parent) { return events->makePage(parent); });
        shell::DockSet::Spec panel;
        panel.id = QStringLiteral("events");
        panel.widget = events->makePanel(window.get());
        panel.area = Qt::BottomDockWidgetArea;
        panel.title = [this] { return events->pageTitle(); };
        panel.isBeside = [page](int shown) { return shown != page; };
        window->dockSet().add(panel);
        window->addSettingRows(events::EventSettings::rows());
        QObject::connect(events.get(), &events::EventsUi::badgeChanged, window.get(), [this, page] {
            window->setPageBadge(page, events->openAlarms(), [this] { return events->badgeWords(); });
        });
        events->start();
    }

    void addDvr(const QString &id, const QString &name, int channels)
    {
        dvr::sim::DvrOptions options;
        options.port = 0;
        options.channels = channels;
        options.clipClass = QStringLiteral("d1");
        auto simulator = dvr::sim::DvrSimulator::make(options, clock);
        QVERIFY2(simulator, simulator ? "" : qPrintable(simulator.error().detail()));
        dvrs.push_back(std::move(*simulator));
        const auto port = dvrs.back()->listen();
        QVERIFY(port);
        site::Device device;
        device.id = id;
        device.system = QStringLiteral("dvr");
        device.name = name;
        device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                      {QStringLiteral("port"), *port},
                                      {QStringLiteral("user"), QStringLiteral("admin")}};
        devices.append(device);
    }

    void open(QSize size = QSize(1280, 800))
    {
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        for (std::size_t i = 0; i < systems.size(); ++i) {
            QList<site::Device> own;
            for (const site::Device &device : std::as_const(devices)) {
                if (device.system == systemIds.at(qsizetype(i)))
                    own.append(device);
            }
            systems[i]->setDevices(own);
            if (!devices.isEmpty())
                window->setSystemShown(*systems[i], !own.isEmpty());
        }
        window->showPages(QStringLiteral("Test site"));
    }

    /// How many rows the site tree has, all levels.
    int rows() const
    {
        int count = 0;
        for (const kit::SiteNode &node : window->siteNodes())
            count += 1 + int(node.children.size());
        return count;
    }

    base::SystemClock clock;
    NoSecrets secrets;
    store::SettingsStore settings;
    std::unique_ptr<shell::Look> look;
    kit::ActionRegistry actions;
    kit::Notices notices{clock};
    kit::UiContext context{clock, look->theme(), actions, notices, settings};
    std::vector<std::unique_ptr<dvr::sim::DvrSimulator>> dvrs;
    QList<site::Device> devices;
    shell::DeviceSecrets deviceSecrets{[this]() -> store::SecretStore & { return secrets; }};
    shell::SiteDesk desk{clock};
    QTemporaryDir folder;
    kit::EventTexts texts{kit::allModules()}; ///< asked on the database's threads, too
    std::unique_ptr<store::Store> store;
    std::unique_ptr<events::EventsUi> events;
    std::vector<std::unique_ptr<kit::UiSystemModule>> modules = kit::inPageOrder(kit::allModules());
    std::vector<std::unique_ptr<kit::SystemUi>> systems;
    QStringList systemIds;
    std::unique_ptr<shell::MainWindow> window;
    std::unique_ptr<shell::DeviceDesk> devicesDesk;
    std::unique_ptr<shell::DeviceActions> deviceActions;
};

} // namespace opsdeck::test
