// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/action_registry.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace opsdeck;
using kit::ActionError;
using kit::ActionRegistry;

namespace {

QKeySequence keys(const char *text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

struct Bench {
    QObject owner;
    ActionRegistry registry;
    QStringList done;
    QString reason;
    bool isOn = false;
    QString prefix;

    QAction *add(const QString &id, const QKeySequence &shortcut = {})
    {
        kit::ActionSpec spec;
        spec.id = id;
        spec.group = [] { return QStringLiteral("Group"); };
        spec.text = [this, id] { return prefix + QStringLiteral("Do ") + id; };
        spec.shortcut = shortcut;
        spec.run = [this, id] { done << id; };
        spec.whyNot = [this] { return reason; };
        return registry.add(&owner, spec);
    }
};

} // namespace

class TestActionRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<QAction *>(); }

    void anActionRunsAndShowsItsKeysAndText()
    {
        Bench bench;
        QSignalSpy added(&bench.registry, &ActionRegistry::added);
        QAction *action = bench.add(QStringLiteral("a&b"), keys("Ctrl+K"));
        QCOMPARE(added.size(), 1);
        QCOMPARE(bench.registry.action(QStringLiteral("a&b")), action);
        QCOMPARE(action->text(), QStringLiteral("Do a&&b"));
        QCOMPARE(bench.registry.text(QStringLiteral("a&b")), QStringLiteral("Do a&b"));
        QVERIFY(action->toolTip().contains(QStringLiteral("Ctrl+K")));
        action->trigger();
        QCOMPARE(bench.done, QStringList{QStringLiteral("a&b")});
    }

    void whatCannotBeDoneIsDisabledSaysWhyAndDoesNotRun()
    {
        Bench bench;
        QAction *action = bench.add(QStringLiteral("a"));
        QSignalSpy refused(&bench.registry, &ActionRegistry::refused);
        bench.reason = QStringLiteral("The <b>recorder</b> is offline");
        action->trigger(); // nobody has refreshed yet
        QVERIFY(bench.done.isEmpty());
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.at(0).at(1).toString(), bench.reason);
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(bench.reason.toHtmlEscaped()));
        bench.reason.clear();
        bench.registry.refresh();
        QVERIFY(action->isEnabled());
        action->trigger();
        QCOMPARE(bench.done.size(), 1);
    }

    void aCheckableActionShowsWhatIsSoAndNotWhatWasClicked()
    {
        Bench bench;
        kit::ActionSpec spec;
        spec.id = QStringLiteral("toggle");
        spec.group = spec.text = [] { return QStringLiteral("Toggle"); };
        bool doesWork = false;
        spec.run = [&] { bench.isOn = doesWork ? !bench.isOn : bench.isOn; };
        spec.isCheckable = true;
        spec.isChecked = [&] { return bench.isOn; };
        QAction *action = bench.registry.add(&bench.owner, spec);
        action->trigger();
        QVERIFY(!action->isChecked());
        doesWork = true;
        action->trigger();
        QVERIFY(action->isChecked());
        bench.isOn = false;
        bench.registry.refresh();
        QVERIFY(!action->isChecked());
    }

    void anActionLeavesWithItsOwner()
    {
        Bench bench;
        QSignalSpy removed(&bench.registry, &ActionRegistry::removed);
        auto owner = std::make_unique<QObject>();
        kit::ActionSpec spec;
        spec.id = QStringLiteral("gone");
        spec.group = spec.text = [] { return QStringLiteral("Gone"); };
        int runs = 0;
        spec.run = [&] { ++runs; };
        spec.shortcut = keys("F5");
        QPointer<QAction> action = bench.registry.add(owner.get(), spec);
        owner.reset();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(bench.registry.action(QStringLiteral("gone")), nullptr);
        action->trigger();
        QCOMPARE(runs, 0);
        QVERIFY(bench.registry.holdersOf(keys("F5")).isEmpty());
        QTRY_VERIFY(!action);
    }

    void anActionMayRemoveItself()
    {
        Bench bench;
        kit::ActionSpec spec;
        spec.id = QStringLiteral("self");
        spec.group = spec.text = [] { return QStringLiteral("Self"); };
        QString said;
        const QString words = QStringLiteral("still here");
        spec.run = [&bench, &said, words] {
            bench.registry.remove(QStringLiteral("self"));
            said = words; // the function must outlive its entry
        };
        bench.registry.add(&bench.owner, spec)->trigger();
        QCOMPARE(said, words);
        QVERIFY(bench.registry.actions().isEmpty());
    }

    void theSameIdReplaces()
    {
        Bench bench;
        bench.add(QStringLiteral("a"), keys("F5"));
        QAction *second = bench.add(QStringLiteral("a"), keys("F5"));
        QCOMPARE(bench.registry.actions(), QList<QAction *>{second});
        QCOMPARE(second->shortcut(), keys("F5"));
    }

    void whichKeysAreReserved_data()
    {
        QTest::addColumn<QKeySequence>("shortcut");
        QTest::addColumn<bool>("isReserved");
        QTest::newRow("Esc") << keys("Esc") << true;
        QTest::newRow("Shift+Tab") << keys("Shift+Tab") << true;
        QTest::newRow("Return") << keys("Return") << true;
        QTest::newRow("Enter of the number pad") << QKeySequence(Qt::KeypadModifier | Qt::Key_Enter) << true;
        QTest::newRow("an arrow") << keys("Left") << true;
        QTest::newRow("as the second stroke") << keys("Ctrl+A, Esc") << true;
        QTest::newRow("Ctrl+Return") << keys("Ctrl+Return") << false;
        QTest::newRow("F5") << keys("F5") << false;
        QTest::newRow("a letter") << keys("R") << false;
        QTest::newRow("none") << QKeySequence() << false;
    }
    void whichKeysAreReserved()
    {
        QFETCH(QKeySequence, shortcut);
        QFETCH(bool, isReserved);
        QCOMPARE(ActionRegistry::isReserved(shortcut), isReserved);
        Bench bench;
        bench.add(QStringLiteral("a"));
        const auto result = bench.registry.setShortcut(QStringLiteral("a"), shortcut);
        QCOMPARE(result.has_value(), !isReserved);
        if (isReserved)
            QVERIFY(result.error().is(ActionError::ShortcutReserved));
    }

    void whichKeysCollide_data()
    {
        QTest::addColumn<QKeySequence>("wanted");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("the same") << keys("Ctrl+K, Ctrl+B") << true;
        QTest::newRow("its beginning") << keys("Ctrl+K") << true;
        QTest::newRow("longer") << keys("Ctrl+K, Ctrl+B, X") << true;
        QTest::newRow("another second stroke") << keys("Ctrl+K, Ctrl+C") << false;
        QTest::newRow("another") << keys("Ctrl+L") << false;
        QTest::newRow("none") << QKeySequence() << false;
    }
    void whichKeysCollide()
    {
        QFETCH(QKeySequence, wanted);
        QFETCH(bool, isTaken);
        Bench bench;
        bench.add(QStringLiteral("holder"), keys("Ctrl+K, Ctrl+B"));
        QAction *other = bench.add(QStringLiteral("other"), keys("F5"));
        const auto result = bench.registry.setShortcut(QStringLiteral("other"), wanted);
        QCOMPARE(result.has_value(), !isTaken);
        QCOMPARE(other->shortcut(), isTaken ? keys("F5") : wanted);
        if (isTaken) {
            QVERIFY(result.error().is(ActionError::ShortcutTaken));
            QVERIFY(result.error().detail().contains(QStringLiteral("holder")));
        }
    }

    void unknownActionsAreRefused()
    {
        ActionRegistry registry;
        QVERIFY(registry.setShortcut(QStringLiteral("x"), keys("F5")).error().is(ActionError::UnknownAction));
        QVERIFY(
            registry.swapShortcut(QStringLiteral("x"), keys("F5")).error().is(ActionError::UnknownAction));
        QVERIFY(!registry.setShortcut(QStringLiteral("x"), registry.defaultShortcut(QStringLiteral("x"))));
        QCOMPARE(registry.text(QStringLiteral("x")), QString());
    }

    void aSwapGivesTheOtherWhatThisOneHad()
    {
        Bench bench;
        QAction *a = bench.add(QStringLiteral("a"), keys("F5"));
        QAction *b = bench.add(QStringLiteral("b"), keys("F6"));
        QSignalSpy chosen(&bench.registry, &ActionRegistry::shortcutChosen);
        QVERIFY(bench.registry.swapShortcut(QStringLiteral("a"), keys("F6")));
        QCOMPARE(a->shortcut(), keys("F6"));
        QCOMPARE(b->shortcut(), keys("F5"));
        QCOMPARE(chosen.size(), 2);
        QVERIFY(bench.registry.swapShortcut(QStringLiteral("a"), keys("F5")));
        QVERIFY(chosen.constLast().at(2).toBool());
        QCOMPARE(a->shortcut(), keys("F5"));
    }

    void aResetWaitsUntilItsKeyIsFree()
    {
        Bench bench;
        QAction *a = bench.add(QStringLiteral("a"), keys("F5"));
        QAction *b = bench.add(QStringLiteral("b"), keys("F6"));
        QVERIFY(bench.registry.setShortcut(QStringLiteral("a"), keys("F7")));
        QVERIFY(bench.registry.setShortcut(QStringLiteral("b"), keys("F5")));
        const QKeySequence own = bench.registry.defaultShortcut(QStringLiteral("a"));
        QVERIFY(bench.registry.setShortcut(QStringLiteral("a"), own).error().is(ActionError::ShortcutTaken));
        QSignalSpy chosen(&bench.registry, &ActionRegistry::shortcutChosen);
        bench.registry.resetAllShortcuts();
        QCOMPARE(a->shortcut(), keys("F5"));
        QCOMPARE(b->shortcut(), keys("F6"));
        QCOMPARE(chosen.size(), 2);
    }

    void anEarlierChoiceWinsOverALaterDefault()
    {
        Bench bench;
        bench.registry.restoreShortcuts({{QStringLiteral("mine"), keys("F5")},
                                         {QStringLiteral("none"), QKeySequence()},
                                         {QStringLiteral("bad"), keys("Esc")}});
        QAction *other = bench.add(QStringLiteral("other"), keys("F5"));
        QCOMPARE(other->shortcut(), keys("F5"));
        QAction *mine = bench.add(QStringLiteral("mine"), keys("F9"));
        QCOMPARE(mine->shortcut(), keys("F5"));
        QVERIFY(other->shortcut().isEmpty());
        QVERIFY(bench.add(QStringLiteral("none"), keys("F8"))->shortcut().isEmpty());
        QCOMPARE(bench.add(QStringLiteral("bad"), keys("F4"))->shortcut(), keys("F4"));
        // And when it goes, the key is free for the default again.
        bench.registry.remove(QStringLiteral("mine"));
        QCOMPARE(other->shortcut(), keys("F5"));
    }

    void theKeyWorksInAWindowThatHasTheAction()
    {
        Bench bench;
        QWidget window;
        window.addAction(bench.add(QStringLiteral("a"), keys("Ctrl+K")));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(bench.done.size(), 1);
        QVERIFY(bench.registry.setShortcut(QStringLiteral("a"), keys("Ctrl+J")));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(bench.done.size(), 1);
        QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(bench.done.size(), 2);
    }

    void fixedKeysLeaveWithTheirOwner()
    {
        ActionRegistry registry;
        auto owner = std::make_unique<QObject>();
        const auto words = [] { return QStringLiteral("Words"); };
        registry.addFixedKeys(owner.get(), {words, words, {Qt::Key_Left, Qt::Key_Right}});
        registry.addFixedKeys(&registry, {words, words, {Qt::Key_Delete}});
        QCOMPARE(registry.fixedKeys().size(), 2);
        owner.reset();
        QCOMPARE(registry.fixedKeys().size(), 1);
        QCOMPARE(registry.fixedKeys().constFirst().keys, QList<QKeySequence>{Qt::Key_Delete});
    }

    void textsAreAskedAnew()
    {
        Bench bench;
        QAction *action = bench.add(QStringLiteral("a"));
        bench.prefix = QStringLiteral("Nun ");
        QSignalSpy changed(&bench.registry, &ActionRegistry::changed);
        bench.registry.retranslate();
        QCOMPARE(action->text(), QStringLiteral("Nun Do a"));
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_MAIN(TestActionRegistry)
#include "tst_action_registry.moc"
