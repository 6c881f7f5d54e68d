// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/journal_rig.h"

#include "core/store/journal_words.h"

#include <QSet>

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using base::Result;

class TestJournalSearch : public QObject, private JournalRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void everyFilterFindsWhatALookAtEachEventFinds();
    void pagesNeitherRepeatNorMissWhileEventsComeAndGo();
    void aPageSaysWhetherThereIsAnother();
    void aLimitThatCannotBeIsRefused();
    void manyDevicesAndManyWordsAreFoundAllTheSame();
    void aSearchThatTakesLongEndsWithAPlaceToGoOn();

    void wordsAreCutAsPeopleReadThem_data();
    void wordsAreCutAsPeopleReadThem();
};

void TestJournalSearch::everyFilterFindsWhatALookAtEachEventFinds()
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

void TestJournalSearch::pagesNeitherRepeatNorMissWhileEventsComeAndGo()
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

void TestJournalSearch::aPageSaysWhetherThereIsAnother()
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

void TestJournalSearch::aLimitThatCannotBeIsRefused()
{
    for (const int limit : {0, -1, Journal::kMostPerPage + 1}) {
        const auto page = journal().page({}, {}, limit).result();
        QVERIFY(!page && page.error().is(CommonError::InvalidArgument));
    }
    QVERIFY(journal().page({}, {}, Journal::kMostPerPage).result());
}

void TestJournalSearch::manyDevicesAndManyWordsAreFoundAllTheSame()
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

void TestJournalSearch::aSearchThatTakesLongEndsWithAPlaceToGoOn()
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

void TestJournalSearch::wordsAreCutAsPeopleReadThem_data()
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

void TestJournalSearch::wordsAreCutAsPeopleReadThem()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QCOMPARE(journal_words::ofText(text, 100), words);
    QCOMPARE(journal_words::ofText(text, 1), words.mid(0, 1));
    // What is written can be searched for as it is written.
    for (const QString &wanted : journal_words::ofQuery(text))
        QVERIFY2(words.contains(wanted), qPrintable(wanted));
}

QTEST_GUILESS_MAIN(TestJournalSearch)
#include "tst_journal_search.moc"
