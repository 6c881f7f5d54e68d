// SPDX-License-Identifier: GPL-3.0-or-later
// Returns, inventories and faults: what reaches the ledger, and what the cabinet hears.
#include "tests/core/systems/cabinet/server_rig.h"

#include <QJsonArray>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace std::chrono_literals;
using store::ReturnResult;
using test::ServerRig;

namespace {

const QString kSn = QStringLiteral("WSTD081565222888");

QByteArray returnFrame(int slot, const QByteArray &bank, quint32 token = kToken)
{
    return ServerRig::frame(Command::Return, QByteArray(1, char(slot)) + bank, 1, token);
}

QByteArray returnAnswer(int slot, ReturnResult result, quint32 token = kToken)
{
    return ServerRig::frame(Command::Return, encodeReturnResult(slot, result), 1, token);
}

QByteArray inventoryAnswer(const QList<QPair<int, int>> &slotsAndBanks, int level = 4)
{
    QByteArray payload(1, char(slotsAndBanks.size()));
    for (const auto &[slot, bank] : slotsAndBanks)
        payload += char(slot) + ServerRig::bank(bank) + char(level);
    return ServerRig::frame(Command::Inventory, payload);
}

/// On line, its background queries answered by this inventory and the rest left alone.
struct Cabinet {
    Cabinet(ServerRig &itsRig, const QList<QPair<int, int>> &slotsAndBanks, const QString &sn = kSn)
        : rig(itsRig)
        , peer(rig.online(sn))
    {
        rig.clock.advance(BackgroundQueries::kTick);
        if (rig.peers->taken(peer) != ServerRig::frame(Command::Inventory))
            qFatal("no inventory was asked for");
        say(inventoryAnswer(slotsAndBanks));
        rig.settle();
        rig.peers->taken(peer);
    }
    void say(const QByteArray &bytes) { rig.peers->receive(peer, bytes); }
    QByteArray heard() { return rig.peers->taken(peer); }

    ServerRig &rig;
    transport::PeerId peer;
};

} // namespace

