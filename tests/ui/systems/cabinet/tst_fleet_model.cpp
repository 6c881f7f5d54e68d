// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/systems/cabinet/made_up_cabinets.h"
#include "ui/systems/cabinet/fleet_export.h"
#include "ui/systems/cabinet/fleet_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

constexpr int kMany = 15000;

/// Of many states, sizes and charges.
CabinetStatus varied(int number)
{
    static constexpr int kSizes[] = {6, 8, 12, 24, 48};
    const int size = kSizes[number % 5];
    CabinetStatus status = test::madeUpCabinet(number, size, number % size);
    if (number % 7 == 0)
        status.state = CabinetStatus::State::Offline;
    else if (number % 11 == 0)
        status.state = CabinetStatus::State::NeverSeen;
    else if (number % 13 == 0)
        status.conflicts = 2;
    status.since = status.since.addSecs(number % 5000);
    status.network = Network{number % 40, 0, 7};
    return status;
}

QList<FleetRow> many(int count)
{
    QList<FleetRow> rows;
    rows.reserve(count);
    for (int i = 0; i < count; ++i)
        rows.append(rowOf(varied(i)));
    return rows;
}

QStringList shownSns(const FleetModel &model)
{
    QStringList sns;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const FleetRow *shown = model.at(row))
            sns << shown->sn;
    }
    return sns;
}

} // namespace

class TestFleetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowSaysWhatTheCabinetIs()
    {
        CabinetStatus status = test::madeUpCabinet(2, 8, 5);
        status.name = QStringLiteral("North");
        const FleetRow row = rowOf(status);
        QCOMPARE(row.title, QStringLiteral("North · Food court"));
        QCOMPARE(row.banks, 5);
        QCOMPARE(row.free, 3);
        QCOMPARE(row.ready, status.banksAtLeast80());
        QCOMPARE(row.signal, 13);
        QCOMPARE(row.group, RowGroup::Online);
        status.state = CabinetStatus::State::Offline;
        QCOMPARE(rowOf(status).signal, FleetRow::kUnknown);
        QCOMPARE(rowOf(status).group, RowGroup::Offline);
        status.inventory.reset();
        QCOMPARE(rowOf(status).banks, FleetRow::kUnknown);
        QCOMPARE(rowOf(status).free, FleetRow::kUnknown);
    }

    void signalIsShownAsBars_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("bars");
        const int rows[][2] = {{-1, -1}, {0, 0},  {1, 0},  {2, 1},  {9, 1}, {10, 2},
                               {14, 2},  {15, 3}, {19, 3}, {20, 4}, {31, 4}};
        for (const auto &row : rows)
            QTest::addRow("%d", row[0]) << row[0] << row[1];
    }
    void signalIsShownAsBars()
    {
        QFETCH(int, signal);
        QFETCH(int, bars);
        QCOMPARE(signalBars(signal), bars);
    }

    void aNetworkThatIsNotKnownHasNoSignal()
    {
        CabinetStatus status = test::madeUpCabinet(1);
        status.network = Network{99, 0, 7};
        QCOMPARE(rowOf(status).signal, FleetRow::kUnknown);
    }

    void findsWordsWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("nothing") << "" << true;
        QTest::newRow("piece of the SN") << "5222890" << true;
        QTest::newRow("small letters") << "wstd" << true;
        QTest::newRow("place") << "food" << true;
        QTest::newRow("two words") << "court wstd" << true;
        QTest::newRow("one of two is not there") << "court lobby" << false;
        QTest::newRow("bank") << "rl1a7c0000c9" << true;
        QTest::newRow("another bank") << "rl1a7c000fff" << false;
        QTest::newRow("address") << "10.0.0.2:" << true;
        QTest::newRow("version") << "a.09.01" << true;
        QTest::newRow("blanks") << "   " << true;
    }
    void findsWordsWhereverTheyStand()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFound);
        const FleetRow row = rowOf(test::madeUpCabinet(2));
        QCOMPARE(FleetFilter(text, {}, 0).accepts(row), isFound);
    }

    void searchesChineseNames()
    {
        CabinetStatus status = test::madeUpCabinet(1);
        status.name = QString::fromUtf8("东侧大门");
        QVERIFY(FleetFilter(QString::fromUtf8("大门"), {}, 0).accepts(rowOf(status)));
        QVERIFY(!FleetFilter(QString::fromUtf8("西"), {}, 0).accepts(rowOf(status)));
    }

    void keepsTheRulesOfModelsThroughEverything()
    {
        FleetModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNow(QDateTime(QDate(2026, 11, 20), QTime(9, 0, 5), Qt::UTC));
        QRandomGenerator random(4);
        QHash<QString, CabinetStatus> all;
        for (int step = 0; step < 300; ++step) {
            QList<FleetRow> changed;
            QStringList gone;
            const int count = int(random.bounded(12));
            for (int i = 0; i < count; ++i) {
                CabinetStatus status = varied(int(random.bounded(120)));
                status.state = CabinetStatus::State(random.bounded(3));
                all.insert(status.sn, status);
                changed << rowOf(status);
            }
            if (random.bounded(4) == 0) {
                for (int i = 0; i < 5; ++i) {
                    const QString sn = test::snOf(int(random.bounded(120)));
                    const bool isChanged = std::any_of(changed.cbegin(), changed.cend(),
                                                       [&sn](const FleetRow &row) { return row.sn == sn; });
                    if (!isChanged) {
                        gone << sn;
                        all.remove(sn);
                    }
                }
            }
            model.update(changed, gone);
            switch (random.bounded(6)) {
            case 0:
                model.sort(int(random.bounded(FleetModel::kColumns)),
                           random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 1:
                model.setGrouped(random.bounded(2) == 0);
                break;
            case 2:
                model.setFilter(FleetFilter(random.bounded(2) == 0 ? QStringLiteral("lobby") : QString(), {},
                                            random.bounded(2) == 0 ? 8 : 0));
                break;
            default:
                break;
            }
            QCOMPARE(model.cabinetCount(), int(all.size()));
            // What the batches left is what a fresh model shows.
            for (int row = 0; row < model.rowCount(); ++row) {
                if (const FleetRow *shown = model.at(row)) {
                    QCOMPARE(model.rowOfSn(shown->sn), row);
                    QCOMPARE(shown->group, rowOf(all.value(shown->sn)).group);
                }
            }
        }
        QVERIFY(all.size() > 50);
    }

    void batchesLeaveTheSameOrderAsAFreshSort_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("isGrouped");
        for (int column = 0; column < FleetModel::kColumns; ++column) {
            QTest::addRow("column %d", column) << column << false;
            QTest::addRow("column %d, grouped", column) << column << true;
        }
    }
    void batchesLeaveTheSameOrderAsAFreshSort()
    {
        QFETCH(int, column);
        QFETCH(bool, isGrouped);
        FleetModel model;
        model.setGrouped(isGrouped);
        model.sort(column, Qt::DescendingOrder);
        model.update(many(600));
        QList<FleetRow> changed;
        for (int i = 0; i < 600; i += 3) {
            CabinetStatus status = varied(i);
            status.state = CabinetStatus::State((i / 3) % 3);
            status.inventory = test::madeUpCabinet(i, 8, (i / 5) % 8).inventory;
            status.place = QStringLiteral("Place %1").arg(i % 17);
            changed << rowOf(status);
        }
        model.update(changed);
        FleetModel fresh;
        fresh.setGrouped(isGrouped);
        fresh.sort(column, Qt::DescendingOrder);
        QList<FleetRow> all = many(600);
        for (const FleetRow &row : changed) {
            for (FleetRow &old : all) {
                if (old.sn == row.sn)
                    old = row;
            }
        }
        fresh.update(all);
        QCOMPARE(shownSns(model), shownSns(fresh));
        QCOMPARE(model.rowCount(), fresh.rowCount());
    }

    void fifteenThousandRowsAreFilteredAndSortedRight()
    {
        FleetModel model;
        const QList<FleetRow> rows = many(kMany);
        model.update(rows);
        QCOMPARE(model.rowCount(), kMany);
        model.setFilter(FleetFilter(QStringLiteral("lobby"), RowGroup::Online, 24));
        model.sort(FleetModel::Banks, Qt::DescendingOrder);
        int expected = 0;
        for (const FleetRow &row : rows) {
            expected += row.group == RowGroup::Online && row.slotCount == 24 &&
                        row.title == QLatin1String("Lobby east");
        }
        QVERIFY(expected > 100);
        QCOMPARE(model.rowCount(), expected);
        for (int row = 1; row < model.rowCount(); ++row) {
            QVERIFY(model.at(row - 1)->banks >= model.at(row)->banks);
            if (model.at(row - 1)->banks == model.at(row)->banks)
                QVERIFY(model.at(row - 1)->sn < model.at(row)->sn);
        }
        model.setFilter(FleetFilter());
        QCOMPARE(model.rowCount(), kMany);
    }

    void groupsHaveHeadingsWithTheirCounts()
    {
        FleetModel model;
        model.update(many(100));
        model.setGrouped(true);
        int cabinets = 0;
        int counted = 0;
        std::optional<RowGroup> last;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (const auto heading = model.heading(row)) {
                QVERIFY(!last || *last < heading->group);
                last = heading->group;
                counted += heading->count;
                QVERIFY(!(model.flags(model.index(row, 0)) & Qt::ItemIsSelectable));
                QVERIFY(model.index(row, FleetModel::Cabinet)
                            .data()
                            .toString()
                            .contains(QString::number(heading->count)));
            } else {
                QCOMPARE(model.at(row)->group, *last);
                ++cabinets;
            }
        }
        QCOMPARE(cabinets, 100);
        QCOMPARE(counted, 100);
        QCOMPARE(model.rowCount(), 100 + 4);
    }

    void aChangeThatMovesNothingIsOneAnnouncement()
    {
        FleetModel model;
        model.update(many(2000));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        QList<FleetRow> rows;
        for (int i = 0; i < 2000; i += 4) {
            CabinetStatus status = varied(i);
            status.lastHeartbeat = status.lastHeartbeat.addSecs(30);
            rows << rowOf(status);
        }
        model.update(rows);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(moved.count(), 0);
        QVERIFY(changed.count() >= 1 && changed.count() <= 16);
    }

    void rowsThatMoveKeepTheirPersistentIndexes()
    {
        FleetModel model;
        model.sort(FleetModel::Banks, Qt::AscendingOrder);
        model.update(many(50));
        const QPersistentModelIndex kept = model.index(10, 2);
        const QString sn = model.at(10)->sn;
        QSignalSpy moved(&model, &QAbstractItemModel::layoutChanged);
        FleetRow row = *model.at(10);
        row.banks = 200;
        model.update({row});
        QCOMPARE(moved.count(), 1);
        QVERIFY(kept.isValid());
        QCOMPARE(model.at(kept.row())->sn, sn);
        QCOMPARE(kept.row(), 49);
    }

    void heartbeatsAreToldAsAges()
    {
        FleetModel model;
        CabinetStatus online = test::madeUpCabinet(1);
        CabinetStatus offline = test::madeUpCabinet(2);
        offline.state = CabinetStatus::State::Offline;
        offline.since = QDateTime(QDate(2026, 11, 20), QTime(8, 51), Qt::UTC);
        model.update({rowOf(online), rowOf(offline)});
        model.setNow(online.lastHeartbeat.addSecs(12));
        QCOMPARE(model.text(*model.find(online.sn), FleetModel::Heartbeat), QStringLiteral("12 s ago"));
        QCOMPARE(
            model.text(*model.find(offline.sn), FleetModel::Heartbeat),
            QStringLiteral("since %1").arg(offline.since.toLocalTime().toString(QStringLiteral("HH:mm"))));
        model.setNow(online.lastHeartbeat.addDays(2));
        QCOMPARE(model.text(*model.find(offline.sn), FleetModel::Heartbeat),
                 QStringLiteral("since 2026-11-20"));
    }

    void whatACabinetSaysIsPlainText()
    {
        CabinetStatus status = test::madeUpCabinet(1);
        status.sn = QStringLiteral("<b>x</b>\n\u202Eevil");
        status.name = QStringLiteral("a\tb");
        const FleetRow row = rowOf(status);
        QVERIFY(!row.shownSn.contains(QLatin1Char('\n')));
        QVERIFY(!row.shownSn.contains(QChar(0x202E)));
        QVERIFY(!row.title.contains(QLatin1Char('\t')));
        FleetModel model;
        model.update({row});
        const QString toolTip = model.index(0, FleetModel::Cabinet).data(Qt::ToolTipRole).toString();
        QVERIFY(!toolTip.contains(QLatin1String("<b>x")));
    }

    void theExportIsATableOfValues()
    {
        FleetExport what;
        CabinetStatus status = test::madeUpCabinet(1);
        status.name = QStringLiteral("=1+1, \"x\"");
        status.place.clear();
        what.rows = {rowOf(status)};
        what.header = {QStringLiteral("Cabinet"), QStringLiteral("Name")};
        what.states = {QStringLiteral("A"), QStringLiteral("On line")};
        const QString text = QString::fromUtf8(fleetCsv(what));
        QVERIFY(fleetCsv(what).startsWith("\xEF\xBB\xBF")); // spreadsheets take it for UTF-8
        QVERIFY(text.startsWith(QStringLiteral("Cabinet,Name\r\n")));
        QVERIFY(text.contains(QStringLiteral("\"'=1+1, \"\"x\"\"\"")));
        QVERIFY(text.contains(QStringLiteral(",On line,8,2,6,")));
        // As the events' export writes it: where people write Chinese a wide sign begins a formula, too.
        status.name = QStringLiteral("\uff1d1+1");
        what.rows = {rowOf(status)};
        QVERIFY(QString::fromUtf8(fleetCsv(what)).contains(QStringLiteral("'\uff1d1+1")));
        QCOMPARE(text.count(QStringLiteral("\r\n")), 2);
    }
};

QTEST_MAIN(TestFleetModel)
#include "tst_fleet_model.moc"
