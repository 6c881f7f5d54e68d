// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/systems/cabinet/page_rig.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
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

class TestFleetPage : public QObject
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

    void arrowsPassTheHeadingsOfGroupsBy()
    {
        PageRig rig;
        rig.putMany(2);
        CabinetStatus offline = test::madeUpCabinet(5);
        offline.state = CabinetStatus::State::Offline;
        rig.put(offline);
        rig.model.setGrouped(true);
        QCOMPARE(rig.model.rowCount(), 5);
        rig.page->table().select(snOf(1));
        QTest::keyClick(&rig.page->table(), Qt::Key_Down);
        QCOMPARE(rig.page->selection().cabinet->sn, snOf(5));
        QTest::keyClick(&rig.page->table(), Qt::Key_Up);
        QCOMPARE(rig.page->selection().cabinet->sn, snOf(1));
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

    void searchStateAndModelNarrowTheTable()
    {
        PageRig rig;
        rig.putMany(40);
        CabinetStatus offline = test::madeUpCabinet(5, 24, 3);
        offline.state = CabinetStatus::State::Offline;
        rig.put(offline);
        auto *search = rig.page->findChild<QLineEdit *>(QStringLiteral("fleetSearch"));
        auto *states = rig.page->findChild<QComboBox *>(QStringLiteral("fleetStates"));
        auto *models = rig.page->findChild<QComboBox *>(QStringLiteral("fleetModels"));
        QTest::keyClicks(search, QStringLiteral("food"));
        QCOMPARE(rig.model.shownCount(), 10);
        search->clear();
        states->setCurrentIndex(states->findData(int(RowGroup::Offline)));
        QCOMPARE(rig.model.shownCount(), 1);
        states->setCurrentIndex(0);
        models->setCurrentIndex(models->findData(24));
        QCOMPARE(rig.model.shownCount(), 1);
        QCOMPARE(models->count(), 3);
        models->setCurrentIndex(0);
        // A bank is found in its cabinet.
        QTest::keyClicks(search, QStringLiteral("rl1a7c0000cb"));
        QCOMPARE(rig.model.shownCount(), 1);
        QCOMPARE(rig.model.at(0)->sn, snOf(2));
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QCOMPARE(rig.model.shownCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(rig.model.shownCount(), 40);
    }

    void theSelectedCabinetStaysThroughFilterAndSort()
    {
        PageRig rig;
        rig.putMany(60);
        rig.page->table().select(snOf(37));
        rig.page->findChild<QLineEdit *>(QStringLiteral("fleetSearch"))->setText(QStringLiteral("lift"));
        QCOMPARE(rig.page->table().currentSn(), snOf(37));
        rig.page->table().sortByColumn(FleetModel::Title, Qt::DescendingOrder);
        rig.put(test::madeUpCabinet(200));
        QCOMPARE(rig.page->table().currentSn(), snOf(37));
        QCOMPARE(rig.model.at(rig.page->table().currentIndex().row())->sn, snOf(37));
        QCOMPARE(rig.page->selection().cabinet->sn, snOf(37));
        // Hidden by a filter it stays the one that is looked at.
        rig.page->findChild<QLineEdit *>(QStringLiteral("fleetSearch"))->setText(QStringLiteral("food"));
        QCOMPARE(rig.page->selection().cabinet->sn, snOf(37));
        rig.page->select(snOf(37), 2);
        QCOMPARE(rig.model.rowOfSn(snOf(37)), rig.page->table().currentIndex().row());
        QCOMPARE(rig.front().currentSlot(), 2);
    }

    void columnsAreKept()
    {
        PageRig rig;
        rig.putMany(2);
        QHeaderView *header = rig.page->table().header();
        header->moveSection(header->visualIndex(FleetModel::Address), 1);
        QMenu menu;
        rig.page->table().fillColumnMenu(menu);
        for (QAction *action : menu.actions()) {
            if (action->text() == QStringLiteral("Version"))
                action->trigger();
        }
        rig.page->table().sortByColumn(FleetModel::Banks, Qt::DescendingOrder);
        rig.clock.advance(std::chrono::seconds(1));
        FleetModel model;
        FleetView view(model, rig.rig.theme, rig.rig.settings, rig.clock);
        QCOMPARE(view.header()->visualIndex(FleetModel::Address), 1);
        QVERIFY(view.isColumnHidden(FleetModel::Version));
        QCOMPARE(view.header()->sortIndicatorSection(), int(FleetModel::Banks));
        // What is kept may be nonsense.
        rig.rig.settings.setValue(QLatin1String(FleetView::kSetting), QStringLiteral("AAAA////"));
        FleetView other(model, rig.rig.theme, rig.rig.settings, rig.clock);
        QVERIFY(!other.isColumnHidden(FleetModel::Cabinet));
        QCOMPARE(other.header()->count(), FleetModel::kColumns);
    }

    void namesGetTheRoomThatIsLeftUntilTheColumnsAreArranged()
    {
        PageRig rig;
        FleetModel model;
        FleetView view(model, rig.rig.theme, rig.rig.settings, rig.clock);
        view.resize(940, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const int narrow = view.columnWidth(FleetModel::Title);
        view.resize(1300, 300);
        QTRY_VERIFY(view.columnWidth(FleetModel::Title) > narrow + 40);
        rig.clock.advance(std::chrono::seconds(1));
        QVERIFY(!rig.rig.settings.value(QLatin1String(FleetView::kSetting)).isString());
        // From now on it is the operator's.
        view.header()->resizeSection(FleetModel::Title, 150);
        rig.clock.advance(std::chrono::seconds(1));
        QVERIFY(rig.rig.settings.value(QLatin1String(FleetView::kSetting)).isString());
        view.resize(1000, 300);
        QTRY_COMPARE(view.viewport()->width() < 1010, true);
        QCOMPARE(view.columnWidth(FleetModel::Title), 150);
    }

    void aNarrowPageShowsOneThingAtATime()
    {
        PageRig rig;
        rig.putMany(3);
        // A window manager may still be about to tell of the first size.
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        rig.page->resize(390, 330);
        rig.page->table().select(snOf(1));
        QTRY_VERIFY(rig.page->table().isVisible() && !rig.page->inspector().isVisible());
        QTest::keyClick(&rig.page->table(), Qt::Key_Return);
        QVERIFY(!rig.page->table().isVisible());
        QVERIFY(rig.page->inspector().isVisible());
        auto *back = rig.page->findChild<QToolButton *>(QStringLiteral("inspectorBack"));
        QVERIFY(back->isVisible());
        test::click(back);
        QVERIFY(rig.page->table().isVisible());
        rig.page->resize(1000, 700);
        QTRY_VERIFY(rig.page->table().isVisible() && rig.page->inspector().isVisible());
        QVERIFY(!back->isVisible());
    }

    void theServersTroubleIsSaid()
    {
        PageRig rig;
        ServerState state;
        state.problem = base::Error(CabinetError::PortTaken, QStringLiteral("0.0.0.0:8992"));
        rig.page->showServer(state);
        const auto *banner = rig.page->findChild<QLabel *>(QStringLiteral("settingsBanner"));
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(),
                 QStringLiteral("Nobody can dial in: another program uses this port. It is tried "
                                "again every 10 seconds."));
        rig.page->showServer({true, 8992, {}, 0});
        QVERIFY(!banner->isVisible());
    }

    void thoseThatWaitAreCountedOnTheButton()
    {
        PageRig rig;
        auto *button = rig.page->findChild<QToolButton *>(QStringLiteral("cabinet.accept"));
        QCOMPARE(button->text(), QStringLiteral("Accept new…"));
        rig.page->noteWaiting(2);
        QCOMPARE(button->text(), QStringLiteral("Accept new… 2"));
    }

    void groupsAreRemembered()
    {
        PageRig rig;
        rig.putMany(2);
        auto *group = rig.page->findChild<QToolButton *>(QStringLiteral("fleetGroup"));
        QVERIFY(!rig.model.isGrouped());
        test::click(group);
        QVERIFY(rig.model.isGrouped());
        QVERIFY(rig.rig.settings.value(QStringLiteral("cabinet.grouped")).toBool());
    }

    void chartsAreMadeWhenTheyAreFirstShown()
    {
        PageRig rig;
        rig.putMany(4);
        rig.numbers.setCabinets(3, 4, 10);
        QVERIFY(!rig.page->charts().isMade());
        test::click(rig.page->findChild<QToolButton *>(QStringLiteral("fleetCharts.show")));
        QVERIFY(rig.page->charts().isMade());
        QVERIFY(rig.page->charts().isVisible());
        const auto *online = rig.page->charts().findChild<QWidget *>(QStringLiteral("chartOnline"));
        QTRY_VERIFY(online->isVisible());
        QCOMPARE(online->accessibleDescription(), QStringLiteral("3 of 4 on line now"));
        // Nothing was rented: the chart says so instead of being blank.
        QVERIFY(!rig.page->charts().findChild<QWidget *>(QStringLiteral("chartHours"))->isVisible());
        rig.numbers.setCabinets(2, 4, 10);
        QCOMPARE(online->accessibleDescription(), QStringLiteral("2 of 4 on line now"));
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

    void everyControlHasAName()
    {
        PageRig rig;
        rig.putMany(2);
        rig.page->table().select(snOf(1));
        int controls = 0;
        for (const QWidget *widget : rig.page->findChildren<QWidget *>()) {
            const bool isControl =
                qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
                qobject_cast<const QComboBox *>(widget) || qobject_cast<const FleetView *>(widget) ||
                qobject_cast<const SlotFront *>(widget);
            if (!isControl || !widget->isVisible() || qobject_cast<const QLineEdit *>(widget->parentWidget()))
                continue;
            ++controls;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            const bool isTable = qobject_cast<const QAbstractItemView *>(widget);
            QVERIFY2(isTable || !widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
        }
        QVERIFY(controls > 18);
    }

    void tabComesToEveryControl()
    {
        PageRig rig;
        rig.putMany(2);
        rig.page->table().select(snOf(1));
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        rig.page->setFocus();
        QVERIFY(rig.page->table().hasFocus());
        QList<QWidget *> stops;
        for (int i = 0; i < 100; ++i) {
            QWidget *focus = QApplication::focusWidget();
            if (!focus || stops.contains(focus))
                break;
            stops.append(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (QWidget *widget : rig.page->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) ||
                                   qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) ||
                                   qobject_cast<FleetView *>(widget) || qobject_cast<SlotFront *>(widget);
            const bool isInner = qobject_cast<QLineEdit *>(widget->parentWidget());
            if (isControl && !isInner && widget->isVisible() && widget->isEnabled())
                QVERIFY2(stops.contains(widget), qPrintable(widget->objectName()));
        }
    }

    void theFocusAloneMarksTheRowThatIsShown()
    {
        PageRig rig;
        rig.putMany(2);
        QVERIFY(QTest::qWaitForWindowActive(rig.page.get()));
        rig.page->table().setFocus();
        QVERIFY(rig.page->selection().cabinet);
        QCOMPARE(rig.page->table().selectionModel()->selectedRows().size(), 1);
    }

    void figuresAreTold()
    {
        PageRig rig;
        rig.numbers.start();
        rig.numbers.setCabinets(48, 50, 212);
        auto *bar = rig.page->findChild<FigureBar *>();
        QVERIFY(bar->words().contains(QStringLiteral("on line: 48 / 50")));
        QVERIFY(bar->words().contains(QStringLiteral("banks ready: 212")));
        FleetEvent event;
        event.kind = QStringLiteral("returned");
        event.time = rig.clock.now();
        event.details = QJsonObject{{QStringLiteral("result"), 1}};
        rig.numbers.noteEvent(event);
        event.details = QJsonObject{{QStringLiteral("result"), 4}};
        rig.numbers.noteEvent(event);
        event.kind = QStringLiteral("conflict");
        rig.numbers.noteEvent(event);
        rig.clock.advance(FleetNumbers::kTellPause);
        QVERIFY(bar->words().contains(QStringLiteral("returns, last hour: 1")));
        QVERIFY(bar->words().contains(QStringLiteral("conflicts today: 1")));
        // An hour later it is forgotten.
        for (int minute = 0; minute < 61; ++minute)
            rig.clock.advance(std::chrono::minutes(1));
        QVERIFY(bar->words().contains(QStringLiteral("returns, last hour: 0")));
    }

    void aRushOfReturnsIsToldAFewTimesASecond()
    {
        PageRig rig;
        FleetEvent event;
        event.kind = QStringLiteral("returned");
        event.details = QJsonObject{{QStringLiteral("result"), 1}};
        rig.numbers.tick();
        QSignalSpy told(&rig.numbers, &FleetNumbers::changed);
        for (int i = 0; i < 500; ++i)
            rig.numbers.noteEvent(event);
        QCOMPARE(told.size(), 0);
        rig.clock.advance(FleetNumbers::kTellPause);
        QCOMPARE(rig.numbers.figures().returnsLastHour, 500);
        // Once for all of them; the ledger may have answered meanwhile.
        QVERIFY2(told.size() >= 1 && told.size() <= 3, qPrintable(QString::number(told.size())));
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

QTEST_MAIN(TestFleetPage)
#include "tst_fleet_page.moc"
