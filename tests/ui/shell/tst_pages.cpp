// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages the window shows: those of systems that are configured, and those that are no system's; their keys, the
// number on a button, and the panels that belong to a page.
#include "tests/ui/shell/whole_window.h"
#include "ui/events/events_page.h"
#include "ui/shell/page_button.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/site_tree_view.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace opsdeck;

namespace {

constexpr int kPatience = 15000;

shell::PageButton *button(test::WholeWindow &whole, int page)
{
    return whole.window->topBar().findChild<shell::PageButton *>(QStringLiteral("page%1").arg(page + 1));
}

QStringList shownTitles(test::WholeWindow &whole)
{
    QStringList titles;
    for (const int page : whole.window->topBar().shownPages()) {
        if (button(whole, page)->isVisible())
            titles << button(whole, page)->text();
    }
    return titles;
}

/// The page of events is behind all systems'.
int eventsPage(const test::WholeWindow &whole)
{
    return int(whole.systems.size());
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSystemNobodyConfiguredHasNoPage()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QCOMPARE(shownTitles(whole), (QStringList{QStringLiteral("Wall"), QStringLiteral("Events")}));
        // One is added: its page is there, before that of events.
        for (std::size_t i = 0; i < whole.systems.size(); ++i)
            whole.window->setSystemShown(*whole.systems[i], true);
        QCOMPARE(shownTitles(whole).size(), qsizetype(whole.systems.size()) + 1);
        QCOMPARE(shownTitles(whole).constFirst(), QStringLiteral("Wall"));
        QCOMPARE(shownTitles(whole).constLast(), QStringLiteral("Events"));
    }

