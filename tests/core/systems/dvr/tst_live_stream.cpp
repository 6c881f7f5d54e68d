// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_stream.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/live_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using transport::ByteLink;
using transport::LinkError;
using Live = LiveStatus::State;

class TestLiveStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesLiveOnTwoSockets();
    void asksForTheSubstreamByItsName();
    void takesFramesInAnyPackets_data();
    void takesFramesInAnyPackets();
    void takesDataBeforeTheAnswerToStart();
    void fallsBackToOneSocketWhenTheSecondIsRefused();
    void fallsBackToOneSocketWhenTheClaimIsNotAnswered();
    void fallsBackToOneSocketWhenNoFrameEverCame();
    void takesMediaThatComesOnTheMainSocketAfterAll();
    void triesTwoSocketsAgainAfterTheNextLogin();
    void keepsTheClaimsOfTwoChannelsApartOnOneSocket_data();
    void keepsTheClaimsOfTwoChannelsApartOnOneSocket();
    void routesMediaOfOneSocketByChannelAndStream();
    void retriesARefusedClaimWithTheShortSessionIdOnce();
    void saysWhyTheDeviceRefuses_data();
    void saysWhyTheDeviceRefuses();
    void logsInAgainWhenTheSessionIsUnknownToTheDevice_data();
    void logsInAgainWhenTheSessionIsUnknownToTheDevice();
};

void TestLiveStream::goesLiveOnTwoSockets()
{
    LiveRig rig;
    rig.open();
    ScriptedLink *media = rig.media();
    QVERIFY(media);
    QVERIFY(media->state() == ByteLink::State::Opening);
    QCOMPARE(media->endpoint(), (transport::Endpoint{QStringLiteral("192.0.2.7"), 34567}));
    QVERIFY(rig.readAll().isEmpty());
    media->accept();
    const QByteArray parameter =
        R"("Parameter":{"Channel":0,"CombinMode":"NONE","StreamType":"Main","TransMode":"TCP"}})";
    const QByteArray claim = body(R"({"Name":"OPMonitor","OPMonitor":{"Action":"Claim",)" + parameter +
                                  R"(,"SessionID":"0x00000057"})");
    QCOMPARE(
        media->takeSent().toHex(' '),
        (fromHex("ff000000 57000000 00000000 0000 8505") + le32(quint32(claim.size())) + claim).toHex(' '));
    media->feed(wire(1414, body(kGood), 0x57, 1));
    const auto start = rig.readAll();
    QCOMPARE(idsOf(start), QList<int>({1410}));
    QCOMPARE(start.first().payload, body(R"({"Name":"OPMonitor","OPMonitor":{"Action":"Start",)" + parameter +
                                         R"(,"SessionID":"0x00000057"})"));
    rig.say(1411, kGood, start.first().sequence);
    const auto keyframe = rig.readAll();
    QCOMPARE(idsOf(keyframe), QList<int>({1562}));
    QVERIFY(keyframe.first().payload.isEmpty());
    rig.mainLink->feed(wire(1563, {})); // header only
    QVERIFY(rig.sink->states.isEmpty());
    rig.packet(keyFrame(h264Key(), 2, 704, 576));
    QCOMPARE(rig.state(), Live::Live);
    QCOMPARE(rig.last().since, rig.clock.now());
    QVERIFY(!rig.last().reason);
    QCOMPARE(rig.sink->frames.size(), 1);
    QCOMPARE(rig.sink->frames.first().payload, h264Key());
    QCOMPARE(rig.sink->frames.first().width, 704);
    QCOMPARE(rig.sink->frames.first().receivedAt, rig.clock.monotonic());
    QVERIFY(rig.readAll().isEmpty());
}

void TestLiveStream::asksForTheSubstreamByItsName()
{
    LiveRig rig;
    rig.open(3, StreamKind::Sub);
    ScriptedLink *media = rig.links.find(QStringLiteral("channel 3 sub stream"));
    media->accept();
    const auto claim = takeSent(media).first().json().value(QLatin1String("OPMonitor")).toObject();
    const auto parameter = claim.value(QLatin1String("Parameter")).toObject();
    QCOMPARE(parameter.value(QLatin1String("StreamType")).toString(), QStringLiteral("Extra1"));
    QCOMPARE(parameter.value(QLatin1String("Channel")).toInt(), 3);
}

