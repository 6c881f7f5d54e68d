// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal_csv.h"
#include "core/store/journal_words.h"
#include "core/store/sql_connection.h"
#include "core/store/store.h"
#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::store;
using base::CommonError;
using base::Result;

namespace {

Event makeEvent(const char *kind = "offline")
{
    Event event;
    event.system = QStringLiteral("cabinet");
    event.device = QStringLiteral("WSTD081565222888");
    event.kind = QString::fromLatin1(kind);
    event.textKey = QStringLiteral("cabinet.offline.silent");
    return event;
}

/// Events as a year brings them: few kinds, some devices, words that are frequent and words that are rare, times out of
/// order.
class Events
{
public:
    explicit Events(quint32 seed)
        : m_random(seed)
    {
    }

    Event next()
    {
        static const QStringList kSystems{QStringLiteral("cabinet"), QStringLiteral("dvr"),
                                          QStringLiteral("opsdeck")};
        static const QStringList kKinds{QStringLiteral("offline"), QStringLiteral("online"),
                                        QStringLiteral("return"), QStringLiteral("rent"),
                                        QStringLiteral("refused")};
        static const QStringList kWords{QStringLiteral("Timeout"),         QStringLiteral("time"),
                                        QStringLiteral("RL1A7C000041"),    QStringLiteral("RL1A7C000042"),
                                        QStringLiteral("127.0.0.1:40212"), QStringLiteral("机柜三号"),
                                        QStringLiteral("Ünïcode"),         QStringLiteral("-"),
                                        QStringLiteral("a b c"),           QStringLiteral("slot 3"),
                                        QStringLiteral("tímeout")};
        Event event;
        event.time = kBegin.addMSecs(m_random.bounded(2000) * 500 + m_random.bounded(2));
        event.system = pick(kSystems);
        event.device = m_random.bounded(8) == 0
                           ? QString()
                           : QStringLiteral("%1-%2")
                                 .arg(pick({QStringLiteral("Gate"), QStringLiteral("WSTD08")}))
                                 .arg(m_random.bounded(12));
        event.kind = pick(kKinds);
        event.severity = Severity(m_random.bounded(3));
        event.textKey = event.system + u'.' + event.kind;
        for (quint32 i = m_random.bounded(3U); i > 0; --i)
            event.arguments.append(pick(kWords));
        if (m_random.bounded(3) == 0)
            event.details = {{QStringLiteral("address"), pick(kWords)},
                             {QStringLiteral("code"), m_random.bounded(100)},
                             {QStringLiteral("inner"), QJsonObject{{QStringLiteral("why"), pick(kWords)}}}};
        if (m_random.bounded(4) == 0)
            event.operatorName = QStringLiteral("Li Wei");
        return event;
    }

    JournalFilter nextFilter()
    {
        JournalFilter filter;
        const auto sometimes = [this](int in) { return m_random.bounded(in) == 0; };
        if (sometimes(3))
            filter.from = kBegin.addMSecs(m_random.bounded(1'000'000));
        if (sometimes(3))
            filter.to = kBegin.addMSecs(m_random.bounded(1'000'000));
        if (sometimes(3))
            filter.systems = {
                pick({QStringLiteral("cabinet"), QStringLiteral("dvr"), QStringLiteral("door")})};
        if (sometimes(3)) {
            for (quint32 i = 1 + m_random.bounded(3U); i > 0; --i)
                filter.devices.append(QStringLiteral("%1-%2")
                                          .arg(pick({QStringLiteral("Gate"), QStringLiteral("WSTD08")}))
                                          .arg(m_random.bounded(14)));
        }
        if (sometimes(3))
            filter.kinds = {QStringLiteral("return"),
                            pick({QStringLiteral("offline"), QStringLiteral("nosuch")})};
        if (sometimes(3))
            filter.severities = {Severity(m_random.bounded(3))};
        if (sometimes(3))
            filter.acknowledged = sometimes(2);
        if (sometimes(2))
            filter.text =
                pick({QStringLiteral("time"), QStringLiteral("TIMEOUT"), QStringLiteral("rl1a"),
                      QStringLiteral("机柜"), QStringLiteral("三"), QStringLiteral("柜三 slot"),
                      QStringLiteral("127 0"), QStringLiteral("gate"), QStringLiteral("wstd08 time"),
                      QStringLiteral("ünï"), QStringLiteral("zzz"), QStringLiteral(" - "),
                      QStringLiteral("3"), QStringLiteral("a b c"), QStringLiteral("gate time rl1a")});
        return filter;
    }

