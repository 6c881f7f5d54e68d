// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the whole window, on a simulated recorder over a real socket on loopback.
#include "tests/ui/shell/whole_window.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/palette_field.h"
#include "ui/shell/palette_panel.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/site_tree_view.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace opsdeck;
using namespace opsdeck::shell;

namespace {

constexpr int kPatience = 15000;

QJsonObject tile(const test::WholeWindow &whole, int number)
{
    return whole.systems.front()->report().value(QStringLiteral("tiles")).toArray().at(number).toObject();
}

bool isIn(const QWidget *region)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == region || region->isAncestorOf(focus));
}

} // namespace

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChannelFoundInThePaletteIsOnTheSelectedTile()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 9);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 10, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(tile(whole, 3).value(QStringLiteral("state")).toString(),
                                  QStringLiteral("live"), kPatience);
        const kit::SiteNode channel = whole.window->siteNodes().constFirst().children.at(8);

        QTest::keyClick(whole.window.get(), Qt::Key_K, Qt::ControlModifier);
        PalettePanel &palette = whole.window->windowActions().palette();
        QVERIFY(palette.isOpen());
        auto *field = palette.findChild<QLineEdit *>();
        QTest::keyClicks(field, channel.name);
        QCOMPARE(palette.findChild<QListView *>()->currentIndex().data().toString(), channel.name);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette.isOpen());
        QTRY_COMPARE_WITH_TIMEOUT(tile(whole, 0).value(QStringLiteral("channel")).toInt(),
                                  tile(whole, 1).value(QStringLiteral("channel")).toInt() + 7, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(tile(whole, 0).value(QStringLiteral("state")).toString(),
                                  QStringLiteral("live"), kPatience);
    }

    void aChangedShortcutWorksAndStillDoesAfterARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.json"));
        {
            test::WholeWindow whole(file);
            whole.open();
            ShortcutEditor editor(whole.context.theme, whole.actions);
            editor.resize(700, 500);
            editor.show();
            QTest::keyClicks(editor.findChild<QLineEdit *>(QStringLiteral("shortcutSearch")),
                             QStringLiteral("find a device"));
            auto *capture = editor.findChild<QWidget *>(QStringLiteral("shortcutCapture"));
            QTest::mouseClick(capture, Qt::LeftButton);
            QTest::keyClick(capture, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
            editor.close();
            whole.window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(whole.window.get()));
            QTest::keyClick(whole.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(whole.window->windowActions().palette().isOpen());
        }
        test::WholeWindow whole(file);
        whole.open();
        QTest::keyClick(whole.window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!whole.window->windowActions().palette().isOpen());
        QTest::keyClick(whole.window.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(whole.window->windowActions().palette().isOpen());
        const auto *field = whole.window->findChild<PaletteField *>();
        QVERIFY(field->toolTip().contains(QStringLiteral("Ctrl+Shift+J")));
    }

    void theButtonsOfTheTopBarNameTheKeysAsTheyAre()
    {
        test::WholeWindow whole;
        whole.open();
        const auto *page = whole.window->findChild<QToolButton *>(QStringLiteral("page1"));
        const auto *fullScreen = whole.window->findChild<QToolButton *>(QStringLiteral("fullScreen"));
        QVERIFY(page->toolTip().contains(QStringLiteral("(Alt+1)")));
        QVERIFY(fullScreen->toolTip().contains(QStringLiteral("(F11)")));
        QVERIFY(
            whole.actions.setShortcut(QStringLiteral("shell.page.1"), QKeySequence(Qt::CTRL | Qt::Key_F1)));
        QVERIFY(whole.actions.setShortcut(QStringLiteral("shell.fullScreen"), QKeySequence()));
        QVERIFY(page->toolTip().contains(QStringLiteral("(Ctrl+F1)")));
        QVERIFY(!fullScreen->toolTip().contains(QLatin1Char('(')));
    }

    void theFieldInTheTopBarOpensThePalette()
    {
        test::WholeWindow whole;
        whole.open();
        QTest::mouseClick(whole.window->findChild<PaletteField *>(), Qt::LeftButton);
        QVERIFY(whole.window->windowActions().palette().isOpen());
    }

    void everyPartIsReachedByF6AndRemembersItsPlace()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 2, kPatience);
        QWidget &bar = whole.window->topBar();
        auto *lastInBar = bar.findChild<QToolButton *>(QStringLiteral("fullScreen"));
        lastInBar->setFocus();
        QSet<QString> seen;
        for (int i = 0; i < 20 && (i == 0 || QApplication::focusWidget() != lastInBar); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            if (isIn(&whole.window->tree()))
                seen.insert(QStringLiteral("tree"));
            if (isIn(whole.window->centralWidget()))
                seen.insert(QStringLiteral("page"));
            if (isIn(&whole.window->strip()))
                seen.insert(QStringLiteral("strip"));
        }
        QCOMPARE(QApplication::focusWidget(), lastInBar);
        QCOMPARE(seen.size(), 3);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isIn(&whole.window->strip()));
    }

    void f1ShowsEveryKeyAndF8GoesToTheNotice()
    {
        test::WholeWindow whole;
        whole.open();
        QTest::keyClick(whole.window.get(), Qt::Key_F1);
        ShortcutSheet &sheet = whole.window->windowActions().sheet();
        QVERIFY(sheet.isVisible());
        sheet.close();
        whole.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(whole.window.get()));
        kit::Notice notice;
        notice.text = QStringLiteral("The disk is full");
        notice.actionText = QStringLiteral("Show the folder");
        notice.action = [] {};
        whole.notices.post(notice);
        QTest::keyClick(whole.window.get(), Qt::Key_F8);
        QVERIFY(isIn(&whole.window->windowActions().noticeBar()));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("noticeAction"));
    }

    void aKeyWhoseActionCannotRunSaysWhy()
    {
        test::WholeWindow whole;
        whole.open();
        QString reason = QStringLiteral("There is nothing to save");
        int runs = 0;
        kit::ActionSpec spec;
        spec.id = QStringLiteral("test.save");
        spec.group = [] { return QStringLiteral("Test"); };
        spec.text = [] { return QStringLiteral("Save it"); };
        spec.shortcut = Qt::CTRL | Qt::ALT | Qt::Key_F7;
        spec.run = [&] { ++runs; };
        spec.whyNot = [&] { return reason; };
        whole.actions.add(whole.window.get(), spec);
        QTest::keyClick(whole.window.get(), Qt::Key_F7, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(runs, 0);
        QVERIFY(!whole.notices.list().isEmpty());
        QVERIFY(whole.notices.list().constLast().text.contains(reason));
        // Nobody refreshes: the key itself finds out that it can be done now.
        reason.clear();
        QTest::keyClick(whole.window.get(), Qt::Key_F7, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(runs, 1);
    }

    void theKeysWorkInAFloatingPanel()
    {
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North lot"), 1);
        whole.open();
        QTRY_COMPARE_WITH_TIMEOUT(whole.rows(), 2, kPatience);
        bool canRun = false;
        int runs = 0;
        kit::ActionSpec spec;
        spec.id = QStringLiteral("test.save");
        spec.group = spec.text = [] { return QStringLiteral("Save it"); };
        spec.shortcut = Qt::CTRL | Qt::ALT | Qt::Key_F7;
        spec.run = [&] { ++runs; };
        spec.whyNot = [&] { return canRun ? QString() : QStringLiteral("Not yet"); };
        whole.actions.add(whole.window.get(), spec);
        canRun = true; // nobody refreshes
        QDockWidget *dock = whole.window->dockSet().dock(QStringLiteral("site"));
        dock->setFloating(true);
        QTRY_VERIFY(dock->isWindow() && dock->isVisible());
        QVERIFY(QTest::qWaitForWindowExposed(dock));
        dock->activateWindow();
        whole.window->tree().setFocus();
        QTRY_COMPARE(QApplication::activeWindow(), dock);
        QTest::keyClick(&whole.window->tree(), Qt::Key_F7, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(runs, 1);
    }

    void noTwoActionsWantTheSameKeys()
    {
        test::WholeWindow whole;
        whole.open();
        QVERIFY(whole.actions.ids().size() > 20);
        for (const QString &id : whole.actions.ids()) {
            QVERIFY2(!whole.actions.text(id).isEmpty(), qPrintable(id));
            QVERIFY2(!whole.actions.group(id).isEmpty(), qPrintable(id));
            // A default that somebody else holds is left out: somebody chose badly.
            QCOMPARE(whole.actions.shortcut(id).toString() + QLatin1Char(' ') + id,
                     whole.actions.defaultShortcut(id).toString() + QLatin1Char(' ') + id);
        }
    }
};

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