void TestLiveStream::takesFramesInAnyPackets_data()
{
    QTest::addColumn<int>("packetBytes");
    QTest::addColumn<int>("pieceBytes");
    for (int packet : {1, 100, 8192, 21482, 100000}) {
        for (int piece : {1, 13, 1460, 1000000}) {
            if (packet > 1 || piece > 1)
                QTest::addRow("packets of %d in pieces of %d", packet, piece) << packet << piece;
        }
    }
}

void TestLiveStream::takesFramesInAnyPackets()
{
    QFETCH(int, packetBytes);
    QFETCH(int, pieceBytes);
    LiveRig rig;
    rig.open();
    rig.claim();
    rig.say(1411, kGood);
    const QByteArray stream = keyFrame(h264Key(3000)) + audioFrame(QByteArray(320, '\x55')) +
                              deltaFrame(h264Delta(700)) + deltaFrame(h264Delta(60)) +
                              keyFrame(h264Key(2000));
    QByteArray bytes;
    for (qsizetype at = 0; at < stream.size(); at += packetBytes)
        bytes += wire(1412, stream.mid(at, packetBytes), 0x57, rig.sequence++);
    for (qsizetype at = 0; at < bytes.size(); at += pieceBytes)
        rig.media()->feed(bytes.mid(at, pieceBytes));
    QCOMPARE(rig.sink->frames.size(), 5);
    QCOMPARE(rig.sink->frames.at(0).payload, h264Key(3000));
    QCOMPARE(rig.sink->frames.at(2).payload, h264Delta(700));
    QCOMPARE(rig.sink->frames.at(4).payload, h264Key(2000));
    QVERIFY(!rig.sink->frames.at(4).afterLoss);
}

void TestLiveStream::takesDataBeforeTheAnswerToStart()
{
    LiveRig rig;
    rig.open();
    rig.claim();
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1410}));
    rig.packet(deltaFrame(h264Delta()));
    // The answer may never come: the key frame is asked for when the data does.
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1562}));
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
    rig.say(1411, R"({"Ret":103})"); // and when it says no, the pictures say otherwise
    QCOMPARE(rig.state(), Live::Live);
    rig.packet(deltaFrame(h264Delta()));
    QCOMPARE(rig.sink->frames.size(), 2);
}

void TestLiveStream::fallsBackToOneSocketWhenTheSecondIsRefused()
{
    LiveRig rig;
    rig.open();
    rig.media()->refuse(LinkError::ConnectionRefused);
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(LinkError::ConnectionRefused));
    QVERIFY(rig.clock.now().msecsTo(rig.last().retryAt) <= 500);
    rig.advance(500ms);
    auto sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1413}));
    rig.say(1414, kGood, sent.first().sequence + 1);
    sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1410}));
    QCOMPARE(sent.first().action(), QStringLiteral("Start"));
    // No 1411: many devices send data at once.
    rig.mainPacket(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
    QCOMPARE(rig.sink->frames.size(), 1);
    QVERIFY(idsOf(rig.readAll()).contains(1562));
    // The session goes on beside it.
    const auto answer = rig.session->call(1020, QStringLiteral("SystemInfo"));
    rig.mainPacket(deltaFrame(h264Delta(5000)).first(3000));
    rig.say(1021, R"({"Ret":100})");
    rig.mainPacket(deltaFrame(h264Delta(5000)).sliced(3000));
    QVERIFY(answer.result().has_value());
    QCOMPARE(rig.sink->frames.size(), 2);
}

void TestLiveStream::fallsBackToOneSocketWhenTheClaimIsNotAnswered()
{
    LiveRig rig;
    rig.open();
    rig.media()->accept();
    // Early enough to be live over the first socket within 5 s.
    rig.advance(2500ms);
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(base::CommonError::Timeout));
    QVERIFY(rig.last().reason->detail().contains(QLatin1String("channel 0")));
    rig.readAll();
    rig.advance(500ms);
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1413}));
}

void TestLiveStream::takesMediaThatComesOnTheMainSocketAfterAll()
{
    LiveRig rig;
    rig.open();
    rig.claim();
    rig.mainPacket(keyFrame(h264Key()));
    rig.say(1411, kGood);
    QCOMPARE(rig.state(), Live::Live);
    rig.mainPacket(deltaFrame(h264Delta()));
    QCOMPARE(rig.sink->frames.size(), 2);
    // The socket that was claimed for nothing may go.
    rig.media()->drop();
    rig.mainPacket(deltaFrame(h264Delta()));
    QCOMPARE(rig.sink->frames.size(), 3);
    QCOMPARE(rig.state(), Live::Live);
}

