// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_pipeline.h"

#include "tests/core/media/media_fixtures.h"

#include <QSemaphore>
#include <QtTest>

#include <atomic>
#include <random>
#include <thread>

using namespace opsdeck;
using namespace opsdeck::media;
using namespace std::chrono_literals;

namespace {

/// Stands still until the test moves it; may be read by the workers meanwhile.
class SteppedClock final : public base::Clock
{
public:
    Nanoseconds monotonic() const override { return Nanoseconds(m_now.load()); }
    QDateTime now() const override { return {}; }
    std::unique_ptr<base::Timer> makeTimer(std::function<void()>) override { return nullptr; }
    void advance(Nanoseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now{3'600'000'000'000};
};

/// Keeps the only worker busy, so that a backlog builds up.
class Gate final : public PoolTask
{
public:
    bool runTurn(PictureScaler &) override
    {
        m_reached.release();
        m_open.acquire();
        return false;
    }
    static std::shared_ptr<Gate> close(DecodePool &pool)
    {
        auto gate = std::make_shared<Gate>();
        pool.queue()->schedule(gate);
        gate->m_reached.acquire();
        return gate;
    }
    void open() { m_open.release(); }

private:
    QSemaphore m_reached;
    QSemaphore m_open;
};

/// Waits for the next picture; null when none comes.
Picture nextPicture(VideoPipeline &pipeline)
{
    Picture picture;
    (void)QTest::qWaitFor([&] { return !(picture = pipeline.takePicture()).isNull(); });
    return picture;
}

} // namespace

class TstVideoPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesAPictureForEachFrameInTime();
    void decodesABacklogInOrderButScalesTheNewestOnly();
    void showsSomethingWhenTheBacklogNeverEnds();
    void callsOnceUntilTheConsumerLooks();
    void decodesNothingWhileInvisible();
    void dropsALateBacklogToItsNewestKey();
    void boundsABacklogNobodyWorksOff();
    void startsAnewAfterReset();
    void countsWithoutATarget();
    void countsDamage();
    void ignoresSound();
    void joinsAStreamInItsMiddleWithoutShowingWhatWas();
    void showsThePartThatIsAskedFor();
    void isSilentOnceDestroyed();
    void outlivesItsPool();
    void keepsOrderPerStreamUnderLoad();
    void survivesPushingLookingAndEndingAtOnce();

private:
    SteppedClock m_clock;
};

void TstVideoPipeline::givesAPictureForEachFrameInTime()
{
    DecodePool pool(2);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    int index = 0;
    for (EncodedFrame frame : fixtures::clip(VideoCodec::H264)) {
        frame.receivedAt = std::chrono::milliseconds(40 * index + 1);
        pipeline.push(frame);
        const Picture picture = nextPicture(pipeline);
        QVERIFY(!picture.isNull());
        QCOMPARE(fixtures::whatIsWrong(picture, index), QByteArray());
        QCOMPARE(picture.size, QSize(64, 48));
        QCOMPARE(picture.sourceSize, QSize(128, 96));
        QCOMPARE(picture.receivedAt, std::chrono::nanoseconds(frame.receivedAt));
        QCOMPARE(picture.number, quint64(++index));
    }
    const auto counters = pipeline.counters();
    QCOMPARE(counters.framesIn, quint64(12));
    QCOMPARE(counters.decoded, quint64(12));
    QCOMPARE(counters.scaled, quint64(12));
    QCOMPARE(counters.decodeErrors, quint64(0));
    QCOMPARE(counters.codec, VideoCodec::H264);
    QCOMPARE(counters.size, QSize(128, 96));
    QCOMPARE(counters.lastPictureAt, m_clock.monotonic());
    QVERIFY(!counters.waitingForKey);
    QCOMPARE(counters.bytesIn, quint64(fixtures::readClip("blocks.h264").size()));
}

void TstVideoPipeline::decodesABacklogInOrderButScalesTheNewestOnly()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    pipeline.push(frames[0]);
    QVERIFY(!nextPicture(pipeline).isNull());
    const auto gate = Gate::close(pool);
    for (int i = 1; i < frames.size(); ++i)
        pipeline.push(frames[i]);
    gate->open();
    QTRY_COMPARE(pipeline.counters().decoded, quint64(12));
    QTRY_COMPARE(pipeline.counters().scaled, quint64(2));
    const Picture picture = pipeline.takePicture();
    QCOMPARE(picture.number, quint64(12));
    QCOMPARE(fixtures::whatIsWrong(picture, 11), QByteArray());
    QVERIFY(pipeline.takePicture().isNull());
}