    static const QDateTime kBegin;

private:
    QString pick(const QStringList &list) { return list[m_random.bounded(int(list.size()))]; }
    QRandomGenerator m_random;
};

const QDateTime Events::kBegin(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

/// The text rule written down a second time, slowly: letters and digits in runs, small; Chinese by pairs.
QStringList slowWords(const QString &text)
{
    QStringList words;
    QString run;
    bool isHan = false;
    const auto end = [&] {
        if (isHan) {
            for (int i = 0; i + 1 < run.size(); ++i)
                words.append(run.mid(i, 2));
            words.append(run.right(1));
        } else if (!run.isEmpty()) {
            words.append(run);
        }
        run.clear();
        isHan = false;
    };
    for (const QChar c : text.toLower()) {
        const bool han = c.script() == QChar::Script_Han;
        if (!c.isLetterOrNumber() || (han != isHan && !run.isEmpty()))
            end();
        if (c.isLetterOrNumber()) {
            isHan = han;
            run.append(c);
        }
    }
    end();
    return words;
}

bool slowMatches(const JournalFilter &filter, const JournalEntry &entry)
{
    const Event &event = entry.event;
    const auto isIn = [](const auto &list, const auto &value) {
        return list.isEmpty() || list.contains(value);
    };
    if ((filter.from.isValid() && event.time < filter.from) ||
        (filter.to.isValid() && event.time >= filter.to))
        return false;
    if (!isIn(filter.systems, event.system) || !isIn(filter.devices, event.device) ||
        !isIn(filter.kinds, event.kind) || !isIn(filter.severities, event.severity))
        return false;
    if (filter.acknowledged && *filter.acknowledged != entry.acknowledgedAt.isValid())
        return false;
    QStringList words = slowWords(event.device);
    for (const QString &argument : event.arguments)
        words += slowWords(argument);
    words += slowWords(event.details.value(QStringLiteral("address")).toString());
    words += slowWords(
        event.details.value(QStringLiteral("inner")).toObject().value(QStringLiteral("why")).toString());
    QStringList wanted;
    for (const QString &part : filter.text.split(u' ')) {
        // Of more than one Chinese character the last alone is not asked for.
        QStringList ofPart = slowWords(part);
        if (part.size() > 1 && !ofPart.isEmpty() && part.back().script() == QChar::Script_Han)
            ofPart.removeLast();
        wanted += ofPart;
    }
    for (const QString &word : wanted) {
        bool isThere = false;
        for (const QString &each : words)
            isThere = isThere || each.startsWith(word);
        if (!isThere)
            return false;
    }
    return true;
}

bool isLater(const JournalEntry &a, const JournalEntry &b)
{
    return a.event.time != b.event.time ? a.event.time > b.event.time : a.id > b.id;
}

QList<qint64> idsOf(const QList<JournalEntry> &entries)
{
    QList<qint64> ids;
    for (const JournalEntry &entry : entries)
        ids.append(entry.id);
    return ids;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_home->filePath(QStringLiteral("opsdeck.db")); }
    Journal &journal() { return m_store->journal; }
    QList<JournalEntry> fill(int count, quint32 seed = 3);
    /// All pages, one after the other.
    QList<JournalEntry> walk(const JournalFilter &filter, int limit);
    int rowsOf(const char *table);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false")); }
    void init();
    void cleanup() { m_store.reset(); }

    void whatIsAddedIsThereAsItWas();
    void whatIsTooLongIsCutAndMadePlain();
    void whatIsNoEventIsRefused();
    void everyFilterFindsWhatALookAtEachEventFinds();
    void pagesNeitherRepeatNorMissWhileEventsComeAndGo();
    void aPageSaysWhetherThereIsAnother();
    void aLimitThatCannotBeIsRefused();
    void manyDevicesAndManyWordsAreFoundAllTheSame();
    void aSearchThatTakesLongEndsWithAPlaceToGoOn();
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

    void wordsAreCutAsPeopleReadThem_data();
    void wordsAreCutAsPeopleReadThem();

    void aCsvLineIsReadBackBySpreadsheets_data();
    void aCsvLineIsReadBackBySpreadsheets();
    void exportsEverythingThatMatches();
    void anExportThatIsStoppedLeavesNothing();
    void anExportThatFailsLeavesTheOldFile();
    void anExportEndsWithTheProgram();
};

void TestJournal::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<test::ManualClock>();
    m_store = std::make_unique<Store>(file(), *m_clock);
    QVERIFY(m_store->database.open().result());
}

