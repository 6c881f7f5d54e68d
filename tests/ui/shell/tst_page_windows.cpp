// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that the operator takes out of the main window, to another monitor.
#include "tests/support/manual_clock.h"
#include "tests/ui/support/quiet_system.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/palette_panel.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using shell::MainWindow;
using shell::PageWindows;

namespace {

const QString kKept = QStringLiteral("shell.pageWindows");

class OnePage final : public test::QuietSystem
{
public:
    explicit OnePage(const QString &title)
        : m_title(title)
    {
    }
    QString pageTitle() const override { return m_title; }
    QWidget *makePage(QWidget *parent) override
    {
        ++made;
        page = new QPushButton(m_title, parent);
        return page;
    }
    QList<kit::Panel> makePanels(QWidget *parent) override
    {
        return {{m_title + QStringLiteral(".right"), new QWidget(parent), Qt::RightDockWidgetArea}};
    }
    QString panelTitle(const QString &id) const override { return id; }
    void activateNode(const QString &) override { Q_EMIT pageWanted(); }

    QPointer<QWidget> page;
    int made = 0;

private:
    const QString m_title;
};

struct Bench {
    explicit Bench(base::Clock &clock, const QJsonValue &kept = {})
        : rig(clock)
    {
        rig.settings.setValue(kKept, kept);
        window = std::make_unique<MainWindow>(rig.context);
        window->addSystem(QStringLiteral("first"), first);
        window->addSystem(QStringLiteral("second"), second);
        window->resize(1200, 800);
        window->restoreLayout(true);
        window->show();
        isActive = QTest::qWaitForWindowActive(window.get());
    }

    void showSite() const { window->showPages(QStringLiteral("Site")); }
    PageWindows &pages() const { return window->pageWindows(); }
    QWidget *out(int index = 0) const { return pages().windows().value(index); }
    void trigger() { rig.actions.action(QStringLiteral("shell.pageWindow"))->trigger(); }
    QWidget &standIn() const { return *window->findChild<QWidget *>(QStringLiteral("pageStandIn")); }
    QPushButton &standInButton(const QString &text) const
    {
        for (QPushButton *button : standIn().findChildren<QPushButton *>()) {
            if (button->text() == text)
                return *button;
        }
        qFatal("no button %s", qPrintable(text));
    }
    QDockWidget &panel(const char *id) const { return *window->dockSet().dock(QLatin1String(id)); }
    QJsonObject kept() const { return rig.settings.value(kKept).toObject(); }
    /// What is kept of a page, now. A window manager may still be placing its window: wait for what it should be.
    QJsonObject keptOf(test::ManualClock &clock, const QString &page) const
    {
        clock.advance(PageWindows::kPause);
        return kept().value(page).toObject();
    }

    test::UiRig rig;
    OnePage first{QStringLiteral("First")};
    OnePage second{QStringLiteral("Second")};
    std::unique_ptr<MainWindow> window;
    bool isActive = false;
};

/// A window that comes up may have closed it.
void closeMenu()
{
    if (QWidget *menu = QApplication::activePopupWidget())
        menu->close();
}

bool activate(QWidget &window)
{
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

} // namespace

class TestPageWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsTakenOutAndItsPlaceSaysWhereItIs()
    {
        Bench bench(m_clock);
        bench.showSite();
        QVERIFY(bench.first.page->isVisible());
        bench.trigger();
        QCOMPARE(bench.pages().windows().size(), 1);
        QVERIFY(bench.first.page->isVisible());
        QCOMPARE(bench.first.page->window(), bench.out());
        QCOMPARE(bench.out()->windowTitle(), QStringLiteral("First – Site – Opsdeck"));
        QVERIFY(bench.standIn().isVisible());
        QVERIFY(!bench.standIn().findChildren<QLabel *>().isEmpty());
        QCOMPARE(bench.standIn().findChildren<QLabel *>().constFirst()->text(),
                 QStringLiteral("First: in a window of its own"));
        // What belongs to the page stays where the operator has it.
        QVERIFY(bench.panel("First.right").isVisible());
        QTRY_VERIFY(bench.out()->isActiveWindow());
        bench.window->setSiteName(QStringLiteral("North"));
        QCOMPARE(bench.out()->windowTitle(), QStringLiteral("First – North – Opsdeck"));
        // The other page is where it was.
        QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(bench.second.page->isVisible());
        QVERIFY(!bench.standIn().isVisible());
        QVERIFY(bench.first.page->isVisible());
    }

