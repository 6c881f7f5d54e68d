// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_merge.h"

#include "core/site/site_edit.h"

#include <QTest>

using namespace opsdeck;
using site::Device;
using site::MergeChoice;
using site::Site;
using Kind = site::MergeItem::Kind;

namespace {

const QString kRef = QStringLiteral("passwordRef");

Device device(const char *id, const char *host, const char *reference = nullptr)
{
    Device made;
    made.id = QString::fromLatin1(id);
    made.name = made.id.toUpper();
    made.system = QStringLiteral("pump");
    made.settings = QJsonObject{{QStringLiteral("host"), QString::fromLatin1(host)}};
    if (reference)
        made.settings.insert(kRef, QString::fromLatin1(reference));
    return made;
}

QStringList ids(const Site &site)
{
    QStringList list;
    for (const Device &one : site.devices)
        list << one.id;
    return list;
}

Site merge(const Site &mine, const Site &theirs, MergeChoice choice)
{
    const auto items = site::mergeItems(mine, theirs);
    QHash<QString, MergeChoice> choices;
    for (const auto &item : items)
        choices.insert(item.device.id, choice);
    return site::merged(mine, items, choices);
}

} // namespace

class TestSiteMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsNewSameAndDifferent()
    {
        Device changed = device("b", "2");
        changed.name = QStringLiteral("Other");
        changed.settings.insert(QStringLiteral("port"), 7);
        const Site mine{{device("a", "1"), device("b", "1")}, {}};
        const Site theirs{{device("a", "1"), changed, device("c", "1")}, {}};
        const auto items = site::mergeItems(mine, theirs);
        QCOMPARE(items.size(), 3);
        QCOMPARE(items[0].kind, Kind::Same);
        QCOMPARE(items[1].kind, Kind::Different);
        QCOMPARE(items[1].changed, (QStringList{QStringLiteral("name"), QStringLiteral("settings.host"),
                                                QStringLiteral("settings.port")}));
        QCOMPARE(items[2].kind, Kind::New);
    }

    void doesWhatWasChosen_data()
    {
        QTest::addColumn<MergeChoice>("choice");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("hostOfB");
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        QTest::newRow("skip") << MergeChoice::Skip << list("a b c") << QStringLiteral("1");
        QTest::newRow("replace") << MergeChoice::Replace << list("a b c") << QStringLiteral("2");
        QTest::newRow("keep both") << MergeChoice::KeepBoth << list("a b b-2 c") << QStringLiteral("1");
    }
    void doesWhatWasChosen()
    {
        QFETCH(MergeChoice, choice);
        QFETCH(QStringList, after);
        QFETCH(QString, hostOfB);
        const Site mine{{device("a", "1"), device("b", "1")}, {{QStringLiteral("x-mine"), 1}}};
        const Site theirs{{device("a", "1"), device("b", "2"), device("c", "1")},
                          {{QStringLiteral("x-theirs"), 1}}};
        const Site both = merge(mine, theirs, choice);
        QCOMPARE(ids(both), after);
        QCOMPARE(site::find(both, QStringLiteral("b"))->settings.value(QStringLiteral("host")).toString(),
                 hostOfB);
        QCOMPARE(both.other, mine.other);
        if (choice == MergeChoice::KeepBoth)
            QCOMPARE(both.devices.at(2).name, QStringLiteral("B (2)"));
    }

    void aSecondImportOfTheSameChangesNothing()
    {
        const Site mine{{device("a", "1")}, {}};
        const Site theirs{{device("c", "1"), device("b", "1", "opsdeck/b/password")}, {}};
        const Site once = merge(mine, theirs, MergeChoice::Skip);
        QCOMPARE(merge(once, theirs, MergeChoice::KeepBoth), once);
    }

    void noImportedDeviceGetsAtAnothersPassword_data()
    {
        QTest::addColumn<Device>("theirs");
        QTest::addColumn<MergeChoice>("choice");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("reference");
        QTest::newRow("a new one asks for ours")
            << device("evil", "6.6.6.6", "opsdeck/north/password") << MergeChoice::Skip
            << QStringLiteral("evil") << QStringLiteral("opsdeck/evil/password");
        QTest::newRow("one kept beside ours")
            << device("north", "6.6.6.6", "opsdeck/north/password") << MergeChoice::KeepBoth
            << QStringLiteral("north-2") << QStringLiteral("opsdeck/north-2/password");
        QTest::newRow("one that replaces ours asks for a third one's")
            << device("north", "6.6.6.6", "opsdeck/south/password") << MergeChoice::Replace
            << QStringLiteral("north") << QStringLiteral("opsdeck/north/password");
        QTest::newRow("its own is its own")
            << device("new", "1", "opsdeck/new/password") << MergeChoice::Skip << QStringLiteral("new")
            << QStringLiteral("opsdeck/new/password");
    }
    void noImportedDeviceGetsAtAnothersPassword()
    {
        QFETCH(Device, theirs);
        QFETCH(MergeChoice, choice);
        QFETCH(QString, id);
        QFETCH(QString, reference);
        const Site mine{
            {device("north", "1", "opsdeck/north/password"), device("south", "1", "opsdeck/south/password")},
            {}};
        const Site both = merge(mine, {{theirs}, {}}, choice);
        const Device *found = site::find(both, id);
        QVERIFY(found);
        QCOMPARE(found->settings.value(kRef).toString(), reference);
    }

    void anIdMadeHereLeavesTheImportedOnesFree()
    {
        const Site mine{{device("b", "1")}, {}};
        const Site theirs{{device("b", "2"), device("b-2", "3")}, {}};
        const Site both = merge(mine, theirs, MergeChoice::KeepBoth);
        QCOMPARE(both.devices.size(), 3);
        QCOMPARE(site::idsOf(both).size(), 3);
        QCOMPARE(site::find(both, QStringLiteral("b-2"))->settings.value(QStringLiteral("host")).toString(),
                 QStringLiteral("3"));
    }
};

QTEST_GUILESS_MAIN(TestSiteMerge)
#include "tst_site_merge.moc"
