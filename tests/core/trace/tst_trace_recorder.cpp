// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_recorder.h"

#include "tests/support/manual_clock.h"

#include <QTest>

#include <thread>

using namespace opsdeck;
using trace::TraceRecord;
using trace::TraceRecorder;
using Kind = trace::TraceRecord::Kind;

namespace {

const QHostAddress kLocal(QStringLiteral("127.0.0.1"));
const QHostAddress kPeer(QStringLiteral("10.0.0.7"));

} // namespace

class TestTraceRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsWhatCrossesALink();
    void cutsSecretsAlsoOverTwoPackets();
    void cutsWhatIsHandedOverWhileLinksAreOpen();
    void givesOutWhatWasHeldBackWhenTheLinkCloses();
    void neverHoldsMoreBytesThanItsCap();
    void neverHoldsMoreRecordsThanItsCap();
    void dropsARecordThatIsLargerThanTheRing();
    void forgetsLinksThatAreGoneAndHaveNoRecords();
    void keepsTimeFromTheClock();
    void givesRecordsAfterASerial();
    void closesWhatIsOpenedAgainOrDestroyed();
    void doesNotKeepLargeBuffersForSmallPieces();
    void takesRecordsFromManyThreads();
};

void TestTraceRecorder::recordsWhatCrossesALink()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north: main"));
    tap->sent("before it is open: not on any connection");
    tap->opened(kLocal, 50000, kPeer, 34567);
    tap->sent("hello");
    tap->received("world!");
    tap->received({});

    const auto records = recorder.records();
    QCOMPARE(records.size(), size_t(3));
    QCOMPARE(records[0].kind, Kind::Opened);
    QCOMPARE(records[1].kind, Kind::Sent);
    QCOMPARE(records[1].bytes, QByteArray("hello"));
    QCOMPARE(records[2].kind, Kind::Received);
    QCOMPARE(records[2].connection->peerPort, quint16(34567));
    QCOMPARE(records[2].connection->name, QStringLiteral("north: main"));

    auto links = recorder.links();
    QCOMPARE(links.size(), size_t(1));
    QCOMPARE(links[0].system, QStringLiteral("dvr"));
    QCOMPARE(links[0].peer, kPeer);
    QCOMPARE(links[0].sentBytes, quint64(5));
    QCOMPARE(links[0].receivedBytes, quint64(6));
    QVERIFY(links[0].isOpen);
    tap->closed(QStringLiteral("password=xyz was wrong"));
    QCOMPARE(recorder.records().back().reason, QStringLiteral("password=*** was wrong"));
    QVERIFY(!recorder.links()[0].isOpen);
}

void TestTraceRecorder::cutsSecretsAlsoOverTwoPackets()
{
    test::ManualClock clock;
    base::Redactor redactor;
    redactor.addSecret("tlJwpbo6");
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    // The two directions do not disturb each other.
    tap->sent(R"({"PassW)");
    tap->received("hash tlJ");
    tap->sent(R"(ord":"ab)");
    tap->received("wpbo6 end");
    tap->sent(R"(cd","x":"y"})");
    QByteArray sent;
    QByteArray received;
    for (const TraceRecord &record : recorder.records())
        (record.kind == Kind::Sent ? sent : received) += record.bytes;
    QCOMPARE(sent, QByteArray(R"({"PassWord":"****","x":"y"})"));
    QCOMPARE(received, QByteArray("hash ******** end"));
}

void TestTraceRecorder::cutsWhatIsHandedOverWhileLinksAreOpen()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("cabinet"), QStringLiteral("WSTD081565222888"));
    tap->opened(kLocal, 1, kPeer, 2);
    static_cast<transport::LinkTapFactory &>(recorder).addSecret("ftp-pass");
    tap->sent(QByteArray("\x00\x09"
                         "ftp-pass\x00",
                         11));
    QCOMPARE(recorder.records().back().bytes, QByteArray("\x00\x09"
                                                         "********\x00",
                                                         11));
}

void TestTraceRecorder::givesOutWhatWasHeldBackWhenTheLinkCloses()
{
    test::ManualClock clock;
    base::Redactor redactor;
    redactor.addSecret("tlJwpbo6");
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    tap->sent("tlJwpbo");
    QCOMPARE(recorder.records().size(), size_t(1));
    tap->closed(QStringLiteral("gone"));
    const auto records = recorder.records();
    QCOMPARE(records.size(), size_t(3));
    QCOMPARE(records[1].bytes, QByteArray("*******"));
    QCOMPARE(records[2].kind, Kind::Closed);
}

void TestTraceRecorder::neverHoldsMoreBytesThanItsCap()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {100'000, 1'000'000});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    for (int i = 0; i < 1000; ++i) {
        tap->received(QByteArray(1000, char(i)));
        QVERIFY(recorder.counters().bytes <= 100'000);
    }
    const auto records = recorder.records();
    QVERIFY(records.size() > 50);
    QCOMPARE(records.back().bytes, QByteArray(1000, char(999)));
    const auto counters = recorder.counters();
    QCOMPARE(counters.records + counters.droppedRecords, quint64(1001));
    QCOMPARE(counters.droppedBytes, quint64(1'000'000 - 1000 * qint64(records.size())));
    QCOMPARE(recorder.links()[0].droppedBytes, counters.droppedBytes);
    qint64 cost = 0;
    for (const TraceRecord &record : records)
        cost += TraceRecorder::kRecordOverheadBytes + record.bytes.capacity();
    QCOMPARE(counters.bytes, cost);
    recorder.clear();
    QCOMPARE(recorder.counters().bytes, 0);
    QVERIFY(recorder.records().empty());
}

