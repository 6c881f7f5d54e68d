// SPDX-License-Identifier: GPL-3.0-or-later
// Wall and tours over a night in which the machine slept, and under a wall clock that somebody sets.
#include "tests/support/manual_clock.h"
#include "tests/ui/systems/dvr/made_up_feeds.h"
#include "ui/systems/dvr/tour_runner.h"
#include "ui/systems/dvr/wall.h"

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

    void openAll()
    {
        for (int tile = 0; tile < 4; ++tile) {
            wall.setPlace(tile, QSize(40, 30), QSize(40, 30));
            wall.assign(tile, {kNorth, tile});
        }
        showAll();
    }
    void showAll()
    {
        for (int tile = 0; tile < 4; ++tile)
            feeds.feed(kNorth, tile)->show(qRgb(tile, 2, 3), clock.monotonic());
        wall.collect();
    }
    bool areAll(Kind kind) const
    {
        for (int tile = 0; tile < 4; ++tile) {
            if (wall.tile(tile).state.kind != kind)
                return false;
        }
        return true;
    }
};

TourStop stop(const QString &name, std::chrono::seconds dwell)
{
    return {name, 1, {{ChannelRef{kNorth, 0}, StreamPin::Automatic}}, dwell};
}

} // namespace

class TestWallAsleep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tilesAreStaleAfterTheNightAndLiveWithTheFirstPicture()
    {
        Bench bench;
        bench.openAll();
        QVERIFY(bench.areAll(Kind::Live));
        const QDateTime evening = bench.clock.now();
        bench.clock.sleepMachine(8h);
        QVERIFY(bench.areAll(Kind::Stale));
        // Dated as what is seen: yesterday's pictures.
        QCOMPARE(bench.wall.tile(0).state.since, evening);
        QVERIFY(!bench.wall.tile(0).picture.isNull());
        bench.showAll();
        QVERIFY(bench.areAll(Kind::Live));
        QCOMPARE(bench.wall.tile(0).state.since, bench.clock.now());
        bench.clock.advance(2999ms);
        QVERIFY(bench.areAll(Kind::Live));
        bench.clock.advance(1ms);
        QVERIFY(bench.areAll(Kind::Stale));
    }

    /// A decoder finishes in the morning what it got in the evening.
    void anEveningsPictureIsNotLiveInTheMorning()
    {
        Bench bench;
        bench.openAll();
        const auto evening = bench.clock.monotonic();
        const QDateTime date = bench.clock.now();
        bench.clock.sleepMachine(8h);
        bench.feeds.feed(kNorth, 0)->show(qRgb(9, 9, 9), evening);
        bench.wall.collect();
        QCOMPARE(bench.wall.tile(0).state.kind, Kind::Stale);
        QCOMPARE(bench.wall.tile(0).state.since, date);
    }

    void ratesOfTheNightAreNoRates()
    {
        Bench bench;
        bench.openAll();
        for (int i = 0; i < 30; ++i) {
            bench.clock.advance(100ms);
            bench.showAll();
        }
        bench.clock.sleepMachine(8h);
        bench.clock.advance(6s);
        QVERIFY(bench.wall.tile(0).rates.framesPerSecond() < 0.5);
        for (int i = 0; i < 60; ++i) {
            bench.clock.advance(100ms);
            bench.showAll();
        }
        const double rate = bench.wall.tile(0).rates.framesPerSecond();
        QVERIFY2(rate > 8 && rate < 12, QByteArray::number(rate));
    }

    void aWallClockThatJumpsDoesNotTouchWhatIsLive_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("forward") << 8;
        QTest::newRow("back") << -8;
    }
    void aWallClockThatJumpsDoesNotTouchWhatIsLive()
    {
        QFETCH(int, hours);
        Bench bench;
        bench.openAll();
        bench.clock.setWallClock(std::chrono::hours(hours));
        bench.clock.advance(1s);
        QVERIFY(bench.areAll(Kind::Live));
        bench.showAll();
        bench.clock.advance(2999ms);
        QVERIFY(bench.areAll(Kind::Live));
        bench.clock.advance(1ms);
        QVERIFY(bench.areAll(Kind::Stale));
        QCOMPARE(bench.wall.tile(0).state.since, bench.clock.now().addSecs(-3));
    }

    void aTourGoesOneStopFurtherNotHundreds()
    {
        test::ManualClock clock;
        TourRunner tour(clock);
        QSignalSpy shown(&tour, &TourRunner::showDue);
        QSignalSpy prepared(&tour, &TourRunner::prepareDue);
        tour.start(QStringLiteral("t"), {stop(QStringLiteral("a"), 10s), stop(QStringLiteral("b"), 10s),
                                         stop(QStringLiteral("c"), 10s)});
        clock.advance(2s);
        QCOMPARE(shown.size(), 1);
        clock.sleepMachine(8h);
        QCOMPARE(shown.size(), 2);
        QVERIFY(prepared.size() <= 1);
        QCOMPARE(tour.left(), 10s);
        // And then at its own pace.
        clock.advance(9999ms);
        QCOMPARE(shown.size(), 2);
        clock.advance(1ms);
        QCOMPARE(shown.size(), 3);
        // The wall clock is none of its business.
        clock.setWallClock(8h);
        clock.advance(5s);
        clock.setWallClock(-20h);
        clock.advance(4999ms);
        QCOMPARE(shown.size(), 3);
        clock.advance(1ms);
        QCOMPARE(shown.size(), 4);
    }

    void aPausedTourSleepsToo()
    {
        test::ManualClock clock;
        TourRunner tour(clock);
        QSignalSpy shown(&tour, &TourRunner::showDue);
        tour.start(QStringLiteral("t"), {stop(QStringLiteral("a"), 10s), stop(QStringLiteral("b"), 10s)});
        clock.advance(4s);
        tour.pause();
        clock.sleepMachine(8h);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(tour.left(), 6s);
        tour.resume();
        clock.advance(6s);
        QCOMPARE(shown.size(), 2);
    }
};

QTEST_MAIN(TestWallAsleep)
#include "tst_wall_asleep.moc"
