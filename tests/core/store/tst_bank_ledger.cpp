// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/bank_ledger_rig.h"

#include "core/store/bank_name.h"

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using State = BankPlace::State;

class TestBankLedger : public QObject, private BankLedgerRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void flagsAreSetAndTakenBack();
    void banksAreMadeKnown();
    void findsBanksByTheNameThatIsShown();
    void historyGoesOnPageByPage();
    void countsTheStock();
    void countsTheHours();
    void namesBanksAsTheyAreShown();

    void cabinetsAreAcceptedAndForgotten();
    void anAcceptedCabinetKeepsWhatIsNotSaidAnew();
    void aCabinetWithoutAnSnIsRefused();

    void tellsChangesCollected();
    void whateverHappensABankIsInOnePlace();
};

void TestBankLedger::flagsAreSetAndTakenBack()
{
    const auto unknown = ledger().setFlag(kBank, true, {}, {}, {}).result();
    QVERIFY(!unknown && unknown.error().is(CommonError::InvalidArgument));
    giveBack(kBank, 3);
    for (int twice = 0; twice < 2; ++twice)
        QVERIFY(
            ledger().setFlag(kBank, true, QStringLiteral("hot\n"), QStringLiteral("Li Wei"), {}).result());
    QVERIFY(bank(kBank)->isFlagged);
    QCOMPARE(bank(kBank)->flagReason, QStringLiteral("hot\ufffd"));
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    QVERIFY(
        ledger().setFlag(kBank, false, QStringLiteral("cooled down"), QStringLiteral("Li Wei"), {}).result());
    QVERIFY(!bank(kBank)->isFlagged);
    QVERIFY(bank(kBank)->flagReason.isEmpty());
    QCOMPARE(causesOf(kBank),
             (QList<MoveCause>{MoveCause::Return, MoveCause::Flagged, MoveCause::Unflagged}));
    QCOMPARE(movesOf(kBank).first().note, QStringLiteral("cooled down"));
    QCOMPARE(movesOf(kBank).first().operatorName, QStringLiteral("Li Wei"));
}

void TestBankLedger::banksAreMadeKnown()
{
    giveBack(kBank, 3);
    QVERIFY(ledger().registerBanks({kBank, kSecond, kSecond}, QStringLiteral("Li Wei"), {}).result());
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    QCOMPARE(placeOf(kSecond), BankPlace());
    QCOMPARE(causesOf(kSecond), QList<MoveCause>{MoveCause::Registered});
    const auto refused = ledger().registerBanks({kThird, "x"}, {}, {}).result();
    QVERIFY(!refused && refused.error().is(CommonError::InvalidArgument));
    QVERIFY2(!bank(kThird), "all or none");
}

void TestBankLedger::findsBanksByTheNameThatIsShown()
{
    const QByteArray raw = QByteArray::fromHex("00ff5f2500000001");
    look({{1, kBank, 4, false}, {2, kSecond, 4, false}, {3, raw, 4, false}});
    const auto found = [this](const char *text, int limit = 10) {
        QList<QByteArray> ids;
        const QList<Bank> banks = ledger().search(QString::fromLatin1(text), limit).result().value();
        for (const Bank &each : banks)
            ids.append(each.id);
        return ids;
    };
    QCOMPARE(found("RL1A7C000041"), QList<QByteArray>{kBank});
    QCOMPARE(found("rl1a7c"), (QList<QByteArray>{kBank, kSecond}));
    QCOMPARE(found("0044"), QList<QByteArray>{kSecond});
    QCOMPARE(found("00FF5F25"), QList<QByteArray>{raw});
    QCOMPARE(found("").size(), 3);
    QCOMPARE(found("", 2).size(), 2);
    QCOMPARE(found("%").size(), 0);
    QCOMPARE(found("_").size(), 0);
    QCOMPARE(found("\\").size(), 0);
    QVERIFY(!ledger().search(QString(), 0).result());
    QVERIFY(!ledger().search(QString(), 1001).result());
}

