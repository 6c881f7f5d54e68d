// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/ui/systems/dvr/made_up_feeds.h"
#include "ui/systems/dvr/wall.h"
#include "ui/systems/dvr/wall_statistics.h"

#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;

namespace {

const QString kNorth = QStringLiteral("north");

struct Bench {
    test::ManualClock clock;
    test::MadeUpFeeds feeds;
    Wall wall{feeds, clock, 4};

    test::MadeUpFeed &open(int tile, int channel)
    {
        wall.setPlace(tile, QSize(40, 30), QSize(40, 30));
        wall.assign(tile, {kNorth, channel});
        return *feeds.feed(kNorth, channel);
    }
};

} // namespace

class TestWall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureMakesATileLiveAndThreeSecondsWithoutMakeItStale()
    {
        Bench bench;
        test::MadeUpFeed &gate = bench.open(0, 0);
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Opening);
        QSignalSpy ready(&bench.wall, &Wall::picturesReady);
        gate.show(qRgb(1, 2, 3), bench.clock.monotonic());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(bench.wall.collect(), QList<int>{0});
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Live);
        bench.clock.advance(2999ms);
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Live);
        bench.clock.advance(1ms);
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Stale);
        QVERIFY(!bench.wall.tile(0).picture.isNull());
    }

    void manyPicturesAreOneCall()
    {
        Bench bench;
        QSignalSpy ready(&bench.wall, &Wall::picturesReady);
        for (int i = 0; i < 4; ++i)
            bench.open(i, i).show(qRgb(i, 0, 0), bench.clock.monotonic());
        for (int i = 0; i < 4; ++i)
            bench.feeds.feed(kNorth, i)->show(qRgb(i, 9, 9), bench.clock.monotonic());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(bench.wall.collect().size(), 4);
        QCOMPARE(bench.wall.collect().size(), 0);
        bench.feeds.feed(kNorth, 2)->show(qRgb(0, 0, 1), bench.clock.monotonic());
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(bench.wall.collect(), QList<int>{2});
    }

    void anOutageTakesThePictureAway()
    {
        Bench bench;
        test::MadeUpFeed &gate = bench.open(0, 0);
        gate.show(qRgb(1, 2, 3), bench.clock.monotonic());
        bench.wall.collect();
        gate.tell(LiveStatus::State::Offline, bench.clock.now(),
                  base::Error(base::CommonError::Timeout, QString()));
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Offline);
        QVERIFY(bench.wall.tile(0).picture.isNull());
        gate.show(qRgb(4, 5, 6), bench.clock.monotonic());
        QVERIFY(bench.wall.collect().isEmpty());
        QVERIFY(bench.wall.tile(0).picture.isNull());
    }

    void theSameChannelAgainChangesNothing()
    {
        Bench bench;
        bench.open(0, 7);
        bench.wall.assign(0, {kNorth, 7});
        QCOMPARE(bench.feeds.opened, 1);
        bench.wall.assign(0, {kNorth, 8});
        QCOMPARE(bench.feeds.opened, 2);
        QVERIFY(!bench.feeds.feed(kNorth, 7));
    }

    void clearingClosesTheStream()
    {
        Bench bench;
        QSignalSpy changed(&bench.wall, &Wall::channelsChanged);
        bench.open(1, 3);
        bench.wall.clear(1);
        QVERIFY(!bench.feeds.feed(kNorth, 3));
        QCOMPARE(bench.wall.tile(1).state.kind, Kind::Empty);
        QCOMPARE(changed.size(), 2);
        bench.wall.clear(1);
        QCOMPARE(changed.size(), 2);
    }

    void aDeviceFillsTilesAsFarAsTheyGo()
    {
        Bench bench;
        QList<ChannelRef> channels;
        for (int i = 0; i < 16; ++i)
            channels.append({kNorth, i});
        bench.wall.assignFrom(2, channels);
        QCOMPARE(bench.wall.find({kNorth, 0}), 2);
        QCOMPARE(bench.wall.find({kNorth, 1}), 3);
        QCOMPARE(bench.wall.find({kNorth, 2}), -1);
        QCOMPARE(bench.feeds.opened, 2);
    }

    void tilesBeyondTheLayoutAreNotDecoded()
    {
        Bench bench;
        for (int i = 0; i < 4; ++i)
            bench.open(i, i);
        bench.wall.select(3);
        bench.wall.setTileCount(1);
        QVERIFY(bench.feeds.feed(kNorth, 0)->isVisible());
        QVERIFY(!bench.feeds.feed(kNorth, 1)->isVisible());
        QCOMPARE(bench.wall.selected(), 0);
        bench.wall.setTileCount(4);
        QVERIFY(bench.feeds.feed(kNorth, 3)->isVisible());
        bench.wall.setShown(false);
        QVERIFY(!bench.feeds.feed(kNorth, 0)->isVisible());
    }

    void ratesAreCountedOverTheLastSeconds()
    {
        Bench bench;
        test::MadeUpFeed &gate = bench.open(0, 0);
        for (int second = 0; second < 6; ++second) {
            bench.clock.advance(1000ms);
            gate.figuresNow.frames += 25;
            gate.figuresNow.bytes += 100000;
        }
        QCOMPARE(bench.wall.tile(0).rates.framesPerSecond(), 25.0);
        QCOMPARE(bench.wall.tile(0).rates.kilobitsPerSecond(), 800.0);
        QCOMPARE(bench.wall.framesPerSecond(), 25.0);
    }

    void anEmptyWallWakesNobody()
    {
        Bench bench;
        QSignalSpy seconds(&bench.wall, &Wall::secondPassed);
        bench.clock.advance(10s);
        QCOMPARE(seconds.size(), 0);
        bench.open(0, 0);
        bench.clock.advance(2s);
        QCOMPARE(seconds.size(), 2);
        bench.wall.clear(0);
        bench.clock.advance(10s);
        QCOMPARE(seconds.size(), 3);
    }

    void quantilesComeFromTheBuckets_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("milliseconds");
        QTest::newRow("half") << 0.5 << 51;
        QTest::newRow("95 in 100") << 0.95 << 96;
        QTest::newRow("all") << 1.0 << 101;
        QTest::newRow("none") << 0.0 << 2;
    }
    void quantilesComeFromTheBuckets()
    {
        QFETCH(double, share);
        QFETCH(int, milliseconds);
        LatencyHistogram histogram;
        QCOMPARE(histogram.quantile(share), 0);
        for (int i = 1; i <= 100; ++i)
            histogram.add(std::chrono::milliseconds(i));
        QCOMPARE(histogram.quantile(share), milliseconds);
        LatencyHistogram extremes;
        extremes.add(-5ms);
        extremes.add(1h);
        QCOMPARE(extremes.quantile(0.5), 1);
        QCOMPARE(extremes.quantile(1.0), 1001);
    }
};

QTEST_GUILESS_MAIN(TestWall)
#include "tst_wall.moc"