QList<JournalEntry> TestJournal::fill(int count, quint32 seed)
{
    Events events(seed);
    QList<JournalEntry> entries;
    QList<QFuture<Result<qint64>>> ids;
    for (int i = 0; i < count; ++i) {
        JournalEntry entry;
        entry.event = events.next();
        entries.append(entry);
        ids.append(journal().add(entry.event));
    }
    for (int i = 0; i < count; ++i)
        entries[i].id = ids[i].result().value_or(0);
    return entries;
}

QList<JournalEntry> TestJournal::walk(const JournalFilter &filter, int limit)
{
    QList<JournalEntry> entries;
    std::optional<JournalCursor> after;
    for (int pages = 0; pages < 10'000; ++pages) {
        const auto page = journal().page(filter, after, limit).result();
        if (!page)
            qFatal("%s", qPrintable(page.error().detail()));
        entries += page->entries;
        if (!page->next)
            return entries;
        after = page->next;
    }
    qFatal("the pages have no end");
}

int TestJournal::rowsOf(const char *table)
{
    const QString sql = QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table));
    return m_store->database
        .read<int>([sql](SqlConnection &connection) -> Result<int> {
            const auto count = connection.first(sql, {}, [](const SqlRow &row) { return row.number(0); });
            return count ? Result<int>(count->value_or(-1)) : base::fail(count.error());
        })
        .result()
        .value_or(-2);
}

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

