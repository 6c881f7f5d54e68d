// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/replay_buffer.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace opsdeck::media;
using namespace std::chrono_literals;
using Kind = EncodedFrame::Kind;

namespace {

constexpr qint64 kMiB = 1 << 20;

EncodedFrame frameAt(Kind kind, std::chrono::nanoseconds at, qsizetype bytes = 100)
{
    EncodedFrame frame;
    frame.kind = kind;
    frame.payload = QByteArray(bytes, 'x');
    frame.receivedAt = at;
    return frame;
}

/// A frame a second, every `group`th a key frame, for so many seconds.
void fill(ReplayBuffer &buffer, int group, int from, int to, qsizetype bytes = 100)
{
    for (int i = from; i < to; ++i)
        buffer.push(frameAt(i % group == 0 ? Kind::Key : Kind::Delta, i * 1s, bytes));
}

} // namespace

class TstReplayBuffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsForAKeyFrame();
    void keepsSoundAndLeavesInfoOut();
    void keepsItsSpanInWholeGroups_data();
    void keepsItsSpanInWholeGroups();
    void staysWithinItsBytes_data();
    void staysWithinItsBytes();
    void forgetsAGroupThatIsTooLargeAndGoesOnAtTheNextKey();
    void boundsFramesWithoutBytes();
    void keepsWhatItHasWhileNothingComes();
    void cutsToNewLimitsWithTheNextFrame();
    void keepsLimitsWithinReason();
    void givesTheNewestGroup();
    void sharesPayloads();
    void startsAnewWhenCleared();
    void takesFramesWhileOthersLook();
};

void TstReplayBuffer::waitsForAKeyFrame()
{
    ReplayBuffer buffer;
    buffer.push(frameAt(Kind::Delta, 1s));
    buffer.push(frameAt(Kind::Audio, 2s));
    QVERIFY(buffer.snapshot().isEmpty());
    QVERIFY(buffer.sinceNewestKey().isEmpty());
    QCOMPARE(buffer.bytes(), qint64(0));
    QCOMPARE(buffer.span(), std::chrono::nanoseconds(0));
    buffer.push(frameAt(Kind::Key, 3s));
    buffer.push(frameAt(Kind::Delta, 4s));
    QCOMPARE(buffer.snapshot().size(), 2);
    QCOMPARE(buffer.span(), std::chrono::nanoseconds(1s));
    QVERIFY(buffer.bytes() >= 200 + 2 * ReplayBuffer::kFrameOverhead);
}

void TstReplayBuffer::keepsSoundAndLeavesInfoOut()
{
    ReplayBuffer buffer;
    buffer.push(frameAt(Kind::Key, 1s));
    buffer.push(frameAt(Kind::Audio, 2s));
    buffer.push(frameAt(Kind::Info, 3s));
    QCOMPARE(buffer.snapshot().size(), 2);
    QVERIFY(buffer.snapshot().last().kind == Kind::Audio);
}

void TstReplayBuffer::keepsItsSpanInWholeGroups_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("oldest");
    QTest::newRow("not full yet") << 4 << 20 << 0;
    QTest::newRow("just covered") << 4 << 35 << 4;
    QTest::newRow("one short of it") << 4 << 34 << 0;
    QTest::newRow("a while") << 4 << 1000 << 968;
    QTest::newRow("key frames only") << 1 << 1000 << 969;
    QTest::newRow("longer groups than the span") << 50 << 101 << 50;
    QTest::newRow("one endless group") << 100000 << 1000 << 0;
}

void TstReplayBuffer::keepsItsSpanInWholeGroups()
{
    QFETCH(int, group);
    QFETCH(int, seconds);
    QFETCH(int, oldest);
    ReplayBuffer buffer({30s, 24 * kMiB});
    fill(buffer, group, 0, seconds);
    const auto frames = buffer.snapshot();
    QVERIFY(frames.first().kind == Kind::Key);
    QCOMPARE(frames.first().receivedAt, std::chrono::nanoseconds(oldest * 1s));
    QCOMPARE(frames.last().receivedAt, std::chrono::nanoseconds((seconds - 1) * 1s));
    QCOMPARE(frames.size(), seconds - oldest);
    QCOMPARE(buffer.span(), std::chrono::nanoseconds((seconds - 1 - oldest) * 1s));
}

void TstReplayBuffer::staysWithinItsBytes_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<int>("frameBytes");
    QTest::newRow("small groups") << 4 << 100'000;
    QTest::newRow("key frames only") << 1 << 400'000;
    QTest::newRow("a group as large as the limit") << 10 << 104'000;
    QTest::newRow("groups beyond it") << 1000 << 50'000;
    QTest::newRow("frames beyond it") << 2 << 3'000'000;
}

void TstReplayBuffer::staysWithinItsBytes()
{
    QFETCH(int, group);
    QFETCH(int, frameBytes);
    ReplayBuffer buffer({120s, kMiB});
    for (int i = 0; i < 200; ++i) {
        fill(buffer, group, i, i + 1, frameBytes);
        QVERIFY(buffer.bytes() <= kMiB);
        const auto frames = buffer.snapshot();
        qint64 bytes = 0;
        for (const EncodedFrame &frame : frames)
            bytes += frame.payload.capacity() + ReplayBuffer::kFrameOverhead;
        QCOMPARE(buffer.bytes(), bytes);
        QVERIFY(frames.isEmpty() || frames.first().kind == Kind::Key);
    }
}