void TstVideoPipeline::showsSomethingWhenTheBacklogNeverEnds()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    pipeline.push(frames[0]);
    QVERIFY(!nextPicture(pipeline).isNull());
    const auto gate = Gate::close(pool);
    for (int i = 1; i < 6; ++i)
        pipeline.push(frames[i]);
    m_clock.advance(500ms); // not yet too late to decode, but long since the last picture
    gate->open();
    QTRY_COMPARE(pipeline.counters().decoded, quint64(6));
    // The very first, the first of the backlog and the last.
    QTRY_COMPARE(pipeline.counters().scaled, quint64(3));
    QCOMPARE(pipeline.takePicture().number, quint64(6));
}

void TstVideoPipeline::callsOnceUntilTheConsumerLooks()
{
    DecodePool pool(1);
    std::atomic<int> calls{0};
    const auto wakeUp = std::make_shared<WakeUp>([&calls] { ++calls; });
    VideoPipeline one(pool, m_clock, wakeUp);
    VideoPipeline two(pool, m_clock, wakeUp);
    const auto frames = fixtures::clip(VideoCodec::H264);
    for (VideoPipeline *pipeline : {&one, &two}) {
        pipeline->setTarget({64, 48});
        for (int i = 0; i < 6; ++i) {
            pipeline->push(frames[i]);
            QTRY_COMPARE(pipeline->counters().decoded, quint64(i + 1));
        }
    }
    QTRY_COMPARE(two.counters().scaled, quint64(6));
    QTRY_COMPARE(calls.load(), 1);
    wakeUp->accept();
    QVERIFY(!one.takePicture().isNull());
    one.push(frames[6]);
    QTRY_COMPARE(calls.load(), 2);
}

void TstVideoPipeline::decodesNothingWhileInvisible()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    pipeline.push(frames[0]);
    QTRY_COMPARE(pipeline.counters().scaled, quint64(1));
    pipeline.setVisible(false);
    QVERIFY(pipeline.takePicture().isNull());
    for (int i = 1; i < 4; ++i)
        pipeline.push(frames[i]);
    QVERIFY(pipeline.counters().waitingForKey);
    pipeline.setVisible(true);
    pipeline.push(frames[4]);
    pipeline.push(frames[5]);
    QTRY_COMPARE(pipeline.counters().skipped, quint64(5));
    QCOMPARE(pipeline.counters().decoded, quint64(1));
    QVERIFY(pipeline.counters().waitingForKey);
    pipeline.push(frames[6]);
    const Picture picture = nextPicture(pipeline);
    QVERIFY(!picture.isNull());
    QCOMPARE(fixtures::whatIsWrong(picture, 6), QByteArray());
    QCOMPARE(pipeline.counters().droppedLate, quint64(0));
    QVERIFY(!pipeline.counters().waitingForKey);
}

void TstVideoPipeline::dropsALateBacklogToItsNewestKey()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    const auto gate = Gate::close(pool);
    for (int i = 0; i < 6; ++i)
        pipeline.push(frames[i]);
    m_clock.advance(600ms);
    for (int i = 6; i < 9; ++i)
        pipeline.push(frames[i]);
    m_clock.advance(600ms);
    gate->open();
    QTRY_COMPARE(pipeline.counters().decoded, quint64(3));
    QCOMPARE(pipeline.counters().droppedLate, quint64(6));
    const Picture picture = nextPicture(pipeline);
    QVERIFY(!picture.isNull());
    QTRY_VERIFY(pipeline.counters().scaled >= 1);
    QCOMPARE(pipeline.counters().decodeErrors, quint64(0));
}

void TstVideoPipeline::boundsABacklogNobodyWorksOff()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    const auto frames = fixtures::clip(VideoCodec::H264);
    const auto gate = Gate::close(pool);
    for (int i = 0; i < 1200; ++i)
        pipeline.push(frames[i % 12]);
    gate->open();
    QTRY_VERIFY(pipeline.counters().decoded + pipeline.counters().droppedLate == 1200);
    QVERIFY(pipeline.counters().decoded <= 50);
    QCOMPARE(pipeline.counters().decodeErrors, quint64(0));
}

