// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/journal_rig.h"

#include "tests/support/full_disk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSignalSpy>

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using base::Result;

class TestJournal : public QObject, private JournalRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void whatIsAddedIsThereAsItWas();
    void whatIsTooLongIsCutAndMadePlain();
    void whatIsNoEventIsRefused();
    void acknowledgingChangesOnlyWhatIsOpen();
    void openOnesAreCountedUpToANumber();
    void tellsWhatThereIsToChooseFrom();
    void tellsWhatWasAddedABatchAtATime();
    void anEventNobodyWaitsForIsToldWhenItCannotBeWritten();
    void aWriteThatFailedLeavesNoNumbersBehind();
    void whatIsOlderThanTheRetentionGoes();
    void whatNobodyUsesAnyMoreGoesWithIt();
    void withoutARetentionNothingGoes();
    void numbersAreNeverUsedTwice();
    void everythingIsThereAfterAReopening();
};

void TestJournal::whatIsAddedIsThereAsItWas()
{
    Event event = makeEvent();
    event.time = QDateTime(QDate(2026, 11, 19), QTime(23, 59, 59, 999), Qt::UTC);
    event.severity = Severity::Alarm;
    event.arguments = {QStringLiteral("三号 \"机柜\""), QString::fromLatin1(""), QStringLiteral("a,b")};
    event.details = {{QStringLiteral("code"), 7},
                     {QStringLiteral("list"), QJsonArray{1, QStringLiteral("x")}}};
    event.operatorName = QStringLiteral("Li Wei");
    const auto id = journal().add(event).result();
    QVERIFY2(id, id ? "" : qPrintable(id.error().detail()));
    QVERIFY(*id > 0);
    const auto page = journal().page({}, {}, 10).result();
    QCOMPARE(page->entries.size(), 1);
    const JournalEntry entry = page->entries[0];
    QCOMPARE(entry.id, *id);
    QCOMPARE(entry.event.arguments, event.arguments);
    QCOMPARE(entry.event.details, event.details);
    QVERIFY(entry.event == event);
    QVERIFY(entry.acknowledgedAt.isNull() && entry.acknowledgedBy.isEmpty());

    // Without a time it is now.
    QVERIFY(journal().add(makeEvent()).result());
    QCOMPARE(journal().page({}, {}, 1).result()->entries[0].event.time, m_clock->now());
}

void TestJournal::whatIsTooLongIsCutAndMadePlain()
{
    Event event = makeEvent();
    event.device = QString(500, u'd');
    event.textKey = QString(500, u'k');
    for (int i = 0; i < 40; ++i)
        event.arguments.append(QStringLiteral("line\nbreak \u202e") + QString(500, u'a'));
    event.operatorName = QString(500, u'o');
    for (int i = 0; i < 40; ++i)
        event.details.insert(QStringLiteral("key %1").arg(i), QString(1000, u'v'));
    event.details.insert(QStringLiteral("bad"), QStringLiteral("a\u0007b"));
    QJsonValue deep = 1;
    for (int i = 0; i < 200; ++i)
        deep = QJsonArray{deep};
    event.details.insert(QStringLiteral("deep"), deep);
    QVERIFY(journal().add(event).result());
    const Event kept = journal().page({}, {}, 1).result()->entries[0].event;
    QCOMPARE(kept.device.size(), 128);
    QVERIFY(kept.textKey.size() <= 96);
    QCOMPARE(kept.arguments.size(), 16);
    for (const QString &argument : kept.arguments) {
        QCOMPARE(argument.size(), 256);
        QVERIFY(!argument.contains(u'\n') && !argument.contains(QChar(0x202e)));
    }
    QVERIFY(kept.operatorName.size() <= 256);
    QVERIFY(QJsonDocument(kept.details).toJson(QJsonDocument::Compact).size() <= 16 << 10);
    QCOMPARE(kept.details.value(QStringLiteral("cut")).toBool(), true);
    QCOMPARE(kept.details.value(QStringLiteral("bad")).toString(), QStringLiteral("a\ufffdb"));
}

void TestJournal::whatIsNoEventIsRefused()
{
    for (const QString &kind :
         {QString(), QStringLiteral("Offline"), QStringLiteral("a b"), QString(65, u'a')}) {
        Event event = makeEvent();
        event.kind = kind;
        const auto refused = journal().add(event).result();
        QVERIFY(!refused && refused.error().is(CommonError::InvalidArgument));
    }
    QCOMPARE(journal().page({}, {}, 10).result()->entries.size(), 0);
}

