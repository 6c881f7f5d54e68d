// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_session.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/dvr_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using State = DeviceStatus::State;
using transport::LinkError;

class TestDvrSessionLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForASignOfLifeEveryInterval();
    void takesEveryAnswerToAKeepAlive_data();
    void takesEveryAnswerToAKeepAlive();
    void losesTheLinkAfterTwoMissedKeepAlives();
    void forgivesOneMissedKeepAlive();
    void logsInAgainWhenTheSessionHasExpired_data();
    void logsInAgainWhenTheSessionHasExpired();
    void answersAForcedLogoutAndComesBackOnce();
    void asksTheOperatorAfterASecondForcedLogoutWithinAMinute();
    void comesBackFromForcedLogoutsThatAreFarApart();
    void logsOutWhenStopped();
    void keepsTheStartOfAnOutage();
};

void TestDvrSessionLife::asksForASignOfLifeEveryInterval()
{
    Rig rig;
    rig.session->start();
    rig.mainLink = rig.links.find(QStringLiteral("main"));
    rig.login(R"("AliveInterval":10,)", 0xb);
    rig.say(1049, R"({"Ret":103})");
    rig.readAll();
    for (int round = 0; round < 30; ++round) {
        rig.advance(9999ms);
        QVERIFY(rig.readAll().isEmpty());
        rig.advance(1ms);
        const auto sent = rig.readAll();
        QCOMPARE(idsOf(sent), QList<int>({1006}));
        QCOMPARE(sent.first().session, 0xbu);
        QCOMPARE(sent.first().payload, body(R"({"Name":"KeepAlive","SessionID":"0x0000000B"})"));
        rig.say(1007, R"({"Name":"KeepAlive","Ret":100,"SessionID":"0x0000000B"})", sent.first().sequence);
    }
    QVERIFY(rig.session->status().isOnline());
    QCOMPARE(rig.mainLink->openCount(), 1);
}

void TestDvrSessionLife::takesEveryAnswerToAKeepAlive_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QByteArray>("payload");
    const QByteArray json = body(R"({"Name":"KeepAlive","Ret":100,"SessionID":"0x57"})");
    QTest::newRow("1007") << 1007 << json;
    QTest::newRow("1006, by the printed table") << 1006 << json;
    QTest::newRow("1005, by the printed table") << 1005 << json;
    QTest::newRow("no body") << 1007 << QByteArray();
    QTest::newRow("broken body") << 1007 << QByteArray("{\"Ret\"");
    QTest::newRow("another Ret") << 1007 << body(R"({"Ret":103})");
}

void TestDvrSessionLife::takesEveryAnswerToAKeepAlive()
{
    QFETCH(int, id);
    QFETCH(QByteArray, payload);
    Rig rig;
    rig.goOnline();
    for (int round = 0; round < 6; ++round) {
        rig.advance(20s);
        QVERIFY(idsOf(rig.readAll()).contains(1006));
        rig.mainLink->feed(wire(quint16(id), payload, Rig::kSession, 99));
    }
    QVERIFY(rig.session->status().isOnline());
    QCOMPARE(rig.session->status().reconnects, 0);
    // Nothing was sent but keep-alives: no answer to a 1005 or 1006.
    rig.mainLink->feed(wire(quint16(id), payload));
    QVERIFY(rig.readAll().isEmpty());
}

void TestDvrSessionLife::losesTheLinkAfterTwoMissedKeepAlives()
{
    Rig rig;
    rig.goOnline();
    rig.advance(59999ms);
    QVERIFY(rig.session->status().isOnline());
    rig.advance(1ms);
    QVERIFY(!rig.session->status().isOnline());
    QVERIFY(rig.session->status().reason->is(DvrError::KeepAliveLost));
    rig.advance(500ms);
    QCOMPARE(rig.mainLink->openCount(), 2);
    rig.login();
    QVERIFY(rig.session->status().isOnline());
    QCOMPARE(rig.session->status().reconnects, 1);
}

void TestDvrSessionLife::forgivesOneMissedKeepAlive()
{
    Rig rig;
    rig.goOnline();
    for (int round = 0; round < 10; ++round) {
        rig.advance(20s); // asked, and not answered …
        rig.advance(20s); // … but the next one is
        const auto sent = rig.readAll();
        rig.say(1007, R"({"Name":"KeepAlive","Ret":100})", sent.last().sequence);
        QVERIFY(rig.session->status().isOnline());
    }
}

void TestDvrSessionLife::logsInAgainWhenTheSessionHasExpired_data()
{
    QTest::addColumn<int>("ret");
    QTest::addColumn<bool>("byKeepAlive");
    QTest::newRow("call, 202") << 202 << false;
    QTest::newRow("call, 105") << 105 << false;
    QTest::newRow("keep-alive, 202") << 202 << true;
    QTest::newRow("keep-alive, 105") << 105 << true;
}

