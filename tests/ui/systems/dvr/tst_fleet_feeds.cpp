// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds, recordings, sound and snapshots of a simulated recorder, over real sockets on loopback.
#include "ui/systems/dvr/fleet_feeds.h"

#include "app/simulator/systems/dvr/dvr_simulator.h"
#include "core/systems/dvr/dvr_fleet.h"
#include "core/transport/tcp_link_factory.h"
#include "ui/systems/dvr/replay_feed.h"
#include "ui/systems/dvr/snapshot.h"
#include "ui/systems/dvr/tile_recordings.h"
#include "ui/systems/dvr/tile_sound.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20000;

struct Bench {
    base::SystemClock clock;
    std::unique_ptr<sim::DvrSimulator> dvr;
    DvrFleet fleet{clock,
                   [this] {
                       return std::make_unique<transport::TcpLinkFactory>(QStringLiteral("dvr"), clock,
                                                                          transport::TcpLimits(), nullptr);
                   },
                   5};
    media::DecodePool pool{2};
    FleetFeeds feeds{fleet, pool, clock};
    ChannelRef channel{QStringLiteral("north"), 0};

    void open()
    {
        sim::DvrOptions options;
        options.port = 0;
        options.channels = 2;
        options.clipClass = QStringLiteral("d1");
        auto made = sim::DvrSimulator::make(options, clock);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail()));
        dvr = std::move(*made);
        const auto port = dvr->listen();
        QVERIFY(port);
        DeviceSettings device;
        device.id = channel.deviceId;
        device.endpoint = {QStringLiteral("127.0.0.1"), *port};
        device.userName = QStringLiteral("admin");
        fleet.setDevices({device});
    }
    std::unique_ptr<TileFeed> feed()
    {
        auto made = feeds.openFeed(channel, StreamKind::Sub, std::make_shared<media::WakeUp>([] {}));
        made->setTarget(QSize(88, 72));
        return made;
    }
};

bool waitForPicture(TileFeed &feed, media::Picture *picture = nullptr)
{
    media::Picture taken;
    const bool came = QTest::qWaitFor([&] { return !(taken = feed.takePicture()).isNull(); }, kPatience);
    if (picture)
        *picture = taken;
    return came;
}

} // namespace