void TestJournal::acknowledgingChangesOnlyWhatIsOpen()
{
    const QList<JournalEntry> entries = fill(10);
    QList<QList<qint64>> told;
    connect(&journal(), &Journal::acknowledged, this,
            [&](const QList<qint64> &ids, const QDateTime &, const QString &) { told.append(ids); });
    const QList<qint64> first{entries[0].id, entries[1].id};
    QCOMPARE(*journal().acknowledge(first, QStringLiteral("Li Wei")).result(), 2);
    m_clock->advance(std::chrono::minutes(5));
    const QDateTime later = m_clock->now();
    QCOMPARE(*journal()
                  .acknowledge({entries[1].id, entries[2].id, 999'999}, QStringLiteral("Zhang\nSan"))
                  .result(),
             1);
    QCOMPARE(*journal().acknowledge(first, QStringLiteral("nobody")).result(), 0);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told[0], first);
    QCOMPARE(told[1], QList<qint64>{entries[2].id});
    for (const JournalEntry &entry : walk({}, 100)) {
        if (first.contains(entry.id))
            QCOMPARE(entry.acknowledgedBy, QStringLiteral("Li Wei"));
        else if (entry.id == entries[2].id)
            QCOMPARE(entry.acknowledgedBy, QStringLiteral("Zhang\ufffdSan"));
        else
            QVERIFY(entry.acknowledgedAt.isNull());
        if (entry.id == entries[2].id)
            QCOMPARE(entry.acknowledgedAt, later);
    }
}

void TestJournal::openOnesAreCountedUpToANumber()
{
    QList<JournalEntry> entries = fill(300);
    QList<qint64> alarms;
    int attention = 0;
    for (const JournalEntry &entry : entries) {
        if (entry.event.severity == Severity::Alarm)
            alarms.append(entry.id);
        attention += entry.event.severity == Severity::Attention ? 1 : 0;
    }
    QCOMPARE(*journal().countOpen(Severity::Info).result(), 300 - attention - int(alarms.size()));
    QCOMPARE(*journal().countOpen(Severity::Attention).result(), attention);
    QCOMPARE(*journal().countOpen(Severity::Alarm).result(), alarms.size());
    QCOMPARE(*journal().countOpen(Severity::Info, 9).result(), 9);
    QVERIFY(journal().acknowledge(alarms.mid(1), QStringLiteral("x")).result());
    QCOMPARE(*journal().countOpen(Severity::Alarm).result(), 1);
}

void TestJournal::tellsWhatThereIsToChooseFrom()
{
    const QList<JournalEntry> entries = fill(500);
    QSet<QString> systems;
    QSet<QString> devices;
    QSet<QString> kinds;
    for (const JournalEntry &entry : entries) {
        systems.insert(entry.event.system);
        devices.insert(entry.event.device);
        kinds.insert(entry.event.kind);
    }
    devices.remove(QString());
    const auto sorted = [](const QSet<QString> &set) {
        QStringList list(set.begin(), set.end());
        list.sort();
        return list;
    };
    const auto facets = journal().facets().result();
    QVERIFY(facets);
    QCOMPARE(facets->systems, sorted(systems));
    QCOMPARE(facets->devices, sorted(devices));
    QCOMPARE(facets->kinds, sorted(kinds));
}

void TestJournal::tellsWhatWasAddedABatchAtATime()
{
    QList<QList<JournalEntry>> told;
    connect(&journal(), &Journal::added, this,
            [&](const QList<JournalEntry> &entries) { told.append(entries); });
    QList<JournalEntry> entries = fill(50);
    m_clock->advance(std::chrono::milliseconds(99));
    QCOMPARE(told.size(), 0);
    m_clock->advance(std::chrono::milliseconds(1));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0], entries);
    entries = fill(3, 99);
    m_clock->advance(std::chrono::milliseconds(100));
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[1], entries);
    m_clock->advance(std::chrono::seconds(10));
    QCOMPARE(told.size(), 2);
}

