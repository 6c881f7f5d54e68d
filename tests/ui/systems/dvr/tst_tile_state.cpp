// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_error.h"
#include "ui/systems/dvr/tile_state.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;
using Kind = TileState::Kind;
using Told = LiveStatus::State;

namespace {

const QDateTime kStart(QDate(2026, 11, 20), QTime(14, 2, 0), Qt::UTC);

Moment at(std::chrono::milliseconds after)
{
    return {1h + after, kStart.addMSecs(after.count())};
}

LiveStatus told(Told state, std::chrono::milliseconds since = 0ms)
{
    LiveStatus status;
    status.state = state;
    status.since = kStart.addMSecs(since.count());
    if (state == Told::Offline || state == Told::Stale)
        status.reason = base::Error(DvrError::StreamSilent, QString());
    if (state == Told::Offline)
        status.retryAt = status.since.addSecs(3);
    return status;
}

/// One thing that happens to a tile, written short: "assign", "clear", "tick", "picture", "old picture" (received
/// 4 s ago), "opening", "live", "stale", "offline", "hide", "show".
TileInput input(const QString &word, std::chrono::milliseconds now)
{
    if (word == QLatin1String("assign"))
        return tile_input::Assigned{};
    if (word == QLatin1String("clear"))
        return tile_input::Cleared{};
    if (word == QLatin1String("tick"))
        return tile_input::TimePassed{};
    if (word == QLatin1String("hide"))
        return tile_input::Hidden{};
    if (word == QLatin1String("show"))
        return tile_input::Shown{};
    if (word == QLatin1String("picture"))
        return tile_input::PictureCame{at(now).monotonic};
    if (word == QLatin1String("old-picture"))
        return tile_input::PictureCame{at(now - 4s).monotonic};
    if (word == QLatin1String("undated-picture"))
        return tile_input::PictureCame{};
    const QHash<QString, Told> words{{QStringLiteral("opening"), Told::Opening},
                                     {QStringLiteral("live"), Told::Live},
                                     {QStringLiteral("stale"), Told::Stale},
                                     {QStringLiteral("offline"), Told::Offline}};
    return tile_input::StreamTold{told(words.value(word), now)};
}

/// Steps "0 assign; 500 live; 600 picture": milliseconds and what happens then.
TileState run(const QString &story)
{
    TileState state;
    for (const QString &step : story.split(QLatin1Char(';'))) {
        const QStringList words = step.trimmed().split(QLatin1Char(' '));
        const auto now = std::chrono::milliseconds(words.at(0).toInt());
        state = next(state, input(words.at(1), now), at(now));
    }
    return state;
}

} // namespace

