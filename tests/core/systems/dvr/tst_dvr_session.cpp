// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_session.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/dvr_rig.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using State = DeviceStatus::State;
using transport::LinkError;

Q_DECLARE_METATYPE(opsdeck::dvr::DeviceStatus::State)
Q_DECLARE_METATYPE(opsdeck::dvr::DvrError)

class TestDvrSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheVendorsLoginByteForByte();
    void comesOnlineAndTellsWhatItFound();
    void showsTitlesAsTheyCome();
    void keepsTheOperatorsChannelCount();
    void neverRetriesARefusedPasswordByItself_data();
    void neverRetriesARefusedPasswordByItself();
    void waitsAndTriesAgainWhenTheDeviceIsFull();
    void claimsBeforeTheLoginAfterAnEmptyReply();
    void logsInAlthoughTheClaimIsNotAnswered();
    void triesAnotherLoginTypeOnAFreshSocket_data();
    void triesAnotherLoginTypeOnAFreshSocket();
    void givesUpALoginThatIsNotAnswered();
    void showsWhatAStrangerSaidInsteadOfALogin_data();
    void showsWhatAStrangerSaidInsteadOfALogin();
    void backsOffToFourSecondsAtMost();
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
    void ignoresAnswersNobodyWaitsFor_data();
    void ignoresAnswersNobodyWaitsFor();
    void namesAnAnswerToAnotherRequest();
    void closesOnAnOversizeHeaderAndSaysWhy_data();
    void closesOnAnOversizeHeaderAndSaysWhy();
    void findsAnswersBehindGarbageAndInAnyPieces();
    void joinsFragments();
    void refusesEndlessFragments();
    void reportsFragmentsThatDoNotFitTogether_data();
    void reportsFragmentsThatDoNotFitTogether();
    void answersEveryCall_data();
    void answersEveryCall();
    void refusesCallsBeforeTheLogin();
    void answersPendingCallsWhenItIsDestroyed();
    void givesRawAnswersWhateverTheirRet();
    void mayBeDestroyedInsideItsOwnSignal_data();
    void mayBeDestroyedInsideItsOwnSignal();
    void mayBeDestroyedAtAnyPointOfTheLogin_data();
    void mayBeDestroyedAtAnyPointOfTheLogin();
    void mayBeStartedAnewByWhoeverHearsOfItsEnd_data();
    void mayBeStartedAnewByWhoeverHearsOfItsEnd();
    void startsAnewWhileItsLastWordsAreStillGoingOut();
    void survivesADeviceThatSendsNoise();
};

void TestDvrSession::sendsTheVendorsLoginByteForByte()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    QCOMPARE(link->endpoint(), (transport::Endpoint{QStringLiteral("192.0.2.7"), 34567}));
    link->accept();
    const QByteArray json =
        R"({"EncryptType":"MD5","LoginType":"DVRIP-Web","PassWord":"tlJwpbo6","UserName":"admin"})";
    QCOMPARE(link->takeSent().toHex(' '),
             (fromHex("ff000000 00000000 00000000 0000 e803 58000000") + json + fromHex("0a00")).toHex(' '));
}

void TestDvrSession::comesOnlineAndTellsWhatItFound()
{
    Rig rig;
    QCOMPARE(rig.session->status().state, State::Stopped);
    rig.goOnline();
    QList<State> states;
    for (const DeviceStatus &status : rig.states)
        states.append(status.state);
    QCOMPARE(states, QList<State>({State::Connecting, State::LoggingIn, State::Online}));
    const DeviceStatus &now = rig.session->status();
    QCOMPARE(now.channelCount, 4);
    QCOMPARE(now.deviceType, QStringLiteral("HVR"));
    QCOMPARE(now.since, rig.clock.now());
    QCOMPARE(now.reconnects, 0);
    QVERIFY(!now.reason);
    QCOMPARE(rig.session->sessionId(), 0x57u);
    QCOMPARE(idsOf(rig.sent), QList<int>({1048}));
    QCOMPARE(rig.sent.first().session, 0x57u);
    QCOMPARE(rig.sent.first().payload, body(R"({"Name":"ChannelTitle","SessionID":"0x00000057"})"));
}