void TestBankLedger::historyGoesOnPageByPage()
{
    for (int i = 0; i < 10; ++i) {
        giveBack(kBank, 3);
        QVERIFY(take(kBank, 3, MoveCause::Rent));
        giveBack(kSecond, 4);
    }
    const QList<BankMove> all = movesOf(kBank);
    QCOMPARE(all.size(), 20);
    QList<BankMove> pages;
    for (;;) {
        const auto page = ledger().history(kBank, pages.isEmpty() ? 0 : pages.last().id, 7).result();
        QVERIFY(page);
        if (page->isEmpty())
            break;
        pages += *page;
    }
    QVERIFY(pages == all);
    for (int i = 0; i + 1 < all.size(); ++i) {
        QVERIFY(all[i].id > all[i + 1].id);
        QCOMPARE(all[i].from, all[i + 1].to);
    }
    QVERIFY(!ledger().history(kBank, 0, 0).result());
}

void TestBankLedger::countsTheStock()
{
    look({{1, bankOf(1), 0, false},
          {2, bankOf(2), 4, false},
          {3, bankOf(3), 4, true},
          {4, bankOf(4), 7, false},
          {5, bankOf(5), 2, false},
          {6, bankOf(6), 2, false}});
    QVERIFY(take(bankOf(5), 5, MoveCause::Rent));
    QVERIFY(take(bankOf(6), 6, MoveCause::Eject));
    QVERIFY(ledger().setFlag(bankOf(6), true, QStringLiteral("x"), {}, {}).result());
    const auto stock = ledger().stock().result();
    QVERIFY(stock);
    QCOMPARE(stock->inSlots, 4);
    QCOMPARE(stock->rented, 1);
    QCOMPARE(stock->unknown, 1);
    QCOMPARE(stock->flagged, 2);
    QCOMPARE(stock->byLevel, (std::array<int, 6>{1, 0, 0, 0, 2, 1}));
}

void TestBankLedger::countsTheHours()
{
    const QDateTime begin(QDate(2026, 11, 20), QTime(14, 0), Qt::UTC); // the clock says 14:02
    giveBack(kBank, 1);
    QVERIFY(take(kBank, 1, MoveCause::Rent));
    QVERIFY(take(kSecond, 2, MoveCause::Eject));
    m_clock->advance(std::chrono::minutes(58)); // 15:00
    QVERIFY(take(kThird, 3, MoveCause::LateRent));
    m_clock->advance(std::chrono::hours(2)); // 17:00
    giveBack(kBank, 1);
    giveBack(kBank, 1);
    const auto hours = ledger().hours(begin.addSecs(-3600), begin.addSecs(4 * 3600)).result();
    QVERIFY(hours);
    QCOMPARE(hours->size(), 5);
    const int expected[5][2] = {{0, 0}, {1, 1}, {1, 0}, {0, 0}, {0, 1}};
    for (int i = 0; i < 5; ++i) {
        QCOMPARE((*hours)[i].from, begin.addSecs((i - 1) * 3600));
        QCOMPARE((*hours)[i].rents, expected[i][0]);
        QCOMPARE((*hours)[i].returns, expected[i][1]);
    }
    // Begun hours are whole ones.
    QCOMPARE(ledger().hours(begin.addSecs(60), begin.addSecs(61)).result()->size(), 1);
    QVERIFY(ledger().hours(begin, begin.addDays(31)).result());
    QVERIFY(!ledger().hours(begin, begin.addDays(31).addSecs(1)).result());
    QVERIFY(!ledger().hours(begin, begin.addSecs(-7200)).result());
    QVERIFY(!ledger().hours({}, begin).result());
}

void TestBankLedger::namesBanksAsTheyAreShown()
{
    QCOMPARE(bankShownName(kBank), QStringLiteral("RL1A7C000041"));
    QCOMPARE(bankShownName(QByteArray::fromHex("524c31417c000041")), QStringLiteral("RL1A7C000041"));
    QCOMPARE(bankShownName("ab1Zab1Z"), QStringLiteral("ab1Z6162315A"));
    QCOMPARE(bankShownName(QByteArray::fromHex("524c312d7c000041")), QStringLiteral("524C312D7C000041"));
    QCOMPARE(bankShownName("RL1A"), QStringLiteral("524C3141"));
    QCOMPARE(bankShownName({}), QString());
}

