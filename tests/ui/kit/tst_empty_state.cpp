// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;

class TestEmptyState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfItIsCut_data()
    {
        QTest::addColumn<QSize>("room");
        QTest::newRow("a wide page") << QSize(1200, 700);
        QTest::newRow("the page of the smallest screen at 200 %") << QSize(390, 170);
        QTest::newRow("hardly any room") << QSize(260, 80);
    }
    void nothingOfItIsCut()
    {
        QFETCH(QSize, room);
        kit::EmptyState page;
        page.resize(room);
        page.say(QStringLiteral("No cabinets yet"),
                 QStringLiteral(
                     "Point the cabinets' server address at this computer. Those that dial in wait here "
                     "until they are accepted."),
                 QStringLiteral("Listening on port 8992"), QStringLiteral("Accept new cabinets…"));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(page.size(), room);
        int labels = 0;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            ++labels;
        }
        QCOMPARE(labels, 3);
        auto *scroll = page.findChild<QScrollArea *>();
        auto *button = page.findChild<QPushButton *>();
        QVERIFY(button->height() >= button->sizeHint().height());
        // And all of it can be reached.
        scroll->ensureWidgetVisible(button);
        const QRect seen(button->mapTo(scroll->viewport(), QPoint()), button->size());
        QVERIFY(scroll->viewport()->rect().contains(seen.center()));
    }

    void itsButtonIsWhatComesNext()
    {
        kit::EmptyState page;
        page.say(QStringLiteral("Nothing"), QStringLiteral("Nothing is here."), {}, QStringLiteral("Add"));
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *button = page.findChild<QPushButton *>();
        QVERIFY(button->hasFocus());
        QSignalSpy pressed(&page, &kit::EmptyState::buttonPressed);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
    }
};

QTEST_MAIN(TestEmptyState)
#include "tst_empty_state.moc"