void TestTraceRecorder::neverHoldsMoreRecordsThanItsCap()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20, 10});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    for (int i = 0; i < 30; ++i)
        tap->sent(QByteArray::number(i));
    const auto records = recorder.records();
    QCOMPARE(records.size(), size_t(10));
    QCOMPARE(records.front().bytes, QByteArray("20"));
    QCOMPARE(recorder.counters().droppedRecords, quint64(21));
}

void TestTraceRecorder::dropsARecordThatIsLargerThanTheRing()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {10'000, 100});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    tap->received(QByteArray(20'000, 'x'));
    QVERIFY(recorder.records().empty());
    QCOMPARE(recorder.counters().droppedBytes, quint64(20'000));
    QCOMPARE(recorder.counters().bytes, 0);
    tap->received("next");
    QCOMPARE(recorder.records().size(), size_t(1));
}

void TestTraceRecorder::forgetsLinksThatAreGoneAndHaveNoRecords()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20, 10});
    for (int i = 0; i < 500; ++i) {
        const auto tap = recorder.makeTap(QStringLiteral("dvr"), QString::number(i));
        tap->opened(kLocal, 1, kPeer, 2);
    }
    QVERIFY(recorder.links().size() <= 10);
    recorder.clear();
    QVERIFY(recorder.links().empty());
}

void TestTraceRecorder::keepsTimeFromTheClock()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    clock.advance(std::chrono::milliseconds(1500));
    tap->sent("x");
    const auto records = recorder.records();
    QCOMPARE(records[0].nanoseconds,
             QDateTime(QDate(2026, 11, 20), QTime(14, 2), Qt::UTC).toMSecsSinceEpoch() * 1'000'000);
    QCOMPARE(records[1].nanoseconds - records[0].nanoseconds, qint64(1'500'000'000));
}

void TestTraceRecorder::givesRecordsAfterASerial()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20, 5});
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    for (int i = 0; i < 9; ++i)
        tap->sent("x");
    const auto all = recorder.records();
    QCOMPARE(all.front().serial, quint64(6));
    const auto some = recorder.records(7, 2);
    QCOMPARE(some.size(), size_t(2));
    QCOMPARE(some.front().serial, quint64(8));
    QVERIFY(recorder.records(10).empty());
    QVERIFY(recorder.records(0, -1).empty());
}

void TestTraceRecorder::closesWhatIsOpenedAgainOrDestroyed()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    {
        const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
        tap->opened(kLocal, 1, kPeer, 2);
        tap->opened(kLocal, 3, kPeer, 2);
        tap->closed(QStringLiteral("one"));
        tap->closed(QStringLiteral("two"));
        tap->opened(kLocal, 4, kPeer, 2);
    }
    QList<Kind> kinds;
    for (const TraceRecord &record : recorder.records())
        kinds.append(record.kind);
    const QList<Kind> expected{Kind::Opened, Kind::Closed, Kind::Opened,
                               Kind::Closed, Kind::Opened, Kind::Closed};
    QVERIFY(kinds == expected);
    QCOMPARE(recorder.links()[0].connections, quint64(3));
}

void TestTraceRecorder::doesNotKeepLargeBuffersForSmallPieces()
{
    test::ManualClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    tap->opened(kLocal, 1, kPeer, 2);
    QByteArray buffer("small");
    buffer.reserve(1 << 20);
    tap->received(buffer);
    QVERIFY(recorder.records()[1].bytes.capacity() < 1000);
}

void TestTraceRecorder::takesRecordsFromManyThreads()
{
    base::SystemClock clock;
    base::Redactor redactor;
    TraceRecorder recorder(clock, redactor, {1 << 20, 5000});
    constexpr int kThreads = 4;
    constexpr int kRounds = 20;
    constexpr int kPackets = 100;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&recorder, t] {
            for (int round = 0; round < kRounds; ++round) {
                const auto tap = recorder.makeTap(QStringLiteral("dvr"), QString::number(t));
                tap->opened(kLocal, quint16(t), kPeer, 2);
                for (int i = 0; i < kPackets; ++i)
                    tap->received(QByteArray::number(i));
            }
        });
    }
    for (int i = 0; i < 50; ++i) {
        (void)recorder.records();
        (void)recorder.links();
    }
    for (std::thread &thread : threads)
        thread.join();
    const auto counters = recorder.counters();
    QCOMPARE(counters.records + counters.droppedRecords, quint64(kThreads * kRounds * (kPackets + 2)));
    // Of each connection what is left is in order, without holes.
    QHash<quint32, int> next;
    for (const TraceRecord &record : recorder.records()) {
        if (record.kind != Kind::Received)
            continue;
        const int number = record.bytes.toInt();
        const auto known = next.constFind(record.connection->id);
        if (known != next.constEnd())
            QCOMPARE(number, *known);
        next[record.connection->id] = number + 1;
    }
}

QTEST_GUILESS_MAIN(TestTraceRecorder)
#include "tst_trace_recorder.moc"
