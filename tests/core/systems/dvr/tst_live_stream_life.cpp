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

class TestLiveStreamLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestLiveStreamLife::goesStaleAfterThreeSecondsDatedAtTheLastFrame()
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

void TestLiveStreamLife::isNotKeptLiveBySoundOrNoise_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("sound") << audioFrame(QByteArray(320, '\x55'));
    QTest::newRow("info") << infoFrame("GPS:");
    QTest::newRow("noise") << QByteArray(500, '\xff');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty frames") << deltaFrame({});
    QTest::newRow("bogus delta") << deltaFrame(fromHex("00000001 110178") + QByteArray(120, '\x42'));
}

void TestLiveStreamLife::isNotKeptLiveBySoundOrNoise()
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

void TestLiveStreamLife::comesBackWhenFramesComeBack()
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

void TestLiveStreamLife::endsTheSessionWhenTheProbeIsNotAnswered()
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

void TestLiveStreamLife::claimsAnewWhenOnlyTheStreamIsSilent()
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

void TestLiveStreamLife::startsAgainWhenTheMediaSocketIsCut()
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

void TestLiveStreamLife::goesOfflineWithTheSessionAndComesBackWithIt()
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

void TestLiveStreamLife::countsLostPacketsOnceTheNumbersAreProved()
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

void TestLiveStreamLife::asksForAKeyFrameOnceASecondAtMost()
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

void TestLiveStreamLife::countsWhatItSees()
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

void TestLiveStreamLife::serves64StreamsAtOnce()
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

QTEST_GUILESS_MAIN(TestLiveStreamLife)
#include "tst_live_stream_life.moc"
