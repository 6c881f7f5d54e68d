// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the cabinets: table, filter, figures, charts.
#include "tests/ui/systems/cabinet/page_rig.h"

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

class TestFleetPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(TestFleetPage)
#include "tst_fleet_page.moc"
