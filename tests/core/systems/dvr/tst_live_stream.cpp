// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_stream.h"

#include "core/systems/dvr/dvr_error.h"
#include "tests/core/systems/dvr/dvr_rig.h"

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
    void goesStaleAfterThreeSecondsDatedAtTheLastFrame();
    void isNotKeptLiveBySoundOrNoise_data();
    void isNotKeptLiveBySoundOrNoise();
    void comesBackWhenFramesComeBack();
    void endsTheSessionWhenTheProbeIsNotAnswered();
    void claimsAnewWhenOnlyTheStreamIsSilent();
    void startsAgainWhenTheMediaSocketIsCut();
    void goesOfflineWithTheSessionAndComesBackWithIt();
    void countsLostPacketsOnceTheNumbersAreProved();
    void asksForAKeyFrameOnceASecondAtMost();
    void countsWhatItSees();
    void serves64StreamsAtOnce();
    void stopsTheDeviceAndHearsNothingMoreWhenClosed();
    void mayBeClosedInsideEveryCallback_data();
    void mayBeClosedInsideEveryCallback();
    void letsTheSessionBeDestroyedInsideEveryCallback_data() { mayBeClosedInsideEveryCallback_data(); }
    void letsTheSessionBeDestroyedInsideEveryCallback();
    void letsAllStreamsBeClosedInsideOneCallback();
    void waitsForTheLogin();
    void knowsWhyTheSessionIsAwayWhenItIsOpened();
    void comesBackAfterStopAndStart();
    void surfacesAnOversizeMediaHeader();
    void toleratesGarbageOnTheMediaSocket();
    void boundsWhatForeignPacketsMayCost();
    void ignoresLateAndForeignAnswers();
};

namespace {

constexpr auto kGood = R"({"Name":"OPMonitor","Ret":100,"SessionID":"0x00000057"})";

struct LiveRig : Rig {
    LiveRig() { goOnline(); }

    void open(int channel = 0, StreamKind kind = StreamKind::Main)
    {
        session->openLive(LiveId(channel + 1), channel, kind, sink);
    }
    /// The media socket is accepted and the Claim answered; the Start is on the main socket.
    void claim(int channel = 0, const QByteArray &answer = kGood)
    {
        media(channel)->accept();
        const auto claims = takeSent(media(channel));
        media(channel)->feed(
            wire(1414, body(answer), kSession, claims.isEmpty() ? 1 : claims.last().sequence + 1));
        settle();
    }
    void goLive(int channel = 0)
    {
        open(channel);
        claim(channel);
        say(1411, kGood);
        packet(keyFrame(h264Key()), channel);
        readAll();
    }
    void packet(const QByteArray &payload, int channel = 0)
    {
        if (ScriptedLink *link = media(channel))
            link->feed(wire(1412, payload, kSession, sequence++, quint8(channel)));
        settle();
    }
    void mainPacket(const QByteArray &payload, int channel = 0, quint8 byte2 = 0)
    {
        mainLink->feed(wire(1412, payload, kSession, sequence++, quint8(channel), 0, byte2));
        settle();
    }
    Live state() const { return sink->state(); }
    LiveStatus last() const { return sink->states.last(); }

    std::shared_ptr<NotingSink> sink = std::make_shared<NotingSink>();
    quint32 sequence = 0;
};

} // namespace

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

