// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings_store.h"
#include "tests/support/manual_clock.h"
#include "ui/kit/action_registry.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/palette_panel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::shell;

namespace {

kit::SiteNode node(const QString &id, const QString &name, const QList<kit::SiteNode> &children = {})
{
    kit::SiteNode node;
    node.id = id;
    node.name = name;
    node.children = children;
    return node;
}

QStringList texts(const PaletteModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row).data().toString();
    return texts;
}

kit::Theme theme()
{
    QFile file(QStringLiteral(":/look/theme.json"));
    return file.open(QIODevice::ReadOnly) ? *kit::Theme::fromJson(file.readAll(), kit::Theme::Style::Dark)
                                          : kit::Theme();
}

/// A window with two places for the focus, a palette, three actions and a small site.
struct Bench {
    test::ManualClock clock;
    kit::Theme look = theme();
    kit::ActionRegistry actions;
    store::SettingsStore settings{QString(), clock};
    QList<kit::SiteNode> nodes{
        node(QStringLiteral("dvr/north"), QStringLiteral("North lot DVR"),
             {node(QStringLiteral("dvr/north/0"), QStringLiteral("1 Main gate")),
              node(QStringLiteral("dvr/north/1"), QStringLiteral("2 <b>Lane</b> & A"))}),
        node(QStringLiteral("dvr/south"), QStringLiteral("South lot DVR"),
             {node(QStringLiteral("dvr/south/0"), QStringLiteral("1 Main gate"))})};
    QStringList done;
    QString reason;
    QWidget window;
    QLineEdit *other = new QLineEdit(&window);
    PalettePanel *palette = nullptr;

