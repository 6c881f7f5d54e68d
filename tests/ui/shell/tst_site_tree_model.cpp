// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace opsdeck;
using kit::SiteNode;
using shell::SiteTreeModel;

namespace {

SiteNode node(const char *id, const QList<SiteNode> &children = {})
{
    SiteNode made;
    made.id = QString::fromLatin1(id);
    made.name = QStringLiteral("name of ") + made.id;
    made.canDrag = children.isEmpty();
    made.children = children;
    return made;
}

/// "a(1,2) b" for a list of device a with channels 1, 2, and device b.
QList<SiteNode> parse(const QString &text)
{
    QList<SiteNode> nodes;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString id = word.section(QLatin1Char('('), 0, 0);
        QList<SiteNode> children;
        const QString inside =
            word.section(QLatin1Char('('), 1).chopped(word.contains(QLatin1Char('(')) ? 1 : 0);
        for (const QString &child : inside.split(QLatin1Char(','), Qt::SkipEmptyParts))
            children << node(qPrintable(id + QLatin1Char('/') + child));
        nodes << node(qPrintable(id), children);
    }
    return nodes;
}

QStringList ids(const SiteTreeModel &model, const QModelIndex &parent = {})
{
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        all << index.data(SiteTreeModel::NodeIdRole).toString();
        all << ids(model, index);
    }
    return all;
}

QStringList ids(const QList<SiteNode> &nodes)
{
    QStringList all;
    for (const SiteNode &one : nodes) {
        all << one.id;
        all << ids(one.children);
    }
    return all;
}

} // namespace

class TestSiteTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAnyChangeOfTheList_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("from nothing") << ""
                                      << "a(1,2) b";
        QTest::newRow("to nothing") << "a(1,2) b"
                                    << "";
        QTest::newRow("a device more in front") << "b(1)"
                                                << "a(1) b(1)";
        QTest::newRow("a device less in the middle") << "a b c"
                                                     << "a c";
        QTest::newRow("turned round") << "a(1,2,3) b c"
                                      << "c b a(3,2,1)";
        QTest::newRow("channels appear") << "a"
                                         << "a(1,2,3,4)";
        QTest::newRow("channels go") << "a(1,2,3,4)"
                                     << "a";
        QTest::newRow("all others") << "a(1) b(2)"
                                    << "c(1) d(2)";
        QTest::newRow("swap and insert") << "a b c d"
                                         << "d x b a";
        QTest::newRow("many new ones around old ones") << "c"
                                                       << "a(1) b c d(1,2) e";
        QTest::newRow("holes") << "a b c d e f"
                               << "b e";
        QTest::newRow("from one place to another") << "g(a,b) h(c)"
                                                   << "g(b) h(a,c)";
        QTest::newRow("the same id twice") << "a b"
                                           << "a a b";
        QTest::newRow("no longer twice") << "a a b a"
                                         << "b a";
    }
    void followsAnyChangeOfTheList()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        SiteTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNodes(parse(before));
        QCOMPARE(ids(model), ids(parse(before)));
        model.setNodes(parse(after));
        QCOMPARE(ids(model), ids(parse(after)));
        model.setNodes(parse(before));
        QCOMPARE(ids(model), ids(parse(before)));
    }

    void tenThousandRowsAreQuick()
    {
        QList<SiteNode> nodes;
        for (int device = 0; device < 625; ++device) {
            QList<SiteNode> channels;
            for (int channel = 0; channel < 16; ++channel)
                channels << node(qPrintable(QStringLiteral("d%1/%2").arg(device).arg(channel)));
            nodes << node(qPrintable(QStringLiteral("d%1").arg(device)), channels);
        }
        SiteTreeModel model;
        QElapsedTimer timer;
        timer.start();
        model.setNodes(nodes);
        const auto first = timer.restart();
        // As every second: some figures change.
        for (int i = 0; i < 64; ++i)
            nodes[i].children[3].figure = QStringLiteral("25");
        model.setNodes(nodes);
        const auto update = timer.restart();
        std::reverse(nodes.begin(), nodes.end());
        model.setNodes(nodes);
        const auto reversed = timer.restart();
        QCOMPARE(ids(model).size(), 10625);
        qInfo("10,625 rows: first %lld ms, update %lld ms, turned round %lld ms", first, update, reversed);
        // Generous: this machine may be busy.
        QVERIFY(first < 500);
        QVERIFY(update < 100);
        QVERIFY(reversed < 1000);
    }

    void findsRowsAtAnyDepth()
    {
        SiteTreeModel model;
        model.setNodes(parse(QStringLiteral("a(1,2) b(1)")));
        QCOMPARE(model.find(QStringLiteral("b/1")).data(SiteTreeModel::NodeIdRole).toString(),
                 QStringLiteral("b/1"));
        QVERIFY(!model.find(QStringLiteral("c")).isValid());
        QVERIFY(!model.find(QString()).isValid());
    }

    void keepsPlacesThatPointAtRowsWhichStay()
    {
        SiteTreeModel model;
        model.setNodes(parse(QStringLiteral("a(1,2) b(1,2)")));
        const QPersistentModelIndex second(model.index(1, 0, model.index(1, 0)));
        model.setNodes(parse(QStringLiteral("x b(1,2) a(1,2)")));
        QCOMPARE(second.data(SiteTreeModel::NodeIdRole).toString(), QStringLiteral("b/2"));
    }

    void tellsOnlyOfRowsThatChanged()
    {
        SiteTreeModel model;
        QList<SiteNode> nodes = parse(QStringLiteral("a(1,2) b"));
        model.setNodes(nodes);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNodes(nodes);
        QCOMPARE(changed.size(), 0);
        nodes[0].children[1].figure = QStringLiteral("25");
        model.setNodes(nodes);
        QCOMPARE(changed.size(), 1);
        const QModelIndex index = changed.at(0).at(0).toModelIndex();
        QCOMPARE(index.data(SiteTreeModel::FigureRole).toString(), QStringLiteral("25"));
        QCOMPARE(index.data(SiteTreeModel::NodeIdRole).toString(), QStringLiteral("a/2"));
    }

    void carriesDraggedRowsByTheirIds()
    {
        SiteTreeModel model;
        model.setNodes(parse(QStringLiteral("a(1,2)")));
        const QModelIndex device = model.index(0, 0);
        QVERIFY(!model.flags(device).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(model.flags(model.index(0, 0, device)).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.index(0, 0, device), model.index(1, 0, device)}));
        QCOMPARE(data->data(kit::nodeMimeType()), QByteArray("a/1\na/2"));
    }

    void saysStateAndFigureToScreenReaders()
    {
        SiteTreeModel model;
        SiteNode gate = node("gate");
        gate.mark = kit::StateMark::Attention;
        gate.figure = QStringLiteral("stale");
        model.setNodes({gate});
        const QString said = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(said, QStringLiteral("name of gate, attention, stale"));
    }

    void showsMarkupOfANameLiterally()
    {
        SiteTreeModel model;
        SiteNode evil = node("evil");
        evil.name = QStringLiteral("<b>Gate</b>");
        evil.toolTip = QStringLiteral("<img src=x>");
        model.setNodes({evil});
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("<b>Gate</b>"));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }
};

QTEST_MAIN(TestSiteTreeModel)
#include "tst_site_tree_model.moc"
