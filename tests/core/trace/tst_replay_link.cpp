// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/replay_link.h"
#include "core/trace/trace_recorder.h"

#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using std::chrono::milliseconds;
using trace::ReplayLink;
using transport::LinkError;

class TestReplayLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void playsAtTheRecordedPace();
    void playsAsFastAsPossible();
    void playsFromTheBeginningEachTime();
    void leavesOtherConnectionsOut();
    void endsOnceWhateverClosesIt();
    void maybeDeletedInsideItsOwnSignals();

private:
    std::unique_ptr<test::ManualClock> m_clock;
    std::vector<trace::TraceRecord> m_records;
};

void TestReplayLink::init()
{
    m_clock = std::make_unique<test::ManualClock>();
    base::Redactor redactor;
    trace::TraceRecorder recorder(*m_clock, redactor);
    const QHostAddress address(QHostAddress::LocalHost);
    const auto tap = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("north"));
    const auto other = recorder.makeTap(QStringLiteral("dvr"), QStringLiteral("south"));
    tap->opened(address, 1, address, 2);
    other->opened(address, 3, address, 2);
    m_clock->advance(milliseconds(100));
    tap->sent("question");
    tap->received("one ");
    other->received("other");
    m_clock->advance(milliseconds(400));
    tap->received("two");
    m_clock->advance(milliseconds(500));
    tap->closed(QStringLiteral("power lost"));
    m_records = recorder.records();
}

void TestReplayLink::playsAtTheRecordedPace()
{
    ReplayLink link(m_records, 1, *m_clock, ReplayLink::Pace::AsRecorded);
    QSignalSpy opened(&link, &ReplayLink::opened);
    QSignalSpy received(&link, &ReplayLink::bytesReceived);
    QSignalSpy closed(&link, &ReplayLink::closed);
    QList<base::Error> reasons;
    connect(&link, &ReplayLink::closed, this, [&](const base::Error &reason) { reasons.append(reason); });
    link.open({});
    QCOMPARE(opened.count(), 0);
    m_clock->advance(milliseconds(0));
    QCOMPARE(opened.count(), 1);
    m_clock->advance(milliseconds(99));
    QCOMPARE(received.count(), 0);
    m_clock->advance(milliseconds(1));
    QCOMPARE(received.count(), 1);
    m_clock->advance(milliseconds(399));
    QCOMPARE(received.count(), 1);
    m_clock->advance(milliseconds(1));
    QCOMPARE(received.count(), 2);
    m_clock->advance(milliseconds(499));
    QCOMPARE(closed.count(), 0);
    m_clock->advance(milliseconds(1));
    QCOMPARE(closed.count(), 1);
    QVERIFY(reasons.at(0).is(LinkError::ClosedByPeer));
    QCOMPARE(reasons.at(0).detail(), QStringLiteral("power lost"));
    QCOMPARE(link.state(), ReplayLink::State::Closed);
}

void TestReplayLink::playsAsFastAsPossible()
{
    ReplayLink link(m_records, 1, *m_clock, ReplayLink::Pace::AsFastAsPossible);
    QByteArray bytes;
    connect(&link, &ReplayLink::bytesReceived, this, [&](const QByteArray &piece) { bytes += piece; });
    QSignalSpy closed(&link, &ReplayLink::closed);
    link.open({});
    m_clock->advance(milliseconds(0));
    QCOMPARE(bytes, QByteArray("one two"));
    QCOMPARE(closed.count(), 1);
}

void TestReplayLink::playsFromTheBeginningEachTime()
{
    ReplayLink link(m_records, 1, *m_clock, ReplayLink::Pace::AsRecorded);
    QByteArray bytes;
    connect(&link, &ReplayLink::bytesReceived, this, [&](const QByteArray &piece) { bytes += piece; });
    link.open({});
    m_clock->advance(milliseconds(200));
    link.open({});
    m_clock->advance(milliseconds(5000));
    QCOMPARE(bytes, QByteArray("one one two"));
}

void TestReplayLink::leavesOtherConnectionsOut()
{
    ReplayLink link(m_records, 2, *m_clock, ReplayLink::Pace::AsFastAsPossible);
    QByteArray bytes;
    connect(&link, &ReplayLink::bytesReceived, this, [&](const QByteArray &piece) { bytes += piece; });
    QSignalSpy closed(&link, &ReplayLink::closed);
    link.open({});
    m_clock->advance(milliseconds(0));
    QCOMPARE(bytes, QByteArray("other"));
    // The trace does not hold its end: it ends where the trace ends.
    QCOMPARE(closed.count(), 1);
}

void TestReplayLink::endsOnceWhateverClosesIt()
{
    ReplayLink link(m_records, 1, *m_clock, ReplayLink::Pace::AsRecorded);
    QSignalSpy closed(&link, &ReplayLink::closed);
    QSignalSpy failed(&link, &ReplayLink::failed);
    QList<base::Error> reasons;
    connect(&link, &ReplayLink::closed, this, [&](const base::Error &reason) { reasons.append(reason); });
    link.open({});
    link.close();
    QCOMPARE(failed.count(), 1);
    link.open({});
    m_clock->advance(milliseconds(1));
    link.close();
    link.close();
    m_clock->advance(milliseconds(5000));
    QCOMPARE(failed.count(), 1);
    QCOMPARE(closed.count(), 1);
    QVERIFY(reasons.at(0).is(LinkError::ClosedByUs));
}

void TestReplayLink::maybeDeletedInsideItsOwnSignals()
{
    for (int when = 0; when < 3; ++when) {
        auto link = std::make_unique<ReplayLink>(m_records, 1, *m_clock, ReplayLink::Pace::AsFastAsPossible);
        const auto drop = [&] { link.reset(); };
        if (when == 0)
            connect(link.get(), &ReplayLink::opened, this, drop);
        else if (when == 1)
            connect(link.get(), &ReplayLink::bytesReceived, this, drop);
        else
            connect(link.get(), &ReplayLink::closed, this, drop);
        link->open({});
        m_clock->advance(milliseconds(0));
        QVERIFY(!link);
    }
}

QTEST_GUILESS_MAIN(TestReplayLink)
#include "tst_replay_link.moc"
