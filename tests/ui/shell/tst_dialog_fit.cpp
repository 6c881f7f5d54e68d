// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog that is larger than the screen gives way; one that fits stays as it is.
#include "ui/shell/dialog_fit.h"

#include <QDialog>
#include <QPushButton>
#include <QScreen>
#include <QTest>
#include <QVBoxLayout>

using namespace opsdeck;

class TestDialogFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsLargerThanTheScreenGivesWay()
    {
        const shell::DialogFit fit;
        QDialog dialog;
        auto *column = new QVBoxLayout(&dialog);
        column->addStretch(1);
        auto *button = new QPushButton;
        column->addWidget(button);
        const QSize room = dialog.screen()->availableSize();
        dialog.resize(room + QSize(200, 300));
        dialog.open();
        QTRY_VERIFY(dialog.width() <= room.width() && dialog.height() <= room.height());
        QTRY_VERIFY(button->geometry().bottom() < room.height());
        // The next time too.
        dialog.hide();
        dialog.resize(room + QSize(1, 1));
        dialog.open();
        QTRY_VERIFY(dialog.width() <= room.width() && dialog.height() <= room.height());
    }

    void whatFitsStaysAsItIs()
    {
        const shell::DialogFit fit;
        QDialog dialog;
        dialog.resize(300, 200);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QCOMPARE(dialog.size(), QSize(300, 200));
    }
};

QTEST_MAIN(TestDialogFit)
#include "tst_dialog_fit.moc"