void TestLiveStream::goesStaleAfterThreeSecondsDatedAtTheLastFrame()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(700ms);
    rig.packet(deltaFrame(h264Delta()));
    const QDateTime lastFrame = rig.clock.now();
    rig.advance(2999ms);
    QCOMPARE(rig.state(), Live::Live);
    QVERIFY(rig.readAll().isEmpty());
    rig.advance(1ms);
    QCOMPARE(rig.state(), Live::Stale);
    QCOMPARE(rig.last().since, lastFrame);
    QVERIFY(rig.last().reason->is(DvrError::StreamSilent));
    // At once: a key frame, and whether the device lives at all.
    const auto sent = rig.readAll();
    QCOMPARE(QSet<int>({1562, 1006}), QSet<int>({int(sent.at(0).id), int(sent.at(1).id)}));
    QCOMPARE(sent.size(), 2);
    // However often the stream is claimed anew, the picture stays as old as it is.
    for (int i = 0; i < 30; ++i) {
        rig.say(1007, R"({"Ret":100})");
        if (rig.media() && rig.media()->state() == ByteLink::State::Opening) {
            rig.claim();
            rig.say(1411, kGood);
        }
        rig.advance(1s);
        if (rig.state() == Live::Stale)
            QCOMPARE(rig.last().since, lastFrame);
    }
    QVERIFY(rig.links.made() > 3);
    QCOMPARE(rig.state(), Live::Stale);
}

void TestLiveStream::isNotKeptLiveBySoundOrNoise_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("sound") << audioFrame(QByteArray(320, '\x55'));
    QTest::newRow("info") << infoFrame("GPS:");
    QTest::newRow("noise") << QByteArray(500, '\xff');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty frames") << deltaFrame({});
    QTest::newRow("bogus delta") << deltaFrame(fromHex("00000001 110178") + QByteArray(120, '\x42'));
}

void TestLiveStream::isNotKeptLiveBySoundOrNoise()
{
    QFETCH(QByteArray, payload);
    LiveRig rig;
    rig.goLive();
    const QDateTime lastFrame = rig.clock.now();
    for (int i = 0; i < 29; ++i) {
        rig.advance(100ms);
        rig.packet(payload);
    }
    QCOMPARE(rig.state(), Live::Live);
    rig.advance(100ms);
    QCOMPARE(rig.state(), Live::Stale);
    QCOMPARE(rig.last().since, lastFrame);
}

void TestLiveStream::comesBackWhenFramesComeBack()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(3s);
    QCOMPARE(rig.state(), Live::Stale);
    rig.advance(1s);
    rig.packet(deltaFrame(h264Delta()));
    QCOMPARE(rig.state(), Live::Live);
    QCOMPARE(rig.last().since, rig.clock.now());
    QVERIFY(!rig.last().reason);
    rig.say(1007, R"({"Ret":100})");
    rig.advance(2999ms);
    QCOMPARE(rig.state(), Live::Live);
    rig.advance(1ms);
    QCOMPARE(rig.state(), Live::Stale);
    QCOMPARE(rig.links.made(), 2);
}

void TestLiveStream::endsTheSessionWhenTheProbeIsNotAnswered()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(3s);
    rig.advance(1999ms);
    QVERIFY(rig.session->status().isOnline());
    rig.advance(1ms);
    QVERIFY(!rig.session->status().isOnline());
    QVERIFY(rig.session->status().reason->is(DvrError::KeepAliveLost));
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(DvrError::KeepAliveLost));
    QVERIFY(rig.last().retryAt.isValid());
    rig.advance(500ms);
    QCOMPARE(rig.mainLink->openCount(), 2);
}

void TestLiveStream::claimsAnewWhenOnlyTheStreamIsSilent()
{
    LiveRig rig;
    rig.goLive();
    ScriptedLink *first = rig.media();
    rig.advance(3s);
    rig.say(1007, R"({"Ret":100})");
    rig.advance(3s);
    QVERIFY(rig.session->status().isOnline());
    QVERIFY(!first || first->state() == ByteLink::State::Closed);
    QCOMPARE(rig.state(), Live::Stale);
    QVERIFY(rig.last().retryAt.isValid());
    rig.advance(500ms);
    QVERIFY(rig.media()->state() == ByteLink::State::Opening);
    rig.claim();
    rig.say(1411, kGood);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
}