void TestJournal::everyFilterFindsWhatALookAtEachEventFinds()
{
    QList<JournalEntry> entries = fill(3000);
    QRandomGenerator random(5);
    QList<qint64> some;
    for (JournalEntry &entry : entries) {
        if (random.bounded(3) > 0)
            continue;
        entry.acknowledgedAt = m_clock->now();
        entry.acknowledgedBy = QStringLiteral("Li Wei");
        some.append(entry.id);
    }
    QCOMPARE(journal().acknowledge(some, QStringLiteral("Li Wei")).result(), some.size());
    std::sort(entries.begin(), entries.end(), isLater);

    Events filters(9);
    int found = 0;
    for (int round = 0; round < 400; ++round) {
        const JournalFilter filter = filters.nextFilter();
        QList<JournalEntry> expected;
        for (const JournalEntry &entry : std::as_const(entries)) {
            if (slowMatches(filter, entry))
                expected.append(entry);
        }
        const QList<JournalEntry> actual = walk(filter, 1 + int(random.bounded(200)));
        QVERIFY2(idsOf(actual) == idsOf(expected),
                 qPrintable(QStringLiteral("filter %1, text \"%2\": %3 instead of %4")
                                .arg(round)
                                .arg(filter.text)
                                .arg(actual.size())
                                .arg(expected.size())));
        QVERIFY(actual == expected);
        found += int(actual.size());
    }
    QVERIFY2(found > 10'000, "the filters found something");
}

void TestJournal::pagesNeitherRepeatNorMissWhileEventsComeAndGo()
{
    QList<JournalEntry> entries = fill(600);
    std::sort(entries.begin(), entries.end(), isLater);
    Events more(21);
    JournalFilter filter;
    filter.severities = {Severity::Info, Severity::Alarm};
    QList<qint64> expected;
    for (const JournalEntry &entry : std::as_const(entries)) {
        if (slowMatches(filter, entry))
            expected.append(entry.id);
    }
    QSet<qint64> known(expected.begin(), expected.end());
    QList<qint64> seen;
    std::optional<JournalCursor> after;
    do {
        const auto page = journal().page(filter, after, 17).result();
        QVERIFY(page);
        for (const JournalEntry &entry : page->entries) {
            // What came meanwhile may be seen or not; what was there is seen, in order, once.
            if (known.contains(entry.id))
                seen.append(entry.id);
        }
        after = page->next;
        for (int i = 0; i < 5; ++i)
            QVERIFY(journal().add(more.next()).result());
        // The one the next page begins behind is taken away: its place is enough.
        if (after) {
            QVERIFY(m_store->database
                        .write<void>([id = after->id](SqlConnection &connection) -> Result<void> {
                            const auto gone =
                                connection.run(QStringLiteral("DELETE FROM event WHERE id = ?"), {id});
                            return gone ? Result<void>() : base::fail(gone.error());
                        })
                        .result());
        }
    } while (after);
    QCOMPARE(seen, expected);
}

void TestJournal::aPageSaysWhetherThereIsAnother()
{
    fill(20);
    const auto exact = journal().page({}, {}, 20).result();
    QCOMPARE(exact->entries.size(), 20);
    QVERIFY(!exact->next);
    const auto short_ = journal().page({}, {}, 19).result();
    QVERIFY(short_->next);
    const auto rest = journal().page({}, short_->next, 19).result();
    QCOMPARE(rest->entries.size(), 1);
    QVERIFY(!rest->next);
}

void TestJournal::aLimitThatCannotBeIsRefused()
{
    for (const int limit : {0, -1, Journal::kMostPerPage + 1}) {
        const auto page = journal().page({}, {}, limit).result();
        QVERIFY(!page && page.error().is(CommonError::InvalidArgument));
    }
    QVERIFY(journal().page({}, {}, Journal::kMostPerPage).result());
}

void TestJournal::manyDevicesAndManyWordsAreFoundAllTheSame()
{
    // More devices and words than there can be streams: first few enough to be collected, then too many.
    int added = 0;
    for (const int count : {1500, 9000}) {
        JournalFilter ofDevices;
        for (; added < count; ++added) {
            Event event = makeEvent(added % 3 == 0 ? "offline" : "online");
            event.time = Events::kBegin.addSecs((added * 7919) % 10'007);
            event.device = QStringLiteral("Cab%1").arg(added % 1600);
            event.arguments = {QStringLiteral("bank%1").arg(added)};
            journal().post(event);
        }
        for (int i = 0; i < 1400; ++i)
            ofDevices.devices.append(QStringLiteral("Cab%1").arg(i));
        JournalFilter ofWord;
        ofWord.text = QStringLiteral("bank cab1");
        JournalFilter narrow = ofWord;
        narrow.kinds = {QStringLiteral("offline")};
        narrow.from = Events::kBegin.addSecs(500);
        narrow.to = Events::kBegin.addSecs(9000);
        QVERIFY(journal().add(makeEvent()).result());
        QList<JournalEntry> all = walk({}, 1000);
        for (const JournalFilter &filter : {ofDevices, ofWord, narrow}) {
            QList<qint64> expected;
            for (const JournalEntry &entry : std::as_const(all)) {
                if (slowMatches(filter, entry))
                    expected.append(entry.id);
            }
            QVERIFY(expected.size() > 100);
            QCOMPARE(idsOf(walk(filter, 700)), expected);
        }
    }
}

void TestJournal::aSearchThatTakesLongEndsWithAPlaceToGoOn()
{
    /// Goes on by itself whenever it is asked.
    class HastyClock final : public base::Clock
    {
    public:
        Nanoseconds monotonic() const override { return std::chrono::milliseconds(40) * ++m_asked; }
        QDateTime now() const override { return Events::kBegin; }
        std::unique_ptr<base::Timer> makeTimer(std::function<void()> onFire) override
        {
            return m_clock.makeTimer(std::move(onFire));
        }

    private:
        test::ManualClock m_clock;
        mutable std::atomic<int> m_asked{0};
    };
    m_store.reset();
    HastyClock clock;
    Store store(file(), clock);
    QVERIFY(store.database.open().result());
    // Two words, each frequent, together in one event alone, the oldest.
    for (int i = 0; i < 2000; ++i) {
        Event event = makeEvent();
        event.time = Events::kBegin.addSecs(i);
        event.arguments = {i % 2 == 0 || i == 1 ? QStringLiteral("left") : QString(),
                           i % 2 == 1 ? QStringLiteral("right") : QString()};
        store.journal.post(event);
    }
    QVERIFY(store.journal.countOpen(Severity::Info).result());
    QVERIFY(store.journal.add(makeEvent()).result());
    JournalFilter filter;
    filter.text = QStringLiteral("left right");
    std::optional<JournalCursor> after;
    int pages = 0;
    int found = 0;
    int shortPages = 0;
    do {
        const auto page = store.journal.page(filter, after, 10).result();
        QVERIFY(page);
        ++pages;
        found += int(page->entries.size());
        if (page->next) {
            QVERIFY(!after || page->next->timeMs < after->timeMs);
            shortPages += page->entries.isEmpty() ? 1 : 0;
        }
        after = page->next;
    } while (after && pages < 100);
    QCOMPARE(found, 1);
    QVERIFY2(shortPages >= 5 && pages < 100, qPrintable(QString::number(pages)));
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
        attention += entry.event.severity >= Severity::Attention ? 1 : 0;
    }
    QCOMPARE(*journal().countOpen(Severity::Info).result(), 300);
    QCOMPARE(*journal().countOpen(Severity::Attention).result(), attention);
    QCOMPARE(*journal().countOpen(Severity::Alarm).result(), alarms.size());
    QCOMPARE(*journal().countOpen(Severity::Info, 99).result(), 99);
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

void TestJournal::wordsAreCutAsPeopleReadThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const QString &text, const QStringList &words) {
        QTest::addRow("%s", qPrintable(text)) << text << words;
    };
    row(QString(), {});
    row(QStringLiteral(" -_.,! "), {});
    row(QStringLiteral("RL1A7C000041"), {QStringLiteral("rl1a7c000041")});
    row(QStringLiteral("127.0.0.1:40212"),
        {QStringLiteral("127"), QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("40212")});
    row(QStringLiteral("wrong-password Wrong"), {QStringLiteral("wrong"), QStringLiteral("password")});
    row(QStringLiteral("机柜三"), {QStringLiteral("机柜"), QStringLiteral("柜三"), QStringLiteral("三")});
    row(QStringLiteral("三"), {QStringLiteral("三")});
    row(QStringLiteral("3号机柜B"), {QStringLiteral("3"), QStringLiteral("号机"), QStringLiteral("机柜"),
                                     QStringLiteral("柜"), QStringLiteral("b")});
    row(QStringLiteral("ＡＢ１２"), {QStringLiteral("ab12")});
    row(QStringLiteral("\U00020000\U00020001"),
        {QStringLiteral("\U00020000\U00020001"), QStringLiteral("\U00020001")});
    row(QString(QChar(0xd800)) + QStringLiteral("x"), {QStringLiteral("x")});
    row(QString(100, u'q'), {QString(32, u'q')});
}

