// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_sheet.h"
#include "ui/shell/window_actions.h"

#include "tests/ui/shell/whole_window.h"

#include <QLabel>
#include <QScrollArea>
#include <QTest>

using namespace opsdeck;

class TestShortcutSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAsManyColumnsAsHaveRoom_data()
    {
        QTest::addColumn<QSize>("window");
        QTest::newRow("the smallest screen at 200 %") << QSize(640, 390);
        QTest::newRow("a small screen") << QSize(1280, 800);
        QTest::newRow("a large screen") << QSize(1900, 1000);
    }
    void hasAsManyColumnsAsHaveRoom()
    {
        QFETCH(QSize, window);
        test::WholeWindow whole;
        whole.addDvr(QStringLiteral("north"), QStringLiteral("North"), 2);
        whole.open(window);
        auto *sheet = &whole.window->windowActions().sheet();
        QVERIFY(sheet);
        sheet->toggle();
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
        auto *scroll = sheet->findChild<QScrollArea *>(QStringLiteral("sheetScroll"));
        QVERIFY(!scroll->widget()->findChildren<QLabel *>().isEmpty());
        // Every text stands in one line, and none is cut off at the side.
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
        for (const QLabel *label : scroll->widget()->findChildren<QLabel *>()) {
            QVERIFY2(label->height() < 2 * label->fontMetrics().lineSpacing(), qPrintable(label->text()));
            QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->contentsRect().width(),
                     qPrintable(label->text()));
        }
    }
};

QTEST_MAIN(TestShortcutSheet)
#include "tst_shortcut_sheet.moc"