void TestBankLedger::cabinetsAreAcceptedAndForgotten()
{
    QSignalSpy changed(&ledger(), &BankLedger::cabinetsChanged);
    KnownCabinet cabinet;
    cabinet.sn = kOther;
    cabinet.name = QStringLiteral("Hall 2");
    cabinet.place = QStringLiteral("机场");
    cabinet.slotCount = 12;
    cabinet.isStrict = true;
    cabinet.hasSecret = true;
    cabinet.acceptedBy = QStringLiteral("Li Wei");
    KnownCabinet plain;
    plain.sn = kCabinet;
    QVERIFY(ledger().acceptCabinets({cabinet, plain}).result());
    QTRY_COMPARE(changed.size(), 1);
    cabinet.acceptedAt = plain.acceptedAt = m_clock->now();
    QCOMPARE(*ledger().cabinets().result(), (QList<KnownCabinet>{plain, cabinet}));
    QVERIFY(ledger().forgetCabinet(kCabinet).result());
    QTRY_COMPARE(changed.size(), 2);
    reopen();
    QCOMPARE(*ledger().cabinets().result(), QList<KnownCabinet>{cabinet});
}

void TestBankLedger::anAcceptedCabinetKeepsWhatIsNotSaidAnew()
{
    KnownCabinet cabinet;
    cabinet.sn = kCabinet;
    cabinet.name = QStringLiteral("Hall 1");
    cabinet.acceptedBy = QStringLiteral("Li Wei");
    QVERIFY(ledger().acceptCabinets({cabinet}).result());
    const QDateTime accepted = m_clock->now();
    m_clock->advance(std::chrono::hours(1));
    QVERIFY(ledger().noteSeen(kCabinet, 8, m_clock->now()).result());
    QVERIFY(ledger().noteSeen(kOther, 8, m_clock->now()).result());
    QVERIFY(ledger().noteSeen(kCabinet, 0, {}).result());
    // Who writes it again may have read it before it was seen.
    KnownCabinet older = cabinet;
    older.lastSeen = m_clock->now().addDays(-1);
    QVERIFY(ledger().acceptCabinets({older}).result());
    QCOMPARE(ledger().cabinets().result()->at(0).lastSeen, m_clock->now());
    cabinet.name = QStringLiteral("Hall 3");
    cabinet.isStrict = true;
    cabinet.acceptedBy.clear();
    QVERIFY(ledger().acceptCabinets({cabinet}).result());
    const QList<KnownCabinet> kept = *ledger().cabinets().result();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0].name, QStringLiteral("Hall 3"));
    QVERIFY(kept[0].isStrict);
    QCOMPARE(kept[0].slotCount, 8);
    QCOMPARE(kept[0].lastSeen, m_clock->now());
    QCOMPARE(kept[0].acceptedAt, accepted);
    QCOMPARE(kept[0].acceptedBy, QStringLiteral("Li Wei"));
}

void TestBankLedger::aCabinetWithoutAnSnIsRefused()
{
    KnownCabinet good;
    good.sn = kCabinet;
    for (const QString &sn : {QString(), QString(65, u'A')}) {
        KnownCabinet bad;
        bad.sn = sn;
        const auto refused = ledger().acceptCabinets({good, bad}).result();
        QVERIFY(!refused && refused.error().is(CommonError::InvalidArgument));
    }
    QVERIFY2(ledger().cabinets().result()->isEmpty(), "all or none");
}

void TestBankLedger::tellsChangesCollected()
{
    QSignalSpy changed(&ledger(), &BankLedger::changed);
    for (int i = 1; i <= 20; ++i)
        giveBack(bankOf(i), i);
    QCoreApplication::processEvents();
    m_clock->advance(std::chrono::milliseconds(249));
    QCOMPARE(changed.size(), 0);
    m_clock->advance(std::chrono::milliseconds(1));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(giveBack(bankOf(1), 1).result, ReturnResult::Duplicate);
    m_clock->advance(std::chrono::seconds(1));
    QCOMPARE(changed.size(), 1);
}

