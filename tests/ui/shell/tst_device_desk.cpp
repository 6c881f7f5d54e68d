// SPDX-License-Identifier: GPL-3.0-or-later
// Devices as an operator adds, changes and removes them: the real dialogs, clicked, on simulated recorders.
#include "tests/ui/shell/device_bench.h"

#include "ui/kit/empty_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSpinBox>

using namespace opsdeck;
using namespace opsdeck::test;
using shell::DeviceDialog;
using shell::SiteQuestion;

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
        click(add);
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
        // On the smallest screen, too, nothing of what was found out is cut at its side.
        const QSize before = dialog->size();
        dialog->resize(632, 360);
        const auto *scroll = part<QScrollArea>(dialog, "testScroll");
        QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width());
        dialog->resize(before);
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
};

QTEST_MAIN(TestDeviceDesk)
#include "tst_device_desk.moc"
