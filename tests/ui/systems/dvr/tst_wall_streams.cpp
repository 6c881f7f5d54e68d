// SPDX-License-Identifier: GPL-3.0-or-later
// Which stream a tile has, and how it changes: with pictures that the test makes.
#include "core/systems/dvr/dvr_error.h"
#include "tests/support/manual_clock.h"
#include "tests/ui/systems/dvr/made_up_feeds.h"
#include "ui/systems/dvr/wall.h"

#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

const QString kNorth = QStringLiteral("north");
constexpr QSize kSmallBox(320, 180);
constexpr QSize kLargeBox(1280, 720);
constexpr QSize kSubPicture(352, 288);
constexpr QSize kMainPicture(1920, 1080);

struct Bench {
    test::ManualClock clock;
    test::MadeUpFeeds feeds;
    Wall wall{feeds, clock, 4};

    Bench()
    {
        for (int i = 0; i < Wall::kMaximumTiles; ++i)
            wall.setPlace(i, kSmallBox, kSmallBox);
    }
    void assignAll()
    {
        for (int i = 0; i < wall.tileCount(); ++i)
            wall.assign(i, {kNorth, i});
    }
    test::MadeUpFeed *sub(int channel) { return feeds.feed(kNorth, channel, StreamKind::Sub); }
    test::MadeUpFeed *main(int channel) { return feeds.feed(kNorth, channel, StreamKind::Main); }
    void showSub(int channel, QRgb color) { sub(channel)->show(color, clock.monotonic(), kSubPicture); }
    void showMain(int channel, QRgb color) { main(channel)->show(color, clock.monotonic(), kMainPicture); }
    QRgb color(int tile) const
    {
        const media::Picture &picture = wall.tile(tile).picture;
        return picture.isNull() ? 0 : *reinterpret_cast<const QRgb *>(picture.pixels.get());
    }
    /// As the view does it.
    void enlarge(int tile)
    {
        wall.enlarge(tile);
        wall.setPlace(tile, kLargeBox, kLargeBox);
    }
    void restore(int tile)
    {
        wall.restore();
        wall.setPlace(tile, kSmallBox, kSmallBox);
    }
};

const QRgb kRed = qRgb(200, 0, 0);
const QRgb kGreen = qRgb(0, 200, 0);
const QRgb kBlue = qRgb(0, 0, 200);

} // namespace

class TestWallStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStreamFollowsTheTileWithHysteresis_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("hasMain");
        QTest::addColumn<bool>("wantsMain");
        QTest::newRow("tiny") << 90 << false << false;
        QTest::newRow("small picture fills it") << 288 << false << false;
        QTest::newRow("between, has small") << 400 << false << false;
        QTest::newRow("between, has main") << 400 << true << true;
        QTest::newRow("at the upper edge") << 432 << false << true;
        QTest::newRow("just below it") << 431 << false << false;
        QTest::newRow("at the lower edge") << 346 << true << true;
        QTest::newRow("just below it, has main") << 345 << true << false;
        QTest::newRow("large") << 1000 << false << true;
    }
    void theStreamFollowsTheTileWithHysteresis()
    {
        QFETCH(int, height);
        QFETCH(bool, hasMain);
        QFETCH(bool, wantsMain);
        const StreamKind has = hasMain ? StreamKind::Main : StreamKind::Sub;
        const StreamKind wanted = wantsMain ? StreamKind::Main : StreamKind::Sub;
        QCOMPARE(chooseStream(StreamPin::Automatic, QSize(700, height), &has, kSubPicture), wanted);
        QCOMPARE(chooseStream(StreamPin::Main, QSize(700, height), &has, kSubPicture), StreamKind::Main);
        QCOMPARE(chooseStream(StreamPin::Sub, QSize(700, height), &has, kSubPicture), StreamKind::Sub);
    }

    void anEnlargedTileKeepsItsPictureUntilTheMainStreamHasOne()
    {
        Bench bench;
        bench.assignAll();
        QVERIFY(bench.sub(1));
        QVERIFY(!bench.main(1));
        bench.showSub(1, kRed);
        bench.wall.collect();
        bench.enlarge(1);
        QVERIFY(bench.main(1));
        // No black gap: the small stream is still painted, also newer pictures of it.
        QCOMPARE(bench.color(1), kRed);
        bench.showSub(1, kGreen);
        QCOMPARE(bench.wall.collect(), QList<int>{1});
        QCOMPARE(bench.color(1), kGreen);
        bench.showMain(1, kBlue);
        QCOMPARE(bench.wall.collect(), QList<int>{1});
        QCOMPARE(bench.color(1), kBlue);
        QCOMPARE(bench.wall.tile(1).live.stream, StreamKind::Main);
        QCOMPARE(bench.wall.tile(1).state.kind, Kind::Live);
        // The small one stays open for the way back, but is not decoded.
        QVERIFY(bench.sub(1));
        QVERIFY(!bench.sub(1)->isVisible());
        QVERIFY(bench.main(1)->isVisible());
    }

    void theWayBackHasNoGapEither()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(1, kRed);
        bench.wall.collect();
        bench.enlarge(1);
        bench.showMain(1, kBlue);
        bench.wall.collect();
        const int opened = bench.feeds.opened;
        bench.restore(1);
        QCOMPARE(bench.feeds.opened, opened);
        QVERIFY(bench.sub(1)->isVisible());
        QCOMPARE(bench.color(1), kBlue);
        bench.showSub(1, kGreen);
        bench.wall.collect();
        QCOMPARE(bench.color(1), kGreen);
        QVERIFY(!bench.main(1));
        QCOMPARE(bench.wall.tile(1).live.stream, StreamKind::Sub);
    }

    void aChangeOfMindBeforeTheFirstPictureClosesTheComingStream()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(1, kRed);
        bench.wall.collect();
        bench.enlarge(1);
        QVERIFY(bench.main(1));
        bench.restore(1);
        QVERIFY(!bench.main(1));
        bench.showSub(1, kGreen);
        bench.wall.collect();
        QCOMPARE(bench.color(1), kGreen);
    }

    void aMainStreamThatIsRefusedLeavesTheSmallOneThere()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(1, kRed);
        bench.wall.collect();
        bench.enlarge(1);
        bench.main(1)->tell(LiveStatus::State::Offline, bench.clock.now(),
                            base::Error(DvrError::Refused, QStringLiteral("no")));
        bench.showSub(1, kGreen);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(1).state.kind, Kind::Live);
        QCOMPARE(bench.color(1), kGreen);
    }

    void aDeviceWithoutASmallStreamGivesTheMainOne()
    {
        Bench bench;
        bench.assignAll();
        bench.sub(2)->tell(LiveStatus::State::Offline, bench.clock.now(),
                           base::Error(DvrError::NotSupported, QStringLiteral("no")));
        QVERIFY(bench.main(2));
        bench.main(2)->tell(LiveStatus::State::Live, bench.clock.now());
        bench.showMain(2, kBlue);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(2).state.kind, Kind::Live);
        QCOMPARE(bench.color(2), kBlue);
    }

    void aWrongPasswordIsNoReasonToTryTheOtherStream()
    {
        Bench bench;
        bench.assignAll();
        bench.sub(2)->tell(LiveStatus::State::Offline, bench.clock.now(),
                           base::Error(DvrError::WrongPassword, QStringLiteral("no")));
        QVERIFY(!bench.main(2));
    }

    void aPinWinsOverTheSize()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(0, kRed);
        bench.wall.collect();
        bench.wall.setPin(0, StreamPin::Main);
        QVERIFY(bench.main(0));
        bench.showMain(0, kBlue);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(0).live.stream, StreamKind::Main);
        bench.wall.setPin(0, StreamPin::Automatic);
        bench.showSub(0, kGreen);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(0).live.stream, StreamKind::Sub);
        bench.wall.setGeneralPin(StreamPin::Main);
        for (int i = 0; i < 4; ++i)
            QVERIFY(bench.main(i));
    }

    void tilesBehindAnEnlargedOneAreNotDecodedAndDoNotTurnStaleForThat()
    {
        Bench bench;
        bench.assignAll();
        for (int i = 0; i < 4; ++i)
            bench.showSub(i, kRed);
        bench.wall.collect();
        bench.enlarge(0);
        for (int i = 1; i < 4; ++i)
            QVERIFY(!bench.sub(i)->isVisible());
        bench.clock.advance(60s);
        QCOMPARE(bench.wall.tile(2).state.kind, Kind::Live);
        bench.restore(0);
        QVERIFY(bench.sub(2)->isVisible());
        // Its old picture may stand a second, not longer.
        bench.clock.advance(999ms);
        QCOMPARE(bench.wall.tile(2).state.kind, Kind::Live);
        bench.clock.advance(2ms);
        QCOMPARE(bench.wall.tile(2).state.kind, Kind::Stale);
        bench.showSub(2, kGreen);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(2).state.kind, Kind::Live);
    }

    void tilesChangePlacesWithAllTheyHave()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(0, kRed);
        bench.showSub(3, kBlue);
        bench.wall.collect();
        bench.wall.setPin(3, StreamPin::Sub);
        const int opened = bench.feeds.opened;
        bench.wall.swap(0, 3);
        QCOMPARE(bench.feeds.opened, opened);
        QCOMPARE(bench.wall.tile(0).channel, (ChannelRef{kNorth, 3}));
        QCOMPARE(bench.wall.tile(0).pin, StreamPin::Sub);
        QCOMPARE(bench.color(0), kBlue);
        QCOMPARE(bench.color(3), kRed);
        // What the streams tell arrives where they are now.
        bench.sub(3)->tell(LiveStatus::State::Offline, bench.clock.now());
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Offline);
        QCOMPARE(bench.wall.tile(3).state.kind, Kind::Live);
    }

    void anotherViewKeepsWhatBothHave()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(1, kRed);
        bench.wall.collect();
        const int opened = bench.feeds.opened;
        bench.wall.showAll(4, {{{kNorth, 7}, StreamPin::Automatic}, {{kNorth, 1}, StreamPin::Automatic}, {}});
        QCOMPARE(bench.feeds.opened, opened + 1);
        QCOMPARE(bench.wall.tile(1).channel, (ChannelRef{kNorth, 1}));
        QCOMPARE(bench.color(1), kRed);
        QVERIFY(!bench.sub(0));
        QVERIFY(!bench.sub(2));
        QVERIFY(bench.wall.tile(2).channel.isNull());
        QVERIFY(bench.wall.tile(3).channel.isNull());
        QCOMPARE(bench.wall.assignments().size(), 4);
    }

    void whatIsPreparedIsConnectedButNotDecoded()
    {
        Bench bench;
        bench.assignAll();
        const QList<Wall::Assignment> next{{{kNorth, 8}, StreamPin::Automatic},
                                           {{kNorth, 0}, StreamPin::Automatic}};
        bench.wall.prepare(4, next);
        QVERIFY(bench.sub(8));
        QVERIFY(!bench.sub(8)->isVisible());
        bench.sub(8)->tell(LiveStatus::State::Live, bench.clock.now());
        const int opened = bench.feeds.opened;
        bench.wall.showAll(4, next);
        QCOMPARE(bench.feeds.opened, opened);
        QVERIFY(bench.sub(8)->isVisible());
        bench.wall.prepare(4, {{{kNorth, 9}, StreamPin::Automatic}});
        QVERIFY(bench.sub(9));
        bench.wall.prepare(1, {});
        QVERIFY(!bench.sub(9));
    }

    void digitalZoomStaysInsideThePicture()
    {
        Bench bench;
        bench.assignAll();
        bench.wall.setCrop(0, QRectF(0.8, 0.9, 0.5, 0.5));
        QCOMPARE(bench.wall.tile(0).crop, QRectF(0.5, 0.5, 0.5, 0.5));
        QCOMPARE(bench.sub(0)->crop(), QRectF(0.5, 0.5, 0.5, 0.5));
        QVERIFY(bench.wall.tile(0).isZoomed());
        // The stream that takes over shows the same part.
        bench.showSub(0, kRed);
        bench.wall.collect();
        bench.enlarge(0);
        QCOMPARE(bench.main(0)->crop(), QRectF(0.5, 0.5, 0.5, 0.5));
        bench.wall.setCrop(0, QRectF(0, 0, 5, 5));
        QVERIFY(!bench.wall.tile(0).isZoomed());
    }

    void aReplayIsShownInsteadOfTheLiveStreamWhichStaysOpen()
    {
        Bench bench;
        bench.assignAll();
        bench.showSub(0, kRed);
        bench.wall.collect();
        auto wakeUp = std::make_shared<media::WakeUp>([] {});
        auto made = std::make_unique<test::MadeUpFeed>(ChannelRef{kNorth, 0}, wakeUp);
        test::MadeUpFeed *replay = made.get();
        QSignalSpy changed(&bench.wall, &Wall::replayChanged);
        bench.wall.startReplay(0, std::move(made));
        QCOMPARE(changed.size(), 1);
        QVERIFY(!bench.sub(0)->isVisible());
        QCOMPARE(replay->target(), kSmallBox);
        replay->show(kBlue, bench.clock.monotonic());
        QCOMPARE(bench.wall.collect(), QList<int>{0});
        QCOMPARE(bench.color(0), kBlue);
        bench.clock.advance(10s);
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Live);
        bench.wall.endReplay(0);
        QVERIFY(bench.sub(0)->isVisible());
        QCOMPARE(bench.color(0), kRed); // what was live before it, for a moment
        bench.clock.advance(1001ms);
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Stale);
    }

    void aReplayEndsWithTheChannelOfItsTile_data()
    {
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("cleared") << false;
        QTest::newRow("another channel") << true;
    }
    void aReplayEndsWithTheChannelOfItsTile()
    {
        QFETCH(bool, isReplaced);
        Bench bench;
        bench.assignAll();
        auto wakeUp = std::make_shared<media::WakeUp>([] {});
        bench.wall.startReplay(0, std::make_unique<test::MadeUpFeed>(ChannelRef{kNorth, 0}, wakeUp));
        QSignalSpy changed(&bench.wall, &Wall::replayChanged);
        if (isReplaced)
            bench.wall.assign(0, {kNorth, 9});
        else
            bench.wall.clear(0);
        QVERIFY(!bench.wall.tile(0).replay);
        QCOMPARE(changed.size(), 1);
        if (isReplaced)
            QVERIFY(bench.sub(9)->isVisible());
    }

    void aViewOfAnotherLayoutOpensTheStreamsOfItsOwnTiles()
    {
        Bench bench;
        bench.wall.setTileCount(1);
        bench.wall.setPlace(0, kLargeBox, kLargeBox);
        // As the view does it.
        QObject::connect(&bench.wall, &Wall::tileCountChanged, &bench.wall, [&bench](int count) {
            const QSize box = count == 1 ? kLargeBox : kSmallBox;
            for (int i = 0; i < count; ++i)
                bench.wall.setPlace(i, box, box);
        });
        bench.wall.showAll(4, {{{kNorth, 0}, StreamPin::Automatic}, {{kNorth, 1}, StreamPin::Automatic}});
        QVERIFY(bench.sub(0) && bench.sub(1));
        QCOMPARE(bench.feeds.opened, 2);
        bench.wall.showAll(1, {{{kNorth, 7}, StreamPin::Automatic}});
        QVERIFY(bench.main(7));
        QCOMPARE(bench.feeds.opened, 3);
    }

    void theSelectionMovesAnEnlargement()
    {
        Bench bench;
        bench.assignAll();
        bench.enlarge(0);
        QSignalSpy enlarged(&bench.wall, &Wall::enlargedChanged);
        bench.wall.select(2);
        QCOMPARE(bench.wall.enlarged(), 2);
        QCOMPARE(enlarged.size(), 1);
        QVERIFY(bench.sub(2)->isVisible());
        QVERIFY(!bench.sub(0)->isVisible());
        bench.wall.setTileCount(9);
        QCOMPARE(bench.wall.enlarged(), -1);
    }
};

QTEST_GUILESS_MAIN(TestWallStreams)
#include "tst_wall_streams.moc"