void TestLiveStream::startsAgainWhenTheMediaSocketIsCut()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(1s);
    rig.media()->drop(QStringLiteral("cable"));
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(LinkError::ClosedByPeer));
    QCOMPARE(rig.last().since, rig.clock.now());
    QVERIFY(rig.session->status().isOnline());
    rig.advance(500ms);
    rig.claim();
    rig.say(1411, kGood);
    rig.packet(deltaFrame(h264Delta())); // a new stream starts mid-GOP
    QCOMPARE(rig.state(), Live::Offline);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
    rig.advance(1s);
    rig.packet(deltaFrame(h264Delta()));
    QCOMPARE(rig.sink->counters.reconnects, 1);
    // Cut at every stage of the start: it goes on trying, and on two sockets, as they have worked.
    for (int stage = 0; stage < 4; ++stage) {
        if (stage == 0)
            rig.media()->drop();
        else if (stage == 1)
            rig.media()->refuse(LinkError::ConnectionRefused);
        QCOMPARE(rig.state(), Live::Offline);
        rig.advance(4s);
        QVERIFY(rig.media()->state() == ByteLink::State::Opening);
        if (stage < 2)
            continue;
        rig.media()->accept();
        if (stage == 3)
            rig.media()->feed(wire(1414, body(kGood)));
        rig.media()->drop();
    }
    rig.readAll();
    rig.advance(4s);
    QVERIFY(rig.media()->state() == ByteLink::State::Opening);
    QVERIFY(!idsOf(rig.readAll()).contains(1413));
}

void TestLiveStream::goesOfflineWithTheSessionAndComesBackWithIt()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(1s);
    rig.mainLink->drop(QStringLiteral("reboot"));
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(LinkError::ClosedByPeer));
    const QDateTime outage = rig.clock.now();
    QCOMPARE(rig.last().since, outage);
    rig.packet(deltaFrame(h264Delta())); // the old media socket has nothing to say any more
    QCOMPARE(rig.sink->frames.size(), 1);
    for (int attempt = 0; attempt < 6; ++attempt) {
        rig.advance(4s);
        rig.mainLink->refuse(LinkError::ConnectionRefused);
        QCOMPARE(rig.state(), Live::Offline);
        QCOMPARE(rig.last().since, outage);
        QVERIFY(rig.last().reason->is(LinkError::ConnectionRefused));
    }
    rig.advance(4s);
    rig.login(QByteArray(), 0x99);
    rig.claim();
    rig.say(1411, kGood);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
    QCOMPARE(rig.last().since, rig.clock.now());
}

void TestLiveStream::countsLostPacketsOnceTheNumbersAreProved()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(2s);
    rig.readAll();
    const auto delta = [&rig] { rig.packet(deltaFrame(h264Delta())); };
    rig.sequence += 100; // no proof yet that the numbers mean anything
    delta();
    QVERIFY(!rig.sink->frames.last().afterLoss);
    for (int i = 0; i < 10; ++i)
        delta();
    QVERIFY(rig.readAll().isEmpty());
    rig.sequence += 3;
    delta();
    QVERIFY(rig.sink->frames.last().afterLoss);
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1562}));
    for (int i = 0; i < 10; ++i)
        delta();
    // A counter that starts over, or stands still, is no loss.
    rig.sequence = 0;
    for (int i = 0; i < 10; ++i)
        delta();
    rig.sequence = 0xfffffffbu;
    for (int i = 0; i < 20; ++i)
        delta(); // through the end of the numbers
    for (int i = 0; i < 20; ++i) {
        rig.sequence = 5;
        delta();
    }
    // A packet lost in the middle of a frame: the frame is given up, and counted as that.
    for (int i = 0; i < 10; ++i)
        delta();
    const auto before = rig.sink->frames.size();
    rig.packet(deltaFrame(h264Delta(9000)).first(5000));
    ++rig.sequence;
    rig.packet(deltaFrame(h264Delta(9000)).last(1000));
    delta();
    QCOMPARE(rig.sink->frames.size(), before + 1);
    QVERIFY(rig.sink->frames.last().afterLoss);
    rig.advance(1s);
    delta();
    QCOMPARE(rig.sink->counters.lostPackets, 4u);
    QCOMPARE(rig.sink->counters.corruptFrames, 1u);
}