/// Anything in any order: what must always be true is, and the moves tell the places.
void TestBankLedger::whateverHappensABankIsInOnePlace()
{
    constexpr int kBanks = 12;
    constexpr int kSlots = 6;
    const QStringList cabinets{kCabinet, kOther, QStringLiteral("WSTD240000000001")};
    QRandomGenerator random(31);
    const auto anyBank = [&] { return bankOf(int(random.bounded(kBanks))); };
    const auto anySlot = [&] { return 1 + int(random.bounded(kSlots)); };
    for (int round = 0; round < 1500; ++round) {
        const QString cabinet = cabinets[random.bounded(int(cabinets.size()))];
        switch (random.bounded(6)) {
        case 0:
        case 1:
            giveBack(anyBank(), anySlot(), cabinet, random.bounded(4) == 0, random.bounded(30) == 0);
            break;
        case 2:
            QVERIFY(take(anyBank(), anySlot(),
                         QList<MoveCause>{MoveCause::Rent, MoveCause::Eject, MoveCause::LateRent,
                                          MoveCause::LateEject}[random.bounded(4)],
                         cabinet));
            break;
        case 3: {
            BankLedger::OpenOutcome open;
            open.cabinet = cabinet;
            open.slot = anySlot();
            open.cause = random.bounded(2) == 0 ? MoveCause::Rent : MoveCause::Eject;
            if (random.bounded(2) == 0)
                open.bank = anyBank();
            QVERIFY(ledger().recordUnknownOutcome(open).result());
            break;
        }
        case 4: {
            QList<BankLedger::SeenBank> seen;
            for (quint32 i = random.bounded(5U); i > 0; --i)
                seen.append({anySlot(), anyBank(), int(random.bounded(6)), random.bounded(60) == 0});
            look(seen, cabinet);
            QMap<int, QByteArray> inLedger;
            const QList<Bank> banks = ledger().banksOf(cabinet).result().value();
            for (const Bank &each : banks)
                inLedger.insert(each.place.slot, each.id);
            QMap<int, QByteArray> inCabinet;
            for (const BankLedger::SeenBank &each : std::as_const(seen)) {
                inCabinet.removeIf([&](const auto &it) { return it.value() == each.bank; });
                inCabinet.insert(each.slot, each.bank);
            }
            QCOMPARE(inLedger, inCabinet);
            break;
        }
        default:
            ledger()
                .setFlag(anyBank(), random.bounded(2) == 0, QStringLiteral("x"), {}, {})
                .waitForFinished();
            break;
        }
        if (round % 25 != 0)
            continue;
        const QList<Bank> banks = ledger().search({}, 1000).result().value();
        QSet<QPair<QString, int>> taken;
        BankLedger::Stock counted;
        for (const Bank &each : banks) {
            if (each.place.state == State::InSlot) {
                QVERIFY2(!taken.contains({each.place.cabinet, each.place.slot}), "a slot holds one bank");
                taken.insert({each.place.cabinet, each.place.slot});
            }
            const QList<BankMove> moves = movesOf(each.id);
            QVERIFY(!moves.isEmpty());
            QCOMPARE(moves.first().to, each.place);
            QCOMPARE(moves.last().from, BankPlace());
            for (int i = 0; i + 1 < moves.size(); ++i)
                QCOMPARE(moves[i].from, moves[i + 1].to);
            bool isFlagged = false;
            for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
                if (move->cause == MoveCause::Flagged || move->cause == MoveCause::Unflagged)
                    isFlagged = move->cause == MoveCause::Flagged;
            }
            QCOMPARE(each.isFlagged, isFlagged);
            counted.inSlots += each.place.state == State::InSlot ? 1 : 0;
            counted.rented += each.place.state == State::Rented ? 1 : 0;
            counted.flagged += each.isFlagged ? 1 : 0;
        }
        const auto stock = ledger().stock().result();
        QCOMPARE(stock->inSlots, counted.inSlots);
        QCOMPARE(stock->rented, counted.rented);
        QCOMPARE(stock->flagged, counted.flagged);
    }
}

QTEST_GUILESS_MAIN(TestBankLedger)
#include "tst_bank_ledger.moc"
