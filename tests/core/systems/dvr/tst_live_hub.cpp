// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_hub.h"

#include "tests/core/systems/dvr/played_source.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using Kind = media::EncodedFrame::Kind;

namespace {

class Notes final : public LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &frame) override
    {
        heard += frame.kind == Kind::Key ? 'K' : frame.kind == Kind::Audio ? 'a' : 'd';
    }
    void statusChanged(const LiveStatus &status) override { states.append(status.state); }
    void countersChanged(const LiveCounters &counters) override { frames = counters.frames; }

    QByteArray heard;
    QList<LiveStatus::State> states;
    quint64 frames = 0;
};

/// Takes a join as such.
class JoiningNotes final : public LiveSink
{
public:
    void frameReceived(const media::EncodedFrame &) override { ++live; }
    void joined(const QList<media::EncodedFrame> &frames) override { joins.append(int(frames.size())); }
    void statusChanged(const LiveStatus &) override {}
    void countersChanged(const LiveCounters &) override {}

    int live = 0;
    QList<int> joins;
};

const QString kDevice = QStringLiteral("north");
const QString kSub = QStringLiteral("north/3s");

} // namespace

class TstLiveHub : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensOneStreamForAllWhoLook();
    void keepsStreamsApartByDeviceChannelAndKind();
    void closesWithTheLastUse();
    void opensAnewAfterTheLastUse();
    void tellsALateJoinerWhereTheStreamStands();
    void givesALateJoinerThePictureSoFar_data();
    void givesALateJoinerThePictureSoFar();
    void givesNothingOldOfAStreamThatIsDown();
    void catchesUpWhenAsked();
    void oneSinkMaySubscribeTwice();
    void keepsTheLastHalfMinuteForWhoeverHoldsIt();
    void setsLimitsOfOpenAndComingStreams();
    void passesKeyframeRequestsOn();
    void isSilentAfterAnEnd();
    void subscriptionsMayOutliveTheHub();
    void keepsOrderWhenJoinedUnderLoad();
};

void TstLiveHub::opensOneStreamForAllWhoLook()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto a = std::make_shared<Notes>();
    const auto b = std::make_shared<Notes>();
    const auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, a);
    const auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, b);
    QCOMPARE(source.opened, 1);
    QCOMPARE(hub.openStreams(), 1);
    source.tell(kSub, LiveStatus::State::Live);
    source.play(kSub, "Kdad");
    source.sink(kSub).countersChanged({4, 1});
    for (const auto &notes : {a, b}) {
        QCOMPARE(notes->heard, QByteArray("Kdad"));
        QCOMPARE(notes->states, QList<LiveStatus::State>{LiveStatus::State::Live});
        QCOMPARE(notes->frames, quint64(4));
    }
}

void TstLiveHub::keepsStreamsApartByDeviceChannelAndKind()
{
    PlayedSource source;
    LiveHub hub(source);
    QList<std::shared_ptr<Notes>> notes;
    std::vector<std::unique_ptr<LiveSubscription>> uses;
    const auto add = [&](const QString &device, int channel, StreamKind kind) {
        notes.append(std::make_shared<Notes>());
        uses.push_back(hub.subscribe(device, channel, kind, notes.last()));
    };
    add(kDevice, 3, StreamKind::Sub);
    add(kDevice, 3, StreamKind::Main);
    add(kDevice, 4, StreamKind::Sub);
    add(QStringLiteral("south"), 3, StreamKind::Sub);
    QCOMPARE(source.opened, 4);
    source.play(QStringLiteral("north/3m"), "K");
    for (int i = 0; i < 4; ++i)
        QCOMPARE(notes.at(i)->heard, QByteArray(i == 1 ? "K" : ""));
}

void TstLiveHub::closesWithTheLastUse()
{
    PlayedSource source;
    LiveHub hub(source);
    auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    first.reset();
    QCOMPARE(source.open.size(), 1);
    second.reset();
    QCOMPARE(source.open.size(), 0);
    QCOMPARE(hub.openStreams(), 0);
}