    void itComesBackByItsCloseButtonAndByTheStandIn()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        const QPointer<QWidget> window = bench.out();
        window->close();
        QTRY_COMPARE(bench.first.page->window(), bench.window.get());
        QVERIFY(bench.first.page->isVisible());
        QTRY_VERIFY(window.isNull());
        bench.trigger();
        QVERIFY(bench.standIn().isVisible());
        QTest::mouseClick(&bench.standInButton(QStringLiteral("Put it back here")), Qt::LeftButton);
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(bench.first.page->isVisible());
        QCOMPARE(bench.first.made, 1);
    }

    void theStandInBringsTheWindowUp()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        bench.out()->showMinimized();
        QVERIFY(activate(*bench.window));
        QTest::mouseClick(&bench.standInButton(QStringLiteral("Show its window")), Qt::LeftButton);
        QTRY_VERIFY(bench.out()->isActiveWindow());
        // A window manager may still have the minimizing to tell.
        QTRY_VERIFY(!bench.out()->isMinimized());
    }

    void theMenuOfAPagesButtonTakesItOut()
    {
        Bench bench(m_clock);
        bench.showSite();
        auto *button = bench.window->topBar().findChild<QToolButton *>(QStringLiteral("page2"));
        QVERIFY(button);
        const auto entry = [&]() -> QAction * {
            QContextMenuEvent event(QContextMenuEvent::Mouse, button->rect().center(),
                                    button->mapToGlobal(button->rect().center()));
            QApplication::sendEvent(button, &event);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            return menu ? menu->actions().value(0) : nullptr;
        };
        QAction *out = entry();
        QVERIFY(out && !out->isChecked());
        out->trigger();
        closeMenu();
        QCOMPARE(bench.second.page->window(), bench.out());
        // The page that is looked at here is another one, and stays.
        QVERIFY(bench.first.page->isVisible());
        out = entry();
        QVERIFY(out && out->isChecked());
        out->trigger();
        closeMenu();
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(!bench.second.page->isVisible());
    }

    void whatIsAskedForIsShownWhereThePageIs()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        bench.window->showPage(1);
        QVERIFY(activate(*bench.window));
        bench.first.activateNode(QString());
        QCOMPARE(bench.window->currentPage(), 1);
        QTRY_VERIFY(bench.out()->isActiveWindow());
        // Its button says what the operator wants to see here: its panels and where it is.
        QTest::mouseClick(bench.window->topBar().findChild<QToolButton *>(QStringLiteral("page1")),
                          Qt::LeftButton);
        QCOMPARE(bench.window->currentPage(), 0);
        QVERIFY(bench.standIn().isVisible());
        QVERIFY(bench.panel("First.right").isVisible());
    }

    void theKeysWorkInItsWindowToo()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        QVERIFY(activate(*bench.out()));
        QTest::keyClick(bench.out(), Qt::Key_F11);
        QVERIFY(bench.out()->isFullScreen());
        QVERIFY(!bench.window->isFullScreen());
        QTest::keyClick(bench.out(), Qt::Key_Escape);
        QVERIFY(!bench.out()->isFullScreen());
        QVERIFY(activate(*bench.out()));
        QTest::keyClick(bench.out(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(bench.window->currentPage(), 1);
        QTRY_VERIFY(bench.window->isActiveWindow());
        QVERIFY(activate(*bench.out()));
        QTest::keyClick(bench.out(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = bench.window->findChild<shell::PalettePanel *>();
        QVERIFY(palette->isVisible());
        QTRY_VERIFY(bench.window->isActiveWindow());
        QTest::keyClick(palette->focusProxy(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QTRY_VERIFY(bench.out()->isActiveWindow());
        // The action means the page of the window it was asked in.
        bench.trigger();
        QVERIFY(bench.pages().windows().isEmpty());
        QCOMPARE(bench.first.page->window(), bench.window.get());
    }

    void itIsOutAgainInTheNextRun()
    {
        QJsonObject kept;
        const QRect place(140, 120, 640, 420);
        {
            Bench bench(m_clock);
            bench.showSite();
            bench.window->showPage(1);
            bench.trigger();
            QVERIFY(QTest::qWaitForWindowExposed(bench.out()));
            bench.out()->setGeometry(place);
            const auto keptPlace = [&] {
                const QJsonObject of = bench.keptOf(m_clock, QStringLiteral("second"));
                const auto number = [&of](const char *key) { return of.value(QLatin1String(key)).toInt(); };
                return QRect(number("x"), number("y"), number("width"), number("height"));
            };
            QTRY_COMPARE(keptPlace(), place);
            kept = bench.kept();
            QCOMPARE(kept.keys(), QStringList{QStringLiteral("second")});
        }
        const Bench bench(m_clock, kept);
        // Not before there is something to see.
        QVERIFY(bench.pages().windows().isEmpty());
        bench.showSite();
        QCOMPARE(bench.pages().windows().size(), 1);
        QCOMPARE(bench.second.page->window(), bench.out());
        QCOMPARE(bench.out()->geometry(), place);
        QVERIFY(bench.first.page->isVisible());
    }

    void endingTheProgramIsNotPuttingBack_data()
    {
        QTest::addColumn<bool>("isAll");
        QTest::newRow("all windows") << true;
        QTest::newRow("the main window") << false;
    }
    void endingTheProgramIsNotPuttingBack()
    {
        QFETCH(bool, isAll);
        QJsonObject kept;
        {
            Bench bench(m_clock);
            bench.showSite();
            bench.trigger();
            if (isAll)
                QApplication::closeAllWindows();
            else
                bench.window->close();
            QCoreApplication::processEvents();
            // Nor is anything kept later that says so.
            m_clock.advance(PageWindows::kPause);
            kept = bench.kept();
        }
        const Bench bench(m_clock, kept);
        bench.showSite();
        QCOMPARE(bench.pages().windows().size(), 1);
    }

    void fullScreenAndMaximizedComeBack_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("full screen") << int(Qt::WindowFullScreen);
        QTest::newRow("maximized") << int(Qt::WindowMaximized);
    }
    void fullScreenAndMaximizedComeBack()
    {
        QFETCH(int, state);
        QJsonObject kept;
        {
            Bench bench(m_clock);
            bench.showSite();
            bench.trigger();
            QVERIFY(QTest::qWaitForWindowExposed(bench.out()));
            bench.out()->setWindowState(Qt::WindowStates(state));
            const QString flag =
                state == Qt::WindowFullScreen ? QStringLiteral("fullScreen") : QStringLiteral("maximized");
            QTRY_VERIFY(bench.keptOf(m_clock, QStringLiteral("first")).value(flag).toBool());
            kept = bench.kept();
        }
        const Bench bench(m_clock, kept);
        bench.showSite();
        QVERIFY(bench.out());
        QTRY_VERIFY(bench.out()->windowState() & Qt::WindowStates(state));
    }

    void withoutASiteThereAreNoPagesAnywhere()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        bench.window->showNoSite(QStringLiteral("/nowhere"));
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(!bench.first.page->isVisible());
        QVERIFY(!bench.rig.actions.whyNot(QStringLiteral("shell.pageWindow")).isEmpty());
        bench.showSite();
        QCOMPARE(bench.pages().windows().size(), 1);
        // The last device of the system goes, and comes.
        bench.window->setSystemShown(bench.first, false);
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(bench.second.page->isVisible());
        bench.window->setSystemShown(bench.first, true);
        QCOMPARE(bench.first.page->window(), bench.out());
        QVERIFY(bench.second.page->isVisible());
    }

    void theFirstDaysLayoutHasAllPagesInOneWindow()
    {
        Bench bench(m_clock);
        bench.showSite();
        bench.trigger();
        bench.window->showPage(1);
        // The action means the page of the active window.
        QVERIFY(activate(*bench.window));
        bench.trigger();
        QCOMPARE(bench.pages().windows().size(), 2);
        bench.window->resetLayout();
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(bench.second.page->isVisible());
        m_clock.advance(PageWindows::kPause);
        QVERIFY(bench.kept().isEmpty());
    }

    void aPlaceThatCannotBeIsNotTaken_data()
    {
        QTest::addColumn<QJsonValue>("place");
        const auto rect = [](int x, int y, int width, int height) {
            return QJsonValue(QJsonObject{{QStringLiteral("x"), x},
                                          {QStringLiteral("y"), y},
                                          {QStringLiteral("width"), width},
                                          {QStringLiteral("height"), height}});
        };
        QTest::newRow("a monitor that is gone") << rect(30000, 20000, 700, 500);
        QTest::newRow("nowhere") << rect(2147483647, 0, 700, 500);
        QTest::newRow("no size") << rect(10, 10, 0, 0);
        QTest::newRow("negative") << rect(10, 10, -500, -500);
        QTest::newRow("endless") << rect(0, 0, 2147483647, 2147483647);
        QTest::newRow("words") << QJsonValue(QJsonObject{{QStringLiteral("x"), QStringLiteral("left")}});
    }
    void aPlaceThatCannotBeIsNotTaken()
    {
        QFETCH(QJsonValue, place);
        const Bench bench(m_clock, QJsonObject{{QStringLiteral("first"), place}});
        bench.showSite();
        QVERIFY(bench.out());
        const QRect screen = bench.out()->screen()->availableGeometry();
        QVERIFY2(screen.intersects(bench.out()->geometry()) &&
                     screen.contains(bench.out()->geometry().topLeft()),
                 qPrintable(QStringLiteral("%1,%2").arg(bench.out()->x()).arg(bench.out()->y())));
        QVERIFY(bench.out()->width() <= screen.width());
    }

    void whatIsNoPlaceTakesNothingOut_data()
    {
        QTest::addColumn<QJsonValue>("kept");
        QTest::newRow("a list") << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("a word") << QJsonValue(QStringLiteral("first"));
        QTest::newRow("unknown page") << QJsonValue(QJsonObject{{QStringLiteral("none"), QJsonObject()}});
        QTest::newRow("no object") << QJsonValue(QJsonObject{{QStringLiteral("first"), 7}});
    }
    void whatIsNoPlaceTakesNothingOut()
    {
        QFETCH(QJsonValue, kept);
        const Bench bench(m_clock, kept);
        bench.showSite();
        QVERIFY(bench.pages().windows().isEmpty());
        QVERIFY(bench.first.page->isVisible());
    }

private:
    test::ManualClock m_clock;
};

QTEST_MAIN(TestPageWindows)
#include "tst_page_windows.moc"