void TestJournal::anEventNobodyWaitsForIsToldWhenItCannotBeWritten()
{
    QList<base::Error> told;
    connect(&journal(), &Journal::writeFailed, this, [&](const base::Error &error) { told.append(error); });
    Event event = makeEvent();
    event.kind.clear();
    journal().post(event);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0].is(CommonError::InvalidArgument));

    fill(5);
    {
        const auto size =
            std::max(QFileInfo(file()).size(), QFileInfo(file() + QStringLiteral("-wal")).size());
        const test::FullDisk full(rlim_t(size + 100));
        event = makeEvent();
        event.details.insert(QStringLiteral("much"), QString(10'000, u'm'));
        journal().post(event);
        QTRY_COMPARE(told.size(), 2);
    }
    QVERIFY(told[1].is(DatabaseError::DiskFull));
}

void TestJournal::aWriteThatFailedLeavesNoNumbersBehind()
{
    // What was learnt while writing (kinds, devices, words) is not on disk when the writing fails.
    {
        const auto size =
            std::max(QFileInfo(file()).size(), QFileInfo(file() + QStringLiteral("-wal")).size());
        const test::FullDisk full(rlim_t(size + 100));
        QList<QFuture<Result<qint64>>> answers;
        Events events(3);
        for (int i = 0; i < 50; ++i)
            answers.append(journal().add(events.next()));
        for (auto &answer : answers)
            QVERIFY(!answer.result());
    }
    QList<JournalEntry> entries = fill(200);
    for (const JournalEntry &entry : std::as_const(entries))
        QVERIFY(entry.id > 0);
    std::sort(entries.begin(), entries.end(), isLater);
    QCOMPARE(walk({}, 100), entries);
    JournalFilter filter;
    filter.text = QStringLiteral("rl1a");
    QVERIFY(!walk(filter, 100).isEmpty());
}

void TestJournal::whatIsOlderThanTheRetentionGoes()
{
    QList<qint64> pruned;
    connect(&journal(), &Journal::pruned, this, [&](qint64 events) { pruned.append(events); });
    QList<qint64> kept;
    constexpr int kOld = 1234; // several batches
    for (int i = 0; i < kOld; ++i) {
        Event event = makeEvent();
        event.time = m_clock->now().addDays(-30).addMSecs(-1 - i);
        event.arguments = {QStringLiteral("old%1").arg(i % 10)};
        journal().post(event);
    }
    for (int i = 0; i < 10; ++i) {
        Event event = makeEvent();
        event.time = m_clock->now().addDays(-30).addSecs(i * 60);
        kept.prepend(*journal().add(event).result());
    }
    journal().setRetention(30);
    QTRY_COMPARE(pruned, QList<qint64>{kOld});
    QCOMPARE(idsOf(walk({}, 100)), kept);

    // And again every hour.
    m_clock->advance(std::chrono::minutes(59));
    QCOMPARE(walk({}, 100).size(), 10);
    m_clock->advance(std::chrono::minutes(1));
    QTRY_COMPARE(pruned, (QList<qint64>{kOld, 10}));
    QCOMPARE(walk({}, 100).size(), 0);
}

void TestJournal::whatNobodyUsesAnyMoreGoesWithIt()
{
    QSignalSpy pruned(&journal(), &Journal::pruned);
    for (int i = 0; i < 300; ++i) {
        Event event = makeEvent();
        event.time = m_clock->now().addDays(-10);
        event.device = QStringLiteral("Stranger %1").arg(i);
        event.arguments = {QStringLiteral("word%1").arg(i)};
        journal().post(event);
    }
    Event event = makeEvent();
    event.device = QStringLiteral("Stranger 7");
    event.arguments = {QStringLiteral("word7")};
    QVERIFY(journal().add(event).result());
    QCOMPARE(rowsOf("word"), 300);
    journal().setRetention(1);
    QTRY_COMPARE(pruned.size(), 1);
    QCOMPARE(rowsOf("event"), 1);
    QCOMPARE(rowsOf("event_word"), 1);
    QCOMPARE(rowsOf("word"), 1);
    QCOMPARE(rowsOf("event_device"), 1);
    QCOMPARE(rowsOf("event_pair"), 1);
    QCOMPARE(rowsOf("device_word"), 2);
    // What is gone may come again.
    event.device = QStringLiteral("Stranger 8");
    event.arguments = {QStringLiteral("word8")};
    QVERIFY(journal().add(event).result());
    JournalFilter filter;
    filter.text = QStringLiteral("word8");
    QCOMPARE(walk(filter, 10).size(), 1);
}

void TestJournal::withoutARetentionNothingGoes()
{
    Event event = makeEvent();
    event.time = m_clock->now().addYears(-20);
    QVERIFY(journal().add(event).result());
    journal().setRetention(0);
    m_clock->advance(std::chrono::hours(3));
    QVERIFY(journal().add(makeEvent()).result());
    QCOMPARE(walk({}, 10).size(), 2);
}

void TestJournal::numbersAreNeverUsedTwice()
{
    QSignalSpy pruned(&journal(), &Journal::pruned);
    Event event = makeEvent();
    event.time = m_clock->now().addDays(-10);
    const qint64 before = *journal().add(event).result();
    journal().setRetention(1);
    QTRY_COMPARE(pruned.size(), 1);
    m_store = std::make_unique<Store>(file(), *m_clock);
    QVERIFY(m_store->database.open().result());
    QVERIFY(*journal().add(makeEvent()).result() > before);
}

void TestJournal::everythingIsThereAfterAReopening()
{
    QList<JournalEntry> entries = fill(300);
    std::sort(entries.begin(), entries.end(), isLater);
    const int kinds = rowsOf("event_kind");
    m_store.reset();
    m_store = std::make_unique<Store>(file(), *m_clock);
    QVERIFY(m_store->database.open().result());
    QCOMPARE(walk({}, 77), entries);
    QVERIFY(!fill(10, 3).isEmpty());
    QCOMPARE(walk({}, 77).size(), 310);
    QVERIFY2(rowsOf("event_kind") == kinds, "what events share is kept once");
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