void TestDvrSession::showsTitlesAsTheyCome()
{
    Rig rig;
    rig.session->start();
    rig.mainLink = rig.links.find(QStringLiteral("main"));
    rig.login(QByteArray()); // nothing but Ret and SessionID
    QCOMPARE(rig.session->status().channelCount, 0);
    rig.say(1049, "{\"ChannelTitle\":[\"Gate\",\"\xc7\xb0\xc3\xc5\",\"<b>\\u0007\"],\"Name\":"
                  "\"ChannelTitle\",\"Ret\":100}");
    QCOMPARE(rig.session->status().channelTitles,
             QStringList({QStringLiteral("Gate"), QStringLiteral("前门"), QStringLiteral("<b>\ufffd")}));
    QCOMPARE(rig.session->status().channelCount, 3);
    QCOMPARE(rig.states.last().channelTitles.size(), 3);
    // Refused or odd titles change nothing.
    Rig other;
    other.goOnline();
    const auto before = other.states.size();
    other.say(1049, R"({"Name":"","Ret":103})");
    QCOMPARE(other.states.size(), before);
    QCOMPARE(other.session->status().state, State::Online);
}

void TestDvrSession::keepsTheOperatorsChannelCount()
{
    ManualClock clock;
    ScriptedLinks links;
    DeviceSettings settings;
    settings.channelCount = 2;
    DvrSession session(settings, links, clock, 1);
    session.start();
    links.find(QStringLiteral("main"))->accept();
    links.find(QStringLiteral("main"))
        ->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x5","ChannelNum":16})")));
    QVERIFY(session.status().isOnline());
    QCOMPARE(session.status().channelCount, 2);
}

void TestDvrSession::neverRetriesARefusedPasswordByItself_data()
{
    QTest::addColumn<int>("ret");
    for (int ret : {203, 204, 205, 206, 106, 104, 107, 207, 113, 430})
        QTest::addRow("%d", ret) << ret;
}

void TestDvrSession::neverRetriesARefusedPasswordByItself()
{
    QFETCH(int, ret);
    Rig rig(QStringLiteral("wrong"));
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    link->takeSent();
    link->feed(wire(
        1001, body(R"({"Name":"","Ret":)" + QByteArray::number(ret) + R"(,"SessionID":"0x00000000"})"), 0));
    const DeviceStatus status = rig.session->status();
    QCOMPARE(status.state, State::NeedsOperator);
    QVERIFY(status.reason.has_value());
    QCOMPARE(status.reason->device().value(QLatin1String("ret")).toInt(), ret);
    QVERIFY(!status.retryAt.isValid());
    QVERIFY(link->state() == transport::ByteLink::State::Closed);
    rig.advance(8h);
    QCOMPARE(link->openCount(), 1);
    QCOMPARE(rig.links.made(), 1);
    QCOMPARE(rig.session->status().state, State::NeedsOperator);
    rig.session->setPassword(QStringLiteral("123456"));
    rig.advance(1h);
    QCOMPARE(link->openCount(), 1);
    rig.session->tryNow();
    QCOMPARE(link->openCount(), 2);
    link->accept();
    QCOMPARE(takeSent(link).first().json().value(QLatin1String("PassWord")).toString(),
             QStringLiteral("nTBCS19C"));
}

void TestDvrSession::waitsAndTriesAgainWhenTheDeviceIsFull()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    for (int attempt = 1; attempt <= 8; ++attempt) {
        QCOMPARE(link->openCount(), attempt);
        link->accept();
        link->feed(wire(1001, body(R"({"Name":"","Ret":123,"SessionID":"0x00000000"})"), 0));
        const DeviceStatus status = rig.session->status();
        QCOMPARE(status.state, State::Waiting);
        QVERIFY(status.reason->is(DvrError::TooManyConnections));
        const qint64 wait = rig.clock.now().msecsTo(status.retryAt);
        QVERIFY2(wait >= 0 && wait <= 4000, qPrintable(QString::number(wait)));
        rig.advance(std::chrono::milliseconds(wait));
        QCOMPARE(rig.session->status().state, State::Connecting);
        QVERIFY(!rig.session->status().retryAt.isValid());
    }
    rig.mainLink = link;
    rig.login();
    QVERIFY(rig.session->status().isOnline());
    QVERIFY(!rig.session->status().reason);
}

void TestDvrSession::claimsBeforeTheLoginAfterAnEmptyReply()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    QCOMPARE(idsOf(takeSent(link)), QList<int>({1000}));
    link->feed(wire(1001, {}, 0));
    QVERIFY(link->state() == transport::ByteLink::State::Closed);
    QVERIFY(rig.session->status().reason->is(DvrError::EmptyReply));
    rig.settle(); // at once: no back-off
    QCOMPARE(link->openCount(), 2);
    link->accept();
    auto sent = takeSent(link);
    QCOMPARE(idsOf(sent), QList<int>({1413}));
    QCOMPARE(sent.first().session, 0x0001869fu);
    QCOMPARE(sent.first().action(), QStringLiteral("Claim"));
    link->feed(wire(1414, body(R"({"Name":"OPMonitor","Ret":100,"SessionID":"0x0001869F"})"), 0, 1));
    sent = takeSent(link);
    QCOMPARE(idsOf(sent), QList<int>({1000}));
    QCOMPARE(sent.first().session, 0u);
    rig.mainLink = link;
    rig.answerLogin(QByteArray());
    QVERIFY(rig.session->status().isOnline());
    // The next login of this session begins the same way.
    link->drop();
    rig.advance(5s);
    link->accept();
    QCOMPARE(idsOf(takeSent(link)).last(), 1413);
}

