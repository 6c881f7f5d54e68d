// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_view.h"

#include "tests/ui/support/ui_rig.h"
#include "ui/shell/site_arrange.h"
#include "ui/shell/site_tree_model.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using kit::SiteNode;
using shell::SiteTreeModel;
using shell::SiteTreeView;
using shell::TreeDrop;

namespace {

SiteNode device(const QString &id, int channels = 0)
{
    SiteNode node;
    node.id = QStringLiteral("x/") + id;
    node.name = id;
    node.deviceId = id;
    for (int i = 0; i < channels; ++i) {
        SiteNode channel;
        channel.id = node.id + QLatin1Char('/') + QString::number(i);
        channel.name = QStringLiteral("%1 %2").arg(id).arg(i);
        channel.canDrag = true;
        node.children << channel;
    }
    node.canDrag = channels > 0;
    return node;
}

/// "a G(b,c) d": b and c in a group.
QList<SiteNode> parse(const QString &text, int channels = 0)
{
    QList<SiteNode> nodes;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!word.contains(u'(')) {
            nodes << device(word, channels);
            continue;
        }
        SiteNode group;
        group.name = word.section(u'(', 0, 0);
        group.id = shell::groupNodeId(group.name);
        group.canDrag = true;
        for (const QString &id : word.section(u'(', 1).chopped(1).split(u',', Qt::SkipEmptyParts))
            group.children << device(id, channels);
        nodes << group;
    }
    return nodes;
}

struct Bench {
    base::SystemClock clock;
    test::UiRig rig{clock};
    SiteTreeModel model;
    SiteTreeView view{rig.theme};
    QSignalSpy moved{&view, &SiteTreeView::movedTo};

    explicit Bench(const QString &text, int channels = 0)
    {
        view.setOpenAtFirst([](const QString &id) { return shell::groupOfNode(id).has_value(); });
        view.setModel(&model);
        view.setDropTest([this](const QString &id) {
            return shell::groupOfNode(id) ||
                   !model.find(id).data(SiteTreeModel::DeviceIdRole).toString().isEmpty();
        });
        view.resize(240, 600);
        view.show();
        model.setNodes(parse(text, channels));
    }
    QModelIndex row(const QString &name) const
    {
        const auto found =
            model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.constFirst();
    }
    QString id(const QString &name) const { return row(name).data(SiteTreeModel::NodeIdRole).toString(); }
    /// @param part of the row's height, from its top; the row "" is the room below all rows.
    QPoint at(const QString &name, double part) const
    {
        if (name.isEmpty())
            return QPoint(60, view.viewport()->height() - 5);
        const QRect rect = view.visualRect(row(name));
        return QPoint(rect.left() + 20, rect.top() + int(rect.height() * part));
    }
};

} // namespace

class TestSiteTreeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAreOpenUntilTheyAreClosed()
    {
        Bench bench(QStringLiteral("a G(b,c)"), 2);
        QVERIFY(bench.view.isExpanded(bench.row(QStringLiteral("G"))));
        QVERIFY(!bench.view.isExpanded(bench.row(QStringLiteral("b"))));
        bench.view.collapse(bench.row(QStringLiteral("G")));
        // It goes and comes back, as when its only device is moved there and back.
        bench.model.setNodes(parse(QStringLiteral("a b c"), 2));
        bench.model.setNodes(parse(QStringLiteral("a G(b,c)"), 2));
        QVERIFY(!bench.view.isExpanded(bench.row(QStringLiteral("G"))));
    }

    void anOpenDeviceStaysOpenInAnotherGroup()
    {
        Bench bench(QStringLiteral("G(b,c) H(d)"), 2);
        bench.view.expand(bench.row(QStringLiteral("b")));
        bench.model.setNodes(parse(QStringLiteral("G(c) H(d,b)"), 2));
        QVERIFY(bench.view.isExpanded(bench.row(QStringLiteral("b"))));
        QVERIFY(!bench.view.isExpanded(bench.row(QStringLiteral("c"))));
    }

    void selectedRowsAreToldOnceAndTopDown()
    {
        Bench bench(QStringLiteral("a G(b,c) d"));
        QItemSelectionModel *selection = bench.view.selectionModel();
        for (const char *name : {"d", "c", "G", "a"})
            selection->select(bench.row(QLatin1String(name)), QItemSelectionModel::Select);
        QCOMPARE(bench.view.selectedNodes(),
                 (QStringList{QStringLiteral("x/a"), shell::groupNodeId(QStringLiteral("G")),
                              QStringLiteral("x/d")}));
    }

    void saysWhereRowsArePutDown_data()
    {
        QTest::addColumn<QString>("moved");
        QTest::addColumn<QString>("onto");
        QTest::addColumn<double>("part");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("group");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, const char *moved, const char *onto, double part,
                            const char *before, const char *group, bool isTaken = true) {
            QTest::newRow(name) << QString::fromLatin1(moved) << QString::fromLatin1(onto) << part
                                << QString::fromLatin1(before) << QString::fromLatin1(group) << isTaken;
        };
        // The tree: a G(b,c) d
        row("upper half of a device", "d", "a", 0.2, "a", "");
        row("lower half of a device", "d", "a", 0.8, "G", "");
        row("lower half of the last one", "a", "d", 0.8, "", "");
        row("into a group, before one of its own", "d", "c", 0.2, "c", "G");
        row("into a group, behind its last one", "d", "c", 0.8, "", "G");
        row("onto a group", "d", "G", 0.7, "", "G");
        row("in front of a group", "d", "G", 0.1, "G", "");
        row("below everything", "b", "", 0, "", "");
        row("a group in front of a device", "G", "a", 0.2, "a", "");
        row("a group behind a device", "G", "d", 0.8, "", "");
        row("a group among its own", "G", "c", 0.8, "G", "");
        row("a channel", "a 0", "d", 0.5, "", "", false);
    }
    void saysWhereRowsArePutDown()
    {
        QFETCH(QString, moved);
        QFETCH(QString, onto);
        QFETCH(double, part);
        QFETCH(QString, before);
        QFETCH(QString, group);
        QFETCH(bool, isTaken);
        Bench bench(QStringLiteral("a G(b,c) d"), 1);
        const auto place = bench.view.dropPlace(bench.at(onto, part), {bench.id(moved)});
        QCOMPARE(place.has_value(), isTaken);
        if (!isTaken)
            return;
        QCOMPARE(place->beforeNode, before.isEmpty() ? QString() : bench.id(before));
        QCOMPARE(place->groupNode, group.isEmpty() ? QString() : bench.id(group));
    }

    void rowsFromElsewhereAreNotTaken()
    {
        Bench bench(QStringLiteral("a b"));
        QMimeData data;
        data.setData(QStringLiteral("application/x-opsdeck-tree-rows"), "x/a");
        QDropEvent drop(bench.at(QStringLiteral("b"), 0.8), Qt::CopyAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
        QApplication::sendEvent(bench.view.viewport(), &drop);
        QCOMPARE(bench.moved.size(), 0);
    }

    void deleteAsksForTheRemoval()
    {
        Bench bench(QStringLiteral("a"));
        QSignalSpy wanted(&bench.view, &SiteTreeView::removeWanted);
        QTest::keyClick(&bench.view, Qt::Key_Delete);
        QCOMPARE(wanted.size(), 0); // nothing is selected
        bench.view.setCurrentIndex(bench.row(QStringLiteral("a")));
        QTest::keyClick(&bench.view, Qt::Key_Delete);
        QCOMPARE(wanted.size(), 1);
    }

    void theMenuBesideAllRowsIsAskedFor()
    {
        Bench bench(QStringLiteral("a"));
        QSignalSpy wanted(&bench.view, &SiteTreeView::menuWanted);
        QContextMenuEvent event(QContextMenuEvent::Mouse, bench.at(QString(), 0), QPoint(1, 1));
        QApplication::sendEvent(bench.view.viewport(), &event);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), QString());
    }
};

QTEST_MAIN(TestSiteTreeView)
#include "tst_site_tree_view.moc"