void TstVideoPipeline::startsAnewAfterReset()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    pipeline.push(frames[0]);
    QTRY_COMPARE(pipeline.counters().scaled, quint64(1));
    pipeline.reset();
    QVERIFY(pipeline.takePicture().isNull());
    pipeline.push(frames[1]);
    QTRY_COMPARE(pipeline.counters().skipped, quint64(1));
    // Another stream, as when the wall goes from the main to the extra stream.
    pipeline.push(fixtures::clip(VideoCodec::H265)[0]);
    const Picture picture = nextPicture(pipeline);
    QVERIFY(!picture.isNull());
    QCOMPARE(pipeline.counters().codec, VideoCodec::H265);
    QCOMPARE(fixtures::whatIsWrong(picture, 0), QByteArray());
}

void TstVideoPipeline::countsWithoutATarget()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    for (const EncodedFrame &frame : fixtures::clip(VideoCodec::H265))
        pipeline.push(frame);
    QTRY_COMPARE(pipeline.counters().decoded, quint64(12));
    QCOMPARE(pipeline.counters().scaled, quint64(0));
    QVERIFY(pipeline.takePicture().isNull());
}

void TstVideoPipeline::countsDamage()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    auto frames = fixtures::clip(VideoCodec::H264);
    frames[2].payload.truncate(12);
    frames[2].payload.append(QByteArray(200, '\x55'));
    EncodedFrame unknown;
    unknown.kind = EncodedFrame::Kind::Key;
    unknown.payload = "not a picture";
    for (int i = 0; i < 6; ++i)
        pipeline.push(frames[i]);
    pipeline.push(unknown);
    for (int i = 6; i < 12; ++i)
        pipeline.push(frames[i]);
    QTRY_COMPARE(pipeline.counters().framesIn, quint64(13));
    QTRY_VERIFY(pipeline.counters().decoded >= 8);
    QVERIFY(pipeline.counters().decodeErrors >= 2);
}

void TstVideoPipeline::ignoresSound()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    EncodedFrame sound;
    sound.kind = EncodedFrame::Kind::Audio;
    sound.payload = QByteArray(320, '\x55');
    pipeline.push(sound);
    QCOMPARE(pipeline.counters().framesIn, quint64(0));
}

void TstVideoPipeline::isSilentOnceDestroyed()
{
    DecodePool pool(2);
    const auto frames = fixtures::clip(VideoCodec::H264);
    for (int round = 0; round < 50; ++round) {
        std::atomic<bool> ended{false};
        std::atomic<bool> calledAfter{false};
        const auto wakeUp = std::make_shared<WakeUp>([&] { calledAfter = calledAfter || ended; });
        auto pipeline = std::make_unique<VideoPipeline>(pool, m_clock, wakeUp);
        pipeline->setTarget({64, 48});
        for (const EncodedFrame &frame : frames) {
            pipeline->push(frame);
            wakeUp->accept();
        }
        pipeline.reset();
        ended = true;
        // Whatever the worker still had in hand is done when a task behind it is.
        Gate::close(pool)->open();
        QVERIFY(!calledAfter);
        QCOMPARE(wakeUp.use_count(), 1L);
    }
}