    Bench()
    {
        add(QStringLiteral("window.fullScreen"), QStringLiteral("Full screen"), QKeySequence(Qt::Key_F11));
        add(QStringLiteral("wall.record"), QStringLiteral("Record the tile"), {});
        add(QStringLiteral("window.quit"), QStringLiteral("Quit"), {});
        window.resize(900, 600);
        palette = new PalettePanel(
            look, actions, settings, [this] { return nodes; }, &window);
        QObject::connect(palette, &PalettePanel::nodeChosen, [this](const QString &id) { done << id; });
    }
    void add(const QString &id, const QString &text, const QKeySequence &keys)
    {
        kit::ActionSpec spec;
        spec.id = id;
        spec.text = [text] { return text; };
        spec.group = [] { return QStringLiteral("Window"); };
        spec.shortcut = keys;
        spec.run = [this, id] { done << id; };
        if (id == QStringLiteral("wall.record"))
            spec.whyNot = [this] { return reason; };
        actions.add(&window, spec);
    }
    void open()
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
        palette->toggle();
        QVERIFY(palette->isOpen());
        QVERIFY(field()->hasFocus());
    }
    QLineEdit *field() { return palette->findChild<QLineEdit *>(); }
    QListView *list() { return palette->findChild<QListView *>(); }
    const PaletteModel &model() { return *palette->findChild<PaletteModel *>(); }
    QString footer() { return palette->findChild<QLabel *>()->text(); }
    QString current() { return list()->currentIndex().data().toString(); }
    void type(const QString &text) { QTest::keyClicks(field(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(field(), key, modifiers);
    }
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRowIsCutWhereThereIsRoom()
    {
        Bench bench;
        // As the style sheet does: what it adds around the palette is not known before it is shown.
        bench.window.setStyleSheet(QStringLiteral("#palette { border: 1px solid gray; }"));
        bench.open();
        const int row = bench.list()->sizeHintForRow(0);
        QVERIFY(row > 0);
        QVERIFY(bench.list()->viewport()->height() >= 3 * row);
        QCOMPARE(bench.list()->viewport()->height() % row, 0);
    }

    void theModelKeepsItsPromises()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch in the middle of a reset
        PaletteIndex index;
        for (int i = 0; i < 350; ++i)
            index.addNodes({node(QStringLiteral("n%1").arg(i), QStringLiteral("channel %1").arg(i))});
        model.setIndex(std::move(index), {});
        QCOMPARE(model.rowCount(), PaletteModel::kPiece);
        model.fetchMore({});
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 350);
        QVERIFY(!model.canFetchMore({}));
        model.setQuery(QStringLiteral("34"));
        QCOMPARE(texts(model).constFirst(), QStringLiteral("channel 34"));
        model.setQuery(QStringLiteral("349"));
        QCOMPARE(texts(model), QStringList{QStringLiteral("channel 349")});
        model.setQuery(QStringLiteral("no such thing"));
        QCOMPARE(model.rowCount(), 0);
        model.setQuery(QString());
        QCOMPARE(model.hitCount(), 350);
    }

    void typingOnFindsTheSameAsTypingAtOnce()
    {
        Bench bench;
        bench.open();
        bench.type(QStringLiteral("mai"));
        const QStringList stepwise = texts(bench.model());
        bench.field()->clear();
        bench.field()->setText(QStringLiteral("mai"));
        QCOMPARE(texts(bench.model()), stepwise);
        QCOMPARE(stepwise.size(), 2);
    }

    void itFindsActionsDevicesAndChannels_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("action") << "full" << QStringList{QStringLiteral("Full screen")};
        QTest::newRow("device") << "north dvr"
                                << QStringList{QStringLiteral("North lot DVR"), QStringLiteral("1 Main gate"),
                                               QStringLiteral("2 <b>Lane</b> & A")};
        QTest::newRow("channel of a device") << "gate south" << QStringList{QStringLiteral("1 Main gate")};
        QTest::newRow("a literal name") << "<b>" << QStringList{QStringLiteral("2 <b>Lane</b> & A")};
        QTest::newRow("nothing") << "zzz" << QStringList();
    }
    void itFindsActionsDevicesAndChannels()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, found);
        Bench bench;
        bench.open();
        bench.type(query);
        QCOMPARE(texts(bench.model()), found);
        bench.list()->viewport()->grab();
    }

    void enterRunsTheActionAndGivesTheFocusBack()
    {
        Bench bench;
        bench.open();
        bench.type(QStringLiteral("fs"));
        QCOMPARE(bench.current(), QStringLiteral("Full screen"));
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.done, QStringList{QStringLiteral("window.fullScreen")});
        QVERIFY(!bench.palette->isOpen());
        QVERIFY(bench.other->hasFocus());
    }

    void aRowOfTheTreeIsChosenWithTheMouse()
    {
        Bench bench;
        bench.open();
        bench.type(QStringLiteral("gate south"));
        const QRect row = bench.list()->visualRect(bench.list()->model()->index(0, 0));
        QTest::mouseClick(bench.list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(bench.done, QStringList{QStringLiteral("dvr/south/0")});
        QVERIFY(!bench.palette->isOpen());
    }

    void whatCannotBeDoneComesLastSaysWhyAndDoesNotRun()
    {
        Bench bench;
        bench.reason = QStringLiteral("No tile is selected");
        bench.open();
        QCOMPARE(texts(bench.model()).constLast(), QStringLiteral("Record the tile"));
        bench.type(QStringLiteral("record"));
        QCOMPARE(bench.current(), QStringLiteral("Record the tile"));
        QCOMPARE(bench.footer(), bench.reason);
        bench.press(Qt::Key_Return);
        QVERIFY(bench.done.isEmpty());
        QVERIFY(bench.palette->isOpen());
        QVERIFY(bench.list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(bench.reason));
    }

    void keysMoveTheChoice()
    {
        Bench bench;
        for (int i = 0; i < 300; ++i)
            bench.nodes.append(node(QStringLiteral("x%1").arg(i), QStringLiteral("extra %1").arg(i)));
        bench.open();
        bench.type(QStringLiteral("extra"));
        QCOMPARE(bench.list()->currentIndex().row(), 0);
        bench.press(Qt::Key_Down);
        QCOMPARE(bench.list()->currentIndex().row(), 1);
        bench.press(Qt::Key_Up);
        bench.press(Qt::Key_PageDown);
        const int page = bench.list()->currentIndex().row();
        QVERIFY(page > 2);
        bench.press(Qt::Key_PageUp);
        QCOMPARE(bench.list()->currentIndex().row(), 0);
        for (int i = 0; i * page < 310; ++i)
            bench.press(Qt::Key_PageDown);
        QCOMPARE(bench.list()->currentIndex().row(), 299);
        bench.press(Qt::Key_Down); // round
        QCOMPARE(bench.list()->currentIndex().row(), 0);
        bench.press(Qt::Key_Tab);
        QVERIFY(bench.field()->hasFocus());
    }

    void escapeAndAClickElsewhereClose()
    {
        Bench bench;
        bench.open();
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.palette->isOpen());
        QVERIFY(bench.other->hasFocus());
        bench.palette->toggle();
        QTest::mouseClick(&bench.window, Qt::LeftButton, {}, QPoint(3, 590));
        QVERIFY(!bench.palette->isOpen());
        bench.palette->toggle();
        bench.other->setFocus(Qt::MouseFocusReason);
        QVERIFY(!bench.palette->isOpen());
        bench.palette->toggle();
        bench.palette->toggle();
        QVERIFY(!bench.palette->isOpen());
    }

    void theLastChoicesComeFirst()
    {
        Bench bench;
        bench.open();
        bench.type(QStringLiteral("quit"));
        bench.press(Qt::Key_Return);
        bench.palette->toggle();
        bench.type(QStringLiteral("gate south"));
        bench.press(Qt::Key_Enter);
        bench.palette->toggle();
        QCOMPARE(texts(bench.model()).mid(0, 3),
                 (QStringList{QStringLiteral("1 Main gate"), QStringLiteral("Quit"),
                              QStringLiteral("Full screen")}));
        QCOMPARE(bench.model().entry(bench.model().index(0))->id, QStringLiteral("dvr/south/0"));
        // Of two equal matches the one used lately.
        bench.type(QStringLiteral("main gate"));
        QCOMPARE(bench.model().entry(bench.model().index(0))->id, QStringLiteral("dvr/south/0"));
    }

    void garbageInTheSettingsIsIgnored()
    {
        Bench bench;
        QJsonArray kept{1,
                        QJsonValue(),
                        QStringLiteral("action:gone"),
                        QStringLiteral("nonsense"),
                        QString(100000, QLatin1Char(':')),
                        QStringLiteral("action:window.quit")};
        for (int i = 0; i < 1000; ++i)
            kept.append(QStringLiteral("row:%1").arg(i));
        bench.settings.setValue(QStringLiteral("palette.recent"), kept);
        bench.open();
        QCOMPARE(bench.current(), QStringLiteral("Quit"));
        bench.press(Qt::Key_Return);
        QCOMPARE(bench.settings.value(QStringLiteral("palette.recent")).toArray().size(),
                 PalettePanel::kMaximumRecent);
    }

    void anActionThatIsGoneDoesNothing()
    {
        Bench bench;
        bench.open();
        bench.type(QStringLiteral("quit"));
        bench.actions.remove(QStringLiteral("window.quit"));
        bench.press(Qt::Key_Return);
        QVERIFY(bench.done.isEmpty());
    }

    void anEndlesslyDeepTreeIsCut()
    {
        kit::SiteNode deep = node(QStringLiteral("leaf"), QStringLiteral("leaf"));
        for (int i = 0; i < 100; ++i)
            deep = node(QStringLiteral("d%1").arg(i), QString(1000, QLatin1Char('d')), {deep});
        PaletteIndex index;
        index.addNodes({deep});
        QCOMPARE(index.size(), PaletteIndex::kMaximumDepth + 1);
        PaletteMatcher matcher(QStringLiteral("ddd"));
        QCOMPARE(index.search(matcher, {}).size(), std::size_t(PaletteIndex::kMaximumDepth + 1));
    }

    void itStaysInsideASmallWindow()
    {
        Bench bench;
        bench.window.resize(320, 240);
        bench.open();
        QVERIFY(bench.window.rect().contains(bench.palette->geometry()));
        bench.window.resize(640, 300);
        QTRY_COMPARE(bench.palette->geometry().center().x(), bench.window.rect().center().x());
        QVERIFY(bench.window.rect().contains(bench.palette->geometry()));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