void TestDvrSession::logsInAlthoughTheClaimIsNotAnswered()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    link->feed(wire(1001, body("not JSON"), 0));
    rig.settle();
    link->accept();
    link->takeSent();
    rig.advance(4s);
    QCOMPARE(idsOf(takeSent(link)), QList<int>({1000}));
    // As mute as before: back-off, then a plain login again.
    link->feed(wire(1001, {}, 0));
    QCOMPARE(rig.session->status().state, State::Waiting);
    rig.advance(4s);
    QCOMPARE(link->openCount(), 3);
    link->accept();
    QCOMPARE(idsOf(takeSent(link)), QList<int>({1000}));
}

void TestDvrSession::triesAnotherLoginTypeOnAFreshSocket_data()
{
    QTest::addColumn<int>("ret");
    QTest::newRow("102") << 102;
    QTest::newRow("103") << 103;
}

void TestDvrSession::triesAnotherLoginTypeOnAFreshSocket()
{
    QFETCH(int, ret);
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    QStringList types;
    const QByteArray refusal = body(R"({"Ret":)" + QByteArray::number(ret) + "}");
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QCOMPARE(link->openCount(), attempt);
        link->accept();
        const auto sent = takeSent(link);
        QCOMPARE(idsOf(sent), QList<int>({1000}));
        types.append(sent.first().json().value(QLatin1String("LoginType")).toString());
        link->feed(wire(1001, refusal, 0));
        QVERIFY(link->state() == transport::ByteLink::State::Closed);
        rig.settle();
    }
    QCOMPARE(QSet<QString>(types.begin(), types.end()).size(), 3);
    QCOMPARE(rig.session->status().state, State::Waiting);
    QVERIFY(rig.session->status().reason->is(DvrError::NotSupported));
    QCOMPARE(link->openCount(), 3);
    rig.advance(4s);
    QCOMPARE(link->openCount(), 4);
}

void TestDvrSession::givesUpALoginThatIsNotAnswered()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    rig.advance(3999ms);
    QCOMPARE(rig.session->status().state, State::LoggingIn);
    rig.advance(1ms);
    QVERIFY(rig.session->status().state != State::LoggingIn);
    QVERIFY(rig.session->status().reason->is(base::CommonError::Timeout));
    QVERIFY(rig.session->status().reason->detail().contains(QLatin1String("login")));
    // The attempt hung for as long as any back-off: the next one comes within half a second.
    rig.advance(500ms);
    QCOMPARE(link->openCount(), 2);
    // An answer to the first attempt, come late, is none to the second.
    link->accept();
    QCOMPARE(rig.session->status().state, State::LoggingIn);
}

void TestDvrSession::showsWhatAStrangerSaidInsteadOfALogin_data()
{
    QTest::addColumn<bool>("hangsUp");
    QTest::newRow("and waits") << false;
    QTest::newRow("and hangs up") << true;
}

void TestDvrSession::showsWhatAStrangerSaidInsteadOfALogin()
{
    QFETCH(bool, hangsUp);
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    link->feed(QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") + QByteArray(4000, 'x'));
    if (hangsUp)
        link->drop();
    else
        rig.advance(4s);
    const auto reason = rig.session->status().reason;
    QVERIFY(reason.has_value());
    QVERIFY2(reason->is(DvrError::BadReply), qPrintable(reason->detail()));
    QVERIFY2(reason->detail().contains(QLatin1String("HTTP/1.1 400")), qPrintable(reason->detail()));
    QVERIFY(reason->detail().size() < 400);
}

void TestDvrSession::backsOffToFourSecondsAtMost()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    QList<qint64> waits;
    for (int attempt = 1; attempt <= 12; ++attempt) {
        QCOMPARE(link->openCount(), attempt);
        link->refuse(LinkError::ConnectionRefused);
        QCOMPARE(rig.session->status().state, State::Waiting);
        QVERIFY(rig.session->status().reason->is(LinkError::ConnectionRefused));
        waits.append(rig.clock.now().msecsTo(rig.session->status().retryAt));
        rig.advance(std::chrono::milliseconds(waits.last() - 1));
        QCOMPARE(link->openCount(), attempt);
        rig.advance(1ms);
    }
    qint64 most = 500;
    for (const qint64 wait : waits) {
        QVERIFY2(wait > most / 2 && wait <= most, qPrintable(QStringLiteral("%1 of %2").arg(wait).arg(most)));
        most = qMin<qint64>(most * 2, 4000);
    }
    // "Try now" ends a wait.
    link->refuse(LinkError::ConnectionRefused);
    rig.session->tryNow();
    QCOMPARE(link->openCount(), 14);
}

