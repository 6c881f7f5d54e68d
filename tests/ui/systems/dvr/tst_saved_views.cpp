// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "ui/systems/dvr/tour_model.h"
#include "ui/systems/dvr/tour_runner.h"
#include "ui/systems/dvr/view_book.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;

namespace {

SavedView view(const QString &id, const QString &name)
{
    return {id, name, 4, {{{QStringLiteral("north"), 0}, StreamPin::Main}, {}}, QByteArray("png")};
}

TourStop stop(const QString &name, std::chrono::seconds dwell)
{
    return {name, 1, {{{QStringLiteral("north"), 1}, StreamPin::Automatic}}, dwell};
}

struct Run {
    test::ManualClock clock;
    TourRunner tour{clock};
    QStringList shown;
    QStringList prepared;

    Run()
    {
        QObject::connect(&tour, &TourRunner::showDue, &tour,
                         [this](const TourStop &what) { shown << what.name; });
        QObject::connect(&tour, &TourRunner::prepareDue, &tour,
                         [this](const TourStop &what) { prepared << what.name; });
    }
    void start()
    {
        tour.start(QStringLiteral("t"), {stop(QStringLiteral("a"), 10s), stop(QStringLiteral("b"), 2s)});
    }
};

} // namespace

class TestSavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsSurviveTheSettingsFile_data()
    {
        QTest::addColumn<bool>("isTour");
        QTest::newRow("view") << false;
        QTest::newRow("tour") << true;
    }
    void itemsSurviveTheSettingsFile()
    {
        QFETCH(bool, isTour);
        SavedItem item = view(QStringLiteral("1"), QStringLiteral("门 <b>"));
        if (isTour) {
            item = Tour{QStringLiteral("2"),
                        QStringLiteral("Night"),
                        {{QStringLiteral("1"), {}, 2s}, {QString(), {QStringLiteral("south"), 3}, 600s}}};
        }
        const auto read = savedItemFromJson(toJson(item));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail()));
        QVERIFY(*read == item);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no name") << QByteArray(R"({"id":"1","tiles":4})");
        QTest::newRow("no such layout") << QByteArray(R"({"id":"1","name":"a","tiles":5})");
        QTest::newRow("tiles is a text") << QByteArray(R"({"id":"1","name":"a","tiles":"4"})");
        QTest::newRow("dwell too short")
            << QByteArray(R"({"id":"1","name":"a","steps":[{"view":"1","dwell":1}]})");
        QTest::newRow("dwell too long")
            << QByteArray(R"({"id":"1","name":"a","steps":[{"view":"1","dwell":601}]})");
        QTest::newRow("step of nothing") << QByteArray(R"({"id":"1","name":"a","steps":[{"dwell":10}]})");
        QTest::newRow("negative channel")
            << QByteArray(R"({"id":"1","name":"a","steps":[{"device":"x","channel":-4,"dwell":10}]})");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = savedItemFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QVERIFY(!read.error().detail().isEmpty());
    }

    void aBookKeepsItsOrderAndWhatItCannotRead()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        const QJsonObject later{{QStringLiteral("id"), QStringLiteral("9")},
                                {QStringLiteral("name"), QStringLiteral("of a later version")},
                                {QStringLiteral("tiles"), 5}};
        settings.setValue(QStringLiteral("dvr.views.here"), QJsonArray{later});
        {
            ViewBook book(settings);
            QAbstractItemModelTester tester(&book, QAbstractItemModelTester::FailureReportingMode::QtTest);
            book.open(QStringLiteral("here"));
            QCOMPARE(book.items().size(), 0);
            const QString a = book.put(view(QString(), QStringLiteral("a")));
            const QString b = book.put(view(QString(), QStringLiteral("b")));
            const QString c = book.put(view(QString(), QStringLiteral("c")));
            QVERIFY(a != b && b != c);
            book.move(c, -2);
            book.rename(b, QStringLiteral("  second  "));
            QCOMPARE(book.freeName(QStringLiteral("a")), QStringLiteral("a (2)"));
            const QString percents = book.put(view(QString(), QStringLiteral("50%2 %1")));
            QCOMPARE(book.freeName(QStringLiteral("50%2 %1")), QStringLiteral("50%2 %1 (2)"));
            book.remove(percents);
            book.remove(a);
        }
        ViewBook again(settings);
        again.open(QStringLiteral("here"));
        QCOMPARE(again.items().size(), 2);
        QCOMPARE(nameOf(again.items().at(0)), QStringLiteral("c"));
        QCOMPARE(nameOf(again.items().at(1)), QStringLiteral("second"));
        QCOMPARE(settings.value(QStringLiteral("dvr.views.here")).toArray().last().toObject(), later);
        again.open(QStringLiteral("elsewhere"));
        QCOMPARE(again.items().size(), 0);
    }

    void aViewThatGoesLeavesItsTours()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        ViewBook book(settings);
        book.open(QStringLiteral("here"));
        const QString a = book.put(view(QString(), QStringLiteral("a")));
        const QString tour = book.put(
            Tour{QString(), QStringLiteral("t"), {{a, {}, 5s}, {QString(), {QStringLiteral("n"), 0}, 5s}}});
        book.remove(a);
        QCOMPARE(book.tour(tour)->steps.size(), 1);
    }

    void anIdIsNotGivenOutTwice()
    {
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        ViewBook book(settings);
        book.open(QStringLiteral("here"));
        const QString a = book.put(view(QString(), QStringLiteral("a")));
        const SavedItem gone = book.items().constFirst();
        book.remove(a);
        const QString b = book.put(view(QString(), QStringLiteral("b")));
        QVERIFY(a != b);
        // An undo brings it back, and takes nobody's place.
        QCOMPARE(book.put(gone), a);
        QCOMPARE(book.items().size(), 2);
    }

    void aThumbnailThatIsNoneOfOursIsNotDecoded_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("ours") << QSize(128, 72) << true;
        QTest::newRow("as large as may be") << QSize(512, 512) << true;
        QTest::newRow("too wide") << QSize(513, 1) << false;
        QTest::newRow("a few kB that are many MB") << QSize(3000, 3000) << false;
        QTest::newRow("no picture") << QSize() << false;
    }
    void aThumbnailThatIsNoneOfOursIsNotDecoded()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isShown);
        SavedView made = view(QString(), QStringLiteral("a"));
        if (!size.isEmpty()) {
            QImage image(size, QImage::Format_Mono);
            image.fill(0);
            QBuffer buffer(&made.thumbnail);
            QVERIFY(buffer.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QVERIFY(image.save(&buffer, "PNG"));
            QVERIFY(made.thumbnail.size() <= kMaximumThumbnailBytes);
        }
        test::ManualClock clock;
        store::SettingsStore settings(QString(), clock);
        ViewBook book(settings);
        book.open(QStringLiteral("here"));
        book.put(made);
        QCOMPARE(!book.index(0).data(Qt::DecorationRole).value<QPixmap>().isNull(), isShown);
    }

    void stepsWhoseViewIsGoneAreLeftOut()
    {
        const SavedView there = view(QStringLiteral("1"), QStringLiteral("Gates"));
        const Tour tour{QStringLiteral("t"),
                        QStringLiteral("t"),
                        {{QStringLiteral("1"), {}, 5s},
                         {QStringLiteral("2"), {}, 5s},
                         {QString(), {QStringLiteral("n"), 3}, 7s}}};
        const auto stops = tourStops(
            tour, [&](const QString &id) { return id == there.id ? &there : nullptr; },
            [](const ChannelRef &channel) { return QString::number(channel.channel); });
        QCOMPARE(stops.size(), 2);
        QCOMPARE(stops.at(0).name, QStringLiteral("Gates"));
        QCOMPARE(stops.at(0).tiles, 4);
        QCOMPARE(stops.at(1).name, QStringLiteral("3"));
        QCOMPARE(stops.at(1).tiles, 1);
        QCOMPARE(stops.at(1).dwell, 7s);
    }

    void aTourGoesRoundAndPreparesWhatComes()
    {
        Run run;
        run.start();
        QCOMPARE(run.shown, QStringList{QStringLiteral("a")});
        run.clock.advance(6999ms);
        QVERIFY(run.prepared.isEmpty());
        run.clock.advance(1ms); // 3 s before
        QCOMPARE(run.prepared, QStringList{QStringLiteral("b")});
        run.clock.advance(2999ms);
        QCOMPARE(run.shown.size(), 1);
        run.clock.advance(1ms);
        QCOMPARE(run.shown.last(), QStringLiteral("b"));
        run.clock.advance(1000ms); // half of a short stop
        QCOMPARE(run.prepared.last(), QStringLiteral("a"));
        run.clock.advance(1000ms);
        QCOMPARE(run.shown.size(), 3);
        QCOMPARE(run.shown.last(), QStringLiteral("a"));
    }

    void aPauseKeepsTheTimeThatIsLeft()
    {
        Run run;
        run.start();
        run.clock.advance(4000ms);
        run.tour.pause();
        QCOMPARE(run.tour.state(), TourRunner::State::Paused);
        run.clock.advance(3600s);
        QCOMPARE(run.shown.size(), 1);
        QCOMPARE(run.tour.left(), 6s);
        run.tour.resume();
        run.clock.advance(5999ms);
        QCOMPARE(run.shown.size(), 1);
        run.clock.advance(1ms);
        QCOMPARE(run.shown.size(), 2);
    }

    void stepsGoBothWaysAndAPausedTourStaysPaused()
    {
        Run run;
        run.start();
        run.tour.step(-1);
        QCOMPARE(run.shown.last(), QStringLiteral("b"));
        run.tour.pause();
        run.tour.step(1);
        QCOMPARE(run.shown.last(), QStringLiteral("a"));
        QCOMPARE(run.tour.state(), TourRunner::State::Paused);
        QCOMPARE(run.tour.left(), 10s);
        run.clock.advance(60s);
        QCOMPARE(run.shown.last(), QStringLiteral("a"));
    }

    void whoeverIsShownAStopMayEndTheTour()
    {
        Run run;
        QObject::connect(&run.tour, &TourRunner::showDue, &run.tour, [&run] { run.tour.stop(); });
        run.start();
        QCOMPARE(run.tour.state(), TourRunner::State::Stopped);
        run.clock.advance(3600s);
        QCOMPARE(run.shown.size(), 1);
    }

    void secondsCountDown()
    {
        Run run;
        run.start();
        QSignalSpy changed(&run.tour, &TourRunner::changed);
        QList<qint64> left;
        QObject::connect(&run.tour, &TourRunner::changed, &run.tour,
                         [&] { left << run.tour.left().count(); });
        run.clock.advance(3000ms);
        QCOMPARE(left, (QList<qint64>{9, 8, 7}));
    }

    void stepsAreEditedInTheModel()
    {
        TourModel model({{QStringLiteral("1"), {}, 5s}}, [](const TourStep &step) { return step.viewId; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({QStringLiteral("2"), {}, 12s});
        model.append({QStringLiteral("3"), {}, 12s});
        QCOMPARE(model.move(0, 1), 1);
        QCOMPARE(model.move(0, -1), 0);
        model.remove(2);
        QVERIFY(model.setData(model.index(0, TourModel::Dwell), 5000, Qt::EditRole));
        QCOMPARE(model.steps().size(), 2);
        QCOMPARE(model.steps().at(0).viewId, QStringLiteral("2"));
        QCOMPARE(model.steps().at(0).dwell, TourStep::kLongest);
        QVERIFY(!model.setData(model.index(0, TourModel::Shown), 7, Qt::EditRole));
        for (int i = 0; i < 300; ++i)
            model.append({QStringLiteral("x"), {}, 5s});
        QCOMPARE(model.steps().size(), kMaximumTourSteps);
    }
};

QTEST_MAIN(TestSavedViews)
#include "tst_saved_views.moc"
