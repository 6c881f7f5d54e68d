// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_arrange.h"

#include <QElapsedTimer>
#include <QTest>

using namespace opsdeck;
using kit::SiteNode;
using kit::StateMark;

namespace {

/// "a G:b G:c" → devices.
site::Site siteOf(const QString &text)
{
    site::Site made;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        site::Device device;
        device.id = word.section(u':', -1);
        device.group = word.contains(u':') ? word.section(u':', 0, 0) : QString();
        made.devices.append(device);
    }
    return made;
}

/// "b a door" → rows of devices; a word with '!' is a row of no device.
QList<SiteNode> nodesOf(const QString &text, StateMark mark = StateMark::Ok)
{
    QList<SiteNode> nodes;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        SiteNode node;
        node.id = QStringLiteral("x/") + word;
        node.name = word;
        node.mark = mark;
        node.deviceId = word.startsWith(u'!') ? QString() : word;
        nodes << node;
    }
    return nodes;
}

QString write(const QList<SiteNode> &nodes)
{
    QStringList words;
    for (const SiteNode &node : nodes)
        words << (node.children.isEmpty() ? node.name
                                          : QStringLiteral("%1(%2)").arg(node.name, write(node.children)));
    return words.join(u' ');
}

} // namespace

class TestSiteArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsRowsWhereTheSiteHasThem_data()
    {
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("nodes");
        QTest::addColumn<QString>("arranged");
        QTest::newRow("order of the site") << "c a b"
                                           << "a b c"
                                           << "c a b";
        QTest::newRow("groups where their first device stands") << "a G:b c G:d"
                                                                << "a b c d"
                                                                << "a G(b d) c";
        QTest::newRow("two groups") << "H:a G:b H:c"
                                    << "a b c"
                                    << "H(a c) G(b)";
        QTest::newRow("a device without a row") << "a G:b"
                                                << "a"
                                                << "a";
        QTest::newRow("rows of no device come last") << "G:a"
                                                     << "!hub a"
                                                     << "G(a) !hub";
        QTest::newRow("rows of a device that is gone come last") << "b"
                                                                 << "a b"
                                                                 << "b a";
        QTest::newRow("no site") << ""
                                 << "a b"
                                 << "a b";
        QTest::newRow("nothing") << "a"
                                 << ""
                                 << "";
        QTest::newRow("an id twice in the site") << "a G:a"
                                                 << "a"
                                                 << "a";
    }
    void putsRowsWhereTheSiteHasThem()
    {
        QFETCH(QString, site);
        QFETCH(QString, nodes);
        QFETCH(QString, arranged);
        QCOMPARE(write(shell::arrangedNodes(siteOf(site), nodesOf(nodes))), arranged);
    }

    void aGroupShowsItsWorstDeviceAndCounts()
    {
        QList<SiteNode> nodes = nodesOf(QStringLiteral("a b c"));
        const site::Site site = siteOf(QStringLiteral("G:a G:b G:c"));
        QCOMPARE(shell::arrangedNodes(site, nodes).at(0).mark, StateMark::Ok);
        QCOMPARE(shell::arrangedNodes(site, nodes).at(0).figure, QStringLiteral("3"));
        nodes[1].mark = StateMark::Off;
        QCOMPARE(shell::arrangedNodes(site, nodes).at(0).mark, StateMark::Off);
        nodes[2].mark = StateMark::Attention;
        const SiteNode group = shell::arrangedNodes(site, nodes).at(0);
        QCOMPARE(group.mark, StateMark::Attention);
        QCOMPARE(group.figure, QStringLiteral("1/3"));
        QVERIFY(group.canDrag);
    }

    void namesOfGroupsMayHoldAnything_data()
    {
        QTest::addColumn<QString>("group");
        for (const char *name : {"Gates", "a/b", "100 %", "", "group/x", "<b>", "北门"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void namesOfGroupsMayHoldAnything()
    {
        QFETCH(QString, group);
        QCOMPARE(shell::groupOfNode(shell::groupNodeId(group)), std::optional(group));
        QVERIFY(!shell::groupOfNode(QStringLiteral("dvr/") + group));
    }

    void thousandsOfDevicesAreQuick()
    {
        site::Site site;
        QList<SiteNode> nodes;
        for (int i = 0; i < 5000; ++i) {
            site::Device device;
            device.id = QString::number(i);
            device.group = i % 2 ? QStringLiteral("group %1").arg(i % 100) : QString();
            site.devices.append(device);
            nodes.prepend(nodesOf(device.id).constFirst());
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(shell::arrangedNodes(site, nodes).size(), 2550);
        QVERIFY2(timer.elapsed() < 200, QByteArray::number(timer.elapsed()));
    }
};

QTEST_GUILESS_MAIN(TestSiteArrange)
#include "tst_site_arrange.moc"
