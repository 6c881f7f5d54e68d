// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_edit.h"

#include <QRegularExpression>
#include <QTest>

using namespace opsdeck;
using site::Device;
using site::Site;

namespace {

/// "a G:b G:c d" → devices a and d without a group, b and c in group G.
Site parse(const QString &text)
{
    Site made;
    made.other.insert(QStringLiteral("x-kept"), 7);
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        Device device;
        device.id = word.section(u':', -1);
        device.group = word.contains(u':') ? word.section(u':', 0, 0) : QString();
        device.name = device.id;
        device.system = QStringLiteral("pump");
        made.devices.append(device);
    }
    return made;
}

QString write(const Site &site)
{
    QStringList words;
    for (const Device &device : site.devices)
        words << (device.group.isEmpty() ? device.id : device.group + u':' + device.id);
    return words.join(u' ');
}

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

} // namespace

class TestSiteEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesIdsOfNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("taken");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *what, const QString &name, const char *taken, const QString &id) {
            QTest::newRow(what) << name << QString::fromLatin1(taken) << id;
        };
        row("words", QStringLiteral("North gate"), "", QStringLiteral("north-gate"));
        row("signs", QStringLiteral("  Gate #3 / (east)! "), "", QStringLiteral("gate-3-east"));
        row("accents", QStringLiteral("Größe Éclair"), "", QStringLiteral("gro-e-eclair"));
        row("no usable letter", QStringLiteral("北门"), "", QStringLiteral("device"));
        row("the second one without letters", QStringLiteral("南门"), "device", QStringLiteral("device-2"));
        row("nothing", QString(), "", QStringLiteral("device"));
        row("taken twice", QStringLiteral("North"), "north north-2", QStringLiteral("north-3"));
        row("dots in front", QStringLiteral("../../etc"), "", QStringLiteral("etc"));
        row("too long", QString(300, u'x'), "", QString(64, u'x'));
        QTest::newRow("too long and taken")
            << QString(300, u'x') << QString(64, u'x') << QString(62, u'x') + QStringLiteral("-2");
    }
    void makesIdsOfNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, taken);
        QFETCH(QString, id);
        const QString made = site::uniqueId(name, setOf(taken));
        QCOMPARE(made, id);
        static const QRegularExpression kAllowed(QStringLiteral("\\A[A-Za-z0-9._-]{1,64}\\z"));
        QVERIFY(kAllowed.match(made).hasMatch());
    }

    void numbersNamesThatAreTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QString>("made");
        const QString north = QStringLiteral("North");
        QTest::newRow("free") << north << QStringList{} << north;
        QTest::newRow("taken") << north << QStringList{north} << QStringLiteral("North (2)");
        QTest::newRow("taken twice") << north << QStringList{north, QStringLiteral("North (2)")}
                                     << QStringLiteral("North (3)");
        QTest::newRow("counts on") << QStringLiteral("North (2)")
                                   << QStringList{north, QStringLiteral("North (2)")}
                                   << QStringLiteral("North (3)");
        QTest::newRow("a number of its own")
            << QStringLiteral("Gate 2") << QStringList{QStringLiteral("Gate 2")}
            << QStringLiteral("Gate 2 (2)");
        QTest::newRow("per cents") << QStringLiteral("50%1 %2%") << QStringList{QStringLiteral("50%1 %2%")}
                                   << QStringLiteral("50%1 %2% (2)");
        QTest::newRow("only a number")
            << QStringLiteral("(7)") << QStringList{QStringLiteral("(7)")} << QStringLiteral("(7) (2)");
    }
    void numbersNamesThatAreTaken()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, taken);
        QFETCH(QString, made);
        QCOMPARE(site::uniqueName(name, {taken.begin(), taken.end()}), made);
    }

    void movesOneStep_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *what, const char *before, const char *id, int step,
                            const char *after) {
            QTest::newRow(what) << QString::fromLatin1(before) << QString::fromLatin1(id) << step
                                << QString::fromLatin1(after);
        };
        row("down", "a b c", "a", 1, "b a c");
        row("up", "a b c", "c", -1, "a c b");
        row("the first up", "a b", "a", -1, "a b");
        row("the last down", "a b", "b", 1, "a b");
        row("past a group", "G:b G:c a", "a", -1, "a G:b G:c");
        row("within its group", "a G:b G:c", "c", -1, "a G:c G:b");
        row("stays in its group", "a G:b G:c", "b", -1, "a G:b G:c");
        row("a group in pieces is one", "G:b a G:c", "a", -1, "a G:b G:c");
        row("unknown", "a b", "x", 1, "a b");
        row("no step", "a b", "a", 0, "a b");
    }
    void movesOneStep()
    {
        QFETCH(QString, before);
        QFETCH(QString, id);
        QFETCH(int, step);
        QFETCH(QString, after);
        const Site moved = site::withDeviceMoved(parse(before), id, step);
        QCOMPARE(write(moved), after);
        QCOMPARE(moved.other.value(QStringLiteral("x-kept")).toInt(), 7);
    }

    void movesWholeGroups_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("after");
        QTest::newRow("down") << "G:a G:b c" << 1 << "c G:a G:b";
        QTest::newRow("up") << "c H:d G:a" << -1 << "c G:a H:d";
        QTest::newRow("no further") << "G:a c" << -1 << "G:a c";
        QTest::newRow("there is none") << "a b" << 1 << "a b";
    }
    void movesWholeGroups()
    {
        QFETCH(QString, before);
        QFETCH(int, step);
        QFETCH(QString, after);
        QCOMPARE(write(site::withGroupMoved(parse(before), QStringLiteral("G"), step)), after);
    }

    void putsDevicesDown_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("beforeId");
        QTest::addColumn<QString>("beforeGroup");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *what, const char *before, const char *ids, const char *group,
                            const char *beforeId, const char *beforeGroup, const char *after) {
            QTest::newRow(what) << QString::fromLatin1(before) << QString::fromLatin1(ids)
                                << QString::fromLatin1(group) << QString::fromLatin1(beforeId)
                                << QString::fromLatin1(beforeGroup) << QString::fromLatin1(after);
        };
        row("in front of another", "a b c", "c", "", "a", "", "c a b");
        row("several keep their order", "a b c d", "d b", "", "a", "", "b d a c");
        row("at the end", "a b c", "a", "", "", "", "b c a");
        row("into a group", "a G:b G:c d", "d", "G", "", "", "a G:b G:c G:d");
        row("into a group, in front", "a G:b G:c d", "d", "G", "b", "", "a G:d G:b G:c");
        row("into a new group", "a b", "a", "New", "", "", "b New:a");
        row("out of a group", "a G:b G:c", "b", "", "a", "", "b a G:c");
        row("in front of a group", "G:b G:c a", "a", "", "", "G", "a G:b G:c");
        row("beside itself", "a b c", "b", "", "b", "", "a b c");
        row("beside the last, which is moved too", "a b c", "b c", "", "c", "", "a b c");
        row("a whole group onto itself", "a G:b G:c d", "b c", "G", "", "", "a G:b G:c d");
        row("a group in front of one of its own", "a G:b G:c d", "b c", "G", "c", "", "a G:b G:c d");
        row("from one group to another", "G:a G:b H:c", "a", "H", "c", "", "G:b H:a H:c");
        row("unknown ids", "a b", "x y", "", "a", "", "a b");
        row("a place that is gone", "a b c", "a", "", "gone", "", "b c a");
    }
    void putsDevicesDown()
    {
        QFETCH(QString, before);
        QFETCH(QString, ids);
        QFETCH(QString, group);
        QFETCH(QString, beforeId);
        QFETCH(QString, beforeGroup);
        QFETCH(QString, after);
        const Site site = parse(before);
        const Site moved = site::withDevicesAt(site, setOf(ids), {group, beforeId, beforeGroup});
        QCOMPARE(write(moved), after);
        QCOMPARE(site::idsOf(moved), site::idsOf(site));
    }

    void putsGroupsDown()
    {
        const Site site = parse(QStringLiteral("a G:b G:c H:d e"));
        const QString g = QStringLiteral("G");
        QCOMPARE(write(site::withGroupAt(site, g, {{}, QStringLiteral("a"), {}})),
                 QStringLiteral("G:b G:c a H:d e"));
        QCOMPARE(write(site::withGroupAt(site, g, {})), QStringLiteral("a H:d e G:b G:c"));
        QCOMPARE(write(site::withGroupAt(site, QStringLiteral("H"), {{}, {}, g})),
                 QStringLiteral("a H:d G:b G:c e"));
        QCOMPARE(write(site::withGroupAt(site, g, {{}, QStringLiteral("c"), {}})), write(site));
        QCOMPARE(write(site::withGroupAt(site, QStringLiteral("none"), {})), write(site));
    }

    void renamesAGroupAndDissolvesIt()
    {
        const Site site = parse(QStringLiteral("a G:b H:c G:d"));
        QCOMPARE(write(site::withGroupRenamed(site, QStringLiteral("G"), QStringLiteral("H"))),
                 QStringLiteral("a H:b H:c H:d"));
        QCOMPARE(write(site::withGroupRenamed(site, QStringLiteral("G"), QString())),
                 QStringLiteral("a b H:c d"));
        QCOMPARE(site::groupsOf(site), (QStringList{QStringLiteral("G"), QStringLiteral("H")}));
    }

    void duplicatesWithoutTheSecret()
    {
        Site site = parse(QStringLiteral("a G:north G:c"));
        site.devices[1].settings =
            QJsonObject{{QStringLiteral("host"), QStringLiteral("h")},
                        {QStringLiteral("passwordRef"), QStringLiteral("opsdeck/north/password")},
                        {QStringLiteral("x-unknown"), 3}};
        const auto first = site::withDuplicate(site, QStringLiteral("north"));
        QCOMPARE(first.newId, QStringLiteral("north-2"));
        QCOMPARE(write(first.site), QStringLiteral("a G:north G:north-2 G:c"));
        const Device &copy = first.site.devices.at(2);
        QCOMPARE(copy.name, QStringLiteral("north (2)"));
        QCOMPARE(copy.settings, (QJsonObject{{QStringLiteral("host"), QStringLiteral("h")},
                                             {QStringLiteral("x-unknown"), 3}}));
        QCOMPARE(site::withDuplicate(first.site, QStringLiteral("north")).newId, QStringLiteral("north-3"));
        QVERIFY(site::withDuplicate(site, QStringLiteral("nobody")).newId.isEmpty());
    }

    void addsAndReplaces()
    {
        const Site site = parse(QStringLiteral("G:a b"));
        Device device;
        device.id = QStringLiteral("c");
        device.group = QStringLiteral("G");
        QCOMPARE(write(site::withDevice(site, device)), QStringLiteral("G:a G:c b"));
        device.id = QStringLiteral("b");
        QCOMPARE(write(site::withReplaced(site, device)), QStringLiteral("G:a G:b"));
        device.id = QStringLiteral("a");
        device.group.clear();
        QCOMPARE(write(site::withReplaced(site, device)), QStringLiteral("a b"));
        device.id = QStringLiteral("nobody");
        QCOMPARE(site::withReplaced(site, device), site);
    }

    void putsRemovedDevicesBackWhereTheyStood_data()
    {
        QTest::addColumn<QString>("ids");
        QTest::newRow("the first") << "a";
        QTest::newRow("the last") << "e";
        QTest::newRow("two beside each other") << "b c";
        QTest::newRow("here and there") << "a c e";
        QTest::newRow("all") << "a b c d e";
    }
    void putsRemovedDevicesBackWhereTheyStood()
    {
        QFETCH(QString, ids);
        const Site site = parse(QStringLiteral("a G:b G:c d e"));
        const auto removed = site::removedOf(site, setOf(ids));
        const Site rest = site::without(site, setOf(ids));
        QCOMPARE(rest.devices.size() + removed.size(), 5);
        QCOMPARE(site::withRestored(rest, removed), site);
    }

    void anIdThatIsTakenMeanwhileIsNotPutBack()
    {
        const Site site = parse(QStringLiteral("a b"));
        const auto removed = site::removedOf(site, {QStringLiteral("a")});
        QCOMPARE(write(site::withRestored(site, removed)), QStringLiteral("a b"));
    }

    void thousandsOfDevicesAreQuick()
    {
        Site site;
        for (int i = 0; i < 5000; ++i) {
            Device device;
            device.id = QStringLiteral("d%1").arg(i);
            device.group = i % 3 ? QStringLiteral("group %1").arg(i % 50) : QString();
            site.devices.append(device);
        }
        QElapsedTimer timer;
        timer.start();
        const Site moved =
            site::withDevicesAt(site, {QStringLiteral("d4999")}, {{}, QStringLiteral("d0"), {}});
        QVERIFY2(timer.elapsed() < 500, QByteArray::number(timer.elapsed()));
        QCOMPARE(moved.devices.size(), 5000);
        QCOMPARE(moved.devices.constFirst().id, QStringLiteral("d4999"));
    }
};

QTEST_GUILESS_MAIN(TestSiteEdit)
#include "tst_site_edit.moc"