void TestDvrSessionLife::logsInAgainWhenTheSessionHasExpired()
{
    QFETCH(int, ret);
    QFETCH(bool, byKeepAlive);
    Rig rig;
    rig.goOnline();
    const QByteArray refusal = R"({"Name":"","Ret":)" + QByteArray::number(ret) + "}";
    if (byKeepAlive) {
        rig.advance(20s);
        rig.say(1007, refusal);
    } else {
        const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
        rig.say(1021, refusal);
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result().error().is(DvrError::NotLoggedIn));
    }
    QVERIFY(!rig.session->status().isOnline());
    QVERIFY(rig.session->status().reason->is(DvrError::NotLoggedIn));
    rig.advance(500ms);
    QCOMPARE(rig.mainLink->openCount(), 2);
    rig.login(QByteArray(), 0x99);
    QVERIFY(rig.session->status().isOnline());
    QCOMPARE(rig.session->sessionId(), 0x99u);
}

void TestDvrSessionLife::answersAForcedLogoutAndComesBackOnce()
{
    Rig rig;
    rig.goOnline();
    rig.mainLink->feed(wire(1004, body(R"({"SessionID":"0x00000057"})"), 0x57, 77));
    const auto sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1005}));
    QCOMPARE(sent.first().sequence, 77u);
    QCOMPARE(sent.first().session, 0x57u);
    QCOMPARE(sent.first().payload, body(R"({"Ret":100,"SessionID":"0x00000057"})"));
    QCOMPARE(rig.session->status().state, State::Waiting);
    QVERIFY(rig.session->status().reason->is(DvrError::ForcedLogout));
    QCOMPARE(rig.clock.now().msecsTo(rig.session->status().retryAt), 5000);
    rig.advance(4999ms);
    QCOMPARE(rig.mainLink->openCount(), 1);
    rig.advance(1ms);
    QCOMPARE(rig.mainLink->openCount(), 2);
    QVERIFY(rig.session->status().reason->is(DvrError::ForcedLogout)); // still why
    rig.login();
    QVERIFY(rig.session->status().isOnline());
}

void TestDvrSessionLife::asksTheOperatorAfterASecondForcedLogoutWithinAMinute()
{
    Rig rig;
    rig.goOnline();
    rig.say(1004, R"({"SessionID":"0x57"})");
    rig.advance(5s);
    rig.login();
    rig.advance(54s); // 59 s after the first
    rig.readAll();
    rig.mainLink->feed(wire(1004, {})); // even without a body
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1005}));
    QCOMPARE(rig.session->status().state, State::NeedsOperator);
    QVERIFY(rig.session->status().reason->is(DvrError::ForcedLogout));
    rig.advance(8h);
    QCOMPARE(rig.mainLink->openCount(), 2);
    rig.session->tryNow();
    QCOMPARE(rig.mainLink->openCount(), 3);
}

void TestDvrSessionLife::comesBackFromForcedLogoutsThatAreFarApart()
{
    Rig rig;
    rig.goOnline();
    for (int round = 0; round < 5; ++round) {
        rig.say(1004, R"({"SessionID":"0x57"})");
        QCOMPARE(rig.session->status().state, State::Waiting);
        rig.advance(5s);
        rig.login();
        QVERIFY(rig.session->status().isOnline());
        for (int i = 0; i < 3; ++i) {
            rig.advance(20s);
            rig.say(1007, R"({"Ret":100})");
        }
    }
    QCOMPARE(rig.session->status().reconnects, 5);
}

void TestDvrSessionLife::logsOutWhenStopped()
{
    Rig rig;
    rig.goOnline();
    QSignalSpy stopped(rig.session.get(), &DvrSession::stopped);
    rig.session->stop();
    const auto sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1002}));
    QCOMPARE(sent.first().session, 0x57u);
    QCOMPARE(sent.first().payload, body(R"({"Name":"","SessionID":"0x00000057"})"));
    QCOMPARE(rig.session->status().state, State::Stopped);
    QVERIFY(!rig.session->status().reason);
    QVERIFY(rig.mainLink->state() == transport::ByteLink::State::Closed);
    QCOMPARE(stopped.count(), 1);
    rig.advance(8h);
    QCOMPARE(rig.mainLink->openCount(), 1);
    // And again: nothing to log out of, and the next start is a fresh one.
    rig.session->stop();
    QVERIFY(rig.readAll().isEmpty());
    rig.session->start();
    rig.login();
    QVERIFY(rig.session->status().isOnline());
}

void TestDvrSessionLife::keepsTheStartOfAnOutage()
{
    Rig rig;
    rig.goOnline();
    const QDateTime online = rig.clock.now();
    rig.advance(10s);
    QCOMPARE(rig.session->status().since, online);
    rig.mainLink->drop(QStringLiteral("cable"));
    const QDateTime outage = rig.clock.now();
    QCOMPARE(rig.session->status().since, outage);
    for (int attempt = 0; attempt < 5; ++attempt) {
        rig.advance(4s);
        QCOMPARE(rig.session->status().since, outage);
        if (attempt % 2 == 0) {
            rig.mainLink->refuse(LinkError::ConnectionRefused);
        } else {
            rig.mainLink->accept();
            QCOMPARE(rig.session->status().state, State::LoggingIn);
            QCOMPARE(rig.session->status().since, outage);
            rig.mainLink->drop();
        }
        QCOMPARE(rig.session->status().since, outage);
    }
    rig.advance(4s);
    rig.login();
    QCOMPARE(rig.session->status().since, rig.clock.now());
}

QTEST_GUILESS_MAIN(TestDvrSessionLife)
#include "tst_dvr_session_life.moc"
