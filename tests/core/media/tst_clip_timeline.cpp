// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_timeline.h"

#include <QtTest>

#include <random>

using namespace opsdeck::media;
using namespace std::chrono_literals;
using Microseconds = ClipTimeline::Microseconds;

namespace {

EncodedFrame frameAt(std::chrono::nanoseconds receivedAt, bool key = false, int framesPerSecond = 25)
{
    EncodedFrame frame;
    frame.kind = key ? EncodedFrame::Kind::Key : EncodedFrame::Kind::Delta;
    frame.framesPerSecond = key ? framesPerSecond : 0;
    frame.receivedAt = receivedAt;
    return frame;
}

} // namespace

class TstClipTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheFrameRateWithoutAReference_data();
    void followsTheFrameRateWithoutAReference();
    void smoothsJitter();
    void keepsRealGaps();
    void followsAStreamThatIsSlowerThanItSays();
    void spreadsABurst();
    void keepsGapsOfARecording();
    void ignoresADeviceClockThatGoesBack();
};

void TstClipTimeline::followsTheFrameRateWithoutAReference_data()
{
    QTest::addColumn<int>("framesPerSecond");
    QTest::addColumn<qint64>("step");
    QTest::newRow("unknown") << 0 << qint64(40000);
    QTest::newRow("25") << 25 << qint64(40000);
    QTest::newRow("12") << 12 << qint64(83333);
    QTest::newRow("absurd") << 255 << qint64(8333);
}

void TstClipTimeline::followsTheFrameRateWithoutAReference()
{
    QFETCH(int, framesPerSecond);
    QFETCH(qint64, step);
    for (const ClipTiming timing : {ClipTiming::Arrival, ClipTiming::DeviceTime}) {
        ClipTimeline timeline(timing);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(timeline.next(frameAt(0ns, i % 50 == 0, framesPerSecond)), Microseconds(i * step));
    }
}

void TstClipTimeline::smoothsJitter()
{
    std::mt19937 random(1);
    ClipTimeline timeline(ClipTiming::Arrival);
    Microseconds last = timeline.next(frameAt(10s, true));
    for (int i = 1; i < 1000; ++i) {
        const auto jitter = std::chrono::microseconds(random() % 60000);
        const Microseconds time = timeline.next(frameAt(10s + i * 40ms + jitter, i % 50 == 0));
        QVERIFY(time - last >= 30ms && time - last <= 50ms);
        last = time;
    }
    QVERIFY(last >= 999 * 40ms - 100ms && last <= 999 * 40ms + 100ms);
}

void TstClipTimeline::keepsRealGaps()
{
    ClipTimeline timeline(ClipTiming::Arrival);
    timeline.next(frameAt(10s, true));
    timeline.next(frameAt(10s + 40ms));
    QCOMPARE(timeline.next(frameAt(15s)), Microseconds(5s));
    QCOMPARE(timeline.next(frameAt(15s + 40ms)), Microseconds(5s + 40ms));
}

void TstClipTimeline::followsAStreamThatIsSlowerThanItSays()
{
    ClipTimeline timeline(ClipTiming::Arrival);
    Microseconds time{0};
    for (int i = 0; i < 500; ++i)
        time = timeline.next(frameAt(10s + i * 80ms, i % 50 == 0, 25));
    QVERIFY(time > 499 * 80ms - 600ms && time <= 499 * 80ms);
}

void TstClipTimeline::spreadsABurst()
{
    ClipTimeline timeline(ClipTiming::Arrival);
    Microseconds last = timeline.next(frameAt(10s, true));
    for (int i = 1; i < 25; ++i) {
        const Microseconds time = timeline.next(frameAt(10s + i * 1ms));
        QVERIFY(time - last >= 20ms);
        last = time;
    }
}

void TstClipTimeline::keepsGapsOfARecording()
{
    const QDateTime start(QDate(2026, 11, 20), QTime(9, 30), Qt::UTC);
    ClipTimeline timeline(ClipTiming::DeviceTime);
    Microseconds time{0};
    for (int i = 0; i < 100; ++i) {
        // All at once, as a download comes; the second group is 2 s later, the third 30 s.
        EncodedFrame frame = frameAt(1s, i % 50 == 0);
        if (i % 50 == 0)
            frame.deviceTime = start.addSecs(i / 25);
        time = timeline.next(frame);
        QCOMPARE(time, Microseconds(i * 40ms));
    }
    EncodedFrame late = frameAt(1s, true);
    late.deviceTime = start.addSecs(30);
    QCOMPARE(timeline.next(late), Microseconds(30s));
}

void TstClipTimeline::ignoresADeviceClockThatGoesBack()
{
    const QDateTime start(QDate(2026, 11, 20), QTime(9, 30), Qt::UTC);
    ClipTimeline timeline(ClipTiming::DeviceTime);
    EncodedFrame frame = frameAt(0ns, true);
    frame.deviceTime = start;
    timeline.next(frame);
    frame.deviceTime = start.addSecs(-3600);
    QCOMPARE(timeline.next(frame), Microseconds(40ms));
}

QTEST_GUILESS_MAIN(TstClipTimeline)
#include "tst_clip_timeline.moc"
