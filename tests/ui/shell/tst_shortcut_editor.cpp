// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/support/operator_hands.h"
#include "tests/ui/support/ui_rig.h"
#include "ui/shell/shortcut_capture.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/shortcut_model.h"
#include "ui/shell/shortcut_sheet.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::shell;

namespace {

struct Bench {
    test::ManualClock clock;
    test::UiRig rig{clock};
    int runs = 0;

    Bench()
    {
        add(QStringLiteral("window.fullScreen"), QStringLiteral("Window"), QStringLiteral("Full screen"),
            Qt::Key_F11);
        add(QStringLiteral("window.palette"), QStringLiteral("Window"), QStringLiteral("Find"),
            Qt::CTRL | Qt::Key_K);
        add(QStringLiteral("wall.record"), QStringLiteral("Wall"), QStringLiteral("Record <b>now</b> & save"),
            {});
    }
    QAction *add(const QString &id, const QString &group, const QString &text, const QKeySequence &keys)
    {
        kit::ActionSpec spec;
        spec.id = id;
        spec.group = [group] { return group; };
        spec.text = [text] { return text; };
        spec.shortcut = keys;
        spec.run = [this] { ++runs; };
        return rig.actions.add(&rig.actions, spec);
    }
    QKeySequence keys(const char *id) { return rig.actions.shortcut(QLatin1String(id)); }
};

struct Editor {
    explicit Editor(Bench &bench)
        : widget(bench.rig.theme, bench.rig.actions)
    {
        widget.resize(700, 420);
        for (QAction *action : bench.rig.actions.actions())
            widget.addAction(action); // as the window does: the keys must not run while they are pressed here
        widget.show();
    }
    QTableView *table() { return widget.findChild<QTableView *>(); }
    ShortcutCapture *capture() { return widget.findChild<ShortcutCapture *>(); }
    QPushButton *button(const char *name) { return widget.findChild<QPushButton *>(QLatin1String(name)); }
    QString words() { return widget.findChild<QLabel *>(QStringLiteral("shortcutWords"))->text(); }
    void select(int row) { table()->selectRow(row); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        test::click(capture());
        QVERIFY(capture()->isCapturing());
        QTest::keyClick(capture(), key, modifiers);
    }

    ShortcutEditor widget;
};

QStringList labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            texts << label->text();
    }
    return texts;
}

} // namespace

class TestShortcutEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsItsPromises()
    {
        Bench bench;
        ShortcutModel model(bench.rig.actions);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 3);
        bench.add(QStringLiteral("late"), QStringLiteral("Wall"), QStringLiteral("Late"), Qt::Key_F2);
        QCOMPARE(model.rowCount(), 4);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(bench.rig.actions.setShortcut(QStringLiteral("late"), Qt::Key_F3));
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.find(QStringLiteral("late")).data(ShortcutModel::ChangedRole).toBool());
        bench.rig.actions.remove(QStringLiteral("window.palette"));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!model.find(QStringLiteral("window.palette")).isValid());
    }

    void pressedKeysAreTakenAndDoNotRunAnything()
    {
        Bench bench;
        Editor editor(bench);
        QVERIFY(QTest::qWaitForWindowActive(&editor.widget));
        editor.select(2);
        editor.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.keys("wall.record"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
        QVERIFY(editor.words().contains(QStringLiteral("<b>now</b> & save")));
        editor.press(Qt::Key_F11); // somebody else's
        QCOMPARE(bench.runs, 0);
        QVERIFY(!editor.capture()->isCapturing());
    }

    void modifiersAloneAreWaitedThrough()
    {
        Bench bench;
        Editor editor(bench);
        editor.select(2);
        test::click(editor.capture());
        QTest::keyPress(editor.capture(), Qt::Key_Control);
        QTest::keyPress(editor.capture(), Qt::Key_Shift, Qt::ControlModifier);
        QVERIFY(editor.capture()->isCapturing());
        QTest::keyClick(editor.capture(), Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.keys("wall.record"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5));
    }

    void aConflictIsNamedAndSwappedOnRequest()
    {
        Bench bench;
        Editor editor(bench);
        editor.select(0);
        editor.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(editor.words().contains(QStringLiteral("Find")));
        QCOMPARE(bench.keys("window.fullScreen"), QKeySequence(Qt::Key_F11));
        QVERIFY(editor.button("shortcutSwap")->isVisible());
        test::click(editor.button("shortcutSwap"));
        QCOMPARE(bench.keys("window.fullScreen"), QKeySequence(Qt::CTRL | Qt::Key_K));
        QCOMPARE(bench.keys("window.palette"), QKeySequence(Qt::Key_F11));
        QVERIFY(!editor.button("shortcutSwap")->isVisible());
        test::click(editor.button("shortcutResetAll"));
        QCOMPARE(bench.keys("window.fullScreen"), QKeySequence(Qt::Key_F11));
        QVERIFY(!editor.button("shortcutResetAll")->isEnabled());
        QVERIFY(!editor.button("shortcutResetAll")->toolTip().isEmpty());
    }

    void reservedKeysAreRefusedWithWords_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Tab") << Qt::Key_Tab;
        QTest::newRow("Backtab") << Qt::Key_Backtab;
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Up") << Qt::Key_Up;
    }
    void reservedKeysAreRefusedWithWords()
    {
        QFETCH(Qt::Key, key);
        Bench bench;
        Editor editor(bench);
        editor.select(1);
        editor.press(key);
        QVERIFY(editor.words().contains(QStringLiteral("cannot be used")));
        QCOMPARE(bench.keys("window.palette"), QKeySequence(Qt::CTRL | Qt::Key_K));
    }

    void escapeLeavesItAsItIs()
    {
        Bench bench;
        Editor editor(bench);
        editor.select(1);
        QTest::keyClick(editor.table(), Qt::Key_Return);
        QVERIFY(editor.capture()->isCapturing());
        QTest::keyClick(editor.capture(), Qt::Key_Escape);
        QVERIFY(!editor.capture()->isCapturing());
        QCOMPARE(bench.keys("window.palette"), QKeySequence(Qt::CTRL | Qt::Key_K));
    }

    void oneIsClearedAndReset()
    {
        Bench bench;
        Editor editor(bench);
        editor.select(1);
        QVERIFY(!editor.button("shortcutReset")->isEnabled());
        test::click(editor.button("shortcutClear"));
        QVERIFY(bench.keys("window.palette").isEmpty());
        QVERIFY(!editor.button("shortcutClear")->isEnabled());
        test::click(editor.button("shortcutReset"));
        QCOMPARE(bench.keys("window.palette"), QKeySequence(Qt::CTRL | Qt::Key_K));
    }

    void theTableIsSearched()
    {
        Bench bench;
        Editor editor(bench);
        auto *search = editor.widget.findChild<QLineEdit *>(QStringLiteral("shortcutSearch"));
        QTest::keyClicks(search, QStringLiteral("screen WINDOW"));
        QCOMPARE(editor.table()->model()->rowCount(), 1);
        search->setText(QStringLiteral("ctrl+k"));
        QCOMPARE(editor.table()->model()->index(0, 0).data().toString(), QStringLiteral("Find"));
        search->setText(QStringLiteral("(.*"));
        QCOMPARE(editor.table()->model()->rowCount(), 0);
        QVERIFY(!editor.capture()->isEnabled());
    }

    void theSheetShowsWhatHasKeysByGroup()
    {
        Bench bench;
        bench.rig.actions.addFixedKeys(&bench.rig.actions, {[] { return QStringLiteral("Wall"); },
                                                            [] { return QStringLiteral("Another tile"); },
                                                            {Qt::Key_Left, Qt::Key_Right}});
        ShortcutSheet sheet(bench.rig.theme, bench.rig.actions);
        sheet.toggle();
        QVERIFY(sheet.isVisible());
        const QStringList all = labels(sheet);
        for (const char *text :
             {"Window", "Full screen", "F11", "Find", "Wall", "Another tile", "\u2190  \u2192"})
            QVERIFY2(all.contains(QString::fromUtf8(text)), text);
        QVERIFY(!all.contains(QStringLiteral("Record <b>now</b> & save"))); // it has no key
        auto *search = sheet.findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("screen"));
        QVERIFY(labels(sheet).contains(QStringLiteral("F11")));
        QVERIFY(!labels(sheet).contains(QStringLiteral("Another tile")));
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QVERIFY(!sheet.findChild<QScrollArea *>()->isVisible());
        sheet.toggle();
        QVERIFY(!sheet.isVisible());
    }
};

QTEST_MAIN(TestShortcutEditor)
#include "tst_shortcut_editor.moc"