void TestDvrSession::asksForASignOfLifeEveryInterval()
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

void TestDvrSession::takesEveryAnswerToAKeepAlive_data()
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

void TestDvrSession::takesEveryAnswerToAKeepAlive()
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

void TestDvrSession::losesTheLinkAfterTwoMissedKeepAlives()
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

void TestDvrSession::forgivesOneMissedKeepAlive()
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

void TestDvrSession::logsInAgainWhenTheSessionHasExpired_data()
{
    QTest::addColumn<int>("ret");
    QTest::addColumn<bool>("byKeepAlive");
    QTest::newRow("call, 202") << 202 << false;
    QTest::newRow("call, 105") << 105 << false;
    QTest::newRow("keep-alive, 202") << 202 << true;
    QTest::newRow("keep-alive, 105") << 105 << true;
}

void TestDvrSession::logsInAgainWhenTheSessionHasExpired()
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

void TestDvrSession::answersAForcedLogoutAndComesBackOnce()
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

void TestDvrSession::asksTheOperatorAfterASecondForcedLogoutWithinAMinute()
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

void TestDvrSession::comesBackFromForcedLogoutsThatAreFarApart()
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

void TestDvrSession::logsOutWhenStopped()
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

void TestDvrSession::keepsTheStartOfAnOutage()
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

void TestDvrSession::ignoresAnswersNobodyWaitsFor_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("second login answer") << wire(1001, body(R"({"Ret":203})"));
    QTest::newRow("answer to nothing") << wire(1021, body(R"({"Ret":202})"));
    QTest::newRow("start of a stream that is not") << wire(1411, body(R"({"Ret":105})"));
    QTest::newRow("claim") << wire(1414, {});
    QTest::newRow("media") << wire(1412, keyFrame(h264Key()));
    QTest::newRow("talk") << wire(1433, audioFrame("xx"));
    QTest::newRow("alarm") << wire(1504, body(R"({"AlarmInfo":{"Channel":0}})"));
    QTest::newRow("keep-alive of ours that we did not send") << wire(1007, body(R"({"Ret":202})"));
    QTest::newRow("keep-alive of theirs") << wire(1006, body(R"({"Name":"KeepAlive"})"));
    QTest::newRow("lowest id") << wire(999, {});
    QTest::newRow("highest id") << wire(3999, QByteArray(1000, '{'));
    QTest::newRow("login request") << wire(1000, body("{}"));
    QTest::newRow("snapshot") << wire(1561, QByteArray(1000, '\xff'));
    QTest::newRow("export") << wire(1543, "PK\3\4");
}

void TestDvrSession::ignoresAnswersNobodyWaitsFor()
{
    QFETCH(QByteArray, message);
    Rig rig;
    rig.goOnline();
    rig.say(1049, R"({"Ret":103})");
    for (int i = 0; i < 3; ++i)
        rig.mainLink->feed(message);
    QVERIFY(rig.session->status().isOnline());
    QVERIFY(rig.readAll().isEmpty());
    // The session still works.
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.say(1021, R"({"Ret":100,"SystemInfo":{}})");
    QVERIFY(answer.isFinished());
    QVERIFY(answer.result().has_value());
    // Before the login the same bytes change nothing either, but for what a login waits for.
    Rig early;
    early.session->start();
    ScriptedLink *link = early.links.find(QStringLiteral("main"));
    link->accept();
    if (message.mid(14, 2) != le16(1001)) {
        link->feed(message);
        QCOMPARE(early.session->status().state, State::LoggingIn);
    }
}

