// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of devices as an operator types, replaces and deletes them.
#include "tests/ui/shell/device_bench.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QSpinBox>

using namespace opsdeck;
using namespace opsdeck::test;
using shell::DeviceDialog;
using shell::SiteQuestion;
using store::SecretError;

class TestDevicePasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void aDialogIsNotLeftWhileItsPasswordIsBeingKept()
    {
        Bench bench;
        bench.build();
        bench.open();
        bench.keychain.isHeld = true;
        bench.trigger("site.addDevice");
        const QPointer<DeviceDialog> dialog = bench.dialog<DeviceDialog>();
        type(dialog, "deviceName", QStringLiteral("North"));
        type(dialog, "dvr.host", QStringLiteral("127.0.0.1"));
        type(dialog, "dvr.passwordRef", QStringLiteral("s3cret"));
        click(dialog, "saveButton");
        QCOMPARE(bench.keychain.held.size(), size_t(1));
        auto *cancel = part<QPushButton>(dialog, "cancelButton");
        QVERIFY(!cancel->isEnabled());
        QCOMPARE(cancel->toolTip(), QStringLiteral("The password is being kept"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        dialog->close();
        QVERIFY(dialog && dialog->isVisible());
        // Not unlocked: it can be left again, and nothing was saved.
        bench.keychain.held.clear();
        QTRY_VERIFY_WITH_TIMEOUT(bench.dialog<SiteQuestion>(), kPatience);
        click(bench.dialog<SiteQuestion>(), "answer0");
        QVERIFY(cancel->isEnabled());
        click(dialog, "saveButton");
        QCOMPARE(bench.keychain.held.size(), size_t(1));
        bench.keychain.held.front().answer({});
        QTRY_VERIFY_WITH_TIMEOUT(!dialog || !dialog->isVisible(), kPatience);
        QCOMPARE(bench.desk.site().devices.size(), 1);
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
};

QTEST_MAIN(TestDevicePasswords)
#include "tst_device_passwords.moc"
