// SPDX-License-Identifier: GPL-3.0-or-later
// Devices as an operator adds, changes and removes them: the real dialogs, clicked, on simulated recorders.
#include "ui/shell/device_desk.h"

#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "tests/support/made_up_secrets.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/kit/empty_state.h"
#include "ui/shell/device_actions.h"
#include "ui/shell/device_secrets.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_question.h"
#include "ui/shell/site_session.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::test;
using shell::DeviceDialog;
using shell::SiteQuestion;
using store::SecretError;

namespace {

constexpr int kPatience = 20000;

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
            window->addSystem(*systems.back());
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
    void trigger(const char *id)
    {
        QAction *action = rig.actions.action(QLatin1String(id));
        QVERIFY2(action, id);
        rig.actions.refresh();
        QVERIFY2(action->isEnabled(), qPrintable(rig.actions.whyNot(QLatin1String(id))));
        action->trigger();
    }
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

template <typename Widget>
Widget *part(QWidget *dialog, const char *name)
{
    auto *found = dialog->findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

void type(QWidget *dialog, const char *name, const QString &text)
{
    auto *edit = part<QLineEdit>(dialog, name);
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

void click(QWidget *dialog, const char *name)
{
    QTest::mouseClick(part<QPushButton>(dialog, name), Qt::LeftButton);
}

QByteArray siteOf(const QStringList &words, int port = 1)
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

QStringList list(const char *words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestDeviceDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewUserAddsTestsAndSeesADevice()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.open();
        auto *add = bench.window->emptyState().findChildren<QPushButton *>().constFirst();
        QVERIFY(add->isVisible());
        QTest::mouseClick(add, Qt::LeftButton);
        auto *dialog = bench.dialog<DeviceDialog>();
        QVERIFY(dialog);

        // Nothing is filled in: saving shows where to begin, testing says why not.
        QVERIFY(!part<QPushButton>(dialog, "testButton")->isEnabled());
        click(dialog, "saveButton");
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->focusWidget(), part<QLineEdit>(dialog, "dvr.host"));

        type(dialog, "deviceName", QStringLiteral("North gate"));
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        part<QSpinBox>(dialog, "dvr.port")->setValue(port);
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        part<QComboBox>(dialog, "deviceGroup")->setCurrentText(QStringLiteral("Gates"));
        click(dialog, "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(dialog, "testPicture")->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(part<QPushButton>(dialog, "testButton")->text(),
                                  QStringLiteral("Test connection"), kPatience);
        QCOMPARE(dialog->findChildren<QLabel *>(QStringLiteral("testStep")).size(), 5);
        // Nothing is kept before it is saved.
        QVERIFY(bench.keychain.kept.isEmpty());
        QVERIFY(bench.file().isEmpty());

        QTest::keyClick(part<QLineEdit>(dialog, "dvr.passwordRef"), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("North gate")), kPatience);
        QCOMPARE(bench.rows(), (QStringList{QStringLiteral("Gates"), QStringLiteral("  North gate")}));
        QCOMPARE(bench.keychain.kept, (QHash<QString, QString>{{QStringLiteral("opsdeck/north-gate/password"),
                                                                QStringLiteral("s3cret")}}));
        QTRY_VERIFY_WITH_TIMEOUT(bench.file().contains("opsdeck/north-gate/password"), kPatience);
        QVERIFY(!bench.file().contains("s3cret"));
        QTRY_COMPARE_WITH_TIMEOUT(bench.devices->selectedDevices(), list("north-gate"), kPatience);
    }

    void aRemovalIsConfirmedByKeysAlone()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        bench.select(QStringLiteral("a"));
        bench.trigger("site.removeDevice");
        auto *question = bench.dialog<SiteQuestion>();
        QVERIFY(question);
        question->activateWindow();
        QTRY_VERIFY(question->isActiveWindow());
        auto *remove = part<QPushButton>(question, "answer1");
        for (int i = 0; i < 4 && !remove->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(remove->hasFocus());
        // Though the safe answer is the default one.
        QTest::keyClick(remove, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.desk.site().devices.size(), 1, kPatience);
    }

