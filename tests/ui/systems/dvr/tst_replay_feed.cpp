// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/replay_feed.h"

#include "core/media/media_error.h"
#include "tests/core/media/media_fixtures.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using media::EncodedFrame;
using test::ManualClock;

namespace {

constexpr int kFrames = media::fixtures::kClipFrames;

/// Twelve frames 100 ms apart that ended five seconds ago; their grey says which they are. Sound in between.
QList<EncodedFrame> memory(const ManualClock &clock)
{
    QList<EncodedFrame> frames;
    const auto first = clock.monotonic() - 5s - 1100ms;
    int number = 0;
    for (EncodedFrame frame : media::fixtures::clip(media::VideoCodec::H264)) {
        frame.receivedAt = first + number * 100ms;
        frames.append(frame);
        EncodedFrame sound;
        sound.kind = EncodedFrame::Kind::Audio;
        sound.payload = QByteArray(10, 's');
        sound.receivedAt = first + number++ * 100ms + 50ms;
        frames.append(sound);
    }
    frames.removeLast();
    return frames;
}

struct Bench {
    ManualClock clock;
    media::DecodePool pool{1};
    ReplayFeed feed{memory(clock), pool, clock, nullptr};

    Bench() { feed.setTarget(QSize(64, 48)); }
    media::Picture picture()
    {
        media::Picture taken;
        (void)QTest::qWaitFor([&] { return !(taken = feed.takePicture()).isNull(); });
        return taken;
    }
    int shown() { return int(picture().number) - 1; }
};

} // namespace

class TestReplayFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsAtItsFirstFrame()
    {
        Bench bench;
        QCOMPARE(bench.feed.position(), 0ms);
        QCOMPARE(bench.feed.duration(), 1100ms);
        QVERIFY(!bench.feed.isPlaying());
        const media::Picture picture = bench.picture();
        QCOMPARE(media::fixtures::whatIsWrong(picture, 0), QByteArray());
        QCOMPARE(picture.size, QSize(64, 48));
    }

    void playsInTime_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("passed"); // ms
        QTest::addColumn<int>("frame");
        QTest::newRow("just begun") << 1.0 << 99 << 0;
        QTest::newRow("one frame") << 1.0 << 100 << 1;
        QTest::newRow("some") << 1.0 << 550 << 5;
        QTest::newRow("twice as fast") << 2.0 << 250 << 5;
        QTest::newRow("half as fast") << 0.5 << 999 << 4;
    }
    void playsInTime()
    {
        QFETCH(double, speed);
        QFETCH(int, passed);
        QFETCH(int, frame);
        Bench bench;
        QCOMPARE(bench.shown(), 0);
        bench.feed.setSpeed(speed);
        const QSignalSpy moved(&bench.feed, &ReplayFeed::positionChanged);
        bench.feed.play();
        bench.clock.advance(std::chrono::milliseconds(passed));
        QCOMPARE(moved.size(), frame);
        QCOMPARE(bench.feed.position(), std::chrono::milliseconds(int(passed * speed)));
        if (frame > 0) {
            QTRY_COMPARE(bench.feed.figures().size, QSize(128, 96));
            media::Picture newest;
            QTRY_COMPARE((newest =
                              [&] {
                                  media::Picture next = bench.feed.takePicture();
                                  return next.isNull() ? newest : next;
                              }())
                             .number,
                         quint64(frame + 1));
        }
    }

    void endsAtItsLastFrameAndBeginsAnew()
    {
        Bench bench;
        const QSignalSpy ended(&bench.feed, &ReplayFeed::ended);
        const QSignalSpy playing(&bench.feed, &ReplayFeed::playingChanged);
        bench.feed.play();
        bench.clock.advance(1099ms);
        QCOMPARE(ended.size(), 0);
        bench.clock.advance(1ms);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!bench.feed.isPlaying());
        QCOMPARE(playing.size(), 2);
        QCOMPARE(bench.feed.position(), 1100ms);
        bench.clock.advance(10s);
        QCOMPARE(ended.size(), 1);
        bench.feed.play();
        QCOMPARE(bench.feed.position(), 0ms);
        bench.clock.advance(100ms);
        QCOMPARE(bench.feed.position(), 100ms);
    }

    void standsStillWhilePaused()
    {
        Bench bench;
        bench.feed.play();
        bench.clock.advance(320ms);
        bench.feed.pause();
        // At the frame that is shown, not between two.
        QCOMPARE(bench.feed.position(), 300ms);
        bench.clock.advance(10s);
        QCOMPARE(bench.feed.position(), 300ms);
        bench.feed.play();
        bench.clock.advance(100ms);
        QCOMPARE(bench.feed.position(), 400ms);
    }

    void seeks_data()
    {
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("frame");
        QTest::newRow("into the first group") << 250 << 2;
        QTest::newRow("into the second group") << 700 << 7;
        QTest::newRow("the end") << 1100 << 11;
        QTest::newRow("beyond it") << 1'000'000 << 11;
        QTest::newRow("just before it") << 1099 << 10;
        QTest::newRow("before the beginning") << -5 << 0;
    }
    void seeks()
    {
        QFETCH(int, to);
        QFETCH(int, frame);
        Bench bench;
        bench.feed.seek(600ms);
        bench.feed.seek(std::chrono::milliseconds(to));
        QCOMPARE(bench.feed.position(), frame * 100ms);
        media::Picture newest;
        QTRY_COMPARE((newest =
                          [&] {
                              media::Picture next = bench.feed.takePicture();
                              return next.isNull() ? newest : next;
                          }())
                         .number,
                     quint64(frame + 1));
        QCOMPARE(media::fixtures::whatIsWrong(newest, frame), QByteArray());
    }

    void goesOnFromWhereItWasSoughtWhilePlaying()
    {
        Bench bench;
        bench.feed.play();
        bench.clock.advance(200ms);
        bench.feed.seek(850ms);
        QVERIFY(bench.feed.isPlaying());
        QCOMPARE(bench.feed.position(), 850ms);
        bench.clock.advance(50ms);
        QCOMPARE(bench.feed.position(), 900ms);
        bench.feed.seek(0ms);
        bench.clock.advance(100ms);
        QCOMPARE(bench.feed.position(), 100ms);
    }

    void keepsItsPlaceWhenTheSpeedChanges()
    {
        Bench bench;
        bench.feed.play();
        bench.clock.advance(300ms);
        bench.feed.setSpeed(2);
        QCOMPARE(bench.feed.position(), 300ms);
        bench.clock.advance(100ms);
        QCOMPARE(bench.feed.position(), 500ms);
        bench.feed.setSpeed(1000);
        QCOMPARE(bench.feed.speed(), ReplayFeed::kFastest);
        bench.feed.setSpeed(qQNaN());
        QCOMPARE(bench.feed.speed(), ReplayFeed::kSlowest);
    }

    void stepsFrameByFrame()
    {
        Bench bench;
        bench.feed.play();
        bench.clock.advance(320ms);
        bench.feed.step(1);
        QVERIFY(!bench.feed.isPlaying());
        QCOMPARE(bench.feed.position(), 400ms);
        bench.feed.step(-2);
        QCOMPARE(bench.feed.position(), 200ms);
        bench.feed.step(-100);
        QCOMPARE(bench.feed.position(), 0ms);
        bench.feed.step(std::numeric_limits<int>::max());
        QCOMPARE(bench.feed.position(), 1100ms);
    }

    void saysWhenTheFrameWasReceived()
    {
        Bench bench;
        QCOMPARE(bench.feed.frameTime(), bench.clock.now().addMSecs(-6100));
        bench.feed.seek(1100ms);
        QCOMPARE(bench.feed.frameTime(), bench.clock.now().addMSecs(-5000));
        // Of the frame, not of the replay: time passing changes nothing.
        const QDateTime before = bench.feed.frameTime();
        bench.clock.advance(10s);
        QCOMPARE(bench.feed.frameTime(), before);
    }

    void makesThePictureAnewWhileItStandsStill()
    {
        Bench bench;
        QCOMPARE(bench.picture().size, QSize(64, 48));
        bench.feed.setTarget(QSize(32, 24));
        QCOMPARE(bench.picture().size, QSize(32, 24));
        bench.feed.setCrop(QRectF(0, 0, 0.5, 0.5));
        QCOMPARE(bench.picture().crop, QRectF(0, 0, 0.5, 0.5));
    }

    void givesTheFramesOfASpan_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("first"); // ms
        QTest::addColumn<int>("count");
        QTest::newRow("all") << 0 << 1100 << 0 << 2 * kFrames - 1;
        QTest::newRow("the second group") << 600 << 1100 << 600 << kFrames - 1;
        QTest::newRow("from within a group") << 750 << 900 << 600 << 7;
        QTest::newRow("one frame") << 0 << 0 << 0 << 1;
        QTest::newRow("inside out") << 500 << 400 << 0 << 0;
    }
    void givesTheFramesOfASpan()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, first);
        QFETCH(int, count);
        Bench bench;
        const auto begin = bench.feed.frames().first().receivedAt;
        const auto span = bench.feed.frames(std::chrono::milliseconds(from), std::chrono::milliseconds(to));
        QCOMPARE(span.size(), count);
        if (count > 0) {
            QVERIFY(span.first().kind == EncodedFrame::Kind::Key);
            QCOMPARE(span.first().receivedAt, begin + std::chrono::milliseconds(first));
        }
    }

    void savesWhatItHas()
    {
        Bench bench;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("replay.mp4"));
        auto saved = saveReplay(bench.feed.frames(), path);
        QTRY_VERIFY(saved.isFinished());
        const auto summary = saved.result();
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().detail()));
        QCOMPARE(summary->videoFrames, kFrames);
        QCOMPARE(summary->path, path);
    }

    void hasNothingToShowWithoutFrames()
    {
        ManualClock clock;
        media::DecodePool pool(1);
        ReplayFeed feed({}, pool, clock, nullptr);
        QVERIFY(feed.isEmpty());
        QCOMPARE(feed.duration(), 0ms);
        QCOMPARE(feed.position(), 0ms);
        QVERIFY(!feed.frameTime().isValid());
        feed.play();
        QVERIFY(!feed.isPlaying());
        feed.seek(5s);
        feed.step(1);
        clock.advance(1s);
        QVERIFY(feed.takePicture().isNull());
        QVERIFY(feed.frames(0ms, 1s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReplayFeed)
#include "tst_replay_feed.moc"
