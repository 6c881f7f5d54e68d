// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/link_supervisor.h"

#include "tests/support/manual_clock.h"
#include "tests/support/scripted_link.h"

#include <QTest>

using namespace opsdeck;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::ScriptedLink;
using transport::LinkError;
using transport::LinkSupervisor;
using State = transport::LinkSupervisor::State;

class TestLinkSupervisor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void triesAtOnceThenBacksOff();
    void countsTheDelayFromOneAttemptToTheNext();
    void forgetsTheBackOffAfterThirtySecondsUp();
    void keepsTheBackOffWhenTheSessionIsShort();
    void doesNotCountALinkThatIsOnlyOpen();
    void ignoresSessionUpWhenThereIsNoLink();
    void retriesAfterExactlyTheDelayAskedFor();
    void retriesNowWhenAsked();
    void stopsAndStaysAway_data();
    void stopsAndStaysAway();
    void startsAgainWithAnotherEndpoint();
    void saysWhyItWaits();
    void obeysAStopFromItsOwnSignals_data();
    void obeysAStopFromItsOwnSignals();
    void mayBeDestroyedInsideItsSignals_data();
    void mayBeDestroyedInsideItsSignals();

private:
    /// Fails the attempt that is under way.
    void refuse() { m_link->refuse(LinkError::ConnectionRefused); }

    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<ScriptedLink> m_link;
    std::unique_ptr<LinkSupervisor> m_supervisor;
    QList<qint64> m_waits;
    const transport::Endpoint m_endpoint{QStringLiteral("host"), 1};
};

void TestLinkSupervisor::init()
{
    m_supervisor.reset();
    m_clock = std::make_unique<test::ManualClock>();
    m_link = std::make_unique<ScriptedLink>(QStringLiteral("link"));
    m_supervisor = std::make_unique<LinkSupervisor>(
        *m_link, *m_clock, transport::Backoff::Policy{milliseconds(500), milliseconds(4000), 0.0}, 1);
    m_waits.clear();
    connect(m_supervisor.get(), &LinkSupervisor::waiting, this,
            [this](const base::Error &, milliseconds wait) { m_waits.append(wait.count()); });
}

void TestLinkSupervisor::triesAtOnceThenBacksOff()
{
    QCOMPARE(m_supervisor->state(), State::Stopped);
    m_supervisor->start(m_endpoint);
    QCOMPARE(m_supervisor->state(), State::Connecting);
    QCOMPARE(m_link->openCount(), 1);
    QCOMPARE(m_link->endpoint(), m_endpoint);
    int attempts = 1;
    for (const int wait : {500, 1000, 2000, 4000, 4000}) {
        refuse();
        QCOMPARE(m_supervisor->state(), State::Waiting);
        QCOMPARE(m_supervisor->remainingWait(), milliseconds(wait));
        m_clock->advance(milliseconds(wait - 1));
        QCOMPARE(m_link->openCount(), attempts);
        QCOMPARE(m_supervisor->remainingWait(), milliseconds(1));
        m_clock->advance(milliseconds(1));
        QCOMPARE(m_link->openCount(), ++attempts);
        QCOMPARE(m_supervisor->remainingWait(), milliseconds(0));
    }
    QCOMPARE(m_waits, QList<qint64>({500, 1000, 2000, 4000, 4000}));
}

void TestLinkSupervisor::countsTheDelayFromOneAttemptToTheNext()
{
    m_supervisor->start(m_endpoint);
    refuse();
    m_clock->advance(milliseconds(500));
    refuse();
    m_clock->advance(milliseconds(1000));
    refuse();
    m_clock->advance(milliseconds(2000));
    m_clock->advance(milliseconds(1500)); // the attempt hangs
    refuse();
    QCOMPARE(m_waits.last(), qint64(4000 - 1500));
    m_clock->advance(milliseconds(2500));
    m_clock->advance(milliseconds(5000)); // longer than the delay itself: still a short pause
    refuse();
    QCOMPARE(m_waits.last(), qint64(500));
}

