// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and streams over a night in which the machine slept, and under a wall clock that somebody sets.
#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/dvr_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using Live = LiveStatus::State;

namespace {

constexpr auto kGood = R"({"Name":"OPMonitor","Ret":100,"SessionID":"0x00000057"})";

struct Night : Rig {
    Night() { goOnline(); }

    void start()
    {
        media()->accept();
        takeSent(media());
        media()->feed(wire(1414, body(kGood), kSession, 1));
        settle();
        say(1411, kGood);
        picture();
        readAll();
    }
    void goLive()
    {
        session->openLive(LiveId(1), 0, StreamKind::Main, sink);
        start();
    }
    void picture()
    {
        media()->feed(wire(1412, keyFrame(h264Key()), kSession, sequence++));
        settle();
    }
    Live state() const { return sink->state(); }

    std::shared_ptr<NotingSink> sink = std::make_shared<NotingSink>();
    quint32 sequence = 0;
};

} // namespace

class TestMachineAsleep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The device has forgotten us long ago, and its sockets say nothing.
    void aDeadSessionIsNoticedWithinSecondsAndComesBack()
    {
        Night night;
        night.goLive();
        night.advance(700ms);
        night.picture();
        const QDateTime lastFrame = night.clock.now();
        night.clock.sleepMachine(8h);
        QCOMPARE(night.state(), Live::Stale);
        QCOMPARE(night.sink->states.last().since, lastFrame);
        // Asked at once, and not a hundred times for the hours that are gone.
        QVERIFY(night.readAll().size() <= 3);
        night.advance(2s);
        QVERIFY(!night.session->status().isOnline());
        QCOMPARE(night.state(), Live::Offline);
        // It was up for long: the next attempt comes at once.
        QCOMPARE(night.mainLink->openCount(), 2);
        night.login();
        QVERIFY(night.session->status().isOnline());
        QCOMPARE(night.session->status().reconnects, 1);
        night.start();
        QCOMPARE(night.state(), Live::Live);
        QCOMPARE(night.sink->states.last().since, night.clock.now());
    }

    void aDeviceThatStillAnswersKeepsItsSession()
    {
        Night night;
        night.goLive();
        night.clock.sleepMachine(8h);
        QCOMPARE(night.state(), Live::Stale);
        for (const Sent &sent : night.readAll()) {
            if (sent.id == 1006)
                night.say(1007, R"({"Name":"KeepAlive","Ret":100})", sent.sequence);
        }
        night.picture();
        QCOMPARE(night.state(), Live::Live);
        night.advance(2500ms);
        QVERIFY(night.session->status().isOnline());
        QCOMPARE(night.mainLink->openCount(), 1);
        QCOMPARE(night.session->status().reconnects, 0);
    }

    /// It fell asleep with a keep-alive on its way.
    void aQuestionThatSleptIsNotTheEnd()
    {
        Night night;
        night.advance(20s);
        QVERIFY(idsOf(night.readAll()).contains(1006));
        night.clock.sleepMachine(8h);
        QVERIFY(night.session->status().isOnline());
        const auto sent = night.readAll();
        QCOMPARE(idsOf(sent), QList<int>{1006});
        night.say(1007, R"({"Name":"KeepAlive","Ret":100})", sent.first().sequence);
        night.advance(19s);
        QVERIFY(night.session->status().isOnline());
        QCOMPARE(night.mainLink->openCount(), 1);
    }

    void withoutAStreamADeadSessionIsNoticedByItsKeepAlive()
    {
        Night night;
        night.advance(5s);
        night.clock.sleepMachine(8h);
        QVERIFY(night.readAll().size() <= 2);
        night.advance(40s);
        QVERIFY(!night.session->status().isOnline());
        QVERIFY(night.session->status().reason->is(DvrError::KeepAliveLost));
        night.advance(500ms);
        night.login();
        QVERIFY(night.session->status().isOnline());
    }

    void anOutageGoesOnWithOneAttempt()
    {
        Night night;
        night.mainLink->drop(QStringLiteral("night"));
        const QDateTime outage = night.clock.now();
        for (int i = 0; i < 6; ++i) {
            night.advance(4s);
            night.mainLink->refuse(transport::LinkError::ConnectionRefused);
        }
        const int before = night.mainLink->openCount();
        night.clock.sleepMachine(8h);
        QCOMPARE(night.mainLink->openCount(), before + 1);
        // The network is not yet back: the usual pace, and the outage is as old as it is.
        night.mainLink->refuse(transport::LinkError::NetworkUnreachable);
        QCOMPARE(night.session->status().since, outage);
        QVERIFY(night.session->status().retryAt > night.clock.now());
        QVERIFY(night.clock.now().secsTo(night.session->status().retryAt) <= 4);
        night.advance(4s);
        QCOMPARE(night.mainLink->openCount(), before + 2);
        night.login();
        QVERIFY(night.session->status().isOnline());
    }

    /// Where the monotonic clock stands still during a sleep (Linux), a sleep looks like this, too.
    void aWallClockThatJumpsDisturbsNobody_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("forward") << 8;
        QTest::newRow("back") << -8;
        QTest::newRow("back by years") << -24 * 366 * 20;
    }
    void aWallClockThatJumpsDisturbsNobody()
    {
        QFETCH(int, hours);
        Night night;
        night.goLive();
        const auto states = night.sink->states.size();
        night.clock.setWallClock(std::chrono::hours(hours));
        for (int i = 0; i < 25; ++i) {
            night.advance(1s);
            night.picture();
        }
        QCOMPARE(night.sink->states.size(), states); // nobody said anything
        const auto sent = night.readAll();
        QCOMPARE(idsOf(sent), QList<int>{1006});
        night.say(1007, R"({"Name":"KeepAlive","Ret":100})", sent.first().sequence);
        // An outage is dated and retried by the new time.
        night.mainLink->drop(QStringLiteral("later"));
        QCOMPARE(night.session->status().since, night.clock.now());
        night.clock.setWallClock(std::chrono::hours(hours));
        night.advance(500ms);
        QCOMPARE(night.mainLink->openCount(), 2);
        night.login();
        QVERIFY(night.session->status().isOnline());
        night.start();
        QCOMPARE(night.state(), Live::Live);
    }
};

QTEST_GUILESS_MAIN(TestMachineAsleep)
#include "tst_machine_asleep.moc"