class TestFleetFeeds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoTilesOfOneChannelAreOneStream()
    {
        Bench bench;
        bench.open();
        const auto first = bench.feed();
        QVERIFY(waitForPicture(*first));
        auto second = bench.feed();
        QSignalSpy status(second.get(), &TileFeed::statusChanged);
        media::Picture picture;
        QVERIFY(waitForPicture(*second, &picture));
        QCOMPARE(picture.size, QSize(88, 72));
        QCOMPARE(bench.dvr->streamCount(), 1);
        QVERIFY(!status.isEmpty());
        QCOMPARE(status.first().first().value<LiveStatus>().state, LiveStatus::State::Live);
        second.reset();
        QVERIFY(waitForPicture(*first));
        QCOMPARE(bench.feeds.hub().openStreams(), 1);
    }

    void figuresSayWhatTheReplayHolds()
    {
        Bench bench;
        bench.open();
        const auto feed = bench.feed();
        QTRY_VERIFY_WITH_TIMEOUT(feed->figures().replaySpan > 1s, kPatience);
        const FeedFigures figures = feed->figures();
        QVERIFY(figures.replayBytes > 1000 && figures.replayBytes <= LiveHub::kSubReplayBytes);
        QCOMPARE(figures.size, QSize(352, 288));
        QCOMPARE(figures.replayBytes <= feed->replay()->bytes(), true);
    }

    void aTileSeenAgainShowsItsPictureAtOnce()
    {
        Bench bench;
        bench.open();
        const auto watched = bench.feed();
        const auto hidden = bench.feed();
        QVERIFY(waitForPicture(*watched));
        hidden->setVisible(false);
        (void)hidden->takePicture();
        hidden->setVisible(true);
        QVERIFY(waitForPicture(*hidden));
        QCOMPARE(hidden->figures().decodeErrors, quint64(0));
    }

    void showsThePartThatIsAskedFor()
    {
        Bench bench;
        bench.open();
        const auto feed = bench.feed();
        QVERIFY(waitForPicture(*feed));
        feed->setCrop(QRectF(0.25, 0.25, 0.5, 0.5));
        // One more may have been on its way.
        media::Picture picture;
        for (int i = 0; i < 3 && picture.crop == media::kWholePicture; ++i)
            QVERIFY(waitForPicture(*feed, &picture));
        QCOMPARE(picture.crop, QRectF(0.25, 0.25, 0.5, 0.5));
    }

    void aRecordingOutlivesAReconnect()
    {
        Bench bench;
        bench.open();
        const QTemporaryDir folder;
        TileRecordings recordings(bench.feeds.hub());
        QSignalSpy finished(&recordings, &TileRecordings::finished);
        const auto feed = bench.feed();
        recordings.start(bench.channel, StreamKind::Sub, folder.filePath(QStringLiteral("gate.mkv")));
        QTRY_VERIFY_WITH_TIMEOUT(recordings.progress(bench.channel).videoFrames > 10, kPatience);
        QCOMPARE(bench.dvr->streamCount(), 1);
        bench.dvr->dropConnections();
        QTRY_COMPARE_WITH_TIMEOUT(bench.dvr->streamCount(), 0, kPatience);
        const qint64 before = recordings.progress(bench.channel).videoFrames;
        QTRY_VERIFY_WITH_TIMEOUT(recordings.progress(bench.channel).videoFrames > before + 10, kPatience);
        recordings.stop(bench.channel);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), kPatience);
        const auto summary = finished.first().at(1).value<media::ClipSummary>();
        QVERIFY(summary.videoFrames > before + 10);
        QVERIFY(summary.audioFrames > 0);
        QCOMPARE(summary.furtherPaths, QStringList());
        QCOMPARE(summary.size, QSize(352, 288));
        QCOMPARE(bench.feeds.hub().openStreams(), 1); // the tile's
    }

    void replaysAndSavesWhatWasKept()
    {
        Bench bench;
        bench.open();
        const auto feed = bench.feed();
        QTRY_VERIFY_WITH_TIMEOUT(feed->figures().replaySpan > 1s, kPatience);
        ReplayFeed replay(feed->replay()->snapshot(), bench.pool, bench.clock, nullptr);
        replay.setTarget(QSize(88, 72));
        replay.seek(replay.duration());
        QTRY_COMPARE_WITH_TIMEOUT(replay.position(), replay.duration(), kPatience);
        media::Picture picture;
        QVERIFY(waitForPicture(replay, &picture));
        QVERIFY(qAbs(replay.frameTime().secsTo(bench.clock.now())) < 10);
        const QTemporaryDir folder;
        auto saved = saveReplay(replay.frames(), folder.filePath(QStringLiteral("replay.mkv")));
        QTRY_VERIFY_WITH_TIMEOUT(saved.isFinished(), kPatience);
        QVERIFY(saved.result());
        QVERIFY(saved.result()->videoFrames > 20);
    }

    void takesASnapshotAtTheStreamsFullSize()
    {
        Bench bench;
        bench.open();
        const auto feed = bench.feed();
        QVERIFY(waitForPicture(*feed));
        const QTemporaryDir folder;
        auto written =
            saveSnapshot(feed->replay()->sinceNewestKey(), folder.filePath(QStringLiteral("gate.png")));
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), kPatience);
        QVERIFY(written.result());
        QCOMPARE(QImage(*written.result()).size(), QSize(352, 288));
    }

    void soundUsesTheTilesStream()
    {
        class SilentOutput final : public SoundOutput
        {
        public:
            bool start(int, QIODevice *) override { return true; }
            void stop() override {}
            void setVolume(double) override {}
        };
        Bench bench;
        bench.open();
        const auto feed = bench.feed();
        QVERIFY(waitForPicture(*feed));
        TileSound sound(bench.feeds.hub(), bench.clock, [] { return std::make_unique<SilentOutput>(); });
        sound.play(bench.channel, StreamKind::Sub);
        QTRY_COMPARE_WITH_TIMEOUT(sound.state(), TileSound::State::Playing, kPatience);
        QCOMPARE(bench.dvr->streamCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFleetFeeds)
#include "tst_fleet_feeds.moc"
