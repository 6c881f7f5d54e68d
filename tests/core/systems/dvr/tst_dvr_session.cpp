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

QTEST_GUILESS_MAIN(TestDvrSession)
#include "tst_dvr_session.moc"