void TestDvrSession::namesAnAnswerToAnotherRequest()
{
    Rig rig;
    rig.goOnline();
    rig.say(1049, R"({"Ret":103})");
    auto late = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.advance(5s);
    QVERIFY(late.result().error().is(base::CommonError::Timeout));
    QVERIFY(late.result().error().detail().contains(QLatin1String("SystemInfo")));
    // Two questions of one kind: each gets the answer with its number, in whatever order.
    rig.readAll();
    const auto first = rig.session->call(1020, QStringLiteral("StorageInfo"));
    const auto second = rig.session->call(1020, QStringLiteral("WorkState"));
    const auto sent = rig.readAll();
    rig.say(1021, R"({"Name":"WorkState","Ret":100})", sent.at(1).sequence);
    QVERIFY(second.isFinished() && !first.isFinished());
    rig.say(1021, R"({"Name":"StorageInfo","Ret":100})", sent.at(0).sequence);
    QCOMPARE(first.result()->value(QLatin1String("Name")).toString(), QStringLiteral("StorageInfo"));
    QCOMPARE(second.result()->value(QLatin1String("Name")).toString(), QStringLiteral("WorkState"));
}

void TestDvrSession::closesOnAnOversizeHeaderAndSaysWhy_data()
{
    QTest::addColumn<quint32>("length");
    for (quint32 length : {(1u << 20) + 1, 0x7fffffffu, 0x80000000u, 0xffffffffu})
        QTest::addRow("%u", length) << length;
}

void TestDvrSession::closesOnAnOversizeHeaderAndSaysWhy()
{
    QFETCH(quint32, length);
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.mainLink->feed(test::header(1021, length));
    QVERIFY(rig.mainLink->state() == transport::ByteLink::State::Closed);
    QCOMPARE(rig.session->status().state, State::Waiting);
    QVERIFY(rig.session->status().reason->is(DvrError::Oversize));
    QVERIFY(rig.session->status().reason->detail().contains(QString::number(length)));
    QVERIFY(answer.result().error().is(DvrError::Oversize));
    // The next connection starts clean.
    rig.advance(500ms);
    rig.login();
    QVERIFY(rig.session->status().isOnline());
}

void TestDvrSession::findsAnswersBehindGarbageAndInAnyPieces()
{
    const QByteArray noise = fromHex("ff01ff00 00000000 5aa5") + "HTTP/1.1 400\r\n";
    const QByteArray login = wire(1001, body(R"({"Ret":100,"SessionID":"0x57","ChannelNum":4})"));
    const QByteArray stream =
        noise + login + noise + wire(1049, body(R"({"ChannelTitle":["a","b"],"Ret":100})"));
    for (int piece : {1, 2, 7, 20, 21, 1000}) {
        Rig rig;
        rig.session->start();
        ScriptedLink *link = rig.links.find(QStringLiteral("main"));
        link->accept();
        for (qsizetype at = 0; at < stream.size(); at += piece)
            link->feed(stream.mid(at, piece));
        QVERIFY(rig.session->status().isOnline());
        QCOMPARE(rig.session->status().channelTitles.size(), 2);
    }
}

void TestDvrSession::joinsFragments()
{
    Rig rig;
    rig.goOnline();
    const QByteArray whole = body(R"({"Name":"X","Ret":100,"X":")" + QByteArray(40000, 'x') + "\"}");
    const auto answer = rig.session->call(1042, QStringLiteral("X"));
    const int total = int((whole.size() + 8191) / 8192);
    for (int i = 0; i < total; ++i) {
        rig.mainLink->feed(wire(1043, whole.mid(i * 8192, 8192), 0x57, 5, quint8(total), quint8(i)));
        // An event between two fragments belongs to neither.
        rig.mainLink->feed(wire(1504, body(R"({"AlarmInfo":{}})")));
        QCOMPARE(answer.isFinished(), i == total - 1);
    }
    QCOMPARE(answer.result()->value(QLatin1String("X")).toString().size(), 40000);
}

void TestDvrSession::refusesEndlessFragments()
{
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1042, QStringLiteral("X"), {}, 10min);
    const QByteArray fragment = wire(1043, QByteArray(8192, 'x'), 0x57, 5, 255, 1);
    int fed = 0;
    while (rig.session->status().isOnline() && fed < 1000) {
        rig.mainLink->feed(fragment);
        ++fed;
    }
    QVERIFY2(fed <= 129, "more than a mebibyte was taken");
    QVERIFY(rig.session->status().reason->is(DvrError::Oversize));
    QVERIFY(answer.result().error().is(DvrError::Oversize));
}

void TestDvrSession::reportsFragmentsThatDoNotFitTogether_data()
{
    QTest::addColumn<QByteArray>("stream");
    const auto piece = [](const QByteArray &part, int total, int current) {
        return wire(1043, part, 0x57, 5, quint8(total), quint8(current));
    };
    QTest::newRow("the middle is missing") << QByteArray(piece("{\"Ret\":", 3, 0) + piece(",}", 3, 2));
    QTest::newRow("only the last") << QByteArray(piece("100}", 3, 2));
    QTest::newRow("number past the total") << QByteArray(piece("{\"Ret\":", 2, 0) + piece("}", 2, 200));
    QTest::newRow("empty pieces") << QByteArray(piece({}, 2, 0) + piece({}, 2, 1));
}

