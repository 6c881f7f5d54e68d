// SPDX-License-Identifier: GPL-3.0-or-later
// The selected cabinet beside the table: its slots, its buttons, what it answers.
#include "tests/ui/systems/cabinet/page_rig.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using test::PageRig;
using test::snOf;

namespace {

base::Error cabinetError(CabinetError code)
{
    return base::Error(code, QStringLiteral("made up"));
}

} // namespace

class TestCabinetView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickOnRentAsksTheCabinetAndItsAnswerIsTold()
    {
        PageRig rig;
        rig.putMany(3);
        rig.page->table().select(snOf(1));
        const QRect button = rig.front().rentButton(3);
        QVERIFY(!button.isEmpty());
        QTest::mouseClick(rig.front().viewport(), Qt::LeftButton, {}, button.center());
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("rent %1 3").arg(snOf(1))});
        QCOMPARE(rig.answers(), QStringList{QStringLiteral("Rent slot 3: waiting for the answer")});
        QVERIFY(rig.front().cells().cells().at(2).isWorking);
        // A second click while it waits asks nothing.
        QTest::mouseClick(rig.front().viewport(), Qt::LeftButton, {}, button.center());
        QCOMPARE(rig.calls.asked.size(), 1);
        rig.calls.rents.answer(EjectedBank{3, test::bankId(103)});
        QTRY_COMPARE(rig.answers(), QStringList{QStringLiteral("Rent slot 3: RL1A7C000067 is out")});
        // The cabinet says that it is gone.
        CabinetStatus status = *rig.calls.cabinet(snOf(1));
        status.inventory->removeAt(2);
        rig.put(status);
        QVERIFY(rig.front().cells().cells().at(2).isFree());
        QVERIFY(rig.front().rentButton(3).isEmpty());
    }

    void aClickBesideTheButtonRentsNothing()
    {
        PageRig rig;
        rig.putMany(1);
        rig.page->table().select(snOf(0));
        const QRect button = rig.front().rentButton(2);
        QTest::mouseClick(rig.front().viewport(), Qt::LeftButton, {}, button.center() - QPoint(120, 0));
        QCOMPARE(rig.front().currentSlot(), 2);
        QVERIFY(rig.calls.asked.isEmpty());
    }

    void theButtonRentsWhenTheMouseGoesDownAndUpOnIt()
    {
        PageRig rig;
        rig.putMany(1);
        rig.page->table().select(snOf(0));
        QWidget *front = rig.front().viewport();
        const QPoint third = rig.front().rentButton(3).center();
        QTest::mousePress(front, Qt::LeftButton, {}, third - QPoint(120, 0));
        QTest::mouseRelease(front, Qt::LeftButton, {}, third);
        QTest::mousePress(front, Qt::LeftButton, {}, rig.front().rentButton(2).center());
        QTest::mouseRelease(front, Qt::LeftButton, {}, third);
        QVERIFY(rig.calls.asked.isEmpty());
        QTest::mousePress(front, Qt::LeftButton, {}, third);
        QTest::mouseRelease(front, Qt::LeftButton, {}, third + QPoint(2, 2));
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("rent %1 3").arg(snOf(0))});
    }

    void whatACabinetTellsOnlyWhenAskedIsAskedOnceALogin()
    {
        PageRig rig;
        rig.putMany(2);
        const auto detail = [&rig](const char *name) {
            const QList<QLabel *> labels = rig.page->inspector().findChildren<QLabel *>();
            for (qsizetype i = 0; i + 1 < labels.size(); ++i) {
                if (labels.at(i)->objectName() == QStringLiteral("detailName") &&
                    labels.at(i)->text() == QLatin1String(name))
                    return labels.at(i + 1)->text();
            }
            return QString();
        };
        constexpr std::chrono::seconds kLooked{1};
        // One that is passed by is not asked.
        rig.page->table().select(snOf(0));
        rig.page->table().select(snOf(1));
        QCOMPARE(rig.calls.addresses.count(), 0);
        rig.clock.advance(kLooked);
        QCOMPARE(rig.calls.addresses.count(), 1);
        QCOMPARE(rig.calls.numbers.count(), 1);
        QCOMPARE(detail("Server address"), QStringLiteral("being asked"));
        QVERIFY(rig.answers().isEmpty());
        CabinetStatus status = *rig.calls.cabinet(snOf(1));
        status.serverAddress = ServerAddress{QStringLiteral("x.example.org"), QStringLiteral("8992"), 30};
        rig.calls.addresses.answer(*status.serverAddress);
        rig.calls.numbers.answer(tl::unexpected(cabinetError(CabinetError::NoAnswer)));
        rig.put(status);
        QTRY_COMPARE(detail("Volume"), QStringLiteral("no answer"));
        QCOMPARE(detail("Server address"), QStringLiteral("x.example.org:8992"));
        // An old board is left in peace until it logs in again.
        rig.put(status);
        rig.clock.advance(kLooked);
        QCOMPARE(rig.calls.numbers.count(), 0);
        status.since = status.since.addSecs(3600);
        rig.put(status);
        rig.clock.advance(kLooked);
        QCOMPARE(rig.calls.numbers.count(), 1);
        QCOMPARE(rig.calls.addresses.count(), 0);
        // Nobody is asked who cannot answer.
        CabinetStatus offline = test::madeUpCabinet(0);
        offline.state = CabinetStatus::State::Offline;
        rig.put(offline);
        rig.page->table().select(snOf(0));
        rig.clock.advance(kLooked);
        QCOMPARE(rig.calls.addresses.count(), 0);
        QCOMPARE(detail("Volume"), QStringLiteral("–"));
    }

    void theHeadHasTheCabinetsNameAndItsActions()
    {
        PageRig rig;
        CabinetStatus status = test::madeUpCabinet(1);
        status.name = QStringLiteral("Cabinet 7");
        rig.put(status);
        auto *menuButton = rig.page->findChild<QToolButton *>(QStringLiteral("inspectorMenu"));
        QVERIFY(!menuButton->isVisible());
        rig.page->table().select(snOf(1));
        const auto text = [&rig](const char *name) {
            return rig.page->findChild<QLabel *>(QLatin1String(name))->text();
        };
        QCOMPARE(text("inspectorTitle"), snOf(1));
        QCOMPARE(text("inspectorSubtitle"), QStringLiteral("Cabinet 7 · Lift hall"));
        test::click(rig.page->findChild<QToolButton *>(QStringLiteral("inspector.cabinet.refresh")));
        QCOMPARE(rig.answers(), QStringList{QStringLiteral("Refresh: 0 of 6 answers")});
        test::click(menuButton);
        auto *menu = rig.page->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(rig.rig.actions.action(QStringLiteral("cabinet.reboot"))));
        menu->close();
    }

    void theSlotsButtonsAndTheAnswersStayInSightWhereThereIsRoom()
    {
        PageRig rig;
        rig.put(test::madeUpCabinet(1));
        rig.put(test::madeUpCabinet(2, 48, 40));
        rig.page->table().select(snOf(2));
        auto *foot = rig.page->findChild<QWidget *>(QStringLiteral("inspectorFoot"));
        auto *scroll = rig.page->findChild<QWidget *>(QStringLiteral("inspectorScroll"));
        auto *rent = rig.page->findChild<QToolButton *>(QStringLiteral("inspector.cabinet.rent"));
        QVERIFY(foot->isVisible() && !scroll->isAncestorOf(foot));
        rig.front().selectSlot(40);
        QVERIFY(rent->isVisible());
        test::click(rent);
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("rent %1 40").arg(snOf(2))});
        // Cards with a Rent button of their own have no second one.
        rig.page->table().select(snOf(1));
        QVERIFY(!rent->isVisible());
        auto *eject = rig.page->findChild<QToolButton *>(QStringLiteral("inspector.cabinet.eject"));
        test::click(eject);
        QCOMPARE(rig.calls.asked.size(), 2);
        QCOMPARE(rig.calls.asked.constLast(), QStringLiteral("eject %1 1").arg(snOf(1)));
        // On a low page all of it scrolls.
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        rig.page->resize(1000, 330);
        QTRY_VERIFY(scroll->isAncestorOf(foot) && foot->isVisible());
        rig.page->resize(1000, 700);
        QTRY_VERIFY(!scroll->isAncestorOf(foot) && foot->isVisible());
    }

    void aWidePageGivesTheCabinetMoreRoomUntilTheHandleWasMoved()
    {
        PageRig rig;
        rig.putMany(1);
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        const int narrow = rig.page->inspector().width();
        rig.page->resize(1700, 700);
        QTRY_VERIFY(rig.page->inspector().width() > narrow + 80);
        rig.rig.settings.setValue(QStringLiteral("cabinet.inspectorWidth"), rig.page->inspector().width());
        rig.page->resize(1100, 700);
        QTRY_COMPARE(rig.page->width(), 1100);
        QVERIFY(rig.page->inspector().width() > narrow + 80);
    }

    void everyAnswerIsSaidInWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("refused") << int(CabinetError::Refused) << "the cabinet refused";
        QTest::newRow("no answer") << int(CabinetError::NoAnswer) << "no answer in time";
        QTest::newRow("outcome unknown")
            << int(CabinetError::OutcomeUnknown)
            << "no answer: whether it was done is not known, the next inventory tells";
        QTest::newRow("lost") << int(CabinetError::ConnectionLost)
                              << "the connection broke before the answer";
        QTest::newRow("out of use") << int(CabinetError::BankOutOfUse) << "the power bank is out of use";
        QTest::newRow("secret") << int(CabinetError::SecretMissing)
                                << "this cabinet takes commands only with its secret";
    }

    void everyAnswerIsSaidInWords()
    {
        QFETCH(int, code);
        QFETCH(QString, words);
        PageRig rig;
        rig.putMany(1);
        rig.page->table().select(snOf(0));
        rig.front().selectSlot(2);
        rig.trigger("cabinet.eject");
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("eject %1 2").arg(snOf(0))});
        rig.calls.ejects.answer(tl::unexpected(cabinetError(CabinetError(code))));
        QTRY_COMPARE(rig.answers(), QStringList{QStringLiteral("Eject slot 2: ") + words});
    }

    void twoAtOnceAreToldEachByItself()
    {
        PageRig rig;
        rig.putMany(2);
        rig.page->table().select(snOf(0));
        rig.front().selectSlot(1);
        rig.trigger("cabinet.rent");
        rig.front().selectSlot(2);
        rig.trigger("cabinet.eject");
        // Another cabinet is looked at meanwhile: its answers are its own.
        rig.page->table().select(snOf(1));
        QVERIFY(rig.answers().isEmpty());
        rig.calls.ejects.answer(EjectedBank{2, test::bankId(2)});
        rig.calls.rents.answer(tl::unexpected(cabinetError(CabinetError::Refused)));
        rig.page->table().select(snOf(0));
        QTRY_COMPARE(rig.answers(), (QStringList{QStringLiteral("Eject slot 2: RL1A7C000002 is out"),
                                                 QStringLiteral("Rent slot 1: the cabinet refused")}));
    }

    void aRefreshSaysWhatTheBoardDoesNotKnow()
    {
        PageRig rig;
        rig.putMany(1);
        rig.page->table().select(snOf(0));
        rig.trigger("cabinet.refresh");
        QCOMPARE(rig.answers(), QStringList{QStringLiteral("Refresh: 0 of 6 answers")});
        rig.calls.inventories.answer(QList<SlotEntry>());
        rig.calls.texts.answer(QStringLiteral("A.1"));
        rig.calls.texts.answer(QStringLiteral("8986"));
        QTRY_COMPARE(rig.answers(), QStringList{QStringLiteral("Refresh: 3 of 6 answers")});
        rig.calls.networks.answer(Network());
        rig.calls.addresses.answer(tl::unexpected(cabinetError(CabinetError::NoAnswer)));
        rig.calls.numbers.answer(tl::unexpected(cabinetError(CabinetError::NoAnswer)));
        QTRY_COMPARE(rig.answers(),
                     QStringList{QStringLiteral("Refresh: up to date, but without server address, volume")});
    }

    void arrowsGoFromSlotToSlotAndEnterRents()
    {
        PageRig rig;
        rig.putMany(1);
        rig.page->table().select(snOf(0));
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        QTest::keyClick(&rig.page->table(), Qt::Key_Return);
        QVERIFY(rig.front().hasFocus());
        QCOMPARE(rig.front().currentSlot(), 1);
        QTest::keyClick(&rig.front(), Qt::Key_Down);
        QCOMPARE(rig.front().currentSlot(), 2);
        QTest::keyClick(&rig.front(), Qt::Key_Return);
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("rent %1 2").arg(snOf(0))});
        // A free slot gives nothing.
        rig.front().selectSlot(8);
        QTest::keyClick(&rig.front(), Qt::Key_Return);
        QCOMPARE(rig.calls.asked.size(), 1);
        QTest::keyClick(&rig.front(), Qt::Key_Escape);
        QVERIFY(rig.page->table().hasFocus());
    }

    void largeCabinetsAreADenserGrid_data()
    {
        QTest::addColumn<int>("slotCount");
        QTest::addColumn<int>("mostColumns");
        for (const auto &[slotCount, columns] :
             {std::pair(6, 1), std::pair(8, 1), std::pair(12, 2), std::pair(24, 3), std::pair(48, 4)})
            QTest::addRow("%d", slotCount) << slotCount << columns;
    }

    void largeCabinetsAreADenserGrid()
    {
        QFETCH(int, slotCount);
        QFETCH(int, mostColumns);
        PageRig rig;
        rig.put(test::madeUpCabinet(1, slotCount, slotCount - 1));
        rig.page->table().select(snOf(1));
        QCOMPARE(rig.front().model()->rowCount(), slotCount);
        QVERIFY(rig.front().columns() <= mostColumns);
        QVERIFY(rig.front().columns() > 1 || mostColumns == 1);
        // Every slot lies inside, in as many columns as said.
        QCoreApplication::processEvents();
        for (int row = 0; row < slotCount; ++row) {
            const QRect card = rig.front().visualRect(rig.front().model()->index(row, 0));
            QVERIFY(card.right() <= rig.front().viewport()->width());
            QCOMPARE(card.top() / rig.front().gridSize().height(), row / rig.front().columns());
        }
        QTRY_VERIFY(rig.front().height() >=
                    rig.front().visualRect(rig.front().model()->index(slotCount - 1, 0)).bottom());
    }

    void theSlotModelKeepsTheRulesOfModels()
    {
        SlotModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto idle = [](int) { return false; };
        model.setCells(slotCells(test::madeUpCabinet(1, 8, 5), {}, idle));
        model.setCells(slotCells(test::madeUpCabinet(1, 8, 3), {}, idle));
        model.setCells(slotCells(test::madeUpCabinet(2, 24, 20), {}, [](int slot) { return slot == 2; }));
        QCOMPARE(model.rowCount(), 24);
        QVERIFY(model.index(1).data().toString().contains(QStringLiteral("waiting")));
        model.setCells({});
        QCOMPARE(model.rowCount(), 0);
    }

    void slotsSayWhatIsInThem()
    {
        CabinetStatus status = test::madeUpCabinet(1, 4, 0);
        SlotEntry faulty{2, test::bankId(7), 4, SlotEntry::Health{3700, 120, 25, 0x81, 97}};
        SlotEntry odd{9, test::bankId(8), 200, {}};
        status.inventory = QList<SlotEntry>{{1, test::bankId(5), 3, {}}, faulty, odd};
        store::Bank flagged;
        flagged.id = test::bankId(5);
        flagged.isFlagged = true;
        flagged.flagReason = QStringLiteral("dented");
        const QList<SlotCell> cells = slotCells(status, {{flagged.id, flagged}}, [](int) { return false; });
        QCOMPARE(cells.size(), 9); // what is reported beyond the model's slots is shown, too
        QCOMPARE(slotText(cells.at(0)), QStringLiteral("Slot 1: RL1A7C000005, 80 %, out of use: dented"));
        QCOMPARE(
            slotText(cells.at(1)),
            QStringLiteral(
                "Slot 2: RL1A7C000007, 100 %, faulty: Lightning, 3700 mV · 120 mA · 25 °C · health 97 %"));
        QCOMPARE(slotText(cells.at(2)), QStringLiteral("Slot 3: free"));
        QCOMPARE(slotText(cells.at(8)), QStringLiteral("Slot 9: RL1A7C000008, level 200"));
    }

    void whatCannotBeDoneSaysWhy()
    {
        PageRig rig;
        rig.rig.actions.refresh();
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.reboot")),
                 QStringLiteral("Select a cabinet first"));
        CabinetStatus offline = test::madeUpCabinet(1);
        offline.state = CabinetStatus::State::Offline;
        rig.put(offline);
        rig.page->table().select(snOf(1));
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.reboot")),
                 QStringLiteral("The cabinet is not on line"));
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.rent")),
                 QStringLiteral("The cabinet is not on line"));
        QTest::mouseClick(rig.front().viewport(), Qt::LeftButton, {}, rig.front().rentButton(1).center());
        QVERIFY(rig.calls.asked.isEmpty());
        CabinetStatus locked = test::madeUpCabinet(1);
        locked.vsn = 2;
        locked.hasSecretMissing = true;
        rig.put(locked);
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.upgrade")),
                 QStringLiteral("This cabinet takes commands only with its secret"));
        rig.put(test::madeUpCabinet(1, 8, 0));
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.rentBest")),
                 QStringLiteral("There is no power bank in the cabinet"));
        rig.front().selectSlot(1);
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.rent")),
                 QStringLiteral("The selected slot is free"));
        QVERIFY(!rig.page->findChild<QToolButton *>(QStringLiteral("inspector.cabinet.rent"))->isEnabled());
    }

    void flagsOfTheLedgerAreShown()
    {
        PageRig rig;
        rig.putMany(2);
        QVERIFY(rig.store.ledger.recordInventory(rig.clock.now(), snOf(1), {{2, test::bankId(102), 3, false}})
                    .result());
        QVERIFY(
            rig.store.ledger.setFlag(test::bankId(102), true, QStringLiteral("dented"), {}, rig.clock.now())
                .result());
        rig.page->table().select(snOf(1));
        QTRY_VERIFY(rig.front().cells().cells().at(1).isFlagged);
        rig.front().selectSlot(2);
        // Out of use it is not given out, however it is tried.
        QTest::mouseClick(rig.front().viewport(), Qt::LeftButton, {}, rig.front().rentButton(2).center());
        QTest::keyClick(&rig.front(), Qt::Key_Return);
        QCOMPARE(rig.rig.actions.whyNot(QStringLiteral("cabinet.rent")),
                 QStringLiteral("The power bank is out of use: put it into use first"));
        QVERIFY(rig.rig.actions.whyNot(QStringLiteral("cabinet.eject")).isEmpty());
        QVERIFY(rig.calls.asked.isEmpty());
        rig.trigger("cabinet.flag");
        QCOMPARE(rig.calls.asked, QStringList{QStringLiteral("flag RL1A7C000066 0 ")});
        rig.calls.doings.answer({});
        QTRY_COMPARE(rig.answers().value(0), QStringLiteral("Put RL1A7C000066 into use: it is in use again"));
    }

    void whyItIsOfflineIsShownAsItIsWritten()
    {
        PageRig rig;
        CabinetStatus status = test::madeUpCabinet(1);
        status.state = CabinetStatus::State::Offline;
        status.offlineReason = QStringLiteral("logged in again as <b>x</b>");
        rig.put(status);
        rig.page->table().select(status.sn);
        int shown = 0;
        for (const QLabel *label : rig.page->inspector().findChildren<QLabel *>()) {
            QVERIFY2(!label->toolTip().contains(QLatin1String("<b>")), qPrintable(label->toolTip()));
            shown += label->toolTip().contains(QLatin1String("&lt;b&gt;x")) ? 1 : 0;
        }
        QCOMPARE(shown, 1);
    }
};

QTEST_MAIN(TestCabinetView)
#include "tst_cabinet_view.moc"
