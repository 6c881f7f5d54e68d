// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list of events: pages as one scrolls, what happens meanwhile, bounded memory, failures.
#include "tests/ui/events/made_up_events.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace opsdeck;
using events::EventsModel;
using State = EventsModel::State;

namespace {

struct Bench : test::EventsRig {
    /// @param isLarge too many rows for the tester, which looks at each of them at every step.
    explicit Bench(bool isLarge = false)
    {
        if (!isLarge)
            tester = std::make_unique<QAbstractItemModelTester>(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    EventsModel model{services};
    std::unique_ptr<QAbstractItemModelTester> tester;

    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            source.put(count - i);
    }
    void load(const store::JournalFilter &filter = {})
    {
        model.setFilter(filter);
        source.answer();
    }
    QList<qint64> ids() const
    {
        QList<qint64> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.index(row, 0).data(EventsModel::IdRole).toLongLong());
        return ids;
    }
    bool isSorted() const
    {
        for (int row = 1; row < model.rowCount(); ++row) {
            const store::JournalEntry &a = *model.entry(model.index(row - 1, 0));
            const store::JournalEntry &b = *model.entry(model.index(row, 0));
            if (a.event.time < b.event.time || (a.event.time == b.event.time && a.id <= b.id))
                return false;
        }
        return true;
    }
};

} // namespace

class TestEventsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fetchesPagesAsTheViewAsks()
    {
        Bench bench;
        bench.fill(450);
        bench.model.setFilter({});
        QCOMPARE(bench.model.state(), State::Loading);
        QCOMPARE(bench.model.rowCount(), 0);
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), EventsModel::kPage);
        QCOMPARE(bench.model.state(), State::Idle);
        QVERIFY(bench.model.canFetchMore({}));
        bench.model.fetchMore({});
        QVERIFY(!bench.model.canFetchMore({})); // one at a time
        bench.source.answer();
        bench.model.fetchMore({});
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 450);
        QCOMPARE(bench.model.state(), State::Complete);
        QVERIFY(!bench.model.canFetchMore({}));
        QVERIFY(bench.isSorted());
        QCOMPARE(bench.ids().constFirst(), 450);
    }

    void whatHappensComesOnTop()
    {
        Bench bench;
        bench.fill(3);
        bench.load();
        QSignalSpy inserted(&bench.model, &QAbstractItemModel::rowsInserted);
        bench.source.happen();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(bench.ids(), (QList<qint64>{4, 3, 2, 1}));
        // One that was late stands where it belongs.
        const store::JournalEntry late = bench.source.put(2);
        Q_EMIT bench.source.added({late});
        QVERIFY(bench.isSorted());
        QCOMPARE(bench.model.rowCount(), 5);
        // The same one told twice is there once.
        Q_EMIT bench.source.added({late});
        QCOMPARE(bench.model.rowCount(), 5);
    }

    void whatHappensWhileAPageIsOnItsWayIsThereOnce()
    {
        Bench bench;
        bench.fill(3);
        bench.model.setFilter({});
        bench.source.happen(); // the page will have it, too
        QCOMPARE(bench.model.rowCount(), 0);
        bench.source.answer();
        QCOMPARE(bench.ids(), (QList<qint64>{4, 3, 2, 1}));
    }

    void whatIsOlderThanTheLoadedPartComesWithItsPage()
    {
        Bench bench;
        bench.fill(300);
        bench.load();
        const store::JournalEntry old = bench.source.put(299);
        Q_EMIT bench.source.added({old});
        QCOMPARE(bench.model.rowCount(), EventsModel::kPage);
        bench.model.fetchMore({});
        const store::JournalEntry older = bench.source.put(298); // while the page is on its way
        Q_EMIT bench.source.added({older});
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 302);
        QCOMPARE(bench.ids().count(old.id), 1);
        QCOMPARE(bench.ids().count(older.id), 1);
        QVERIFY(bench.isSorted());
    }

    void whatTheFilterLeavesOutDoesNotCome()
    {
        Bench bench;
        bench.source.put(5, store::Severity::Alarm);
        bench.source.put(4);
        store::JournalFilter alarms;
        alarms.severities = {store::Severity::Alarm};
        bench.load(alarms);
        QCOMPARE(bench.model.rowCount(), 1);
        bench.source.happen();
        QCOMPARE(bench.model.rowCount(), 1);
        bench.source.happen(store::Severity::Alarm);
        QCOMPARE(bench.model.rowCount(), 2);
    }

    void answersOfAnEarlierFilterAreNobodys()
    {
        Bench bench;
        bench.fill(5);
        bench.model.setFilter({});
        store::JournalFilter none;
        none.devices = {QStringLiteral("south")};
        bench.model.setFilter(none);
        QCOMPARE(bench.source.waiting(), 2);
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 0);
        QCOMPARE(bench.model.state(), State::Complete);
    }

    void searchesOnWhilePagesComeShort()
    {
        Bench bench;
        bench.fill(30);
        bench.source.mostPerPage = 10;
        bench.model.setFilter({});
        bench.source.answerOne();
        QCOMPARE(bench.model.state(), State::Searching);
        QCOMPARE(bench.model.rowCount(), 10);
        QVERIFY(bench.model.reached().isValid());
        bench.source.answer();
        QCOMPARE(bench.model.state(), State::Complete);
        QCOMPARE(bench.model.rowCount(), 30);
    }

    void aSearchCanBeStoppedAndTakenUpAgain()
    {
        Bench bench;
        bench.fill(50);
        bench.source.mostPerPage = 10;
        bench.model.setFilter({});
        bench.source.answerOne();
        bench.model.stop();
        QCOMPARE(bench.model.state(), State::Stopped);
        bench.source.answer(); // what was on its way
        QCOMPARE(bench.model.rowCount(), 20);
        QCOMPARE(bench.model.state(), State::Stopped);
        QVERIFY(!bench.model.canFetchMore({}));
        bench.model.goOn();
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 50);
        QVERIFY(bench.isSorted());
    }

    void aStoppedSearchThatGoesOnAtOnceHasNothingTwice()
    {
        Bench bench;
        bench.fill(50);
        bench.source.mostPerPage = 10;
        bench.model.setFilter({});
        bench.source.answerOne();
        bench.model.stop();
        bench.model.goOn(); // a page is still on its way
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 50);
        QVERIFY(bench.isSorted());
    }

    void holdsSoManyRowsAndOffersTheWayBack()
    {
        Bench bench(true);
        constexpr int kAll = EventsModel::kMostRows + 3 * EventsModel::kPage;
        bench.fill(kAll);
        bench.load();
        for (int pages = 0; pages < kAll / EventsModel::kPage && bench.model.canFetchMore({}); ++pages) {
            bench.model.fetchMore({});
            bench.source.answer();
            QVERIFY(bench.model.rowCount() <= EventsModel::kMostRows);
        }
        QVERIFY(bench.model.isCut());
        QCOMPARE(bench.model.rowCount(), EventsModel::kMostRows);
        QCOMPARE(bench.ids().constLast(), 1);
        bench.source.happen();
        QCOMPARE(bench.model.newerCount(), 1);
        QCOMPARE(bench.ids().constFirst(), EventsModel::kMostRows);
        bench.model.reload();
        bench.source.answer();
        QVERIFY(!bench.model.isCut());
        QCOMPARE(bench.ids().constFirst(), kAll + 1);
    }

    void aFloodOnTopIsBoundedToo()
    {
        Bench bench(true);
        bench.load();
        QList<store::JournalEntry> flood;
        for (int i = 0; i < EventsModel::kMostRows + 500; ++i)
            flood.append(bench.source.put(0));
        Q_EMIT bench.source.added(flood);
        QCOMPARE(bench.model.rowCount(), EventsModel::kMostRows);
        QCOMPARE(bench.ids().constFirst(), flood.constLast().id);
        // The oldest are fetched again as one scrolls.
        QVERIFY(bench.model.canFetchMore({}));
        for (int pages = 0; pages < 5 && bench.model.canFetchMore({}); ++pages) {
            bench.model.fetchMore({});
            bench.source.answer();
        }
        QCOMPARE(bench.ids().constLast(), 1);
        QCOMPARE(bench.model.rowCount(), EventsModel::kMostRows);
        QVERIFY(bench.isSorted());
    }

    void acknowledgedRowsSayByWhom()
    {
        Bench bench;
        bench.fill(2);
        bench.load();
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.source.acknowledge({1}, QStringLiteral("anna@desk-2"));
        QCOMPARE(changed.size(), 1);
        const QModelIndex row = bench.model.find(1);
        QCOMPARE(row.data(EventsModel::OpenRole).toBool(), false);
        QVERIFY(row.siblingAtColumn(EventsModel::Acknowledged)
                    .data()
                    .toString()
                    .contains(QLatin1String("anna@desk-2")));
        QCOMPARE(bench.model.openIds(), QList<qint64>{2});
    }

    void acknowledgedRowsLeaveAListOfOpenOnes()
    {
        Bench bench;
        bench.fill(3);
        store::JournalFilter open;
        open.acknowledged = false;
        bench.load(open);
        bench.source.acknowledge({3, 1}, QStringLiteral("anna"));
        QCOMPARE(bench.ids(), QList<qint64>{2});
    }

    void aFailureIsToldAndCanBeTriedAgain()
    {
        Bench bench;
        bench.fill(300);
        bench.source.problem = base::Error(store::DatabaseError::Locked, QStringLiteral("busy"));
        bench.load();
        QCOMPARE(bench.model.state(), State::Failed);
        QVERIFY(bench.model.error()->is(store::DatabaseError::Locked));
        bench.source.problem.reset();
        bench.model.goOn();
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), EventsModel::kPage);
        // In the middle: what is there stays.
        bench.source.problem = base::Error(store::DatabaseError::Failed, QStringLiteral("broken"));
        bench.model.fetchMore({});
        bench.source.answer();
        QCOMPARE(bench.model.state(), State::Failed);
        QCOMPARE(bench.model.rowCount(), EventsModel::kPage);
        bench.source.happen();
        QCOMPARE(bench.model.rowCount(), EventsModel::kPage + 1);
        bench.source.problem.reset();
        bench.model.goOn();
        bench.source.answer();
        QCOMPARE(bench.model.rowCount(), 301);
    }

    void cellsSayWhatHappened()
    {
        Bench bench;
        bench.clock.advance(std::chrono::seconds(1));
        bench.source.put(90, store::Severity::Alarm);
        bench.load();
        const auto cell = [&](int column, int role = Qt::DisplayRole) {
            return bench.model.index(0, column).data(role).toString();
        };
        const QDateTime local = bench.clock.now().addSecs(-90).toLocalTime();
        QCOMPARE(cell(EventsModel::Time), local.toString(QStringLiteral("HH:mm:ss")));
        QVERIFY(cell(EventsModel::Time, Qt::ToolTipRole).contains(QLatin1String("1 min ago")));
        QCOMPARE(cell(EventsModel::Sentence), QStringLiteral("north 1 is on line"));
        QCOMPARE(cell(EventsModel::DeviceColumn), QStringLiteral("North lot"));
        QCOMPARE(cell(EventsModel::System), QStringLiteral("Video recorder (DVR)"));
        QCOMPARE(cell(EventsModel::Mark, Qt::AccessibleTextRole), QStringLiteral("alarm"));
        QCOMPARE(cell(EventsModel::Acknowledged, Qt::AccessibleTextRole), QStringLiteral("not acknowledged"));
    }

    void hostileTextsStayTexts()
    {
        Bench bench;
        store::JournalEntry entry =
            bench.source.put(1, store::Severity::Info, QStringLiteral("<img src=x>\n") + QString(5000, u'x'));
        entry.event.textKey = QStringLiteral("<b>");
        entry.event.kind = QStringLiteral("<b>%1</b>");
        entry.event.operatorName = QString(5000, u'y');
        bench.source.all = {entry};
        bench.load();
        for (int column = 0; column < EventsModel::kColumns; ++column) {
            const QString text = bench.model.index(0, column).data().toString();
            QVERIFY(text.size() < 1000);
            QVERIFY(!text.contains(u'\n'));
            const QString tip = bench.model.index(0, column).data(Qt::ToolTipRole).toString();
            QVERIFY(!tip.contains(QLatin1String("<img")) && !tip.contains(QLatin1String("<b>")));
        }
    }
};

QTEST_MAIN(TestEventsModel)
#include "tst_events_model.moc"