void TestJournal::wordsAreCutAsPeopleReadThem()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(journal_words::ofText(text, 100), words);
    QCOMPARE(journal_words::ofText(text, 1), words.mid(0, 1));
    // What is written can be searched for as it is written.
    for (const QString &wanted : journal_words::ofQuery(text))
        QVERIFY2(words.contains(wanted), qPrintable(wanted));
}

void TestJournal::aCsvLineIsReadBackBySpreadsheets_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QStringList &fields, const char *line) {
        QTest::newRow(name) << fields << QByteArray(line);
    };
    row("plain", {QStringLiteral("a"), QStringLiteral("b c"), QString()}, "a,b c,\r\n");
    row("quotes", {QStringLiteral("say \"hi\""), QStringLiteral("a,b")}, "\"say \"\"hi\"\"\",\"a,b\"\r\n");
    row("line break", {QStringLiteral("a\nb")}, "\"a\nb\"\r\n");
    row("formula", {QStringLiteral("=1+1")}, "'=1+1\r\n");
    row("formula with quotes", {QStringLiteral("=HYPERLINK(\"x\")")}, "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    row("at", {QStringLiteral("@SUM(A1)")}, "'@SUM(A1)\r\n");
    row("minus", {QStringLiteral("-cmd")}, "'-cmd\r\n");
    row("wide", {QStringLiteral("＝1")},
        "'\xef\xbc\x9d"
        "1\r\n");
    row("tab", {QStringLiteral("\t=1")}, "'\t=1\r\n");
    row("a number", {QStringLiteral("-5"), QStringLiteral("+3.25")}, "-5,+3.25\r\n");
    row("no number", {QStringLiteral("-5+1")}, "'-5+1\r\n");
    row("chinese", {QStringLiteral("机")}, "\xe6\x9c\xba\r\n");
}