void TestLiveStream::asksForAKeyFrameOnceASecondAtMost()
{
    LiveRig rig;
    rig.goLive();
    rig.advance(2s);
    rig.packet(deltaFrame(h264Delta()));
    rig.readAll();
    for (int i = 0; i < 50; ++i)
        rig.session->requestKeyframe(1);
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1562}));
    rig.advance(999ms);
    QVERIFY(rig.readAll().isEmpty());
    rig.advance(1ms);
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1562})); // what was asked meanwhile, once
    rig.packet(deltaFrame(h264Delta()));
    rig.advance(2s);
    QVERIFY(rig.readAll().isEmpty());
    rig.session->requestKeyframe(99); // no such stream
    QVERIFY(rig.readAll().isEmpty());
}

void TestLiveStream::countsWhatItSees()
{
    LiveRig rig;
    rig.goLive();
    for (int i = 0; i < 100; ++i) {
        rig.advance(100ms);
        rig.packet(deltaFrame(h264Delta()) + audioFrame(QByteArray(320, '\x55')));
    }
    const int calls = rig.sink->counterCalls;
    QVERIFY2(calls >= 9 && calls <= 11, qPrintable(QString::number(calls)));
    rig.packet(QByteArray(77, '\xee') + keyFrame(h264Key()));
    rig.advance(1s);
    rig.packet(deltaFrame(h264Delta()));
    const LiveCounters &now = rig.sink->counters;
    QCOMPARE(now.frames, 103u);
    QCOMPARE(now.keyFrames, 2u);
    QCOMPARE(now.audioFrames, 100u);
    QCOMPARE(now.garbageBytes, 77u);
    QCOMPARE(now.lostPackets, 0u);
    QCOMPARE(now.corruptFrames, 0u);
    QCOMPARE(now.reconnects, 0);
    QVERIFY(now.bytes > 100 * (120 + 320));
}

void TestLiveStream::serves64StreamsAtOnce()
{
    LiveRig rig;
    std::vector<std::shared_ptr<NotingSink>> sinks;
    for (int channel = 0; channel < 64; ++channel) {
        sinks.push_back(std::make_shared<NotingSink>());
        rig.session->openLive(LiveId(channel + 1), channel, StreamKind::Sub, sinks.back());
    }
    QCOMPARE(rig.links.made(), 65);
    for (int channel = 0; channel < 64; ++channel)
        rig.claim(channel);
    const auto starts = rig.readAll();
    QCOMPARE(starts.size(), 64);
    for (int i = 63; i >= 0; --i) // answered backwards
        rig.mainLink->feed(wire(1411, body(kGood), 0x57, starts.at(i).sequence));
    for (int round = 0; round < 3; ++round) {
        for (int channel = 0; channel < 64; ++channel)
            rig.packet(keyFrame(h264Key(200 + channel)), channel);
        rig.advance(1s);
    }
    for (int channel = 0; channel < 64; ++channel) {
        QCOMPARE(sinks[size_t(channel)]->state(), Live::Live);
        QCOMPARE(sinks[size_t(channel)]->frames.size(), 3);
        QCOMPARE(sinks[size_t(channel)]->frames.last().payload.size(), 200 + channel);
    }
    // A device full of streams still gets one key frame request a second, not 64.
    QVERIFY(idsOf(rig.readAll()).count(1562) <= 4);
    rig.mainLink->drop();
    for (const auto &sink : sinks)
        QCOMPARE(sink->state(), Live::Offline);
}