void TestDvrSession::reportsFragmentsThatDoNotFitTogether()
{
    QFETCH(QByteArray, stream);
    Rig rig;
    rig.goOnline();
    const auto broken = rig.session->call(1042, QStringLiteral("X"));
    rig.mainLink->feed(stream);
    QVERIFY(broken.isFinished());
    QVERIFY(broken.result().error().is(DvrError::BadReply) ||
            broken.result().error().is(DvrError::EmptyReply));
    QVERIFY(rig.session->status().isOnline());
    const auto good = rig.session->call(1042, QStringLiteral("X"));
    rig.say(1043, R"({"Ret":100,"X":{}})");
    QVERIFY(good.result().has_value());
}

void TestDvrSession::answersEveryCall_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("error"); // empty = none
    QTest::newRow("good") << body(R"({"Name":"SystemInfo","Ret":100,"SystemInfo":{}})") << QString();
    QTest::newRow("refused") << body(R"({"Name":"","Ret":107})") << QStringLiteral("no-right");
    QTest::newRow("wrong message id for the name")
        << body(R"({"SystemInfo":null,"Ret":607})") << QStringLiteral("not-supported");
    QTest::newRow("unknown code") << body(R"({"Ret":4711})") << QStringLiteral("refused");
    QTest::newRow("no Ret") << body(R"({"Name":"SystemInfo"})") << QStringLiteral("bad-reply");
    QTest::newRow("broken") << body(R"({"Name":)") << QStringLiteral("bad-reply");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty-reply");
    QTest::newRow("deep") << body(QByteArray(2000, '[')) << QStringLiteral("bad-reply");
}

void TestDvrSession::answersEveryCall()
{
    QFETCH(QByteArray, reply);
    QFETCH(QString, error);
    Rig rig;
    rig.goOnline();
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    const auto sent = rig.readAll();
    QCOMPARE(sent.first().payload, body(R"({"Name":"SystemInfo","SessionID":"0x00000057"})"));
    QVERIFY(!answer.isFinished());
    rig.mainLink->feed(wire(1021, reply));
    QVERIFY(answer.isFinished());
    const auto result = answer.result();
    QCOMPARE(result ? QString() : result.error().name(), error);
    if (!result)
        QVERIFY(result.error().detail().contains(QLatin1String("SystemInfo")));
    QVERIFY(rig.session->status().isOnline());
    // The name of the caller's own body stays when none is given.
    rig.session->call(1486, QString(), {{QStringLiteral("Name"), QStringLiteral("guest")}});
    rig.session->call(1500, QString());
    const auto more = rig.readAll();
    QCOMPARE(more.at(0).payload, body(R"({"Name":"guest","SessionID":"0x00000057"})"));
    QCOMPARE(more.at(1).payload, body(R"({"Name":"","SessionID":"0x00000057"})"));
}

void TestDvrSession::refusesCallsBeforeTheLogin()
{
    Rig rig;
    const auto refused = [&rig] {
        const auto call = rig.session->call(1020, QStringLiteral("SystemInfo"));
        const auto raw = rig.session->raw(1020, {});
        return call.isFinished() && call.result().error().is(base::CommonError::NotConnected) &&
               raw.isFinished() && raw.result().error().is(base::CommonError::NotConnected);
    };
    QVERIFY(refused());
    rig.session->start();
    QVERIFY(refused());
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    link->takeSent();
    QVERIFY(refused());
    QVERIFY2(link->takeSent().isEmpty(), "nothing but the login goes out before the login");
}

void TestDvrSession::answersPendingCallsWhenItIsDestroyed()
{
    Rig rig;
    rig.goOnline();
    const auto call = rig.session->call(1020, QStringLiteral("SystemInfo"));
    const auto raw = rig.session->raw(1020, {});
    rig.session.reset();
    QVERIFY(call.isFinished());
    QVERIFY(call.result().error().errorClass() == base::ErrorClass::Cancelled);
    QVERIFY(raw.isFinished());
    QVERIFY(raw.result().error().errorClass() == base::ErrorClass::Cancelled);
}

void TestDvrSession::givesRawAnswersWhateverTheirRet()
{
    Rig rig;
    rig.goOnline();
    const auto refused = rig.session->raw(1042, {{QStringLiteral("Name"), QStringLiteral("X")}});
    QCOMPARE(rig.readAll().first().payload, body(R"({"Name":"X","SessionID":"0x00000057"})"));
    rig.say(1043, R"({"Ret":607})");
    QCOMPARE(refused.result()->payload, body(R"({"Ret":607})"));
    const auto noise = rig.session->raw(1560, {{QStringLiteral("SessionID"), QStringLiteral("mine")}});
    QCOMPARE(rig.readAll().first().payload, body(R"({"SessionID":"mine"})"));
    rig.mainLink->feed(wire(1561, fromHex("ffd8ffe0")));
    QCOMPARE(noise.result()->payload, fromHex("ffd8ffe0"));
}

