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

class TestLiveStreamEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

void TestLiveStreamEnd::stopsTheDeviceAndHearsNothingMoreWhenClosed()
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

void TestLiveStreamEnd::mayBeClosedInsideEveryCallback_data()
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

void TestLiveStreamEnd::mayBeClosedInsideEveryCallback()
{
    QFETCH(int, where);
    QFETCH(int, call);
    QFETCH(bool, oneSocket);
    LiveRig rig;
    const auto callsThen = callWithin(rig, where, call, oneSocket, [&rig] { rig.session->closeLive(1); });
    QVERIFY(callsThen > 0);
    QCOMPARE(rig.sink->calls(), callsThen);
}

void TestLiveStreamEnd::letsTheSessionBeDestroyedInsideEveryCallback()
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

void TestLiveStreamEnd::letsAllStreamsBeClosedInsideOneCallback()
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

void TestLiveStreamEnd::waitsForTheLogin()
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

void TestLiveStreamEnd::knowsWhyTheSessionIsAwayWhenItIsOpened()
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

void TestLiveStreamEnd::comesBackAfterStopAndStart()
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

void TestLiveStreamEnd::surfacesAnOversizeMediaHeader()
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

void TestLiveStreamEnd::toleratesGarbageOnTheMediaSocket()
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

void TestLiveStreamEnd::boundsWhatForeignPacketsMayCost()
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

void TestLiveStreamEnd::ignoresLateAndForeignAnswers()
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

QTEST_GUILESS_MAIN(TestLiveStreamEnd)
#include "tst_live_stream_end.moc"