    void aTestThatFailsSaysAtWhichStep()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.open();
        bench.trigger("site.addDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        part<QSpinBox>(dialog, "dvr.port")->setValue(port);
        type(dialog, "dvr.passwordRef", QStringLiteral("wrong"));
        click(dialog, "testButton");
        const auto details = [dialog] {
            QStringList words;
            for (const QLabel *label : dialog->findChildren<QLabel *>(QStringLiteral("testDetail")))
                words << label->text();
            return words;
        };
        QTRY_VERIFY_WITH_TIMEOUT(details().contains(QStringLiteral("wrong password (203)")), kPatience);
        // Another address makes what was found out worthless.
        type(dialog, "dvr.host", QStringLiteral("127.0.0.2"));
        QTRY_VERIFY_WITH_TIMEOUT(details().isEmpty(), kPatience);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.dialog<DeviceDialog>(), kPatience);
        QVERIFY(bench.desk.site().devices.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvrs[0]->sessionCount(), 0, kPatience);
    }

    void theStoredPasswordIsUsedForATestAndNeverShown()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.keychain.kept.insert(QStringLiteral("opsdeck/a/password"), QStringLiteral("s3cret"));
        QByteArray json = siteOf(list("a"), port);
        json.replace("\"user\": \"admin\"", "\"user\": \"admin\", \"passwordRef\": \"opsdeck/a/password\"");
        bench.open(json);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.editDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        QVERIFY(dialog);
        auto *password = part<QLineEdit>(dialog, "dvr.passwordRef");
        QVERIFY(password->text().isEmpty());
        QCOMPARE(password->placeholderText(), QStringLiteral("unchanged"));
        click(dialog, "testButton");
        QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>(dialog, "testPicture")->isVisible(), kPatience);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QStringLiteral("s3cret")));
        QVERIFY(password->text().isEmpty());

        bench.keychain.failure = SecretError::Refused;
        type(dialog, "dvr.host", QStringLiteral("localhost"));
        click(dialog, "testButton");
        QTRY_COMPARE_WITH_TIMEOUT(dialog->findChildren<QLabel *>(QStringLiteral("testDetail")).last()->text(),
                                  QStringLiteral("the keychain is locked or refused"), kPatience);
    }

    void editingKeepsWhatItDoesNotKnow()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        bench.select(QStringLiteral("b"));
        bench.trigger("site.editDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "deviceName", QStringLiteral("Bigger"));
        type(dialog, "dvr.host", QStringLiteral("localhost"));
        click(dialog, "saveButton");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("Bigger")}),
                                  kPatience);
        const site::Device *device = site::find(bench.desk.site(), QStringLiteral("b"));
        QCOMPARE(device->settings.value(QStringLiteral("host")).toString(), QStringLiteral("localhost"));
        QCOMPARE(device->settings.value(QStringLiteral("x-kept")).toInt(), 7);
        QVERIFY(bench.keychain.kept.isEmpty());
        QCOMPARE(bench.keychain.writes, 0);
    }

    void aDuplicateStandsBehindTheOriginalWithoutItsPassword()
    {
        Bench bench;
        bench.build();
        QByteArray json = siteOf(list("a b"));
        json.replace("\"user\": \"admin\"", "\"user\": \"admin\", \"passwordRef\": \"opsdeck/a/password\"");
        bench.open(json);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.duplicateDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        QCOMPARE(part<QLineEdit>(dialog, "deviceName")->text(), QStringLiteral("a (2)"));
        QCOMPARE(part<QLineEdit>(dialog, "dvr.passwordRef")->placeholderText(), QStringLiteral("none"));
        click(dialog, "saveButton");
        QTRY_COMPARE_WITH_TIMEOUT(
            bench.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("a (2)"), QStringLiteral("b")}),
            kPatience);
        const site::Device *copy = site::find(bench.desk.site(), QStringLiteral("a-2"));
        QVERIFY(copy);
        QVERIFY(!copy->settings.contains(QStringLiteral("passwordRef")));
    }

    void aRemovalIsAskedOnceAndUndoneWithItsPassword()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        const QString secret = QStringLiteral("opsdeck/a/password");
        bench.keychain.kept.insert(secret, QStringLiteral("s3cret"));
        QByteArray json = siteOf(list("a"), port);
        json.replace("\"user\": \"admin\"", "\"user\": \"admin\", \"passwordRef\": \"opsdeck/a/password\"");
        bench.open(json);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        const QByteArray before = bench.file();
        bench.select(QStringLiteral("a"));
        QTest::keyClick(&bench.window->tree(), Qt::Key_Delete);
        auto *question = bench.dialog<SiteQuestion>();
        QVERIFY(question);
        QVERIFY(part<QLabel>(question, "dialogText")->text().contains(QStringLiteral("“a”")));
        QVERIFY(part<QCheckBox>(question, "questionOption")->isVisible());
        // Enter is no removal.
        QTest::keyClick(question, Qt::Key_Return);
        QCOMPARE(bench.desk.site().devices.size(), 1);

        bench.trigger("site.removeDevice");
        click(bench.dialog<SiteQuestion>(), "answer1");
        QVERIFY(bench.desk.site().devices.isEmpty());
        QVERIFY(bench.window->emptyState().isVisible());
        QVERIFY(bench.keychain.kept.contains(secret));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.file().contains("127.0.0.1"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvrs[0]->sessionCount(), 0, kPatience);

        bench.actOn(QStringLiteral("“a” was removed"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.file().contains("127.0.0.1"), kPatience);
        QCOMPARE(QJsonDocument::fromJson(bench.file()), QJsonDocument::fromJson(before));
        QVERIFY(!bench.devices->undo().canUndo());
        QVERIFY(bench.keychain.kept.contains(secret));
    }

    void aPasswordCanBeDeletedAtOnce()
    {
        Bench bench;
        bench.build();
        bench.keychain.kept.insert(QStringLiteral("opsdeck/a/password"), QStringLiteral("s3cret"));
        QByteArray json = siteOf(list("a"));
        json.replace("\"user\": \"admin\"", "\"user\": \"admin\", \"passwordRef\": \"opsdeck/a/password\"");
        bench.open(json);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.removeDevice");
        auto *question = bench.dialog<SiteQuestion>();
        part<QCheckBox>(question, "questionOption")->click();
        click(question, "answer1");
        QVERIFY(bench.keychain.kept.isEmpty());
        QVERIFY(bench.devices->undo().canUndo());
    }

    void aKeychainThatDoesNotTakeThePasswordIsSaid_data()
    {
        QTest::addColumn<SecretError>("failure");
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << SecretError::Refused
                                << QStringLiteral("the keychain is locked or refused");
        QTest::newRow("missing") << SecretError::Unavailable
                                 << QStringLiteral("the keychain does not answer");
    }
    void aKeychainThatDoesNotTakeThePasswordIsSaid()
    {
        QFETCH(SecretError, failure);
        QFETCH(QString, words);
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.open();
        bench.keychain.failure = failure;
        bench.trigger("site.addDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "deviceName", QStringLiteral("North"));
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        part<QSpinBox>(dialog, "dvr.port")->setValue(port);
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        auto *question = bench.dialog<SiteQuestion>();
        QVERIFY2(part<QLabel>(question, "dialogText")->text().contains(words),
                 qPrintable(part<QLabel>(question, "dialogText")->text()));
        // Back: nothing was saved, what was typed is still there.
        click(question, "answer0");
        QVERIFY(dialog->isVisible());
        QVERIFY(bench.desk.site().devices.isEmpty());
        QCOMPARE(part<QLineEdit>(dialog, "dvr.passwordRef")->text(), QStringLiteral("s3cret"));
        // For this run.
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        click(bench.dialog<SiteQuestion>(), "answer2");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("North")), kPatience);
        QVERIFY(bench.keychain.kept.isEmpty());
        QVERIFY(!bench.file().contains("s3cret"));
        QVERIFY(bench.notices().contains(
            QStringLiteral("The password of “North” is only known until the program is closed")));
    }

    void aNewPasswordReachesADeviceThatWaitsForIt()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.keychain.kept.insert(QStringLiteral("opsdeck/a/password"), QStringLiteral("old"));
        QByteArray json = siteOf(list("a"), port);
        json.replace("\"user\": \"admin\"", "\"user\": \"admin\", \"passwordRef\": \"opsdeck/a/password\"");
        bench.open(json);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.row(QStringLiteral("a")).data(shell::SiteTreeModel::MarkRole).toInt() ==
                int(kit::StateMark::Attention),
            kPatience);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.editDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QCOMPARE(bench.keychain.kept.value(QStringLiteral("opsdeck/a/password")), QStringLiteral("s3cret"));
    }

    void orderAndGroupsFollowTheKeys()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b c")));
        bench.select(QStringLiteral("c"));
        bench.trigger("site.moveUp");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("a c b"), kPatience);
        bench.trigger("site.moveUp");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("c a b"), kPatience);
        bench.trigger("site.moveUp");
        QCOMPARE(bench.rows(), list("c a b"));

        bench.trigger("site.newGroup");
        auto *question = bench.dialog<SiteQuestion>();
        QVERIFY(!part<QPushButton>(question, "answer1")->isEnabled());
        type(question, "questionField", QStringLiteral("Yard"));
        QTest::keyClick(part<QLineEdit>(question, "questionField"), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(),
                                  (QStringList{QStringLiteral("a"), QStringLiteral("b"),
                                               QStringLiteral("Yard"), QStringLiteral("  c")}),
                                  kPatience);
        // The group row: F2 renames, Alt+Up moves all of it.
        bench.select(QStringLiteral("Yard"));
        bench.trigger("site.moveUp");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows().constFirst(), QStringLiteral("a"), kPatience);
        QCOMPARE(bench.rows().at(1), QStringLiteral("Yard"));
        bench.trigger("site.editDevice");
        question = bench.dialog<SiteQuestion>();
        type(question, "questionField", QStringLiteral("Back & front"));
        click(question, "answer1");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows().at(1), QStringLiteral("Back & front"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.file().contains("Back & front"), kPatience);

        // The menu offers the way out of the group.
        bench.select(QStringLiteral("c"));
        QMenu menu;
        Q_EMIT bench.window->nodeMenuFilled(bench.window->tree().currentNode(), menu);
        QMenu *groups = nullptr;
        for (QAction *action : menu.actions())
            groups = action->menu() ? action->menu() : groups;
        QVERIFY(groups);
        QStringList words;
        for (QAction *action : groups->actions())
            words << action->text();
        QCOMPARE(words.constFirst(), QStringLiteral("Back && front"));
        groups->actions().at(words.indexOf(QStringLiteral("No group")))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("a b c"), kPatience);
    }

    void movingDevicesDoesNotDisturbTheirSessions()
    {
        Bench bench;
        const int port = bench.addDvr();
        bench.build();
        bench.open(siteOf(list("a b"), port));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")) && bench.isOnline(QStringLiteral("b")),
                                 kPatience);
        const auto logins = bench.dvrs[0]->counters().logins;
        bench.select(QStringLiteral("b"));
        bench.trigger("site.moveUp");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("b a"), kPatience);
        bench.trigger("site.addDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "deviceName", QStringLiteral("c"));
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        part<QSpinBox>(dialog, "dvr.port")->setValue(port);
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("c")), kPatience);
        QCOMPARE(bench.dvrs[0]->counters().logins, logins + 1);
    }

    void anotherProgramsChangeIsAskedAbout_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<QStringList>("inFile");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("load again") << 1 << list("x") << list("x");
        QTest::newRow("overwrite") << 3 << list("b a") << list("b a");
        QTest::newRow("later") << 0 << list("x") << list("b a");
    }
    void anotherProgramsChangeIsAskedAbout()
    {
        QFETCH(int, answer);
        QFETCH(QStringList, inFile);
        QFETCH(QStringList, shown);
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a b")));
        bench.select(QStringLiteral("b"));
        QVERIFY(site::SiteFile::writeBytes(bench.path, siteOf(list("x"))));
        bench.trigger("site.moveUp");
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        click(bench.dialog<SiteQuestion>(), QByteArray("answer" + QByteArray::number(answer)).constData());
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), shown, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(bench.file(), siteOf(inFile), kPatience);
        if (answer != 0)
            return;
        // The question can be had again.
        bench.actOn(QStringLiteral("The site is not saved: another program changed its file"));
        QVERIFY(bench.dialog<SiteQuestion>());
    }

    void anotherProgramsChangeIsOfferedWhenNothingIsUnsaved()
    {
        Bench bench;
        bench.build();
        bench.open(siteOf(list("a")));
        QVERIFY(site::SiteFile::writeBytes(bench.path, siteOf(list("x y"))));
        const QString words = QStringLiteral("Another program changed the site file");
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        QCOMPARE(bench.rows(), list("a"));
        QVERIFY(!bench.dialog<SiteQuestion>());
        bench.actOn(words);
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows(), list("x y"), kPatience);
        // Garbage is not taken.
        QVERIFY(site::SiteFile::writeBytes(bench.path, "garbage"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        bench.actOn(words);
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(QStringLiteral(
                                     "The changed site file cannot be used; the devices stay as they were")),
                                 kPatience);
        QCOMPARE(bench.rows(), list("x y"));
    }

    void aFileThatCannotBeWrittenIsSaidAndTriedAgain()
    {
        Bench bench;
        bench.build();
        bench.path = QStringLiteral("/proc/self/site.json");
        bench.open();
        bench.trigger("site.addDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        click(dialog, "saveButton");
        const QString words = QStringLiteral(
            "The site could not be saved: the changes hold, but only until the program is closed");
        QTRY_VERIFY_WITH_TIMEOUT(bench.notices().contains(words), kPatience);
        QCOMPARE(bench.desk.site().devices.size(), 1);
        bench.desk.saveAs(bench.dir.filePath(QStringLiteral("other.json")));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.notices().contains(words), kPatience);
    }

    void aDemonstrationKeepsNothing()
    {
        Bench bench;
        const int port = bench.addDvr(QStringLiteral("s3cret"));
        bench.build();
        bench.secrets.setMemoryOnly(true);
        bench.session->useDemo(site::SiteFile::parse(siteOf(list("a"), port), site::allModules()).site,
                               QStringLiteral("Demonstration"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.row(QStringLiteral("a")).isValid(), kPatience);
        bench.select(QStringLiteral("a"));
        bench.trigger("site.editDevice");
        auto *dialog = bench.dialog<DeviceDialog>();
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(dialog, "saveButton");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QVERIFY(bench.notices().contains(QStringLiteral("Demonstration: changes are not kept")));
        QVERIFY(bench.keychain.kept.isEmpty());
        QCOMPARE(bench.keychain.writes + bench.keychain.reads, 0);
        bench.trigger("site.removeDevice");
        click(bench.dialog<SiteQuestion>(), "answer1");
        bench.trigger("site.undoRemove");
        QTRY_VERIFY_WITH_TIMEOUT(bench.isOnline(QStringLiteral("a")), kPatience);
        QVERIFY(bench.rig.settings.keys().filter(QStringLiteral("secrets"), Qt::CaseInsensitive).isEmpty());
    }

    void withoutASiteThereIsAReason()
    {
        Bench bench;
        bench.build();
        bench.rig.actions.refresh();
        for (const char *id : {"site.addDevice", "site.editDevice", "site.removeDevice", "site.import",
                               "site.export", "site.undoRemove", "site.moveUp"})
            QVERIFY2(!bench.rig.actions.whyNot(QLatin1String(id)).isEmpty(), id);
        auto *plus = bench.window->findChild<QToolButton *>(QStringLiteral("addDeviceButton"));
        QVERIFY(plus);
        QVERIFY(!plus->isEnabled());
        QCOMPARE(plus->toolTip(), QStringLiteral("No site is open"));
        bench.open(siteOf(list("a")));
        QTRY_VERIFY_WITH_TIMEOUT(plus->isEnabled(), kPatience);
        QTest::mouseClick(plus, Qt::LeftButton);
        QVERIFY(bench.dialog<DeviceDialog>());
    }
};

QTEST_MAIN(TestDeviceDesk)
#include "tst_device_desk.moc"