void TestDvrSession::mayBeDestroyedInsideItsOwnSignal_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("connecting") << State::Connecting;
    QTest::newRow("logging in") << State::LoggingIn;
    QTest::newRow("online") << State::Online;
    QTest::newRow("waiting") << State::Waiting;
    QTest::newRow("needs operator") << State::NeedsOperator;
    QTest::newRow("stopped") << State::Stopped;
}

void TestDvrSession::mayBeDestroyedInsideItsOwnSignal()
{
    QFETCH(State, when);
    Rig rig;
    const auto sink = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, sink);
    connect(rig.session.get(), &DvrSession::statusChanged, this, [&rig, when](const DeviceStatus &status) {
        if (status.state == when)
            rig.session.reset();
    });
    rig.session->start();
    const auto drive = [&rig, when] {
        ScriptedLink *link = rig.links.find(QStringLiteral("north main"));
        if (!rig.session || !link)
            return;
        link->accept();
        if (!rig.session)
            return;
        if (when == State::NeedsOperator) {
            link->feed(wire(1001, body(R"({"Ret":203})")));
            return;
        }
        link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})")) +
                   wire(1049, body(R"({"Ret":100,"ChannelTitle":[]})")));
        if (!rig.session)
            return;
        if (when == State::Waiting)
            link->drop();
        else if (when == State::Stopped)
            rig.session->stop();
    };
    drive();
    QVERIFY(!rig.session);
    rig.advance(1min);
}

void TestDvrSession::mayBeDestroyedAtAnyPointOfTheLogin_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps <= 8; ++steps)
        QTest::addRow("after %d steps", steps) << steps;
}

void TestDvrSession::mayBeDestroyedAtAnyPointOfTheLogin()
{
    QFETCH(int, steps);
    Rig rig;
    const auto sink = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, sink);
    const auto link = [&rig] { return rig.links.find(QStringLiteral("north main")); };
    const QList<std::function<void()>> all{
        [&] { rig.session->start(); },
        [&] { link()->accept(); },
        [&] { link()->feed(wire(1001, {}, 0)); },
        [&] { rig.settle(); },
        [&] { link()->accept(); }, // the Claim before the login is out
        [&] { link()->feed(wire(1414, body(R"({"Ret":100})"), 0, 1)); },
        [&] { link()->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})"))); },
        [&] { rig.media()->accept(); }, // the stream's claim is out
    };
    for (int i = 0; i < steps; ++i)
        all.at(i)();
    const auto before = sink->calls();
    rig.session.reset();
    rig.advance(1min);
    QCOMPARE(sink->calls(), before);
    QVERIFY(!rig.media() || rig.media()->state() == transport::ByteLink::State::Closed);
}

void TestDvrSession::mayBeStartedAnewByWhoeverHearsOfItsEnd_data()
{
    QTest::addColumn<State>("when");
    QTest::newRow("needs operator") << State::NeedsOperator;
    QTest::newRow("stopped") << State::Stopped;
    QTest::newRow("waiting") << State::Waiting;
}

void TestDvrSession::mayBeStartedAnewByWhoeverHearsOfItsEnd()
{
    QFETCH(State, when);
    Rig rig;
    int heard = 0;
    connect(rig.session.get(), &DvrSession::statusChanged, this, [&](const DeviceStatus &status) {
        if (status.state != when || ++heard > 1)
            return;
        rig.session->setPassword(QStringLiteral("123456"));
        rig.session->tryNow();
    });
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("main"));
    link->accept();
    if (when == State::NeedsOperator) {
        link->feed(wire(1001, body(R"({"Ret":203})")));
    } else {
        link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})")));
        if (when == State::Stopped)
            rig.session->stop();
        else
            link->drop();
    }
    QCOMPARE(heard, 1);
    QCOMPARE(link->openCount(), 2);
    QVERIFY(link->state() == transport::ByteLink::State::Opening);
    link->takeSent();
    link->accept();
    QCOMPARE(takeSent(link).first().json().value(QLatin1String("PassWord")).toString(),
             QStringLiteral("nTBCS19C"));
    link->feed(wire(1001, body(R"({"Ret":100,"SessionID":"0x58"})")));
    QVERIFY(rig.session->status().isOnline());
}

