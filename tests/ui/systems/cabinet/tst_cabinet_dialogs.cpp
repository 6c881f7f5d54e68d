// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/systems/cabinet/page_rig.h"
#include "ui/systems/cabinet/bank_dialog.h"
#include "ui/systems/cabinet/eject_all_dialog.h"
#include "ui/systems/cabinet/server_address_dialog.h"
#include "ui/systems/cabinet/upgrade_dialog.h"
#include "ui/systems/cabinet/volume_dialog.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTreeWidget>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using test::PageRig;
using test::snOf;

namespace {

QPushButton *button(QWidget *dialog, const char *name)
{
    return dialog->findChild<QPushButton *>(QLatin1String(name));
}

void type(QWidget *dialog, const char *field, const QString &text)
{
    auto *edit = dialog->findChild<QLineEdit *>(QLatin1String(field));
    QVERIFY(edit);
    edit->clear();
    QTest::keyClicks(edit, text);
}

/// One cabinet on line, selected.
struct Bench : PageRig {
    Bench()
    {
        put(test::madeUpCabinet(1));
        page->table().select(snOf(1));
    }
};

} // namespace

class TestCabinetDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dangerousThingsAreAskedOnceWithTheSafeAnswerFirst_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("asked");
        QTest::newRow("reboot") << "cabinet.reboot" << QStringLiteral("reboot %1").arg(snOf(1));
        QTest::newRow("forget") << "cabinet.forget" << QStringLiteral("forget %1").arg(snOf(1));
    }
    void dangerousThingsAreAskedOnceWithTheSafeAnswerFirst()
    {
        QFETCH(QString, action);
        QFETCH(QString, asked);
        Bench bench;
        bench.trigger(action.toLatin1().constData());
        auto *dialog = bench.dialog<AskDialog>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("dialogHint"))->text().isEmpty());
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("dialogText"))->text().contains(snOf(1)));
        // A dialog counts as active as soon as its parent is: the focus may still be on its way.
        QTRY_VERIFY(button(dialog, "cancel")->hasFocus());
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(bench.calls.asked.isEmpty());
        QTRY_VERIFY(!bench.dialog<AskDialog>());
        bench.trigger(action.toLatin1().constData());
        dialog = bench.dialog<AskDialog>();
        test::click(button(dialog, "accept"));
        QCOMPARE(bench.calls.asked, QStringList{asked});
        bench.calls.doings.answer({});
        QTRY_VERIFY(!bench.work.items(snOf(1)).isEmpty() &&
                    bench.work.items(snOf(1)).constFirst().state == WorkItem::State::Done);
    }

    void aBankIsTakenOutOfUseWithAReason()
    {
        Bench bench;
        bench.front().selectSlot(3);
        bench.trigger("cabinet.flag");
        auto *dialog = bench.dialog<AskDialog>();
        QVERIFY(dialog);
        type(dialog, "field", QStringLiteral(" dented "));
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("field")), Qt::Key_Return);
        QCOMPARE(bench.calls.asked, QStringList{QStringLiteral("flag RL1A7C000067 1 dented")});
        bench.calls.doings.answer({});
        QTRY_COMPARE(bench.answers(), QStringList{QStringLiteral(
                                          "Take RL1A7C000067 out of use: it is not given out any more")});
    }

    void theVolumeIsChosen()
    {
        Bench bench;
        bench.trigger("cabinet.volume");
        auto *dialog = bench.dialog<VolumeDialog>();
        QVERIFY(dialog);
        dialog->findChild<QSlider *>()->setValue(12);
        test::click(button(dialog, "accept"));
        QCOMPARE(bench.calls.asked, QStringList{QStringLiteral("setVolume %1 12").arg(snOf(1))});
        bench.calls.doings.answer({});
        QTRY_COMPARE(bench.answers(), QStringList{QStringLiteral("Volume 12: the volume is 12")});
    }

    void aNewServerAddressOffersTheReboot()
    {
        Bench bench;
        bench.trigger("cabinet.serverAddress");
        auto *dialog = bench.dialog<ServerAddressDialog>();
        QVERIFY(dialog);
        QVERIFY(!button(dialog, "accept")->isEnabled());
        QCOMPARE(button(dialog, "accept")->toolTip(),
                 QStringLiteral("Enter the address of the server first"));
        type(dialog, "host", QStringLiteral("http://x y"));
        QVERIFY(!button(dialog, "accept")->isEnabled());
        type(dialog, "host", QStringLiteral("share.example.org"));
        dialog->findChild<QSpinBox *>(QStringLiteral("port"))->setValue(8282);
        dialog->findChild<QSpinBox *>(QStringLiteral("heartbeat"))->setValue(60);
        // Enter neither sends it nor loses what was typed.
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("host")), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(bench.calls.asked.isEmpty());
        QVERIFY(dialog->findChild<QCheckBox *>(QStringLiteral("thenReboot"))->isChecked());
        test::click(button(dialog, "accept"));
        const QString set = QStringLiteral("setServerAddress %1 share.example.org:8282 60").arg(snOf(1));
        QCOMPARE(bench.calls.asked, QStringList{set});
        bench.calls.doings.answer({});
        QTRY_COMPARE(bench.calls.asked, (QStringList{set, QStringLiteral("reboot %1").arg(snOf(1))}));
    }

    void aNewServerAddressKeepsTheHeartbeatUnlessItIsChanged()
    {
        Bench bench;
        CabinetStatus status = test::madeUpCabinet(1);
        status.heartbeatSeconds = 60;
        bench.put(status);
        bench.trigger("cabinet.serverAddress");
        auto *dialog = bench.dialog<ServerAddressDialog>();
        QCOMPARE(dialog->findChild<QSpinBox *>(QStringLiteral("heartbeat"))->value(), 60);
        QCOMPARE(dialog->findChild<QSpinBox *>(QStringLiteral("port"))->value(), 8992);
    }

    void whatACabinetCannotTakeIsSaidBeforeItIsSent()
    {
        Bench bench;
        const QString words =
            QStringLiteral("The cabinet takes only Latin letters, digits and signs, without spaces");
        bench.trigger("cabinet.serverAddress");
        auto *address = bench.dialog<ServerAddressDialog>();
        address->findChild<QLineEdit *>(QStringLiteral("host"))->setText(QStringLiteral("服务器.example"));
        QCOMPARE(button(address, "accept")->toolTip(), words);
        QVERIFY(!button(address, "accept")->isEnabled());
        address->close();
        bench.trigger("cabinet.upgrade");
        auto *upgrade = bench.dialog<UpgradeDialog>();
        type(upgrade, "host", QStringLiteral("ftp.example.org"));
        type(upgrade, "file", QStringLiteral("a.bin"));
        QVERIFY(button(upgrade, "accept")->isEnabled());
        for (const char *field : {"user", "password"}) {
            type(upgrade, field, QStringLiteral("two words"));
            QVERIFY(!button(upgrade, "accept")->isEnabled());
            QCOMPARE(button(upgrade, "accept")->toolTip(), words);
            type(upgrade, field, QStringLiteral("one"));
            QVERIFY(button(upgrade, "accept")->isEnabled());
        }
    }

    void aRefusedServerAddressIsNotFollowedByAReboot()
    {
        Bench bench;
        bench.work.setServerAddress(snOf(1), {QStringLiteral("a"), QStringLiteral("1"), 30}, true);
        bench.calls.doings.answer(base::fail(CabinetError::NoAnswer, QString()));
        QTRY_COMPARE(bench.answers(), QStringList{QStringLiteral("Server address: no answer in time")});
        QCOMPARE(bench.calls.asked.size(), 1);
    }

    void anUpgradeKeepsItsPasswordOnlyWhenWanted_data()
    {
        QTest::addColumn<bool>("keeps");
        QTest::newRow("kept") << true;
        QTest::newRow("forgotten") << false;
    }
    void anUpgradeKeepsItsPasswordOnlyWhenWanted()
    {
        QFETCH(bool, keeps);
        Bench bench;
        const QString key = QStringLiteral("opsdeck/cabinets/ftp");
        bench.trigger("cabinet.upgrade");
        auto *dialog = bench.dialog<UpgradeDialog>();
        QVERIFY(dialog);
        QVERIFY(!button(dialog, "accept")->isEnabled());
        type(dialog, "host", QStringLiteral("ftp.example.org"));
        type(dialog, "file", QStringLiteral("a.bin"));
        type(dialog, "user", QStringLiteral("u"));
        type(dialog, "password", QStringLiteral("s3cret"));
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("password"))->echoMode(), QLineEdit::Password);
        dialog->findChild<QCheckBox *>(QStringLiteral("keepPassword"))->setChecked(keeps);
        test::click(button(dialog, "accept"));
        QCOMPARE(bench.calls.asked,
                 QStringList{QStringLiteral("upgrade %1 ftp.example.org:21 a.bin u s3cret").arg(snOf(1))});
        QCOMPARE(bench.secrets.kept.value(key), keeps ? QStringLiteral("s3cret") : QString());
        for (const QString &setting : bench.rig.settings.keys())
            QVERIFY(!QString::fromUtf8(
                         QJsonDocument(QJsonObject{{setting, bench.rig.settings.value(setting)}}).toJson())
                         .contains(QStringLiteral("s3cret")));
        bench.calls.doings.answer({});
        QTRY_VERIFY(!bench.dialog<UpgradeDialog>());
        // The next time the fields are there, and the kept password is used without being shown.
        bench.trigger("cabinet.upgrade");
        dialog = bench.dialog<UpgradeDialog>();
        auto *password = dialog->findChild<QLineEdit *>(QStringLiteral("password"));
        QVERIFY(password->text().isEmpty());
        QTRY_COMPARE(password->placeholderText(),
                     keeps ? QStringLiteral("as kept in the keychain") : QStringLiteral("none"));
        test::click(button(dialog, "accept"));
        QTRY_COMPARE(bench.calls.asked.size(), 2);
        QCOMPARE(bench.calls.asked.at(1), QStringLiteral("upgrade %1 ftp.example.org:21 a.bin u %2")
                                              .arg(snOf(1), keeps ? QStringLiteral("s3cret") : QString()));
    }

    void aCabinetIsDescribedAndItsSecretKept()
    {
        Bench bench;
        bench.trigger("cabinet.describe");
        auto *dialog = bench.dialog<DescribeDialog>();
        QVERIFY(dialog);
        type(dialog, "name", QStringLiteral("North"));
        type(dialog, "secret", QStringLiteral("k3y"));
        dialog->findChild<QCheckBox *>(QStringLiteral("strict"))->setChecked(true);
        test::click(button(dialog, "accept"));
        QCOMPARE(bench.calls.asked,
                 QStringList{QStringLiteral("describe %1 North|Lift hall|1").arg(snOf(1))});
        QCOMPARE(bench.calls.secrets.value(snOf(1)), QStringLiteral("k3y"));
        QCOMPARE(bench.secrets.kept.value(QStringLiteral("opsdeck/cabinet-%1/secret").arg(snOf(1))),
                 QStringLiteral("k3y"));
        bench.calls.doings.answer(base::fail(CabinetError::NotConnected, QString()));
        QTRY_VERIFY(!bench.rig.notices.list().isEmpty());
        QVERIFY(
            bench.rig.notices.list().constFirst().text.contains(QStringLiteral("could not be described")));
    }

    void aBoardWithoutItsSecretGetsItFromTheKeychainOnce()
    {
        Bench bench;
        bench.secrets.kept.insert(QStringLiteral("opsdeck/cabinet-%1/secret").arg(snOf(1)),
                                  QStringLiteral("k3y"));
        bench.desk->fetchSecret(snOf(1));
        QTRY_COMPARE(bench.calls.secrets.value(snOf(1)), QStringLiteral("k3y"));
        bench.calls.secrets.clear();
        bench.desk->fetchSecret(snOf(1));
        QCoreApplication::processEvents();
        QVERIFY(bench.calls.secrets.isEmpty());
    }

    void aLockedKeychainIsToldAndAskedAgain()
    {
        Bench bench;
        const auto key = [](int number) {
            return QStringLiteral("opsdeck/cabinet-%1/secret").arg(snOf(number));
        };
        bench.secrets.kept = {{key(1), QStringLiteral("k3y")}, {key(2), QStringLiteral("other")}};
        bench.secrets.failure = store::SecretError::Refused;
        const auto askAll = [&] {
            for (int number : {1, 2, 3})
                bench.desk->fetchSecret(snOf(number));
        };
        bench.desk->fetchSecret(snOf(1));
        QTRY_COMPARE(bench.rig.notices.open().size(), 1);
        QVERIFY(bench.rig.notices.open().constFirst().text.contains(QStringLiteral("secrets of cabinets")));
        // It may ask its user each time: not with every heartbeat of every cabinet.
        for (int i = 0; i < 5; ++i) {
            askAll();
            QCoreApplication::processEvents();
        }
        QCOMPARE(bench.secrets.reads, 1);
        bench.clock.advance(CabinetDesk::kKeychainPause);
        askAll();
        QCoreApplication::processEvents();
        QCOMPARE(bench.secrets.reads, 2);
        QCOMPARE(bench.rig.notices.list().size(), 1);
        // Unlocked: one after the other gets its own, and the notice goes.
        bench.secrets.failure.reset();
        bench.clock.advance(CabinetDesk::kKeychainPause);
        askAll();
        QTRY_COMPARE(bench.calls.secrets.size(), 2);
        QVERIFY(bench.rig.notices.open().isEmpty());
        QCOMPARE(bench.calls.secrets.value(snOf(1)), QStringLiteral("k3y"));
        QCOMPARE(bench.calls.secrets.value(snOf(2)), QStringLiteral("other"));
        // Who has none is not looked for again and again, but at his next login.
        const int reads = bench.secrets.reads;
        askAll();
        QCoreApplication::processEvents();
        QCOMPARE(bench.secrets.reads, reads);
        CabinetStatus status = test::madeUpCabinet(3);
        status.since = bench.clock.now().addSecs(5);
        bench.calls.cabinets.insert(snOf(3), status);
        askAll();
        QCoreApplication::processEvents();
        QCOMPARE(bench.secrets.reads, reads + 1);
    }

    void whileNobodyWaitsThereIsNothingToFillIn()
    {
        Bench bench;
        bench.trigger("cabinet.accept");
        auto *dialog = bench.dialog<AcceptDialog>();
        QVERIFY(dialog);
        const auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("name"));
        const auto *list = dialog->findChild<QTreeWidget *>();
        QVERIFY(!name->isVisible());
        QVERIFY(!list->isVisible());
        bench.calls.waitingOnes = {{snOf(7), QStringLiteral("10.0.0.7:1"), bench.clock.now(), 1}};
        bench.page->noteWaiting(1);
        QVERIFY(name->isVisible());
        QVERIFY(list->isVisible());
    }

    void newCabinetsAreChosenAndAccepted()
    {
        Bench bench;
        const WaitingCabinet first{snOf(7), QStringLiteral("10.0.0.7:1"), bench.clock.now(), 2};
        const WaitingCabinet second{snOf(8), QStringLiteral("10.0.0.8:1"), bench.clock.now(), 1};
        bench.calls.waitingOnes = {first};
        bench.trigger("cabinet.accept");
        auto *dialog = bench.dialog<AcceptDialog>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 1);
        QVERIFY(!button(dialog, "accept")->isEnabled());
        list->topLevelItem(0)->setCheckState(0, Qt::Checked);
        // Another one dials in while the dialog is open: what is ticked stays so.
        bench.calls.waitingOnes = {second, first};
        bench.page->noteWaiting(2);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(1)->checkState(0), Qt::Checked);
        type(dialog, "name", QStringLiteral("North"));
        type(dialog, "place", QStringLiteral("Level 2"));
        test::click(button(dialog, "accept"));
        QCOMPARE(bench.calls.asked, QStringList{QStringLiteral("accept %1").arg(snOf(7))});
        QVERIFY(!button(dialog, "accept")->isEnabled());
        bench.calls.doings.answer({});
        QTRY_VERIFY(!bench.dialog<AcceptDialog>());
        QCOMPARE(bench.calls.asked.value(1), QStringLiteral("describe %1 North|Level 2|0").arg(snOf(7)));
    }

    void severalAreAcceptedAtOnceAndAFailureIsSaid()
    {
        Bench bench;
        for (int i = 5; i < 9; ++i)
            bench.calls.waitingOnes.append({snOf(i), QStringLiteral("10.0.0.7:1"), bench.clock.now(), 1});
        bench.trigger("cabinet.accept");
        auto *dialog = bench.dialog<AcceptDialog>();
        test::click(button(dialog, "chooseAll"));
        QCOMPARE(button(dialog, "accept")->text(), QStringLiteral("Accept 4"));
        test::click(button(dialog, "accept"));
        bench.calls.doings.answer(base::fail(store::DatabaseError::DiskFull, QString()));
        QTRY_COMPARE(dialog->findChild<QLabel *>(QStringLiteral("fieldProblem"))->text(),
                     QStringLiteral("the disk is full"));
        QVERIFY(button(dialog, "accept")->isEnabled());
    }

    void oneBankIsNotAllOfThem()
    {
        test::MadeUpCalls calls;
        const auto hintOf = [&](const QList<int> &slotNumbers) {
            EjectAllDialog dialog(calls, snOf(1), QStringLiteral("Lobby"), slotNumbers, nullptr);
            return dialog.findChild<QLabel *>(QStringLiteral("dialogHint"))->text();
        };
        QVERIFY(hintOf({3}).startsWith(QStringLiteral("Its only power bank comes out.")));
        QVERIFY(hintOf({3, 4}).contains(QStringLiteral("2 of them")));
    }

    void allAreEjectedOneAfterAnother()
    {
        Bench bench; // slots 1 to 6
        bench.trigger("cabinet.ejectAll");
        auto *dialog = bench.dialog<EjectAllDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("dialogText"))
                    ->text()
                    .startsWith(QStringLiteral("Eject all power banks of ") + snOf(1)));
        // A dialog counts as active as soon as its parent is: the focus may still be on its way.
        QTRY_VERIFY(button(dialog, "cancel")->hasFocus());
        test::click(button(dialog, "accept"));
        auto *hint = dialog->findChild<QLabel *>(QStringLiteral("dialogHint"));
        for (int slot = 1; slot <= 6; ++slot) {
            QTRY_COMPARE(bench.calls.asked.size(), slot);
            QCOMPARE(bench.calls.ejects.count(), 1);
            QCOMPARE(hint->text(), QStringLiteral("%1 of 6: slot %1").arg(slot));
            if (slot == 3)
                bench.calls.ejects.answer(base::fail(CabinetError::Refused, QString()));
            else
                bench.calls.ejects.answer(EjectedBank{slot, test::bankId(slot)});
        }
        QTRY_COMPARE(hint->text(), QStringLiteral("5 of 6 ejected, 1 failed"));
        auto *failed = dialog->findChild<QListWidget *>();
        QCOMPARE(failed->count(), 1);
        QCOMPARE(failed->item(0)->text(), QStringLiteral("Slot 3: the cabinet refused"));
    }

    void ejectingStopsWhenToldTo()
    {
        Bench bench;
        bench.trigger("cabinet.ejectAll");
        auto *dialog = bench.dialog<EjectAllDialog>();
        test::click(button(dialog, "accept"));
        test::click(button(dialog, "cancel"));
        QVERIFY(!button(dialog, "cancel")->isEnabled());
        bench.calls.ejects.answer(EjectedBank{1, test::bankId(1)});
        auto *hint = dialog->findChild<QLabel *>(QStringLiteral("dialogHint"));
        QTRY_COMPARE(hint->text(), QStringLiteral("1 of 6 ejected, 0 failed, 5 left inside"));
        QCOMPARE(bench.calls.asked.size(), 1);
        QVERIFY(button(dialog, "cancel")->isEnabled());
    }

    void ejectingStopsWhenTheCabinetIsGone()
    {
        Bench bench;
        bench.trigger("cabinet.ejectAll");
        auto *dialog = bench.dialog<EjectAllDialog>();
        test::click(button(dialog, "accept"));
        bench.calls.ejects.answer(base::fail(CabinetError::ConnectionLost, QString()));
        QTRY_COMPARE(dialog->findChild<QLabel *>(QStringLiteral("dialogHint"))->text(),
                     QStringLiteral("0 of 6 ejected, 1 failed, 5 left inside"));
    }

    void aClosedDialogEjectsNoFurther()
    {
        Bench bench;
        bench.trigger("cabinet.ejectAll");
        auto *dialog = bench.dialog<EjectAllDialog>();
        test::click(button(dialog, "accept"));
        dialog->close();
        QTRY_VERIFY(!bench.dialog<EjectAllDialog>());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        bench.calls.ejects.answer(EjectedBank{1, test::bankId(1)});
        QCoreApplication::processEvents();
        QCOMPARE(bench.calls.asked.size(), 1);
    }

    void aBankIsFoundWithItsHistory()
    {
        Bench bench;
        store::BankLedger &ledger = bench.store.ledger;
        const QByteArray bank = test::bankId(0x41);
        QVERIFY(ledger
                    .recordInventory(bench.clock.now(), snOf(1),
                                     {{4, bank, 3, false}, {5, test::bankId(0x99), 1, false}})
                    .result());
        bench.clock.advance(std::chrono::seconds(60));
        QVERIFY(ledger
                    .recordOut({bench.clock.now(), snOf(1), 4, bank, store::MoveCause::Rent,
                                QStringLiteral("anna@desk-2")})
                    .result());
        bench.trigger("cabinet.findBank");
        auto *dialog = bench.dialog<BankDialog>();
        QVERIFY(dialog);
        auto *banks = dialog->findChild<QTreeWidget *>(QStringLiteral("banks"));
        auto *history = dialog->findChild<QTreeWidget *>(QStringLiteral("history"));
        type(dialog, "bankSearch", QStringLiteral("7c000041"));
        QCOMPARE(banks->topLevelItemCount(), 0); // not before the typing pauses
        bench.clock.advance(BankDialog::kTypingPause);
        QTRY_COMPARE(banks->topLevelItemCount(), 1);
        QCOMPARE(banks->topLevelItem(0)->text(0), QStringLiteral("RL1A7C000041"));
        QVERIFY(banks->topLevelItem(0)->text(1).startsWith(QStringLiteral("rented, from ")));
        QCOMPARE(banks->topLevelItem(0)->text(3), QStringLiteral("80 %"));
        QTRY_COMPARE(history->topLevelItemCount(), 2);
        QCOMPARE(history->topLevelItem(0)->text(1), QStringLiteral("Rented"));
        QCOMPARE(history->topLevelItem(0)->text(4), QStringLiteral("anna@desk-2"));
        QVERIFY(!button(dialog, "more")->isEnabled());
        // Flagged from here, it is said here.
        test::click(button(dialog, "flag"));
        auto *reason = bench.dialog<AskDialog>();
        QVERIFY(reason);
        test::click(button(reason, "accept"));
        QCOMPARE(bench.calls.asked, QStringList{QStringLiteral("flag RL1A7C000041 1 ")});
        QVERIFY(ledger.setFlag(bank, true, QStringLiteral("dented"), {}, bench.clock.now()).result());
        bench.calls.doings.answer({});
        QTRY_COMPARE(banks->topLevelItem(0)->text(4), QStringLiteral("out of use: dented"));
        QCOMPARE(button(dialog, "flag")->text(), QStringLiteral("Put into use"));
    }

    void aFoundBankLeadsToItsCabinet()
    {
        Bench bench;
        bench.put(test::madeUpCabinet(2));
        QVERIFY(bench.store.ledger
                    .recordInventory(bench.clock.now(), snOf(2), {{4, test::bankId(0x41), 3, false}})
                    .result());
        QString wanted;
        connect(bench.desk.get(), &CabinetDesk::cabinetWanted, this, [&wanted](const QString &sn, int slot) {
            wanted = QStringLiteral("%1 %2").arg(sn).arg(slot);
        });
        bench.desk->openBankSearch(QStringLiteral("RL1A7C000041"));
        auto *dialog = bench.dialog<BankDialog>();
        QTRY_VERIFY(button(dialog, "jump")->isEnabled());
        test::click(button(dialog, "jump"));
        QCOMPARE(wanted, QStringLiteral("%1 4").arg(snOf(2)));
    }

    void aLongHistoryComesPageByPage()
    {
        Bench bench;
        const QByteArray bank = test::bankId(0x41);
        for (int i = 0; i < BankDialog::kHistoryPage; ++i) {
            bench.clock.advance(std::chrono::seconds(1));
            QVERIFY(
                bench.store.ledger.recordInventory(bench.clock.now(), snOf(1 + i % 2), {{4, bank, 3, false}})
                    .result());
        }
        QVERIFY(bench.store.ledger.setFlag(bank, true, QStringLiteral("x"), {}, bench.clock.now()).result());
        bench.desk->openBankSearch(QStringLiteral("RL1A7C000041"));
        auto *dialog = bench.dialog<BankDialog>();
        auto *history = dialog->findChild<QTreeWidget *>(QStringLiteral("history"));
        QTRY_COMPARE(history->topLevelItemCount(), BankDialog::kHistoryPage);
        QVERIFY(button(dialog, "more")->isEnabled());
        test::click(button(dialog, "more"));
        QTRY_COMPARE(history->topLevelItemCount(), BankDialog::kHistoryPage + 1);
        QTRY_VERIFY(!button(dialog, "more")->isEnabled());
    }
};

QTEST_MAIN(TestCabinetDialogs)
#include "tst_cabinet_dialogs.moc"