void TestLinkSupervisor::forgetsTheBackOffAfterThirtySecondsUp()
{
    m_supervisor->start(m_endpoint);
    for (const int wait : {500, 1000, 2000}) {
        refuse();
        m_clock->advance(milliseconds(wait));
    }
    m_link->accept();
    QCOMPARE(m_supervisor->state(), State::Connected);
    m_supervisor->sessionUp();
    m_clock->advance(seconds(30));
    m_link->drop();
    QCOMPARE(m_waits.last(), qint64(0));
    m_clock->advance(milliseconds(0));
    QCOMPARE(m_supervisor->state(), State::Connecting);
    refuse();
    QCOMPARE(m_waits.last(), qint64(500));
}

void TestLinkSupervisor::keepsTheBackOffWhenTheSessionIsShort()
{
    m_supervisor->start(m_endpoint);
    m_link->accept();
    m_supervisor->sessionUp();
    m_clock->advance(milliseconds(29999));
    m_link->drop();
    QCOMPARE(m_waits.last(), qint64(500));
    m_clock->advance(milliseconds(500));
    m_link->accept();
    m_supervisor->sessionUp();
    m_link->drop();
    QCOMPARE(m_waits.last(), qint64(1000));
    // The steady timer of a session that ended does not count for the next.
    m_clock->advance(milliseconds(1000));
    m_clock->advance(seconds(60));
    refuse();
    QVERIFY(m_waits.last() > 0);
}

void TestLinkSupervisor::doesNotCountALinkThatIsOnlyOpen()
{
    m_supervisor->start(m_endpoint);
    m_link->accept();
    m_clock->advance(seconds(100)); // connected, but the login never worked
    m_link->drop();
    QVERIFY(m_waits.last() > 0);
}

void TestLinkSupervisor::ignoresSessionUpWhenThereIsNoLink()
{
    m_supervisor->sessionUp();
    m_supervisor->start(m_endpoint);
    refuse();
    m_supervisor->sessionUp(); // a late word of the session before
    m_clock->advance(milliseconds(500));
    m_clock->advance(seconds(40));
    refuse();
    QVERIFY(m_waits.last() > 0);
}

void TestLinkSupervisor::retriesAfterExactlyTheDelayAskedFor()
{
    m_supervisor->start(m_endpoint);
    m_link->accept();
    m_supervisor->retryAfter(milliseconds(7777));
    QCOMPARE(m_link->state(), ScriptedLink::State::Closed);
    QCOMPARE(m_waits, QList<qint64>({7777}));
    // While waiting it moves the wait; a negative delay is none.
    m_supervisor->retryAfter(milliseconds(10));
    QCOMPARE(m_supervisor->remainingWait(), milliseconds(10));
    m_supervisor->retryAfter(milliseconds(-5));
    m_clock->advance(milliseconds(0));
    QCOMPARE(m_link->openCount(), 2);
    // Only once.
    refuse();
    QCOMPARE(m_waits.last(), qint64(500));
    m_supervisor->stop();
    m_supervisor->retryAfter(milliseconds(1));
    m_clock->advance(seconds(60));
    QCOMPARE(m_link->openCount(), 2);
}

void TestLinkSupervisor::retriesNowWhenAsked()
{
    m_supervisor->retryNow();
    QCOMPARE(m_link->openCount(), 0);
    m_supervisor->start(m_endpoint);
    m_supervisor->retryNow();
    QCOMPARE(m_link->openCount(), 1);
    refuse();
    m_supervisor->retryNow();
    QCOMPARE(m_link->openCount(), 2);
    m_clock->advance(seconds(60));
    QCOMPARE(m_link->openCount(), 2); // the wait it ended does not fire any more
}