void TestLiveStream::stopsTheDeviceAndHearsNothingMoreWhenClosed()
{
    LiveRig rig;
    rig.goLive();
    ScriptedLink *media = rig.media();
    const auto before = rig.sink->calls();
    rig.session->closeLive(1);
    const auto sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1410}));
    QCOMPARE(sent.first().action(), QStringLiteral("Stop"));
    QVERIFY(media->state() == ByteLink::State::Closed);
    rig.say(1411, R"({"Ret":103})");
    rig.advance(10s);
    rig.mainLink->drop();
    rig.advance(10s);
    QCOMPARE(rig.sink->calls(), before);
    rig.session->closeLive(1); // twice, and unknown
    rig.session->closeLive(4711);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(rig.sink.use_count(), 1);
    // A stream that was never started is not stopped.
    LiveRig other;
    other.open();
    other.session->closeLive(1);
    QVERIFY(other.readAll().isEmpty());
    other.advance(10s);
    QCOMPARE(other.sink->calls(), 0);
}

void TestLiveStream::mayBeClosedInsideEveryCallback_data()
{
    QTest::addColumn<int>("where"); // 0 frame, 1 status, 2 counters
    QTest::addColumn<int>("call");  // the how-manyth
    QTest::addColumn<bool>("oneSocket");
    for (bool oneSocket : {false, true}) {
        const char *sockets = oneSocket ? "one socket" : "two sockets";
        for (int call = 1; call <= 4; ++call)
            QTest::addRow("%s, frame %d", sockets, call) << 0 << call << oneSocket;
        for (int call = 1; call <= 4; ++call)
            QTest::addRow("%s, status %d", sockets, call) << 1 << call << oneSocket;
        for (int call = 1; call <= 3; ++call)
            QTest::addRow("%s, counters %d", sockets, call) << 2 << call << oneSocket;
    }
}

namespace {

/// Takes a stream through all that can be told of it, and calls `then` inside the wanted call.
/// The number of calls the sink had got by then, −1 when it never came to that.
qsizetype callWithin(LiveRig &rig, int where, int call, bool oneSocket, const std::function<void()> &then)
{
    qsizetype callsThen = -1;
    int seen = 0;
    const auto here = [&] {
        if (callsThen < 0 && ++seen == call) {
            then();
            callsThen = rig.sink->calls();
        }
    };
    if (where == 0)
        rig.sink->onFrame = here;
    else if (where == 1)
        rig.sink->onStatus = [here](const LiveStatus &) { here(); };
    else
        rig.sink->onCounters = here;
    rig.open();
    if (oneSocket && rig.media())
        rig.media()->refuse(LinkError::ConnectionRefused);
    rig.advance(500ms);
    const auto feed = [&](const QByteArray &payload) {
        if (oneSocket)
            rig.mainPacket(payload);
        else
            rig.packet(payload);
    };
    if (oneSocket)
        rig.say(1414, kGood);
    else if (rig.media() && rig.media()->state() == ByteLink::State::Opening)
        rig.claim();
    if (!oneSocket)
        rig.say(1411, kGood);
    // Several frames in one packet: what comes behind the call must not come out either.
    feed(keyFrame(h264Key()) + audioFrame(QByteArray(320, '\x55')) + deltaFrame(h264Delta()) +
         deltaFrame(h264Delta()));
    rig.advance(1s);
    feed(deltaFrame(h264Delta()) + deltaFrame(h264Delta()));
    rig.advance(3s);
    rig.say(1007, R"({"Ret":100})");
    rig.advance(1s);
    feed(keyFrame(h264Key()) + deltaFrame(h264Delta()));
    rig.mainLink->drop();
    rig.advance(10s);
    return callsThen;
}

} // namespace

void TestLiveStream::mayBeClosedInsideEveryCallback()
{
    QFETCH(int, where);
    QFETCH(int, call);
    QFETCH(bool, oneSocket);
    LiveRig rig;
    const auto callsThen = callWithin(rig, where, call, oneSocket, [&rig] { rig.session->closeLive(1); });
    QVERIFY(callsThen > 0);
    QCOMPARE(rig.sink->calls(), callsThen);
}