class TestTileState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStory_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("since"); // ms after the start; -1 = not checked
        QTest::addColumn<bool>("hasPicture");
        const auto row = [](const char *name, const char *story, Kind kind, int since, bool hasPicture) {
            QTest::newRow(name) << QString::fromLatin1(story) << kind << since << hasPicture;
        };
        row("nothing assigned", "0 tick", Kind::Empty, -1, false);
        row("assigned", "100 assign", Kind::Opening, 100, false);
        row("frames but no picture is not live", "0 assign; 500 live", Kind::Opening, 0, false);
        row("the first picture makes it live", "0 assign; 500 live; 600 picture", Kind::Live, 600, true);
        row("a picture may come before the word", "0 assign; 600 picture", Kind::Live, 600, true);
        row("later pictures keep the date", "0 assign; 600 picture; 640 picture", Kind::Live, 600, true);
        row("just not 3 s old", "0 assign; 600 picture; 3599 tick", Kind::Live, 600, true);
        row("3 s old", "0 assign; 600 picture; 3600 tick", Kind::Stale, 600, true);
        row("stale at the date of the picture seen", "0 assign; 600 picture; 2000 picture; 9000 tick",
            Kind::Stale, 2000, true);
        row("stale although the stream says live", "0 assign; 600 picture; 3600 tick; 3700 live", Kind::Stale,
            600, true);
        row("live word with an old picture", "0 assign; 600 picture; 9000 live", Kind::Stale, 600, true);
        row("live again by a picture", "0 assign; 600 picture; 4000 tick; 5000 picture", Kind::Live, 5000,
            true);
        row("a picture that is old already", "0 assign; 9000 old-picture", Kind::Stale, 5000, true);
        row("a picture without a date is from now", "0 assign; 900 undated-picture", Kind::Live, 900, true);
        row("the stream says stale", "0 assign; 600 picture; 2000 stale", Kind::Stale, 600, true);
        row("stale before any picture", "0 assign; 4000 stale", Kind::Stale, 4000, false);
        row("stale before any picture stays said", "0 assign; 4000 stale; 5000 live", Kind::Stale, 4000,
            false);
        row("offline drops the picture", "0 assign; 600 picture; 2000 offline", Kind::Offline, 2000, false);
        row("a straggler does not bring it back", "0 assign; 600 picture; 2000 offline; 2010 picture",
            Kind::Offline, 2000, false);
        row("connecting anew", "0 assign; 2000 offline; 5000 opening", Kind::Opening, 5000, false);
        row("hidden it says nothing about its age", "0 assign; 600 picture; 1000 hide; 90000 tick",
            Kind::Live, 600, true);
        row("nor does the stream's word make it old", "0 assign; 600 picture; 1000 hide; 90000 live",
            Kind::Live, 600, true);
        row("shown again it has a second for a new picture",
            "0 assign; 600 picture; 1000 hide; 90000 show; 90999 tick", Kind::Live, 600, true);
        row("and not longer", "0 assign; 600 picture; 1000 hide; 90000 show; 91000 tick", Kind::Stale, 600,
            true);
        row("a picture that came meanwhile keeps its own age",
            "0 assign; 600 picture; 1000 hide; 1100 show; 3500 tick", Kind::Live, 600, true);
        row("an outage is told also while hidden", "0 assign; 600 picture; 1000 hide; 2000 offline",
            Kind::Offline, 2000, false);
        row("put on a hidden tile it stays hidden", "0 hide; 100 assign; 200 picture; 9000 tick", Kind::Live,
            200, true);
        row("live after an outage", "0 assign; 2000 offline; 5000 opening; 5100 live; 5200 picture",
            Kind::Live, 5200, true);
        row("the stream opens anew under a live picture", "0 assign; 600 picture; 900 opening", Kind::Live,
            600, true);
        row("cleared", "0 assign; 600 picture; 700 clear", Kind::Empty, -1, false);
        row("words for a cleared tile are late", "0 assign; 700 clear; 800 live; 900 picture", Kind::Empty,
            -1, false);
        row("assigned anew forgets all", "0 assign; 600 picture; 700 assign", Kind::Opening, 700, false);
    }
    void tellsTheStory()
    {
        QFETCH(QString, story);
        QFETCH(Kind, kind);
        QFETCH(int, since);
        QFETCH(bool, hasPicture);
        const TileState state = run(story);
        QCOMPARE(state.kind, kind);
        QCOMPARE(state.hasPicture, hasPicture);
        if (since >= 0)
            QCOMPARE(state.since, kStart.addMSecs(since));
    }

    void anOldPictureIsNeverLive()
    {
        // Any story of five steps out of these, with a second between: whatever comes, Live means a fresh picture.
        const QStringList words{QStringLiteral("picture"), QStringLiteral("live"),
                                QStringLiteral("tick"),    QStringLiteral("stale"),
                                QStringLiteral("offline"), QStringLiteral("opening")};
        int lives = 0;
        for (int code = 0; code < 6 * 6 * 6 * 6 * 6; ++code) {
            TileState state = next(TileState(), tile_input::Assigned{}, at(0ms));
            int rest = code;
            for (int step = 1; step <= 5; ++step, rest /= 6) {
                const auto now = std::chrono::milliseconds(step * 1000);
                state = next(state, input(words.at(rest % 6), now), at(now));
                state = next(state, tile_input::TimePassed{}, at(now));
                if (state.kind != Kind::Live)
                    continue;
                ++lives;
                QVERIFY(state.hasPicture);
                QVERIFY(state.isLinkUp);
                QVERIFY(at(now).monotonic - state.pictureAt < kStaleAfter);
            }
        }
        QVERIFY(lives > 0);
    }

    void anOutageKeepsReasonAndNextTry()
    {
        const TileState state = run(QStringLiteral("0 assign; 2000 offline"));
        QVERIFY(state.reason);
        QVERIFY(state.reason->is(DvrError::StreamSilent));
        QCOMPARE(state.retryAt, kStart.addMSecs(5000));
        const TileState live = run(QStringLiteral("0 assign; 2000 offline; 3000 opening; 3100 picture"));
        QVERIFY(!live.reason);
        QVERIFY(!live.retryAt.isValid());
    }
};

QTEST_APPLESS_MAIN(TestTileState)
#include "tst_tile_state.moc"