void TstLiveHub::opensAnewAfterTheLastUse()
{
    PlayedSource source;
    LiveHub hub(source);
    hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    const auto notes = std::make_shared<Notes>();
    const auto again = hub.subscribe(kDevice, 3, StreamKind::Sub, notes);
    QCOMPARE(source.opened, 2);
    QCOMPARE(source.open.size(), 1);
    source.play(kSub, "K");
    QCOMPARE(notes->heard, QByteArray("K"));
}

void TstLiveHub::tellsALateJoinerWhereTheStreamStands()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    source.tell(kSub, LiveStatus::State::Live);
    source.tell(kSub, LiveStatus::State::Offline);
    source.sink(kSub).countersChanged({77});
    const auto late = std::make_shared<Notes>();
    const auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, late);
    QCOMPARE(late->states, QList<LiveStatus::State>{LiveStatus::State::Offline});
    QCOMPARE(late->frames, quint64(77));
}

void TstLiveHub::givesALateJoinerThePictureSoFar_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("joined");
    QTest::addColumn<bool>("asksForAKey");
    QTest::newRow("nothing yet") << QByteArray() << QByteArray() << true;
    QTest::newRow("a group") << QByteArray("KddKdad") << QByteArray("Kdad") << false;
    QTest::newRow("a long group") << "K" + QByteArray(200, 'd') << "K" + QByteArray(200, 'd') << true;
}

void TstLiveHub::givesALateJoinerThePictureSoFar()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, joined);
    QFETCH(bool, asksForAKey);
    PlayedSource source;
    LiveHub hub(source);
    const auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    source.tell(kSub, LiveStatus::State::Live);
    source.play(kSub, before);
    const auto late = std::make_shared<Notes>();
    const auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, late);
    QCOMPARE(late->heard, joined);
    QCOMPARE(!source.keyframesAsked.isEmpty(), asksForAKey);
    source.play(kSub, "dK");
    QCOMPARE(late->heard, joined + "dK");
}

void TstLiveHub::givesNothingOldOfAStreamThatIsDown()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    source.tell(kSub, LiveStatus::State::Live);
    source.play(kSub, "Kdd");
    source.tell(kSub, LiveStatus::State::Offline);
    const auto late = std::make_shared<Notes>();
    const auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, late);
    QCOMPARE(late->heard, QByteArray());
    second->catchUp();
    QCOMPARE(late->heard, QByteArray());
    // What was is still there to be replayed.
    QCOMPARE(second->replay()->snapshot().size(), 3);
}

void TstLiveHub::catchesUpWhenAsked()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto notes = std::make_shared<JoiningNotes>();
    const auto use = hub.subscribe(kDevice, 3, StreamKind::Sub, notes);
    QCOMPARE(notes->joins, QList<int>());
    source.tell(kSub, LiveStatus::State::Live);
    source.play(kSub, "Kdd");
    use->catchUp();
    QCOMPARE(notes->joins, QList<int>{3});
    QCOMPARE(notes->live, 3);
    QVERIFY(source.keyframesAsked.isEmpty());
    source.play(kSub, QByteArray(60, 'd'));
    use->catchUp();
    QCOMPARE(source.keyframesAsked.size(), 1);
}

void TstLiveHub::oneSinkMaySubscribeTwice()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto notes = std::make_shared<Notes>();
    auto first = hub.subscribe(kDevice, 3, StreamKind::Sub, notes);
    const auto second = hub.subscribe(kDevice, 3, StreamKind::Sub, notes);
    first.reset();
    QCOMPARE(source.open.size(), 1);
    source.play(kSub, "K");
    QCOMPARE(notes->heard, QByteArray("K"));
}

