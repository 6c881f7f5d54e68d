// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/enter_presses.h"

#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace opsdeck;

class TestEnterPresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFocusedButtonAndNoOther_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<QString>("pressed");
        QTest::newRow("a button beside the default one") << "other" << Qt::Key_Return << "other";
        QTest::newRow("the other Enter key") << "other" << Qt::Key_Enter << "other";
        QTest::newRow("the default one") << "default" << Qt::Key_Return << "default";
        QTest::newRow("a flat one") << "flat" << Qt::Key_Return << "flat";
        QTest::newRow("a field") << "field" << Qt::Key_Return << "default";
        QTest::newRow("a check box") << "check" << Qt::Key_Return << "default";
        QTest::newRow("another key") << "other" << Qt::Key_A << "";
        QTest::newRow("a button that takes keys") << "taking" << Qt::Key_Return << "default";
    }
    void theFocusedButtonAndNoOther()
    {
        QFETCH(QString, focus);
        QFETCH(Qt::Key, key);
        QFETCH(QString, pressed);
        const kit::EnterPresses enter(nullptr);
        QDialog dialog;
        auto *column = new QVBoxLayout(&dialog);
        QStringList said;
        const auto add = [&](auto *widget, const char *name) {
            widget->setObjectName(QLatin1String(name));
            widget->setFocusPolicy(Qt::StrongFocus);
            column->addWidget(widget);
            if (auto *button = qobject_cast<QAbstractButton *>(widget))
                QObject::connect(button, &QAbstractButton::clicked, &dialog,
                                 [&said, name] { said << QLatin1String(name); });
            return widget;
        };
        add(new QLineEdit, "field");
        add(new QPushButton, "other")->setAutoDefault(false);
        add(new QPushButton, "default")->setDefault(true);
        add(new QToolButton, "flat");
        add(new QCheckBox, "check");
        auto *taking = add(new QPushButton, "taking");
        taking->setAutoDefault(false);
        taking->setProperty(kit::EnterPresses::kTakesKeys, true);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *widget = dialog.findChild<QWidget *>(focus);
        widget->setFocus();
        QTRY_VERIFY(widget->hasFocus());
        QTest::keyClick(widget, key);
        QCOMPARE(said.join(u','), pressed);
    }
};

QTEST_MAIN(TestEnterPresses)
#include "tst_enter_presses.moc"
