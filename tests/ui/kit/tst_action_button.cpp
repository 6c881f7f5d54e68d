// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/action_button.h"

#include "tests/ui/support/ui_rig.h"

#include <QAction>
#include <QTest>

using namespace opsdeck;

namespace {

const QString kId = QStringLiteral("door.open");

struct Bench {
    base::SystemClock clock;
    test::UiRig rig{clock};
    std::unique_ptr<QObject> owner = std::make_unique<QObject>();
    QString reason;
    bool isOpen = false;

    QAction *add()
    {
        kit::ActionSpec spec;
        spec.id = kId;
        spec.group = [] { return QStringLiteral("Doors"); };
        spec.text = [] { return QStringLiteral("Open & hold"); };
        spec.shortcut = QKeySequence(Qt::CTRL | Qt::Key_O);
        spec.run = [this] { isOpen = !isOpen; };
        spec.whyNot = [this] { return reason; };
        spec.isCheckable = true;
        spec.isChecked = [this] { return isOpen; };
        return rig.actions.add(owner.get(), spec);
    }
};

} // namespace

class TestActionButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pressingItDoesTheActionAndShowsWhatCameOfIt()
    {
        Bench bench;
        bench.add();
        kit::ActionButton button(bench.rig.actions, bench.rig.theme, kId, QStringLiteral("play"));
        QCOMPARE(button.text(), QStringLiteral("Open && hold"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Open & hold"));
        QVERIFY(button.toolTip().contains(QStringLiteral("Ctrl+O")));
        QVERIFY(!button.icon().isNull());
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(bench.isOpen);
        QVERIFY(button.isChecked());
        bench.isOpen = false;
        bench.rig.actions.refresh(kId);
        QVERIFY(!button.isChecked());
    }

    void itSaysWhyTheActionCannotBeDone()
    {
        Bench bench;
        bench.add();
        kit::ActionButton button(bench.rig.actions, bench.rig.theme, kId, QStringLiteral("play"));
        bench.reason = QStringLiteral("The door is locked");
        bench.rig.actions.refresh();
        QVERIFY(!button.isEnabled());
        QVERIFY(button.toolTip().contains(bench.reason));
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(!bench.isOpen);
        bench.reason.clear();
        bench.rig.actions.refresh();
        QVERIFY(button.isEnabled());
        QVERIFY(!button.toolTip().contains(QStringLiteral("locked")));
    }

    void itFollowsANewKeyAndWordsOfItsOwn()
    {
        Bench bench;
        bench.add();
        kit::ActionButton button(bench.rig.actions, bench.rig.theme, kId, QStringLiteral("play"));
        QVERIFY(bench.rig.actions.setShortcut(kId, QKeySequence(Qt::Key_F7)));
        QVERIFY(button.toolTip().contains(QStringLiteral("F7")));
        button.setWords([&] { return bench.isOpen ? QStringLiteral("Shut") : QStringLiteral("Open"); });
        QCOMPARE(button.text(), QStringLiteral("Open"));
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(button.text(), QStringLiteral("Shut"));
    }

    void anActionMayComeLaterGoAndComeBack()
    {
        Bench bench;
        kit::ActionButton button(bench.rig.actions, bench.rig.theme, kId, QStringLiteral("play"));
        QVERIFY(!button.isEnabled());
        bench.add();
        QVERIFY(button.isEnabled());
        bench.owner.reset();
        QVERIFY(!button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(!bench.isOpen);
        bench.owner = std::make_unique<QObject>();
        bench.add();
        QVERIFY(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(bench.isOpen);
    }
};

QTEST_MAIN(TestActionButton)
#include "tst_action_button.moc"
