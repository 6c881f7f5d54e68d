// SPDX-License-Identifier: GPL-3.0-or-later
// A monitor is unplugged while the program runs: every window can be reached afterwards.
#include "tests/ui/shell/whole_window.h"

#include <QDialog>
#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>

using namespace opsdeck;
using test::WholeWindow;

namespace {

QRect screenArea()
{
    return QGuiApplication::primaryScreen()->availableGeometry();
}

/// Its frame's upper left corner is what one takes hold of.
bool canBeReached(const QWidget &window)
{
    return screenArea().contains(window.frameGeometry().topLeft());
}

/// The platform without a screen cannot lose one: the window hears what it would hear then.
void unplugMonitor()
{
    Q_EMIT qGuiApp->screenRemoved(QGuiApplication::primaryScreen());
}

QWidget *windowNamed(const QString &name)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->objectName() == name && window->isVisible())
            return window;
    }
    return nullptr;
}

QDialog *visibleDialog()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestMonitorGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWindowComesBack()
    {
        WholeWindow whole;
        whole.open(QSize(700, 500));
        whole.actions.action(QStringLiteral("shell.pageWindow"))->trigger();
        QTRY_VERIFY(windowNamed(QStringLiteral("pageWindow")));
        QWidget *page = windowNamed(QStringLiteral("pageWindow"));
        whole.actions.action(QStringLiteral("wall.secondWall"))->trigger();
        QTRY_VERIFY(windowNamed(QStringLiteral("wallWindow")));
        QWidget *secondWall = windowNamed(QStringLiteral("wallWindow"));
        whole.actions.action(QStringLiteral("shell.settings"))->trigger();
        QTRY_VERIFY(visibleDialog());
        QDialog *dialog = visibleDialog();
        auto *dock = whole.window->findChild<QDockWidget *>();
        QVERIFY(dock);
        dock->setFloating(true);
        dock->show();

        const QList<QWidget *> windows{whole.window.get(), page, secondWall, dialog, dock};
        for (QWidget *window : windows) {
            window->move(screenArea().right() + 700, 90);
            QVERIFY(!canBeReached(*window));
        }
        unplugMonitor();
        for (QWidget *window : windows)
            QTRY_VERIFY2(canBeReached(*window), qPrintable(window->objectName()));
        secondWall->close();
    }

    void whatCanBeReachedStaysWhereItIs()
    {
        WholeWindow whole;
        whole.open(QSize(640, 480));
        whole.actions.action(QStringLiteral("wall.secondWall"))->trigger();
        QTRY_VERIFY(windowNamed(QStringLiteral("wallWindow")));
        QWidget *secondWall = windowNamed(QStringLiteral("wallWindow"));
        QVERIFY(QTest::qWaitForWindowExposed(secondWall));
        // A window manager moves windows too, and late: only a stretch in which it rested shows what the program did.
        const auto staysPut = [&] {
            whole.window->move(37, 41);
            secondWall->move(53, 59);
            QCoreApplication::processEvents();
            const QRect one = whole.window->geometry();
            const QRect two = secondWall->geometry();
            unplugMonitor();
            QCoreApplication::processEvents();
            return whole.window->geometry() == one && secondWall->geometry() == two;
        };
        QTRY_VERIFY(staysPut());
        secondWall->close();
    }

    void aWindowOverAWholeScreenStaysSo()
    {
        WholeWindow whole;
        whole.open(QSize(640, 480));
        whole.window->showFullScreen();
        QTRY_VERIFY(whole.window->isFullScreen());
        unplugMonitor();
        QCoreApplication::processEvents();
        QVERIFY(whole.window->isFullScreen());
    }
};

QTEST_MAIN(TestMonitorGone)
#include "tst_monitor_gone.moc"