void TstReplayBuffer::forgetsAGroupThatIsTooLargeAndGoesOnAtTheNextKey()
{
    ReplayBuffer buffer({30s, kMiB});
    buffer.push(frameAt(Kind::Key, 1s, 600'000));
    buffer.push(frameAt(Kind::Delta, 2s, 600'000));
    QVERIFY(buffer.snapshot().isEmpty());
    buffer.push(frameAt(Kind::Delta, 3s));
    QVERIFY(buffer.snapshot().isEmpty());
    buffer.push(frameAt(Kind::Key, 4s));
    QCOMPARE(buffer.snapshot().size(), 1);
}

void TstReplayBuffer::boundsFramesWithoutBytes()
{
    ReplayBuffer buffer({30s, kMiB});
    buffer.push(frameAt(Kind::Key, 0s, 0));
    for (int i = 0; i < 20'000; ++i)
        buffer.push(frameAt(Kind::Delta, 0s, 0));
    QVERIFY(buffer.snapshot().size() <= kMiB / ReplayBuffer::kFrameOverhead);
}

void TstReplayBuffer::keepsWhatItHasWhileNothingComes()
{
    ReplayBuffer buffer({30s, 24 * kMiB});
    fill(buffer, 4, 0, 40);
    QCOMPARE(buffer.span(), std::chrono::nanoseconds(31s));
    // Back after an hour: what was before the outage goes but for the last group, which the span still reaches into.
    buffer.push(frameAt(Kind::Key, 3600s));
    QCOMPARE(buffer.snapshot().size(), 5);
    buffer.push(frameAt(Kind::Key, 3601s));
    buffer.push(frameAt(Kind::Key, 3630s));
    QCOMPARE(buffer.snapshot().first().receivedAt, std::chrono::nanoseconds(3600s));
}

void TstReplayBuffer::cutsToNewLimitsWithTheNextFrame()
{
    ReplayBuffer buffer({120s, 24 * kMiB});
    fill(buffer, 4, 0, 100);
    QCOMPARE(buffer.snapshot().size(), 100);
    buffer.setLimits({10s, 24 * kMiB});
    QCOMPARE(buffer.limits(), (ReplayLimits{10s, 24 * kMiB}));
    fill(buffer, 4, 100, 101);
    QCOMPARE(buffer.snapshot().first().receivedAt, std::chrono::nanoseconds(88s));
}

void TstReplayBuffer::keepsLimitsWithinReason()
{
    QCOMPARE((ReplayLimits{1s, 1}.bounded()), (ReplayLimits{10s, kMiB}));
    QCOMPARE((ReplayLimits{3600s, 1LL << 40}.bounded()), (ReplayLimits{120s, 256 * kMiB}));
    QCOMPARE((ReplayLimits{45s, 5 * kMiB}.bounded()), (ReplayLimits{45s, 5 * kMiB}));
    ReplayBuffer buffer({1s, 1});
    QCOMPARE(buffer.limits(), (ReplayLimits{10s, kMiB}));
}

void TstReplayBuffer::givesTheNewestGroup()
{
    ReplayBuffer buffer;
    fill(buffer, 4, 0, 11);
    const auto group = buffer.sinceNewestKey();
    QCOMPARE(group.size(), 3);
    QVERIFY(group.first().kind == Kind::Key);
    QCOMPARE(group.first().receivedAt, std::chrono::nanoseconds(8s));
}

void TstReplayBuffer::sharesPayloads()
{
    ReplayBuffer buffer;
    const EncodedFrame frame = frameAt(Kind::Key, 1s, 5000);
    buffer.push(frame);
    QCOMPARE(buffer.snapshot().first().payload.constData(), frame.payload.constData());
}

void TstReplayBuffer::startsAnewWhenCleared()
{
    ReplayBuffer buffer;
    fill(buffer, 4, 0, 11);
    buffer.clear();
    QCOMPARE(buffer.bytes(), qint64(0));
    fill(buffer, 4, 11, 14);
    QCOMPARE(buffer.snapshot().size(), 2);
    QCOMPARE(buffer.sinceNewestKey().size(), 2);
}

void TstReplayBuffer::takesFramesWhileOthersLook()
{
    ReplayBuffer buffer({10s, kMiB});
    std::atomic<bool> ended{false};
    std::atomic<int> wrong{0};
    std::thread looker([&] {
        while (!ended) {
            const auto frames = buffer.snapshot();
            if (!frames.isEmpty() && frames.first().kind != Kind::Key)
                ++wrong;
            if (buffer.bytes() > kMiB)
                ++wrong;
        }
    });
    fill(buffer, 5, 0, 20'000, 2000);
    ended = true;
    looker.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TstReplayBuffer)
#include "tst_replay_buffer.moc"