void TestLiveStream::letsTheSessionBeDestroyedInsideEveryCallback()
{
    QFETCH(int, where);
    QFETCH(int, call);
    QFETCH(bool, oneSocket);
    LiveRig rig;
    const auto callsThen = callWithin(rig, where, call, oneSocket, [&rig] {
        rig.session.reset();
        // Scripted links go with the session at the next turn of the loop; here nobody drives them any more.
        rig.mainLink = rig.links.find(QStringLiteral("north main"));
    });
    QVERIFY(callsThen > 0);
    QCOMPARE(rig.sink->calls(), callsThen);
}

void TestLiveStream::letsAllStreamsBeClosedInsideOneCallback()
{
    for (int closer = 0; closer < 4; ++closer) {
        LiveRig rig;
        std::vector<std::shared_ptr<NotingSink>> sinks;
        for (int channel = 0; channel < 4; ++channel) {
            sinks.push_back(std::make_shared<NotingSink>());
            rig.session->openLive(LiveId(channel + 1), channel, StreamKind::Main, sinks.back());
            rig.claim(channel);
            rig.say(1411, kGood);
            rig.packet(keyFrame(h264Key()), channel);
        }
        int told = 0;
        for (int channel = 0; channel < 4; ++channel) {
            sinks[size_t(channel)]->onStatus = [&rig, &told, channel, closer](const LiveStatus &) {
                ++told;
                if (channel != closer)
                    return;
                for (LiveId live = 1; live <= 4; ++live)
                    rig.session->closeLive(live);
            };
        }
        rig.mainLink->drop();
        QCOMPARE(told, closer + 1); // those after it were closed before they were told
        rig.advance(10s);
        QCOMPARE(told, closer + 1);
    }
}

void TestLiveStream::waitsForTheLogin()
{
    Rig rig;
    const auto sink = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, sink);
    rig.session->start();
    rig.mainLink = rig.links.find(QStringLiteral("north main"));
    rig.advance(100ms);
    QCOMPARE(rig.links.made(), 1);
    QCOMPARE(sink->calls(), 0);
    rig.login();
    QCOMPARE(rig.links.made(), 2);
    QVERIFY(rig.media()->state() == ByteLink::State::Opening);
}

void TestLiveStream::knowsWhyTheSessionIsAwayWhenItIsOpened()
{
    Rig rig;
    rig.session->start();
    ScriptedLink *link = rig.links.find(QStringLiteral("north main"));
    link->refuse(LinkError::ConnectionRefused);
    const auto first = std::make_shared<NotingSink>();
    rig.session->openLive(1, 0, StreamKind::Main, first);
    QCOMPARE(first->state(), Live::Offline);
    QVERIFY(first->states.last().reason->is(LinkError::ConnectionRefused));
    QCOMPARE(first->states.last().retryAt, rig.session->status().retryAt);
    rig.advance(500ms);
    link->accept();
    link->feed(wire(1001, body(R"({"Ret":203})")));
    QVERIFY(first->states.last().reason->is(DvrError::WrongPassword));
    QVERIFY(!first->states.last().retryAt.isValid());
    const auto second = std::make_shared<NotingSink>();
    rig.session->openLive(2, 0, StreamKind::Main, second);
    QVERIFY(second->states.last().reason->is(DvrError::WrongPassword));
}

void TestLiveStream::comesBackAfterStopAndStart()
{
    LiveRig rig;
    rig.goLive();
    rig.session->stop();
    const auto sent = rig.readAll();
    QCOMPARE(idsOf(sent), QList<int>({1410, 1002}));
    QCOMPARE(sent.first().action(), QStringLiteral("Stop"));
    // A tile must not show its last picture as live.
    QCOMPARE(rig.state(), Live::Offline);
    rig.advance(1min);
    rig.session->start();
    rig.login();
    rig.claim();
    rig.say(1411, kGood);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
}

