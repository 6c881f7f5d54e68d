// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen_fit.h"

#include <QTest>

using opsdeck::shell::fittedToScreens;

class TestScreenFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsAWindowWhereItCanBeReached_data()
    {
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("fitted");
        const QRect left(0, 0, 1920, 1080);
        const QRect right(1920, 0, 1280, 1024);
        const QRect under(0, 40, 1280, 760); // a panel at the top
        const QList<QRect> one{left};
        const QList<QRect> two{left, right};
        const QRect window(100, 100, 800, 600);
        QTest::newRow("inside") << one << window << window;
        QTest::newRow("on the second monitor")
            << two << window.translated(1900, 0) << window.translated(1900, 0);
        QTest::newRow("the second monitor is gone")
            << one << window.translated(2000, 0) << QRect(1120, 100, 800, 600);
        QTest::newRow("partly out at the right, still reachable")
            << one << QRect(1700, 100, 800, 600) << QRect(1700, 100, 800, 600);
        QTest::newRow("a sliver left") << one << QRect(1900, 100, 800, 600) << QRect(1120, 100, 800, 600);
        QTest::newRow("far to the left") << one << QRect(-790, 100, 800, 600) << QRect(0, 100, 800, 600);
        QTest::newRow("title above the screen")
            << one << QRect(100, -30, 800, 600) << QRect(100, 0, 800, 600);
        QTest::newRow("below the screen") << one << QRect(100, 1075, 800, 600) << QRect(100, 480, 800, 600);
        QTest::newRow("too large for what is left")
            << QList<QRect>{QRect(0, 0, 1280, 800)} << QRect(3000, 10, 2560, 1440) << QRect(0, 0, 1280, 800);
        QTest::newRow("large, but its title is there")
            << one << QRect(0, 0, 4000, 3000) << QRect(0, 0, 4000, 3000);
        QTest::newRow("between two: across the edge")
            << two << QRect(1850, 100, 400, 300) << QRect(1850, 100, 400, 300);
        QTest::newRow("the nearer of two") << two << QRect(4000, 100, 400, 300) << QRect(2800, 100, 400, 300);
        QTest::newRow("not under the panel of the desktop")
            << QList<QRect>{under} << QRect(10, 0, 300, 200) << QRect(10, 40, 300, 200);
        QTest::newRow("monitor at negative coordinates")
            << QList<QRect>{QRect(-1920, 0, 1920, 1080)} << QRect(-1000, 5, 300, 200)
            << QRect(-1000, 5, 300, 200);
        QTest::newRow("no monitor at all") << QList<QRect>() << window << window;
        QTest::newRow("a monitor without size") << QList<QRect>{QRect()} << window << window;
        QTest::newRow("a window without size") << one << QRect(5000, 5000, 0, 0) << QRect(1919, 1079, 1, 1);
        QTest::newRow("as far away as numbers go")
            << one << QRect(2000000000, -2000000000, 100, 100) << QRect(1820, 0, 100, 100);
    }
    void putsAWindowWhereItCanBeReached()
    {
        QFETCH(QList<QRect>, screens);
        QFETCH(QRect, wanted);
        QFETCH(QRect, fitted);
        QCOMPARE(fittedToScreens(wanted, screens), fitted);
        // What was put right stays there.
        QCOMPARE(fittedToScreens(fitted, screens), fitted);
    }
};

QTEST_APPLESS_MAIN(TestScreenFit)
#include "tst_screen_fit.moc"