void TestLiveStream::fallsBackToOneSocketWhenNoFrameEverCame()
{
    LiveRig rig;
    rig.open();
    rig.claim();
    rig.say(1411, kGood);
    rig.advance(3s);
    QCOMPARE(rig.state(), Live::Stale);
    QVERIFY(idsOf(rig.readAll()).contains(1006));
    rig.say(1007, R"({"Ret":100})");
    rig.advance(3s);
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(DvrError::StreamSilent));
    rig.readAll();
    rig.advance(500ms);
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1413}));
}

void TestLiveStream::triesTwoSocketsAgainAfterTheNextLogin()
{
    LiveRig rig;
    rig.open();
    rig.media()->refuse(LinkError::ConnectionRefused);
    rig.mainLink->drop();
    rig.advance(500ms);
    const int made = rig.links.made();
    rig.login();
    QCOMPARE(rig.links.made(), made + 1);
    QVERIFY(rig.media()->state() == ByteLink::State::Opening);
}

void TestLiveStream::keepsTheClaimsOfTwoChannelsApartOnOneSocket_data()
{
    QTest::addColumn<int>("step"); // reply sequence − request sequence
    QTest::newRow("numbered request + 1, as the vendor does") << 1;
    QTest::newRow("numbered as the request") << 0;
}

void TestLiveStream::keepsTheClaimsOfTwoChannelsApartOnOneSocket()
{
    QFETCH(int, step);
    LiveRig rig;
    rig.open(0);
    rig.media()->refuse(LinkError::ConnectionRefused);
    rig.advance(500ms);
    const auto second = std::make_shared<NotingSink>();
    rig.session->openLive(20, 1, StreamKind::Main, second);
    const auto claims = rig.readAll();
    QCOMPARE(idsOf(claims), QList<int>({1413, 1413}));
    QCOMPARE(claims.at(1).sequence, claims.at(0).sequence + 1);
    rig.say(1414, R"({"Name":"OPMonitor","Ret":121})", claims.at(0).sequence + quint32(step));
    rig.say(1414, kGood, claims.at(1).sequence + quint32(step));
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(DvrError::ChannelOffline));
    QVERIFY(second->states.isEmpty());
    const auto starts = rig.readAll();
    QCOMPARE(idsOf(starts), QList<int>({1410}));
    QVERIFY(starts.first().payload.contains(R"("Channel":1)"));
}

void TestLiveStream::routesMediaOfOneSocketByChannelAndStream()
{
    LiveRig rig;
    std::vector<std::shared_ptr<NotingSink>> sinks;
    const std::pair<int, StreamKind> wanted[] = {
        {0, StreamKind::Main}, {0, StreamKind::Sub}, {1, StreamKind::Main}};
    for (const auto &[channel, kind] : wanted) {
        sinks.push_back(std::make_shared<NotingSink>());
        rig.session->openLive(LiveId(sinks.size()), channel, kind, sinks.back());
        if (sinks.size() == 1) {
            rig.media()->refuse(LinkError::ConnectionRefused);
            rig.advance(500ms);
        }
        const auto sent = rig.readAll();
        rig.say(1414, kGood, sent.last().sequence + 1);
        rig.readAll();
    }
    rig.mainPacket(keyFrame(h264Key(100)), 0, 0);
    rig.mainPacket(keyFrame(h264Key(101)), 0, 1);
    rig.mainPacket(keyFrame(h264Key(102)), 1, 0);
    rig.mainPacket(deltaFrame(h264Delta(103)), 0, 1);
    rig.mainPacket(keyFrame(h264Key(104)), 9, 0); // nobody's
    QCOMPARE(sinks[0]->frames.size(), 1);
    QCOMPARE(sinks[1]->frames.size(), 2);
    QCOMPARE(sinks[2]->frames.size(), 1);
    QCOMPARE(sinks[0]->frames.first().payload.size(), 100);
    QCOMPARE(sinks[1]->frames.last().payload.size(), 103);
    QCOMPARE(sinks[2]->frames.first().payload.size(), 102);
}