void TestLiveStream::surfacesAnOversizeMediaHeader()
{
    LiveRig rig;
    rig.goLive();
    rig.media()->feed(test::header(1412, 0xffffffffu));
    QCOMPARE(rig.state(), Live::Offline);
    QVERIFY(rig.last().reason->is(DvrError::Oversize));
    QVERIFY(rig.last().reason->detail().contains(QLatin1String("4294967295")));
    QVERIFY(rig.session->status().isOnline());
    rig.advance(500ms);
    QVERIFY(rig.media()->state() == ByteLink::State::Opening);
}

void TestLiveStream::toleratesGarbageOnTheMediaSocket()
{
    LiveRig rig;
    rig.goLive();
    const QByteArray noise = fromHex("ff01ff00 00000000 5aa5 000001fc") + "HTTP/1.1 400\r\n";
    for (int i = 0; i < 20; ++i) {
        rig.media()->feed(noise);
        rig.packet(deltaFrame(h264Delta()));
    }
    QCOMPARE(rig.sink->frames.size(), 21);
    QCOMPARE(rig.state(), Live::Live);
    // Noise inside the packets: the next header is found again.
    rig.packet(noise);
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.sink->frames.size(), 22);
    QVERIFY(rig.sink->frames.last().afterLoss);
}

void TestLiveStream::boundsWhatForeignPacketsMayCost()
{
    LiveRig rig;
    rig.goLive();
    // Each (channel, byte 2) opens a frame of 8 MiB and sends only a little of it.
    const QByteArray lie = fromHex("000001FC 02195848 00000000 00008000") + QByteArray(1000, '\x5a');
    for (int channel = 1; channel < 256; ++channel) {
        for (quint8 byte2 = 0; byte2 < 4; ++byte2)
            rig.media()->feed(wire(1412, lie, 0x57, rig.sequence++, quint8(channel), 0, byte2));
    }
    rig.packet(deltaFrame(h264Delta()));
    QCOMPARE(rig.sink->frames.size(), 2);
    QCOMPARE(rig.state(), Live::Live);
    // Other messages on a media socket are no frames.
    for (quint16 id : {1422, 1426, 1433, 1504, 1001, 1411})
        rig.media()->feed(wire(id, keyFrame(h264Key())));
    QCOMPARE(rig.sink->frames.size(), 2);
}

void TestLiveStream::ignoresLateAndForeignAnswers()
{
    LiveRig rig;
    rig.open();
    ScriptedLink *media = rig.media();
    media->feed(wire(1414, body(kGood))); // before it is open
    media->accept();
    rig.readAll();
    media->feed(wire(1411, body(kGood)) + wire(1425, body(kGood)) + wire(1435, body(kGood)));
    rig.say(1414, kGood); // on the wrong socket
    rig.say(1411, kGood);
    QVERIFY(rig.readAll().isEmpty());
    media->feed(wire(1414, body(kGood), 0x57, 1));
    media->feed(wire(1414, body(R"({"Ret":121})"), 0x57, 1)); // twice
    QCOMPARE(idsOf(rig.readAll()), QList<int>({1410}));
    rig.say(1411, kGood);
    rig.say(1411, R"({"Ret":121})");
    rig.packet(keyFrame(h264Key()));
    QCOMPARE(rig.state(), Live::Live);
    // An answer to an attempt that was given up starts nothing.
    LiveRig late;
    late.open();
    late.media()->accept();
    late.advance(2500ms);
    late.readAll();
    late.say(1414, kGood);
    QVERIFY(late.readAll().isEmpty());
    QCOMPARE(late.state(), Live::Offline);
}

QTEST_GUILESS_MAIN(TestLiveStream)
#include "tst_live_stream.moc"
