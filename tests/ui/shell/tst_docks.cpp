// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/support/quiet_system.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/layout_keeper.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QJsonObject>
#include <QMenu>
#include <QScreen>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using shell::DockSet;
using shell::MainWindow;

namespace {

const QString kLayout = QStringLiteral("shell.layout");

class TwoPanels final : public test::QuietSystem
{
public:
    QList<kit::Panel> makePanels(QWidget *parent) override
    {
        return {{QStringLiteral("two.right"), new QWidget(parent), Qt::RightDockWidgetArea},
                {QStringLiteral("two.bottom"), new QWidget(parent), Qt::BottomDockWidgetArea},
                {QStringLiteral("two.left"), new QWidget(parent), Qt::LeftDockWidgetArea}};
    }
    QString panelTitle(const QString &id) const override { return id; }
};

struct Bench {
    explicit Bench(base::Clock &clock, const QJsonValue &layout = {}, QSize size = QSize(1200, 800))
        : rig(clock)
    {
        rig.settings.setValue(kLayout, layout);
        window = std::make_unique<MainWindow>(rig.context);
        window->addSystem(QStringLiteral("two"), system);
        window->resize(size);
        wasRestored = window->restoreLayout(true);
        window->show();
        window->showPages(QStringLiteral("Site"));
    }

    QDockWidget &dock(const char *id) const
    {
        QDockWidget *dock = window->dockSet().dock(QLatin1String(id));
        if (!dock)
            qFatal("no dock %s", id);
        return *dock;
    }
    QToolButton &button(const char *dockId, const char *name) const
    {
        return *dock(dockId).titleBarWidget()->findChild<QToolButton *>(QLatin1String(name));
    }
    QStringList shown() const
    {
        QStringList ids;
        for (const QDockWidget *dock : window->dockSet().docks()) {
            if (!dock->isHidden())
                ids << dock->objectName().mid(5) + (dock->isFloating() ? u'*' : u' ');
        }
        return ids;
    }
    void trigger(const char *id) { rig.actions.action(QLatin1String(id))->trigger(); }
    QJsonValue kept() const { return rig.settings.value(kLayout); }

    test::UiRig rig;
    TwoPanels system;
    std::unique_ptr<MainWindow> window;
    bool wasRestored = false;
};

} // namespace

class TestDocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Who answers a layout with something that asks for the next one keeps a processor busy for nothing.
    void aWindowAtRestLaysOutNothing()
    {
        struct Requests final : QObject {
            bool eventFilter(QObject *, QEvent *event) override
            {
                count += event->type() == QEvent::LayoutRequest ? 1 : 0;
                return false;
            }
            int count = 0;
        };
        Bench bench(m_clock);
        QVERIFY(QTest::qWaitForWindowExposed(bench.window.get()));
        Requests requests;
        bench.window->installEventFilter(&requests);
        constexpr int kTurns = 100;
        // What the showing itself brings is over within these.
        for (int turn = 0; turn < kTurns; ++turn)
            QCoreApplication::processEvents();
        requests.count = 0;
        for (int turn = 0; turn < kTurns; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(requests.count, 0);
    }

    void docksThatComeAfterTheWindowHaveTheirOwnWidth()
    {
        test::UiRig rig(m_clock);
        TwoPanels system;
        MainWindow window(rig.context);
        window.addSystem(QStringLiteral("two"), system);
        window.showReadingSite();
        window.resize(1200, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.showPages(QStringLiteral("Site"));
        constexpr int kWidth = 250;
        QTRY_COMPARE(window.dockSet().dock(QStringLiteral("site"))->width(), kWidth);
        QTRY_COMPARE(window.dockSet().dock(QStringLiteral("two.right"))->width(), kWidth);
        // Later the operator's width counts.
        window.resizeDocks({window.dockSet().dock(QStringLiteral("site"))}, {320}, Qt::Horizontal);
        QTRY_COMPARE(window.dockSet().dock(QStringLiteral("site"))->width(), 320);
        window.dockSet().setHidden(DockSet::Reason::FullScreen, true);
        window.dockSet().setHidden(DockSet::Reason::FullScreen, false);
        QTRY_COMPARE(window.dockSet().dock(QStringLiteral("site"))->width(), 320);
    }

    void aSmallWindowBeginsWithFewer()
    {
        Bench bench(m_clock, {}, QSize(640, 400));
        QTRY_VERIFY(!bench.dock("site").isHidden());
        QVERIFY(!bench.dock("two.left").isHidden());
        QVERIFY(bench.dock("two.right").isHidden());
        QVERIFY(bench.dock("two.bottom").isHidden());
        // Another site does not bring them back; the operator does.
        bench.window->dockSet().setHidden(DockSet::Reason::FullScreen, true);
        bench.window->dockSet().setHidden(DockSet::Reason::FullScreen, false);
        QVERIFY(bench.dock("two.right").isHidden());
        bench.window->dockSet().open(QStringLiteral("two.right"));
        QTRY_VERIFY(bench.dock("two.right").isVisible());
        // There is room now.
        bench.window->resize(1200, 800);
        QTRY_VERIFY(bench.window->width() >= 1000 && bench.window->height() >= 600);
        bench.window->dockSet().reset();
        QTRY_VERIFY(bench.dock("two.bottom").isVisible());
        QVERIFY(bench.dock("two.right").isVisible());
    }

    void theButtonsOfATitleBarFloatPutBackAndClose()
    {
        const Bench bench(m_clock);
        QTest::mouseClick(&bench.button("site", "floatDock"), Qt::LeftButton);
        QVERIFY(bench.dock("site").isFloating());
        QTest::keyClick(&bench.button("site", "floatDock"), Qt::Key_Space);
        QVERIFY(!bench.dock("site").isFloating());
        QTest::mouseClick(&bench.button("site", "closeDock"), Qt::LeftButton);
        QVERIFY(bench.dock("site").isHidden());
        for (const char *name : {"floatDock", "closeDock"}) {
            QVERIFY(!bench.button("two.right", name).accessibleName().isEmpty());
            QVERIFY(!bench.button("two.right", name).toolTip().isEmpty());
        }
    }

    void aClosedDockIsOpenedAgainByItsAction()
    {
        Bench bench(m_clock);
        QAction *action = bench.rig.actions.action(QStringLiteral("shell.dock.two.right"));
        QVERIFY(action && action->isCheckable());
        QVERIFY(action->isChecked());
        bench.dock("two.right").close();
        QVERIFY(!action->isChecked());
        action->trigger();
        QVERIFY(!bench.dock("two.right").isHidden());
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(bench.dock("two.right").isHidden());
    }

    void theMenuListsEveryDockAndOpensIt()
    {
        Bench bench(m_clock);
        bench.dock("two.bottom").close();
        QMenu *menu = bench.window->topBar().findChild<QToolButton *>(QStringLiteral("menu"))->menu();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        QMenu *panels = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->menu() && action->text() == QStringLiteral("Panels"))
                panels = action->menu();
        }
        QVERIFY(panels);
        QStringList titles;
        QAction *bottom = nullptr;
        for (QAction *action : panels->actions()) {
            titles << action->text();
            if (action->text() == QStringLiteral("two.bottom"))
                bottom = action;
        }
        for (const QDockWidget *dock : bench.window->dockSet().docks())
            QVERIFY2(titles.contains(dock->windowTitle()), qPrintable(dock->windowTitle()));
        QVERIFY(bottom && !bottom->isChecked());
        bottom->trigger();
        QVERIFY(!bench.dock("two.bottom").isHidden());
    }

    void everythingComesBackWhereItWas()
    {
        QJsonValue kept;
        QStringList shown;
        QByteArray state;
        QRect floating;
        {
            Bench bench(m_clock);
            QVERIFY(!bench.wasRestored);
            bench.dock("site").close();
            bench.window->tabifyDockWidget(&bench.dock("two.right"), &bench.dock("two.bottom"));
            bench.dock("two.bottom").setFloating(true);
            bench.dock("two.bottom").setGeometry(120, 140, 300, 200);
            bench.window->resize(1000, 700);
            m_clock.advance(shell::LayoutKeeper::kPause);
            kept = bench.kept();
            QVERIFY(kept.isObject());
            shown = bench.shown();
            state = bench.window->dockSet().state();
            floating = bench.dock("two.bottom").geometry();
        }
        const Bench bench(m_clock, kept);
        QVERIFY(bench.wasRestored);
        QCOMPARE(bench.shown(), shown);
        QCOMPARE(bench.window->size(), QSize(1000, 700));
        QCOMPARE(bench.window->dockSet().state(), state);
        QCOMPARE(bench.dock("two.bottom").geometry(), floating);
    }

    void closingTheWindowKeepsWhatJustChanged()
    {
        Bench bench(m_clock);
        bench.dock("site").close();
        bench.window->close();
        const Bench next(m_clock, bench.kept());
        QVERIFY(next.wasRestored);
        QVERIFY(next.dock("site").isHidden());
    }

    void whatLiesOutsideEveryScreenIsBroughtBack()
    {
        QJsonValue kept;
        {
            Bench bench(m_clock);
            bench.dock("two.right").setFloating(true);
            bench.dock("two.right").setGeometry(7000, 5000, 300, 200); // a monitor that is gone
            bench.window->resize(700, 500);                            // smaller than the monitor that stays
            bench.window->move(9000, 100);
            bench.window->close();
            kept = bench.kept();
        }
        const Bench bench(m_clock, kept);
        QVERIFY(bench.wasRestored);
        const QRect screen = bench.window->screen()->availableGeometry();
        QVERIFY(bench.dock("two.right").isFloating());
        QVERIFY2(screen.contains(bench.dock("two.right").geometry().topLeft()),
                 qPrintable(QString::number(bench.dock("two.right").x())));
        const QPoint corner = bench.window->geometry().topLeft();
        QVERIFY2(screen.contains(corner),
                 qPrintable(QStringLiteral("%1,%2").arg(corner.x()).arg(corner.y())));
    }

    void aDamagedLayoutIsLeftOut_data()
    {
        QTest::addColumn<int>("damage");
        for (int i = 0; i < 60; ++i)
            QTest::addRow("%d", i) << i;
    }
    void aDamagedLayoutIsLeftOut()
    {
        QFETCH(int, damage);
        QJsonObject layout;
        {
            Bench bench(m_clock);
            bench.window->close();
            layout = bench.kept().toObject();
        }
        if (damage == 0) {
            layout.insert(QStringLiteral("version"), 99);
        } else if (damage == 1) {
            layout.remove(QStringLiteral("state"));
        } else if (damage == 2) {
            layout.insert(QStringLiteral("state"), QString(200'000, u'A'));
        } else {
            QByteArray state =
                QByteArray::fromBase64(layout.value(QStringLiteral("state")).toString().toLatin1());
            const qsizetype at = (damage * 7919) % state.size();
            state[at] = char(state.at(at) ^ (1 << (damage % 8)));
            if (damage % 5 == 0)
                state.truncate(at);
            layout.insert(QStringLiteral("state"), QString::fromLatin1(state.toBase64()));
        }
        const Bench bench(m_clock, layout);
        QVERIFY(!bench.wasRestored);
        QVERIFY(!bench.dock("site").isHidden());
    }

    void fullScreenHidesAllAndBringsBackExactlyWhatWasThere()
    {
        Bench bench(m_clock);
        bench.dock("two.bottom").close();
        bench.dock("two.right").setFloating(true);
        bench.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        const QStringList before = bench.shown();
        const QByteArray state = bench.window->dockSet().state();
        QTest::keyClick(bench.window.get(), Qt::Key_F11);
        QVERIFY(bench.window->isFullScreen());
        QVERIFY(bench.shown().isEmpty());
        QVERIFY(bench.window->topBar().isHidden());
        QVERIFY(bench.window->statusBar()->isHidden());
        // What is kept meanwhile is the layout of before.
        m_clock.advance(shell::LayoutKeeper::kPause);
        QCOMPARE(bench.window->dockSet().state(), state);
        QVERIFY(!bench.rig.actions.whyNot(QStringLiteral("shell.dock.site")).isEmpty());
        QTest::keyClick(bench.window.get(), Qt::Key_Escape);
        QVERIFY(!bench.window->isFullScreen());
        QCOMPARE(bench.shown(), before);
        QVERIFY(!bench.window->topBar().isHidden());
    }

    void endingInFullScreenKeepsTheDocksThatWereThere()
    {
        Bench bench(m_clock);
        const QStringList before = bench.shown();
        bench.window->toggleFullScreen();
        bench.window->close();
        const Bench next(m_clock, bench.kept());
        QVERIFY(!next.window->isFullScreen());
        QCOMPARE(next.shown(), before);
    }

    void anEmptySiteHidesTheDocksButKeepsThem()
    {
        Bench bench(m_clock);
        bench.dock("two.bottom").close();
        const QStringList before = bench.shown();
        bench.window->showNoSite(QStringLiteral("/nowhere"));
        QVERIFY(bench.shown().isEmpty());
        bench.window->toggleFullScreen();
        bench.window->toggleFullScreen();
        QVERIFY(bench.shown().isEmpty());
        bench.window->showPages(QStringLiteral("Site"));
        QCOMPARE(bench.shown(), before);
    }

    void resetIsTheFirstDayAgain()
    {
        Bench bench(m_clock);
        const QStringList first = bench.shown();
        bench.dock("site").close();
        bench.dock("two.right").setFloating(true);
        bench.window->tabifyDockWidget(&bench.dock("site"), &bench.dock("two.bottom"));
        bench.trigger("shell.resetLayout");
        QCOMPARE(bench.shown(), first);
        QCOMPARE(bench.window->dockWidgetArea(&bench.dock("site")), Qt::LeftDockWidgetArea);
        QCOMPARE(bench.window->dockWidgetArea(&bench.dock("two.right")), Qt::RightDockWidgetArea);
        QCOMPARE(bench.window->dockWidgetArea(&bench.dock("two.bottom")), Qt::BottomDockWidgetArea);
        QVERIFY(bench.window->tabifiedDockWidgets(&bench.dock("site")).isEmpty());
    }

    void resetGivesPanelsTheirFirstHeightsAgain()
    {
        Bench bench(m_clock);
        QVERIFY(QTest::qWaitForWindowExposed(bench.window.get()));
        const int first = bench.dock("site").height();
        bench.window->resizeDocks({&bench.dock("site"), &bench.dock("two.left")}, {700, 40}, Qt::Vertical);
        QTRY_VERIFY(std::abs(bench.dock("site").height() - first) > 40);
        bench.trigger("shell.resetLayout");
        QTRY_VERIFY2(
            std::abs(bench.dock("site").height() - first) <= 8,
            qPrintable(QStringLiteral("%1, at first %2").arg(bench.dock("site").height()).arg(first)));
    }

    void aPanelThatIsNewSinceTheLastRunIsShown()
    {
        // The kept layout knows nothing of a panel of a later version.
        QJsonValue kept;
        {
            test::UiRig rig(m_clock);
            MainWindow window(rig.context);
            window.resize(1200, 800);
            window.restoreLayout(true);
            window.show();
            window.close();
            kept = rig.settings.value(kLayout);
            QVERIFY(kept.isObject());
        }
        const Bench bench(m_clock, kept);
        QVERIFY(bench.wasRestored);
        QVERIFY(!bench.dock("two.right").isHidden());
        QVERIFY(!bench.dock("site").isHidden());
    }

private:
    test::ManualClock m_clock;
};

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