    void whatIsChosenInTheTreeIsShownOnItsPage()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        whole.window->showPage(eventsPage(whole));
        QCOMPARE(whole.window->currentPage(), eventsPage(whole));
        Q_EMIT whole.window->tree().nodeActivated(QStringLiteral("of nobody"));
        QCOMPARE(whole.window->currentPage(), eventsPage(whole));
        QTRY_VERIFY_WITH_TIMEOUT(!whole.window->siteNodes().isEmpty(), kPatience);
        Q_EMIT whole.window->tree().nodeActivated(whole.window->siteNodes().constFirst().id);
        QCOMPARE(whole.window->currentPage(), 0);
    }

    void aWallThatIsTakenOutGoesOnPlaying()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 2);
        whole.open();
        const auto playing = [&whole] {
            const auto isPlaying = [](const QJsonValue &tile) {
                return tile.toObject().value(QStringLiteral("state")) == QStringLiteral("live");
            };
            const QJsonArray tiles = whole.systems.front()->report().value(QStringLiteral("tiles")).toArray();
            return std::count_if(tiles.cbegin(), tiles.cend(), isPlaying);
        };
        const auto painted = [&whole] {
            return whole.systems.front()->report().value(QStringLiteral("painted")).toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(playing(), 2, kPatience);
        const qsizetype sessions = whole.dvrs.front()->sessionCount();
        for (const bool isOut : {true, false}) {
            whole.actions.action(QStringLiteral("shell.pageWindow"))->trigger();
            QCOMPARE(whole.window->pageWindows().isOut(0), isOut);
            // No stream was closed, and no picture is missing.
            QCOMPARE(whole.dvrs.front()->streamCount(), 2);
            QCOMPARE(whole.dvrs.front()->sessionCount(), sessions);
            QCOMPARE(playing(), 2);
            const int before = painted();
            QTRY_VERIFY_WITH_TIMEOUT(painted() > before + 20, kPatience);
        }
    }

    void keysGoByThePlaceInTheBar()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QCOMPARE(whole.actions.text(QStringLiteral("shell.page.2")), QStringLiteral("Go to page: Events"));
        QVERIFY(!whole.actions.action(QStringLiteral("shell.page.3")));
        QTest::keyClick(whole.window.get(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(whole.window->currentPage(), eventsPage(whole));
        QVERIFY(button(whole, eventsPage(whole))->toolTip().contains(QStringLiteral("Alt+2")));
        QTest::keyClick(whole.window.get(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(whole.window->currentPage(), 0);
        for (std::size_t i = 0; i < whole.systems.size(); ++i)
            whole.window->setSystemShown(*whole.systems[i], true);
        const QString last = QStringLiteral("shell.page.%1").arg(whole.systems.size() + 1);
        QCOMPARE(whole.actions.text(last), QStringLiteral("Go to page: Events"));
        QCOMPARE(whole.actions.shortcut(last),
                 QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + int(whole.systems.size()))));
    }

    void thePageThatIsLookedAtGoesWithItsLastDevice()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QCOMPARE(whole.window->currentPage(), 0);
        whole.window->setSystemShown(*whole.systems.front(), false);
        QCOMPARE(whole.window->currentPage(), eventsPage(whole));
        QCOMPARE(shownTitles(whole), QStringList{QStringLiteral("Events")});
        whole.window->showPage(0); // it is not there
        QCOMPARE(whole.window->currentPage(), eventsPage(whole));
    }

    void thePageOfEventsIsMadeWhenItIsShown()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QVERIFY(!whole.events->page());
        whole.window->showPage(eventsPage(whole));
        QVERIFY(whole.events->page());
        QTRY_VERIFY_WITH_TIMEOUT(whole.events->page()->isVisible(), kPatience);
    }

    void thePageOfASystemIsMadeWhenItIsShown()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        const auto wall = [&] { return whole.window->findChild<QWidget *>(QStringLiteral("wallView")); };
        const auto cabinets = [&] {
            return whole.window->findChild<QWidget *>(QStringLiteral("cabinetsPage"));
        };
        QVERIFY(!wall());
        whole.open();
        QVERIFY(wall() && wall()->isVisible());
        for (const auto &system : whole.systems)
            whole.window->setSystemShown(*system, true);
        QVERIFY(!cabinets());
        // What can be done there is found before.
        QVERIFY(whole.actions.action(QStringLiteral("cabinet.export")));
        whole.window->showPage(1);
        QPointer<QWidget> made = cabinets();
        QVERIFY(made && made->isVisible());
        whole.window->showPage(0);
        whole.window->showPage(1);
        QCOMPARE(cabinets(), made.data());
        QCOMPARE(whole.window->findChildren<QWidget *>(QStringLiteral("cabinetsPage")).size(), 1);
    }

    void aRowOfTheTreeBringsAPageThatWasNeverShown()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        site::Device server;
        server.id = QStringLiteral("yard");
        server.system = QStringLiteral("cabinet");
        server.settings =
            QJsonObject{{QStringLiteral("bind"), QStringLiteral("127.0.0.1")}, {QStringLiteral("port"), 0}};
        whole.devices.append(server);
        whole.open();
        QCOMPARE(whole.window->currentPage(), 0);
        Q_EMIT whole.window->tree().nodeActivated(QStringLiteral("cabinet/yard"));
        QCOMPARE(whole.window->currentPage(), 1);
        QVERIFY(whole.window->findChild<QWidget *>(QStringLiteral("cabinetsPage")));
    }

    void nothingIsMadeOrSeenWhileTheSiteIsRead()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.window->showReadingSite();
        whole.window->resize(1000, 700);
        whole.window->show();
        QVERIFY(QTest::qWaitForWindowExposed(whole.window.get()));
        for (const QDockWidget *dock : whole.window->dockSet().docks())
            QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
        QVERIFY(shownTitles(whole).isEmpty());
        // Told that nobody has devices of a system, before it is known what to show.
        for (const auto &system : whole.systems)
            whole.window->setSystemShown(*system, false);
        QVERIFY(!whole.events->page());
        for (const auto &system : whole.systems)
            whole.window->setSystemShown(*system, true);
        whole.open();
        QVERIFY(whole.window->dockSet().dock(QStringLiteral("site"))->isVisible());
        QVERIFY(whole.window->dockSet().dock(QStringLiteral("events"))->isVisible());
        QCOMPARE(whole.window->currentPage(), 0);
    }

    void openAlarmsAreANumberOnTheButton()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        shell::PageButton *events = button(whole, eventsPage(whole));
        const int width = events->sizeHint().width();
        QCOMPARE(events->badge(), 0);
        store::Event alarm;
        alarm.system = QStringLiteral("lift");
        alarm.kind = QStringLiteral("stuck");
        alarm.textKey = QStringLiteral("lift.stuck");
        alarm.severity = store::Severity::Alarm;
        for (int i = 0; i < 3; ++i)
            whole.store->journal.post(alarm);
        QTRY_COMPARE_WITH_TIMEOUT(events->badge(), 3, kPatience);
        QVERIFY(events->sizeHint().width() > width);
        QCOMPARE(events->accessibleName(), QStringLiteral("Events, 3 open alarms"));
        QVERIFY(events->toolTip().contains(QLatin1String("3 open alarms")));
        // It is painted in the alarm's colour.
        const QImage image = events->grab().toImage();
        const QColor red = whole.look->theme().color(kit::Theme::Color::Alarm);
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += image.pixelColor(x, y) == red ? 1 : 0;
        }
        QVERIFY(painted > 20);
        // Its words follow the language.
        whole.look->setLanguage(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QVERIFY(events->accessibleName().startsWith(events->text()));
        whole.look->setLanguage(QStringLiteral("en"));
        // Acknowledged: it is gone.
        whole.store->journal.acknowledge({1, 2, 3, 4, 5, 6, 7, 8}, QStringLiteral("anna"));
        QTRY_COMPARE_WITH_TIMEOUT(events->badge(), 0, kPatience);
        QCOMPARE(events->accessibleName(), QStringLiteral("Events"));
    }

    void panelsStandBesideTheirPage()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QDockWidget *details = whole.window->dockSet().dock(QStringLiteral("dvr.details"));
        QDockWidget *events = whole.window->dockSet().dock(QStringLiteral("events"));
        QDockWidget *views = whole.window->dockSet().dock(QStringLiteral("dvr.views"));
        QVERIFY(details->isVisible() && events->isVisible() && views->isVisible());
        whole.window->showPage(eventsPage(whole));
        QVERIFY(!details->isVisible());
        QVERIFY(!events->isVisible()); // the page has all of them
        QVERIFY(views->isVisible());
        whole.actions.refresh();
        QVERIFY(!whole.actions.whyNot(QStringLiteral("shell.dock.dvr.details")).isEmpty());
        whole.window->showPage(0);
        QVERIFY(details->isVisible() && events->isVisible());
        // What the operator closed stays closed.
        details->close();
        whole.window->showPage(eventsPage(whole));
        whole.window->showPage(0);
        QVERIFY(!details->isVisible());
        whole.actions.action(QStringLiteral("shell.dock.dvr.details"))->trigger();
        QVERIFY(details->isVisible());
        // A floating one stays.
        details->setFloating(true);
        whole.window->showPage(eventsPage(whole));
        QVERIFY(details->isVisible());
    }

    void fullScreenOnAnotherPageBringsBackItsOwnPanels()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QDockWidget *details = whole.window->dockSet().dock(QStringLiteral("dvr.details"));
        whole.window->showPage(eventsPage(whole));
        whole.window->toggleFullScreen();
        whole.window->showPage(0);
        QVERIFY(!details->isVisible());
        whole.window->toggleFullScreen();
        QVERIFY(details->isVisible());
    }

    void panelsOfOtherPagesComeBackAfterARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.json"));
        {
            test::WholeWindow whole(file);
            whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
            whole.window->restoreLayout(true);
            whole.open();
            whole.window->showPage(eventsPage(whole)); // the details are hidden, not closed
            whole.window->close();
            const auto written = whole.settings.flush();
            QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), kPatience);
        }
        test::WholeWindow whole(file);
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        QVERIFY(whole.window->restoreLayout(true));
        whole.open();
        QVERIFY(whole.window->dockSet().dock(QStringLiteral("dvr.details"))->isVisible());
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