void TstLiveHub::keepsTheLastHalfMinuteForWhoeverHoldsIt()
{
    PlayedSource source;
    LiveHub hub(source);
    auto use = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    source.play(kSub, "Kdda");
    const auto replay = use->replay();
    use.reset();
    QCOMPARE(replay->snapshot().size(), 4);
}

void TstLiveHub::setsLimitsOfOpenAndComingStreams()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto sub = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    const auto main = hub.subscribe(kDevice, 3, StreamKind::Main, std::make_shared<Notes>());
    QCOMPARE(sub->replay()->limits(), (media::ReplayLimits{30s, LiveHub::kSubReplayBytes}));
    QCOMPARE(main->replay()->limits(), (media::ReplayLimits{30s, LiveHub::kMainReplayBytes}));
    hub.setReplayLimits(StreamKind::Sub, {60s, 2 << 20});
    const auto later = hub.subscribe(kDevice, 4, StreamKind::Sub, std::make_shared<Notes>());
    QCOMPARE(sub->replay()->limits(), (media::ReplayLimits{60s, 2 << 20}));
    QCOMPARE(later->replay()->limits(), (media::ReplayLimits{60s, 2 << 20}));
    QCOMPARE(main->replay()->limits(), (media::ReplayLimits{30s, LiveHub::kMainReplayBytes}));
}

void TstLiveHub::passesKeyframeRequestsOn()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto use = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    use->requestKeyframe();
    QCOMPARE(source.keyframesAsked, source.open.keys());
}

void TstLiveHub::isSilentAfterAnEnd()
{
    PlayedSource source;
    LiveHub hub(source);
    const auto notes = std::make_shared<Notes>();
    const auto stays = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    auto ends = hub.subscribe(kDevice, 3, StreamKind::Sub, notes);
    ends.reset();
    source.play(kSub, "K");
    source.tell(kSub, LiveStatus::State::Live);
    QCOMPARE(notes->heard, QByteArray());
    QVERIFY(notes->states.isEmpty());
}

void TstLiveHub::subscriptionsMayOutliveTheHub()
{
    PlayedSource source;
    std::unique_ptr<LiveSubscription> use;
    {
        LiveHub hub(source);
        use = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    }
    QCOMPARE(source.open.size(), 0);
    use->requestKeyframe();
    use->catchUp();
    QVERIFY(source.keyframesAsked.isEmpty());
    use.reset();
}

void TstLiveHub::keepsOrderWhenJoinedUnderLoad()
{
    /// Each frame's number must follow the one before.
    class OrderedSink final : public LiveSink
    {
    public:
        void frameReceived(const media::EncodedFrame &frame) override
        {
            if (m_last.count() != 0 && frame.receivedAt != m_last + 40ms)
                ++wrong;
            m_last = frame.receivedAt;
            ++count;
        }
        void statusChanged(const LiveStatus &) override {}
        void countersChanged(const LiveCounters &) override {}
        std::atomic<int> wrong{0};
        std::atomic<int> count{0};

    private:
        std::chrono::nanoseconds m_last{0};
    };
    PlayedSource source;
    LiveHub hub(source);
    const auto stays = hub.subscribe(kDevice, 3, StreamKind::Sub, std::make_shared<Notes>());
    source.tell(kSub, LiveStatus::State::Live);
    LiveSink &stream = source.sink(kSub);
    std::atomic<bool> ended{false};
    std::thread device([&] {
        for (int i = 0; !ended; ++i)
            stream.frameReceived(frameOf(i % 10 == 0 ? Kind::Key : Kind::Delta, i));
    });
    int wrong = 0;
    for (int i = 0; i < 200; ++i) {
        const auto sink = std::make_shared<OrderedSink>();
        const auto use = hub.subscribe(kDevice, 3, StreamKind::Sub, sink);
        while (sink->count < 15)
            std::this_thread::yield();
        wrong += sink->wrong;
    }
    ended = true;
    device.join();
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(TstLiveHub)
#include "tst_live_hub.moc"