void TestLiveStream::retriesARefusedClaimWithTheShortSessionIdOnce()
{
    LiveRig rig;
    rig.open();
    ScriptedLink *media = rig.media();
    media->accept();
    media->takeSent();
    media->feed(wire(1414, body(R"({"Ret":103})"), 0x57, 1));
    auto again = takeSent(media);
    QCOMPARE(idsOf(again), QList<int>({1413}));
    QCOMPARE(again.first().json().value(QLatin1String("SessionID")).toString(), QStringLiteral("0x57"));
    QCOMPARE(rig.links.made(), 2);
    media->feed(wire(1414, body(R"({"Ret":103})"), 0x57, 2));
    QVERIFY(takeSent(media).isEmpty());
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(DvrError::NotSupported));
    // The short form stays, also in what follows on the main socket.
    rig.advance(500ms);
    rig.claim();
    QCOMPARE(rig.readAll().last().json().value(QLatin1String("SessionID")).toString(),
             QStringLiteral("0x57"));
}

void TestLiveStream::saysWhyTheDeviceRefuses_data()
{
    QTest::addColumn<bool>("byStart");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, bool byStart, const char *answer, const char *error) {
        QTest::newRow(name) << byStart << QByteArray(answer) << QString::fromLatin1(error);
    };
    row("claim: channel offline", false, R"({"Ret":121})", "channel-offline");
    row("claim: links full", false, R"({"Ret":123})", "too-many-connections");
    row("claim: no right", false, R"({"Ret":107})", "no-right");
    row("start: channel offline", true, R"({"Ret":121})", "channel-offline");
    row("start: links full", true, R"({"Ret":122})", "too-many-connections");
    row("start: unknown", true, R"({"Ret":101})", "refused");
    row("start: no Ret", true, R"({"Name":"OPMonitor"})", "bad-reply");
    row("start: empty", true, "", "empty-reply");
}

void TestLiveStream::saysWhyTheDeviceRefuses()
{
    QFETCH(bool, byStart);
    QFETCH(QByteArray, answer);
    QFETCH(QString, error);
    LiveRig rig;
    rig.open();
    QDateTime since;
    for (int attempt = 0; attempt < 10; ++attempt) {
        rig.claim(0, byStart ? QByteArray(kGood) : answer);
        if (byStart)
            rig.say(1411, answer);
        QCOMPARE(rig.state(), Live::Offline);
        QCOMPARE(rig.last().reason->name(), error);
        QVERIFY(rig.last().reason->detail().contains(QLatin1String("channel 0")));
        if (attempt == 0)
            since = rig.last().since;
        QCOMPARE(rig.last().since, since);
        const qint64 wait = rig.clock.now().msecsTo(rig.last().retryAt);
        QVERIFY2(wait > 0 && wait <= 4000, qPrintable(QString::number(wait)));
        if (attempt > 5)
            QVERIFY2(wait >= 3000, "a channel that stays away must not be asked for all the time");
        rig.advance(std::chrono::milliseconds(wait));
        QVERIFY(rig.media()->state() == ByteLink::State::Opening);
        QVERIFY(rig.session->status().isOnline());
        rig.say(1007, R"({"Ret":100})");
    }
    rig.claim();
    rig.say(1411, kGood);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
}

void TestLiveStream::logsInAgainWhenTheSessionIsUnknownToTheDevice_data()
{
    QTest::addColumn<bool>("byStart");
    QTest::addColumn<int>("ret");
    QTest::newRow("claim, 202") << false << 202;
    QTest::newRow("claim, 105") << false << 105;
    QTest::newRow("start, 202") << true << 202;
    QTest::newRow("start, 105") << true << 105;
}

void TestLiveStream::logsInAgainWhenTheSessionIsUnknownToTheDevice()
{
    QFETCH(bool, byStart);
    QFETCH(int, ret);
    LiveRig rig;
    rig.open();
    const QByteArray refusal = R"({"Ret":)" + QByteArray::number(ret) + "}";
    rig.claim(0, byStart ? QByteArray(kGood) : refusal);
    if (byStart)
        rig.say(1411, refusal);
    QVERIFY(!rig.session->status().isOnline());
    QVERIFY(rig.session->status().reason->is(DvrError::NotLoggedIn));
    QCOMPARE(rig.state(), Live::Offline);
    rig.advance(500ms);
    rig.login(QByteArray(), 0x99);
    rig.media()->accept();
    QCOMPARE(takeSent(rig.media()).first().session, 0x99u);
}

QTEST_GUILESS_MAIN(TestLiveStream)
#include "tst_live_stream.moc"