void TestLinkSupervisor::stopsAndStaysAway_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("connecting") << 0;
    QTest::newRow("connected") << 1;
    QTest::newRow("waiting") << 2;
}

void TestLinkSupervisor::stopsAndStaysAway()
{
    QFETCH(int, when);
    m_supervisor->start(m_endpoint);
    if (when == 1)
        m_link->accept();
    if (when == 2)
        refuse();
    const auto waits = m_waits.size();
    m_supervisor->stop();
    QCOMPARE(m_supervisor->state(), State::Stopped);
    QCOMPARE(m_link->state(), ScriptedLink::State::Closed);
    m_clock->advance(seconds(100));
    QCOMPARE(m_link->openCount(), 1);
    QCOMPARE(m_waits.size(), waits);
}

void TestLinkSupervisor::startsAgainWithAnotherEndpoint()
{
    m_supervisor->start(m_endpoint);
    refuse();
    m_clock->advance(milliseconds(500));
    m_link->accept();
    const transport::Endpoint other{QStringLiteral("other"), 2};
    m_supervisor->start(other);
    QCOMPARE(m_link->endpoint(), other);
    QCOMPARE(m_link->openCount(), 3);
    QCOMPARE(m_supervisor->state(), State::Connecting);
    refuse();
    QCOMPARE(m_waits.last(), qint64(500)); // a new start, a new back-off
}

void TestLinkSupervisor::saysWhyItWaits()
{
    QList<base::Error> reasons;
    connect(m_supervisor.get(), &LinkSupervisor::waiting, this,
            [&](const base::Error &reason, milliseconds) { reasons.append(reason); });
    m_supervisor->start(m_endpoint);
    m_link->refuse(LinkError::ConnectionRefused, QStringLiteral("refused by host"));
    QVERIFY(reasons.at(0).is(LinkError::ConnectionRefused));
    QCOMPARE(reasons.at(0).detail(), QStringLiteral("refused by host"));
}

void TestLinkSupervisor::obeysAStopFromItsOwnSignals_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("Connecting") << int(State::Connecting);
    QTest::newRow("Connected") << int(State::Connected);
    QTest::newRow("Waiting") << int(State::Waiting);
}

void TestLinkSupervisor::obeysAStopFromItsOwnSignals()
{
    QFETCH(int, state);
    connect(m_supervisor.get(), &LinkSupervisor::stateChanged, this, [&](State now) {
        if (int(now) == state)
            m_supervisor->stop();
    });
    m_supervisor->start(m_endpoint);
    if (m_link->state() == ScriptedLink::State::Opening) {
        if (state == int(State::Waiting))
            refuse();
        else
            m_link->accept();
    }
    QCOMPARE(m_supervisor->state(), State::Stopped);
    QCOMPARE(m_link->state(), ScriptedLink::State::Closed);
    QVERIFY(m_waits.isEmpty());
    m_clock->advance(seconds(60));
    QCOMPARE(m_link->state(), ScriptedLink::State::Closed);
}

void TestLinkSupervisor::mayBeDestroyedInsideItsSignals_data()
{
    obeysAStopFromItsOwnSignals_data();
    QTest::newRow("Stopped") << int(State::Stopped);
}

void TestLinkSupervisor::mayBeDestroyedInsideItsSignals()
{
    QFETCH(int, state);
    connect(m_supervisor.get(), &LinkSupervisor::stateChanged, this, [&](State now) {
        if (int(now) == state)
            m_supervisor.reset();
    });
    m_supervisor->start(m_endpoint);
    if (m_supervisor && state == int(State::Connected))
        m_link->accept();
    if (m_supervisor && state == int(State::Waiting))
        refuse();
    if (m_supervisor && state == int(State::Stopped))
        m_supervisor->stop();
    QVERIFY(!m_supervisor);
    m_clock->advance(seconds(60));
}

QTEST_GUILESS_MAIN(TestLinkSupervisor)
#include "tst_link_supervisor.moc"
