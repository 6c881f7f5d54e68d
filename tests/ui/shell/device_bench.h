// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "tests/support/made_up_secrets.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/shell/device_actions.h"
#include "ui/shell/device_desk.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_question.h"
#include "ui/shell/site_session.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

inline constexpr int kPatience = 20000;

/// The window with the devices of a site, as the program puts it together, and simulated recorders.
struct Bench {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("site.json"));
    base::SystemClock clock;
    UiRig rig{clock};
    MadeUpSecrets keychain;
    shell::DeviceSecrets secrets{[this]() -> store::SecretStore & { return keychain; }};
    shell::SiteDesk desk{clock};
    std::vector<std::unique_ptr<dvr::sim::DvrSimulator>> dvrs;
    std::vector<std::unique_ptr<kit::SystemUi>> systems;
    std::unique_ptr<shell::MainWindow> window;
    std::unique_ptr<shell::DeviceDesk> devices;
    std::unique_ptr<shell::DeviceActions> actions;
    std::unique_ptr<shell::SiteSession> session;

    int addDvr(const QString &password = {})
    {
        dvr::sim::DvrOptions options;
        options.port = 0;
        options.channels = 2;
        options.clipClass = QStringLiteral("d1");
        if (!password.isEmpty())
            options.users = {{QStringLiteral("admin"), password}};
        auto dvr = dvr::sim::DvrSimulator::make(options, clock);
        if (!dvr)
            qFatal("%s", qPrintable(dvr.error().detail()));
        dvrs.push_back(std::move(*dvr));
        const auto port = dvrs.back()->listen();
        if (!port)
            qFatal("%s", qPrintable(port.error().detail()));
        return *port;
    }
    void build()
    {
        rig.context.secrets = [this]() -> store::SecretStore & { return secrets; };
        rig.context.seed = 7;
        rig.context.tiles = 4;
        window = std::make_unique<shell::MainWindow>(rig.context);
        devices = std::make_unique<shell::DeviceDesk>(
            shell::DeviceDesk::Parts{*window, desk, secrets, rig.context});
        actions = std::make_unique<shell::DeviceActions>(*devices, *window, rig.context);
        session = std::make_unique<shell::SiteSession>(desk, *devices, *window);
        for (const auto &module : kit::inPageOrder(kit::allModules())) {
            systems.push_back(module->open(rig.context));
            window->addSystem(module->id(), *systems.back());
            session->addSystem(module->id(), *systems.back());
        }
        window->resize(1280, 800);
        window->show();
    }
    ~Bench()
    {
        session.reset();
        actions.reset();
        devices.reset();
        window.reset();
        systems.clear();
    }
    void open(const QByteArray &json = {})
    {
        if (!json.isNull()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(json), json.size());
        }
        QSignalSpy opened(&desk, &shell::SiteDesk::opened);
        desk.open(path, false);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, kPatience);
    }
    QByteArray file() const
    {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    void trigger(const char *id) { test::trigger(rig.actions, id); }
    template <typename Dialog>
    Dialog *dialog() const
    {
        for (Dialog *one : window->findChildren<Dialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QStringList rows() const
    {
        QStringList all;
        const QAbstractItemModel *model = window->tree().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex top = model->index(row, 0);
            all << top.data().toString();
            for (int child = 0; child < model->rowCount(top); ++child) {
                const QModelIndex below = model->index(child, 0, top);
                if (!below.data(shell::SiteTreeModel::DeviceIdRole).toString().isEmpty())
                    all << QStringLiteral("  ") + below.data().toString();
            }
        }
        return all;
    }
    QModelIndex row(const QString &name) const
    {
        const QAbstractItemModel *model = window->tree().model();
        const auto found =
            model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }
    void select(const QString &name)
    {
        QTRY_VERIFY_WITH_TIMEOUT(row(name).isValid(), kPatience);
        window->tree().setCurrentIndex(row(name));
    }
    bool isOnline(const QString &name) const
    {
        return row(name).isValid() &&
               row(name).data(shell::SiteTreeModel::MarkRole).toInt() == int(kit::StateMark::Ok);
    }
    QStringList notices() const
    {
        QStringList texts;
        for (const kit::Notice &notice : rig.notices.list()) {
            if (!notice.isOver)
                texts << notice.text;
        }
        return texts;
    }
    void actOn(const QString &text)
    {
        for (const kit::Notice &notice : rig.notices.list()) {
            if (notice.text == text && !notice.isOver) {
                rig.notices.act(notice.number);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
};

inline QByteArray siteOf(const QStringList &words, int port = 1)
{
    site::Site site;
    for (const QString &word : words) {
        site::Device device;
        device.id = word.section(u':', -1).toLower();
        device.name = word.section(u':', -1);
        device.group = word.contains(u':') ? word.section(u':', 0, 0) : QString();
        device.system = QStringLiteral("dvr");
        device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                      {QStringLiteral("port"), port},
                                      {QStringLiteral("user"), QStringLiteral("admin")},
                                      {QStringLiteral("x-kept"), 7}};
        site.devices.append(device);
    }
    return site::SiteFile::encode(site);
}

inline QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace opsdeck::test