void TstVideoPipeline::outlivesItsPool()
{
    auto pool = std::make_unique<DecodePool>(1);
    VideoPipeline pipeline(*pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    const auto frames = fixtures::clip(VideoCodec::H264);
    pipeline.push(frames[0]);
    QTRY_COMPARE(pipeline.counters().decoded, quint64(1));
    pool.reset();
    for (int i = 0; i < 500; ++i)
        pipeline.push(frames[i % 12]);
    QCOMPARE(pipeline.counters().decoded, quint64(1));
    pipeline.reset();
}

void TstVideoPipeline::keepsOrderPerStreamUnderLoad()
{
    constexpr int kStreams = 16;
    DecodePool pool(4);
    const auto frames = fixtures::clip(VideoCodec::H264);
    std::vector<std::unique_ptr<VideoPipeline>> pipelines;
    for (int i = 0; i < kStreams; ++i)
        pipelines.push_back(std::make_unique<VideoPipeline>(pool, m_clock, nullptr));
    for (const EncodedFrame &frame : frames) {
        for (auto &pipeline : pipelines)
            pipeline->push(frame);
    }
    for (auto &pipeline : pipelines) {
        QTRY_COMPARE(pipeline->counters().decoded, quint64(12));
        QCOMPARE(pipeline->counters().decodeErrors, quint64(0)); // out of order would be damage
    }
}

void TstVideoPipeline::survivesPushingLookingAndEndingAtOnce()
{
    constexpr int kRounds = 30;
    DecodePool pool(3);
    const auto frames = fixtures::clip(VideoCodec::H264);
    const auto wakeUp = std::make_shared<WakeUp>([] {});
    quint64 taken = 0;
    for (int round = 0; round < kRounds; ++round) {
        VideoPipeline pipeline(pool, m_clock, wakeUp);
        pipeline.setTarget({40, 30});
        std::atomic<bool> done{false};
        std::thread feeder([&] {
            for (int i = 0; i < 60; ++i)
                pipeline.push(frames[i % 12]);
            done = true;
        });
        std::mt19937 random(static_cast<uint>(round));
        while (!done) {
            wakeUp->accept();
            taken += pipeline.takePicture().isNull() ? 0 : 1;
            switch (random() % 8) {
            case 0:
                pipeline.setTarget(QSize(int(random() % 90), int(random() % 70)));
                break;
            case 1:
                pipeline.setVisible(random() % 2 != 0);
                break;
            case 2:
                pipeline.reset();
                break;
            default:
                QVERIFY(pipeline.counters().framesIn <= 60);
            }
        }
        feeder.join();
    }
    QVERIFY(taken <= quint64(60 * kRounds));
}

void TstVideoPipeline::joinsAStreamInItsMiddleWithoutShowingWhatWas()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48});
    // A group of 80 frames and one sound block: more than a backlog may have.
    auto group = fixtures::clip(VideoCodec::Jpeg);
    const EncodedFrame last = [&group] {
        EncodedFrame frame = group.last();
        frame.kind = EncodedFrame::Kind::Delta;
        return frame;
    }();
    for (int i = 1; group.size() < 80; ++i)
        group.append(group.at(i % 12));
    group.append(last);
    group.removeAt(1);
    for (int i = 1; i < group.size(); ++i)
        group[i].kind = EncodedFrame::Kind::Delta;
    EncodedFrame sound;
    sound.kind = EncodedFrame::Kind::Audio;
    group.insert(3, sound);
    pipeline.prime(group);
    QTRY_COMPARE(pipeline.counters().decoded, quint64(80));
    QTRY_COMPARE(pipeline.counters().scaled, quint64(1));
    const auto counters = pipeline.counters();
    QCOMPARE(counters.framesIn, quint64(0));
    QCOMPARE(counters.droppedLate, quint64(0));
    QVERIFY(!counters.waitingForKey);
    QCOMPARE(fixtures::whatIsWrong(pipeline.takePicture(), 11), QByteArray());
    // What comes next follows without a key frame.
    pipeline.push(last);
    QVERIFY(!nextPicture(pipeline).isNull());

    // Neither the middle of a group nor one that is too long is begun.
    VideoPipeline other(pool, m_clock, nullptr);
    other.setTarget({64, 48});
    other.prime(group.mid(1));
    while (group.size() <= VideoPipeline::kMaxPrimed + 1)
        group.append(last);
    other.prime(group);
    other.push(last);
    QTRY_COMPARE(other.counters().skipped, quint64(1));
    QCOMPARE(other.counters().decoded, quint64(0));
}

void TstVideoPipeline::showsThePartThatIsAskedFor()
{
    DecodePool pool(1);
    VideoPipeline pipeline(pool, m_clock, nullptr);
    pipeline.setTarget({64, 48}, Fit::Stretch);
    pipeline.setCrop({0.5, 0, 0.5, 0.5});
    pipeline.push(fixtures::clip(VideoCodec::H264).first());
    const Picture part = nextPicture(pipeline);
    QCOMPARE(part.crop, QRectF(0.5, 0, 0.5, 0.5));
    for (const QPoint at : {QPoint(8, 8), QPoint(32, 24), QPoint(55, 40)}) {
        const auto p = fixtures::pixel(part, at.x(), at.y());
        QVERIFY2(p.isNear(20, 180, 20), p.text());
    }
    pipeline.setCrop(kWholePicture);
    pipeline.push(fixtures::clip(VideoCodec::H264).first());
    const Picture whole = nextPicture(pipeline);
    QCOMPARE(whole.crop, kWholePicture);
    QCOMPARE(fixtures::whatIsWrong(whole, 0), QByteArray());
}

QTEST_GUILESS_MAIN(TstVideoPipeline)
#include "tst_video_pipeline.moc"