void TestJournal::aCsvLineIsReadBackBySpreadsheets()
{
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, line);
    QCOMPARE(csvLine(fields), line);
}

void TestJournal::exportsEverythingThatMatches()
{
    QList<JournalEntry> entries = fill(1300);
    std::sort(entries.begin(), entries.end(), isLater);
    JournalFilter filter;
    filter.systems = {QStringLiteral("cabinet")};
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.header = {QStringLiteral("Time"), QStringLiteral("What")};
    what.row = [](const JournalEntry &entry) {
        return QStringList{entry.event.time.toString(Qt::ISODateWithMs),
                           entry.event.kind + u' ' + entry.event.arguments.join(u',')};
    };
    what.progress = std::make_shared<std::atomic<qint64>>(0);
    QByteArray expected = "\xef\xbb\xbfTime,What\r\n";
    int count = 0;
    for (const JournalEntry &entry : std::as_const(entries)) {
        if (!slowMatches(filter, entry))
            continue;
        expected += csvLine(what.row(entry));
        ++count;
    }
    QVERIFY(count > 300);
    const auto written = journal().exportCsv(filter, what).result();
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail()));
    QCOMPARE(*written, count);
    QCOMPARE(what.progress->load(), count);
    QVERIFY(bytesOf(what.path) == expected);
}

void TestJournal::anExportThatIsStoppedLeavesNothing()
{
    fill(1200);
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.cancel = std::make_shared<std::atomic<bool>>(false);
    what.row = [cancel = what.cancel](const JournalEntry &) {
        *cancel = true;
        return QStringList{QStringLiteral("row")};
    };
    const auto stopped = journal().exportCsv({}, what).result();
    QVERIFY(!stopped && stopped.error().is(CommonError::Cancelled));
    QCOMPARE(QDir(m_home->path()).entryList({QStringLiteral("events*")}).size(), 0);
}

void TestJournal::anExportThatFailsLeavesTheOldFile()
{
    fill(1200);
    Journal::CsvExport what;
    what.path = m_home->filePath(QStringLiteral("events.csv"));
    what.row = [](const JournalEntry &) { return QStringList{QString(1000, u'r')}; };
    QFile old(what.path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("the old one") > 0);
    old.close();
    {
        const test::FullDisk full(700'000);
        const auto failed = journal().exportCsv({}, what).result();
        QVERIFY(!failed);
        QCOMPARE(failed.error().errorClass(), base::ErrorClass::Local);
    }
    QCOMPARE(bytesOf(what.path), QByteArray("the old one"));
    what.path = m_home->filePath(QStringLiteral("no such folder/events.csv"));
    QVERIFY(!journal().exportCsv({}, what).result());
}

void TestJournal::anExportEndsWithTheProgram()
{
    // Of a database that was never opened: nobody answers, and nobody waits for ever.
    QFuture<Result<qint64>> answer;
    const QString path = m_home->filePath(QStringLiteral("events.csv"));
    {
        Store store(m_home->filePath(QStringLiteral("other.db")), *m_clock);
        Journal::CsvExport what;
        what.path = path;
        what.row = [](const JournalEntry &) { return QStringList(); };
        answer = store.journal.exportCsv({}, what);
    }
    QVERIFY(answer.isFinished());
    QVERIFY(!answer.result());
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