class TestServerBanks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReturnIsAnsweredWhenItIsOnDisk()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {{1, 11}});
        cabinet.say(returnFrame(2, ServerRig::bank(22), 0xabcd0001));
        // Not before the writer's answer is here.
        QCOMPARE(cabinet.heard(), QByteArray());
        QTRY_COMPARE(rig.count("cabinet.returned"), 1);
        QCOMPARE(cabinet.heard(), returnAnswer(2, ReturnResult::Ok, 0xabcd0001));
        const auto bank = rig.store.ledger.bank(ServerRig::bank(22));
        QTRY_VERIFY(bank.isFinished());
        QCOMPARE((*bank.result())->place, (store::BankPlace{store::BankPlace::State::InSlot, kSn, 2}));
        const CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.banks(), 2);
        QCOMPARE(status.inventory->at(1).slot, 2);
        QCOMPARE(status.inventory->at(1).level, -1);
        QCOMPARE(status.freeSlots(), 6);
    }

    void theLevelThatAnInventoryTellsMeanwhileStays()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        rig.server->calls().inventory(kSn, [](const auto &) {});
        cabinet.say(returnFrame(2, ServerRig::bank(22)));
        cabinet.say(inventoryAnswer({{2, 22}}, 3));
        QTRY_COMPARE(rig.count("cabinet.returned"), 1);
        rig.settle();
        const CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.banks(), 1);
        QCOMPARE(status.inventory->first(), (SlotEntry{2, ServerRig::bank(22), 3, std::nullopt}));
    }

    void everyResultOfAReturn_data()
    {
        QTest::addColumn<int>("slot");
        QTest::addColumn<int>("bank");
        QTest::addColumn<ReturnResult>("result");
        QTest::addColumn<QString>("key");
        const auto key = [](const char *end) {
            return QStringLiteral("cabinet.return") + QLatin1String(end);
        };
        QTest::newRow("ok") << 2 << 22 << ReturnResult::Ok << key("ed");
        QTest::newRow("a bank that is there already")
            << 1 << 11 << ReturnResult::Duplicate << key("-refused.duplicate");
        QTest::newRow("another bank is there")
            << 1 << 22 << ReturnResult::SlotNotEmpty << key("-refused.not-empty");
        QTest::newRow("nobody knows it") << 2 << 99 << ReturnResult::IllegalBank << key("-refused.illegal");
        QTest::newRow("out of use") << 2 << 33 << ReturnResult::BankAbnormal << key("-refused.abnormal");
    }
    void everyResultOfAReturn()
    {
        QFETCH(int, slot);
        QFETCH(int, bank);
        QFETCH(ReturnResult, result);
        QFETCH(QString, key);
        ServerSettings settings;
        settings.knownBanksOnly = true;
        ServerRig rig(settings);
        rig.store.ledger.registerBanks({ServerRig::bank(22), ServerRig::bank(33)}, QStringLiteral("me"),
                                       rig.clock.now());
        rig.store.ledger.setFlag(ServerRig::bank(33), true, QStringLiteral("swollen"), QStringLiteral("me"),
                                 rig.clock.now());
        rig.start();
        Cabinet cabinet(rig, {{1, 11}});
        cabinet.say(returnFrame(slot, ServerRig::bank(bank)));
        QTRY_COMPARE(rig.told().last(), key);
        QCOMPARE(cabinet.heard(), returnAnswer(slot, result));
        QCOMPARE(rig.events.last().kind, QStringLiteral("returned"));
        QCOMPARE(rig.events.last().details.value(QStringLiteral("result")).toInt(), int(result));
    }

    void aReturnThatCannotBeWrittenIsAnsweredZero()
    {
        // No folder can be made below the null device: nothing can be written, and all goes on without the ledger.
        ServerRig rig({}, QStringLiteral("../../dev/null/opsdeck.db"));
        rig.start();
        const auto peer = rig.online(kSn);
        rig.peers->receive(peer, returnFrame(2, ServerRig::bank(22)));
        QTRY_COMPARE(rig.count("cabinet.return-refused.failed"), 1);
        QCOMPARE(rig.peers->taken(peer), returnAnswer(2, ReturnResult::Failed));
    }

    void aRepeatWhileItIsDecidedIsAnsweredOnce()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        cabinet.say(returnFrame(1, ServerRig::bank(1), 1));
        cabinet.say(returnFrame(1, ServerRig::bank(1), 2));
        cabinet.say(returnFrame(1, ServerRig::bank(1), 3));
        QTRY_COMPARE(rig.count("cabinet.returned"), 1);
        rig.settle();
        QCOMPARE(cabinet.heard(), returnAnswer(1, ReturnResult::Ok, 3));
        QCOMPARE(rig.count("cabinet.return-refused.duplicate"), 0);
        // Once decided, a repeat is a duplicate.
        cabinet.say(returnFrame(1, ServerRig::bank(1), 4));
        QTRY_COMPARE(rig.count("cabinet.return-refused.duplicate"), 1);
        QCOMPARE(cabinet.heard(), returnAnswer(1, ReturnResult::Duplicate, 4));
    }

    void tooManyUndecidedReturnsAreRefused()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        QByteArray many;
        for (int i = 0; i <= BankDesk::kMostPendingReturns; ++i)
            many += returnFrame(i + 1, ServerRig::bank(i));
        cabinet.say(many);
        QCOMPARE(cabinet.heard(), returnAnswer(BankDesk::kMostPendingReturns + 1, ReturnResult::Failed));
        QTRY_COMPARE(rig.count("cabinet.returned"), BankDesk::kMostPendingReturns);
    }

    void aReturnWhoseCabinetLeftIsKeptAndNotAnswered()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        cabinet.say(returnFrame(1, ServerRig::bank(1)));
        rig.peers->leave(cabinet.peer);
        // The same cabinet on a new connection asked nothing.
        const auto again = rig.online(kSn);
        QTRY_COMPARE(rig.count("cabinet.returned"), 1);
        QVERIFY(!rig.peers->taken(again).contains(char(Command::Return)));
        rig.peers->receive(again, returnFrame(1, ServerRig::bank(1)));
        QTRY_COMPARE(rig.count("cabinet.return-refused.duplicate"), 1);
    }

    void aBankShownElsewhereMovesWithItsReturn()
    {
        ServerRig rig;
        rig.start();
        const QString other = QStringLiteral("WSTD081565222889");
        Cabinet one(rig, {{1, 11}});
        Cabinet two(rig, {}, other);
        two.say(returnFrame(5, ServerRig::bank(11)));
        QTRY_COMPARE(rig.count("cabinet.returned"), 1);
        QCOMPARE(rig.status(kSn).banks(), 0);
        QCOMPARE(rig.cabinets.value(other).banks(), 1);
    }

    void aFaultyBankOfAVsn2BoardIsRefused()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn, QStringLiteral("10.0.0.1"), 2);
        QCOMPARE(rig.count("cabinet.secret-missing"), 1);
        QVERIFY(rig.status(kSn).hasSecretMissing);
        QCOMPARE(rig.cabinets.value(kSn).modelSlots, 12);
        // It is listened to without its secret.
        rig.peers->receive(
            peer, ServerRig::frame(Command::Return,
                                   char(1) + ServerRig::bank(1) + test::bytesOf("0f3c 0000 19 04 5f"), 2,
                                   0x12345678));
        QTRY_COMPARE(rig.count("cabinet.return-refused.abnormal"), 1);
        QCOMPARE(rig.peers->taken(peer),
                 ServerRig::frame(Command::Return, encodeReturnResult(1, ReturnResult::BankAbnormal), 2,
                                  0x12345678));
        const auto bank = rig.store.ledger.bank(ServerRig::bank(1));
        QTRY_VERIFY(bank.isFinished());
        QVERIFY((*bank.result())->isFlagged);
    }

    void aReturnThatCannotBeReadIsAnsweredZero_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("slot");
        QTest::newRow("too short") << test::bytesOf("05 524c31") << 5;
        QTest::newRow("too long") << test::bytesOf("05 524c31417c000052 00") << 5;
        QTest::newRow("slot 0") << test::bytesOf("00 524c31417c000052") << 0;
        QTest::newRow("empty") << QByteArray() << 0;
    }
    void aReturnThatCannotBeReadIsAnsweredZero()
    {
        QFETCH(QByteArray, payload);
        QFETCH(int, slot);
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        cabinet.say(ServerRig::frame(Command::Return, payload));
        QCOMPARE(cabinet.heard(), returnAnswer(slot, ReturnResult::Failed));
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.bad-message"));
        rig.settle();
        const auto stock = rig.store.ledger.stock();
        QTRY_VERIFY(stock.isFinished());
        QCOMPARE(stock.result()->inSlots, 0);
    }

    void theFirstInventoryIsNoDisagreementTheNextOneIs()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {{3, 33}, {1, 11}});
        QCOMPARE(rig.count("cabinet.inventory-disagrees"), 0);
        CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.banks(), 2);
        QCOMPARE(status.inventory->first().slot, 1);
        QCOMPARE(status.banksAtLeast80(), 2);
        rig.peers->leave(cabinet.peer);
        Cabinet again(rig, {{1, 11}, {2, 22}});
        QTRY_COMPARE(rig.count("cabinet.inventory-disagrees"), 1);
        const auto listed = rig.events.last().details.value(QStringLiteral("banks")).toArray();
        QCOMPARE(listed.size(), 2);
        // The inventory wins.
        const auto lost = rig.store.ledger.bank(ServerRig::bank(33));
        QTRY_VERIFY(lost.isFinished());
        QCOMPARE((*lost.result())->place.state, store::BankPlace::State::Unknown);
    }

    void anEmptySlotThatIsReportedMakesNoBank()
    {
        // A series: the empty slots tell how large it is.
        const QString sn = QStringLiteral("WSTD161565222888");
        const QByteArray nobody(8, '\0');
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(sn);
        rig.passQueries(peer);
        QByteArray payload(1, 4);
        payload += char(1) + nobody + char(0) + char(2) + ServerRig::bank(2) + char(4) + char(11) + nobody +
                   char(0) + char(12) + nobody + char(0);
        rig.peers->receive(peer, ServerRig::frame(Command::Inventory, payload));
        rig.settle();
        QCOMPARE(rig.status(sn).banks(), 1);
        QCOMPARE(rig.status(sn).modelSlots, 12);
        QCOMPARE(rig.status(sn).freeSlots(), 11);
        const auto banks = rig.store.ledger.banksOf(sn);
        QTRY_VERIFY(banks.isFinished());
        QCOMPARE(banks.result()->size(), 1);
        QCOMPARE(banks.result()->value(0).id, ServerRig::bank(2));
        // Who asks hears of banks only.
        qsizetype heard = -1;
        rig.server->calls().inventory(
            sn, [&](const base::Result<QList<SlotEntry>> &entries) { heard = entries->size(); });
        rig.peers->receive(peer, ServerRig::frame(Command::Inventory, payload));
        QTRY_COMPARE(heard, 1);
    }

    void aReturnOfNoBankIsIllegal()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        const QByteArray nobody(8, '\0');
        cabinet.say(returnFrame(3, nobody));
        QCOMPARE(cabinet.heard(), returnAnswer(3, ReturnResult::IllegalBank));
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.return-refused.illegal"));
        const auto zero = rig.store.ledger.bank(nobody);
        QTRY_VERIFY(zero.isFinished());
        QVERIFY(!*zero.result());
    }

    void oneDisagreementNamesItsBank()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {{3, 33}});
        rig.peers->leave(cabinet.peer);
        Cabinet again(rig, {});
        QTRY_COMPARE(rig.count("cabinet.inventory-disagrees.one"), 1);
        QCOMPARE(rig.count("cabinet.inventory-disagrees"), 0);
    }

    void anInventoryTellsTheSlotsOfASeries_data()
    {
        QTest::addColumn<QString>("sn");
        QTest::addColumn<int>("highest");
        QTest::addColumn<int>("slotCount");
        QTest::newRow("series, 5") << QStringLiteral("WSTD161565222888") << 5 << 8;
        QTest::newRow("series, 13") << QStringLiteral("WSTD161565222888") << 13 << 16;
        QTest::newRow("another SN, 5") << QStringLiteral("RL1A031712000015") << 5 << 6;
        QTest::newRow("more than the model says") << kSn << 9 << 8;
        QTest::newRow("another SN, past any model") << QStringLiteral("RL1A031712000015") << 200 << 200;
    }
    void anInventoryTellsTheSlotsOfASeries()
    {
        QFETCH(QString, sn);
        QFETCH(int, highest);
        QFETCH(int, slotCount);
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {{1, 1}, {highest, 2}}, sn);
        QCOMPARE(rig.status(sn).modelSlots, slotCount);
    }

    void refusedReturnsWithoutEndDoNotFillTheJournal()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {{1, 1}});
        for (int i = 0; i < 60; ++i) {
            cabinet.say(returnFrame(1, ServerRig::bank(1), quint32(i)));
            QByteArray heard;
            QTRY_VERIFY((heard += cabinet.heard()) == returnAnswer(1, ReturnResult::Duplicate, quint32(i)));
            rig.clock.advance(100ms);
        }
        QCOMPARE(rig.count("cabinet.return-refused.duplicate"), 21);
    }

    void afterTheLoginEachThingIsAskedOnceOneAfterTheOther()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        QCOMPARE(rig.peers->taken(peer), QByteArray());
        rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::Inventory));
        rig.peers->receive(peer, inventoryAnswer({{1, 1}}));
        QTRY_COMPARE(rig.peers->sent.value(peer.value()), ServerRig::frame(Command::Version));
        rig.peers->taken(peer);
        rig.peers->receive(peer, test::golden("version up"));
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::Iccid));
        rig.peers->receive(peer, test::golden("iccid up"));
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::Network));
        // An old board does not know that one: no event.
        rig.clock.advance(10s);
        for (int i = 0; i < 3; ++i) {
            rig.peers->receive(peer, test::golden("heartbeat"));
            rig.clock.advance(60s);
        }
        QCOMPARE(rig.peers->taken(peer), test::golden("heartbeat").repeated(3));
        const CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.version, QStringLiteral("A.09.01.06"));
        QCOMPARE(status.iccid, QStringLiteral("89860401101770982839"));
        QVERIFY(!status.network);
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.online"));
    }

    void whoWasSilentIsAskedForItsHeartbeat()
    {
        ServerRig rig;
        rig.start();
        rig.online(kSn);
        rig.clock.advance(90s);
        QCOMPARE(rig.count("cabinet.offline.silent"), 1);
        const auto logIn = [&] {
            const auto peer = rig.online(kSn);
            rig.clock.advance(BackgroundQueries::kTick);
            rig.peers->receive(peer, inventoryAnswer({}));
            rig.settle();
            rig.peers->receive(peer, test::golden("version up"));
            rig.peers->receive(peer, test::golden("iccid up"));
            rig.peers->taken(peer);
            rig.peers->receive(peer, ServerRig::frame(Command::Network, test::bytesOf("1f 00 07")));
            return peer;
        };
        auto peer = logIn();
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::ServerAddress));
        rig.peers->receive(
            peer, ServerRig::frame(Command::ServerAddress,
                                   encodeServerAddress({QStringLiteral("h"), QStringLiteral("1"), 200})));
        rig.clock.advance(599s);
        QVERIFY(rig.peers->isOpen(peer));
        rig.peers->leave(peer);
        // Once, and only then.
        peer = logIn();
        QCOMPARE(rig.peers->taken(peer), QByteArray());
    }

    void aStormOfLoginsIsAnsweredFirstAndAskedByAndBy()
    {
        ServerSettings settings;
        settings.limits.queriedPerSecond = 100;
        ServerRig rig(settings);
        rig.start();
        QList<transport::PeerId> peers;
        for (int i = 0; i < 200; ++i)
            peers.append(rig.online(QStringLiteral("SN%1").arg(i)));
        const auto asked = [&] {
            return std::count_if(peers.begin(), peers.end(), [&](transport::PeerId peer) {
                return rig.peers->sent.contains(peer.value());
            });
        };
        QCOMPARE(asked(), 0);
        rig.clock.advance(1s);
        QCOMPARE(asked(), 100);
        rig.clock.advance(1s);
        QCOMPARE(asked(), 200);
    }

    void whoLeftBeforeHisTurnTakesNobodysTurn()
    {
        ServerSettings settings;
        settings.limits.queriedPerSecond = 20;
        ServerRig rig(settings);
        rig.start();
        for (int i = 0; i < 100; ++i)
            rig.peers->leave(rig.online(QStringLiteral("RESTLESS")));
        const auto peer = rig.online(kSn);
        rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::Inventory));
    }

    void aSlotFaultIsAnsweredAndTold_data()
    {
        QTest::addColumn<int>("event");
        QTest::addColumn<QString>("key");
        for (int event = 1; event <= 5; ++event)
            QTest::addRow("%d", event) << event << QStringLiteral("cabinet.fault.%1").arg(event);
        QTest::newRow("an unknown one") << 9 << QStringLiteral("cabinet.fault.other");
    }
    void aSlotFaultIsAnsweredAndTold()
    {
        QFETCH(int, event);
        QFETCH(QString, key);
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        cabinet.say(ServerRig::frame(Command::SlotFault, char(event) + (char(7) + ServerRig::bank(1))));
        QCOMPARE(cabinet.heard(), ServerRig::frame(Command::SlotFault));
        QCOMPARE(rig.told().last(), key);
        QCOMPARE(rig.events.last().details.value(QStringLiteral("slot")).toInt(), 7);
    }

    void aFaultOfAnEmptySlotNamesNoBank()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        cabinet.say(ServerRig::frame(Command::SlotFault, test::bytesOf("02 07 0000000000000000")));
        rig.settle();
        const auto page = rig.store.journal.page({}, {}, 1);
        QTRY_VERIFY(page.isFinished());
        QCOMPARE(page.result()->entries.value(0).event.textKey, QStringLiteral("cabinet.fault.2"));
        QCOMPARE(page.result()->entries.value(0).event.arguments,
                 (QStringList{kSn, QStringLiteral("7"), QStringLiteral("\u2013")}));
    }

    void aBoardGoneMadDoesNotFillTheJournal()
    {
        ServerRig rig;
        rig.start();
        Cabinet cabinet(rig, {});
        for (int i = 0; i < 100; ++i)
            cabinet.say(ServerRig::frame(Command::SlotFault, char(4) + (char(7) + ServerRig::bank(1))));
        QCOMPARE(cabinet.heard(), ServerRig::frame(Command::SlotFault).repeated(100));
        QCOMPARE(rig.count("cabinet.fault.4"), BankDesk::kFaultsAtOnce);
    }
};

QTEST_GUILESS_MAIN(TestServerBanks)
#include "tst_server_banks.moc"