namespace {

/// A link whose last words take until the test says that they are out.
class DrainingLink final : public transport::ByteLink
{
public:
    State state() const override { return m_state; }
    void open(const transport::Endpoint &) override
    {
        close();
        m_state = State::Opening;
        ++opens;
    }
    void send(const QByteArray &bytes) override
    {
        if (!draining)
            sent += bytes;
    }
    void close() override { end(); }
    void closeAfterWriting() override
    {
        if (m_state == State::Open)
            draining = true;
        else
            end();
    }
    void accept()
    {
        m_state = State::Open;
        Q_EMIT
        opened();
    }
    void end()
    {
        draining = false;
        const State before = std::exchange(m_state, State::Closed);
        const base::Error reason(LinkError::ClosedByUs, QStringLiteral("closed by us"));
        if (before == State::Open)
            Q_EMIT
        closed(reason);
        else if (before == State::Opening) Q_EMIT failed(reason);
    }

    QByteArray sent;
    int opens = 0;
    bool draining = false;

private:
    State m_state = State::Closed;
};

class DrainingLinks final : public transport::LinkFactory
{
public:
    std::unique_ptr<transport::ByteLink> makeLink(const QString &) override
    {
        auto made = std::make_unique<DrainingLink>();
        link = made.get();
        return made;
    }
    DrainingLink *link = nullptr;
};

} // namespace

void TestDvrSession::startsAnewWhileItsLastWordsAreStillGoingOut()
{
    ManualClock clock;
    DrainingLinks links;
    DvrSession session({}, links, clock, 1);
    const QByteArray good = wire(1001, body(R"({"Ret":100,"SessionID":"0x57"})"));
    session.start();
    links.link->accept();
    Q_EMIT
    links.link->bytesReceived(good);
    QVERIFY(session.status().isOnline());
    QSignalSpy stopped(&session, &DvrSession::stopped);
    links.link->sent.clear();
    session.stop();
    QVERIFY(links.link->draining);
    QVERIFY(links.link->sent.contains(le16(1002)));
    QCOMPARE(stopped.count(), 0);
    QCOMPARE(session.status().state, State::Stopped);
    session.start();
    QCOMPARE(links.link->opens, 2);
    links.link->accept();
    Q_EMIT
    links.link->bytesReceived(good);
    QVERIFY(session.status().isOnline());
    // This time it gets to its end.
    stopped.clear();
    session.stop();
    session.stop();
    QCOMPARE(stopped.count(), 0);
    links.link->end();
    QCOMPARE(stopped.count(), 1);
    QCOMPARE(session.status().state, State::Stopped);
    clock.advance(1h);
    QCOMPARE(links.link->opens, 2);
}

void TestDvrSession::survivesADeviceThatSendsNoise()
{
    std::minstd_rand random(99);
    for (int round = 0; round < 60; ++round) {
        Rig rig;
        const auto sink = std::make_shared<NotingSink>();
        rig.session->openLive(1, 0, StreamKind::Main, sink);
        rig.goOnline();
        for (int i = 0; i < 60; ++i) {
            // True headers of all kinds, with payloads and byte 12/13 of every sort.
            static constexpr quint16 kIds[] = {1001, 1004, 1005, 1006, 1007, 1021,
                                               1049, 1411, 1412, 1414, 1504, 1563};
            static const QByteArray kBodies[] = {{},
                                                 body(R"({"Ret":100})"),
                                                 body(R"({"Ret":103})"),
                                                 body(R"({"Ret":202})"),
                                                 body("{\"Ret\":"),
                                                 keyFrame(h264Key(60)),
                                                 QByteArray(300, '\xff')};
            ScriptedLink *link = random() % 2 ? rig.media() : rig.links.find(QStringLiteral("north main"));
            if (!link)
                continue;
            if (link->state() == transport::ByteLink::State::Opening)
                link->accept();
            link->feed(wire(kIds[random() % std::size(kIds)], kBodies[random() % std::size(kBodies)],
                            quint32(random() % 3), quint32(random() % 70), quint8(random() % 3),
                            quint8(random() % 3)));
            if (random() % 7 == 0)
                rig.advance(std::chrono::milliseconds(random() % 3000));
            if (random() % 31 == 0)
                link->drop();
        }
        // Whatever it was, an honest device brings it back.
        rig.advance(1min);
        rig.session->stop();
        rig.session->start();
        rig.mainLink = rig.links.find(QStringLiteral("north main"));
        rig.login();
        QVERIFY(rig.session->status().isOnline());
    }
}

QTEST_GUILESS_MAIN(TestDvrSession)
#include "tst_dvr_session.moc"
