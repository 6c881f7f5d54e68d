// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/bank_ledger_rig.h"

#include "core/store/sql_connection.h"
#include "tests/support/full_disk.h"

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using State = BankPlace::State;

class TestBankReturns : public QObject, private BankLedgerRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void aNewBankIsTakenBack();
    void aRepeatedReturnIsADuplicate();
    void anUnknownBankIsRefusedWhenOnlyKnownOnesAreWanted();
    void aFlaggedBankIsAbnormal();
    void aFaultyBankIsFlagged();
    void aFaultyBankThatIsThereAlreadyIsADuplicateAndFlagged();
    void aSlotHoldsOneBank();
    void aBankThatTheLedgerHadElsewhereIsTakenBack();
    void theOrderOfTheReasons();
    void whatIsNoReturnIsRefused();
    void aReturnThatCannotBeKeptChangesNothing();

    void aRentAndAnEjectTakeOut_data();
    void aRentAndAnEjectTakeOut();
    void anotherBankThanTheLedgerThoughtCameOut();
    void aLateAnswerIsCountedOnce();
};

void TestBankReturns::aNewBankIsTakenBack()
{
    const auto outcome = giveBack(kBank, 3);
    QCOMPARE(outcome.result, ReturnResult::Ok);
    QVERIFY(!outcome.before);
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    QCOMPARE(bank(kBank)->since, m_clock->now());
    const QList<BankMove> moves = movesOf(kBank);
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves[0].cause, MoveCause::Return);
    QCOMPARE(moves[0].from, BankPlace());
    QCOMPARE(moves[0].to, at(kCabinet, 3));
    reopen();
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
}

void TestBankReturns::aRepeatedReturnIsADuplicate()
{
    giveBack(kBank, 3);
    m_clock->advance(std::chrono::minutes(1));
    const auto outcome = giveBack(kBank, 3);
    QCOMPARE(outcome.result, ReturnResult::Duplicate);
    QCOMPARE(outcome.before, at(kCabinet, 3));
    QCOMPARE(movesOf(kBank).size(), 1);
    QCOMPARE(bank(kBank)->since, m_clock->now().addSecs(-60));
}

void TestBankReturns::anUnknownBankIsRefusedWhenOnlyKnownOnesAreWanted()
{
    QCOMPARE(giveBack(kBank, 3, kCabinet, true).result, ReturnResult::IllegalBank);
    QVERIFY(!bank(kBank));
    QVERIFY(ledger().registerBanks({kBank}, QStringLiteral("Li Wei"), {}).result());
    QCOMPARE(giveBack(kBank, 3, kCabinet, true).result, ReturnResult::Ok);
    look({{5, kSecond, 1, false}}, kOther);
    QCOMPARE(giveBack(kSecond, 4, kCabinet, true).result, ReturnResult::Ok);
}

void TestBankReturns::aFlaggedBankIsAbnormal()
{
    giveBack(kBank, 3);
    QVERIFY(take(kBank, 3, MoveCause::Rent));
    QVERIFY(ledger().setFlag(kBank, true, QStringLiteral("hot"), QStringLiteral("Li Wei"), {}).result());
    const auto outcome = giveBack(kBank, 3);
    QCOMPARE(outcome.result, ReturnResult::BankAbnormal);
    QCOMPARE(placeOf(kBank).state, State::Rented);
    QVERIFY(ledger().setFlag(kBank, false, {}, QStringLiteral("Li Wei"), {}).result());
    QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Ok);
}

void TestBankReturns::aFaultyBankIsFlagged()
{
    QCOMPARE(giveBack(kBank, 3, kCabinet, false, true).result, ReturnResult::BankAbnormal);
    QVERIFY(bank(kBank)->isFlagged);
    QVERIFY(!bank(kBank)->flagReason.isEmpty());
    QCOMPARE(placeOf(kBank), BankPlace());
    QCOMPARE(causesOf(kBank), QList<MoveCause>{MoveCause::Flagged});
    // Also when it reports no fault the next time: an operator takes the flag back.
    QCOMPARE(giveBack(kBank, 3).result, ReturnResult::BankAbnormal);
    QCOMPARE(movesOf(kBank).size(), 1);
}

void TestBankReturns::aFaultyBankThatIsThereAlreadyIsADuplicateAndFlagged()
{
    giveBack(kBank, 3);
    QCOMPARE(giveBack(kBank, 3, kCabinet, false, true).result, ReturnResult::Duplicate);
    QVERIFY(bank(kBank)->isFlagged);
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
}

void TestBankReturns::aSlotHoldsOneBank()
{
    giveBack(kBank, 3);
    const auto outcome = giveBack(kSecond, 3);
    QCOMPARE(outcome.result, ReturnResult::SlotNotEmpty);
    QCOMPARE(outcome.inSlot, kBank);
    QVERIFY(!bank(kSecond));
    QCOMPARE(giveBack(kSecond, 3, kOther).result, ReturnResult::Ok);
}

void TestBankReturns::aBankThatTheLedgerHadElsewhereIsTakenBack()
{
    giveBack(kBank, 3);
    const auto outcome = giveBack(kBank, 7, kOther);
    QCOMPARE(outcome.result, ReturnResult::Ok);
    QCOMPARE(outcome.before, at(kCabinet, 3));
    QCOMPARE(placeOf(kBank), at(kOther, 7));
    QCOMPARE(ledger().banksOf(kCabinet).result()->size(), 0);
    QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::Ok);
}

void TestBankReturns::theOrderOfTheReasons()
{
    giveBack(kBank, 3);
    // Flagged and in this slot: 3 before 2.
    QVERIFY(ledger().setFlag(kBank, true, QStringLiteral("hot"), {}, {}).result());
    QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Duplicate);
    // Unknown and faulty: 4 before 2, and nothing is known of it afterwards.
    QCOMPARE(giveBack(kSecond, 4, kCabinet, true, true).result, ReturnResult::IllegalBank);
    QVERIFY(!bank(kSecond));
    // Unknown into a full slot: 4 before 5.
    QCOMPARE(giveBack(kSecond, 3, kCabinet, true).result, ReturnResult::IllegalBank);
    // Faulty into a full slot: 2 before 5.
    QCOMPARE(giveBack(kSecond, 3, kCabinet, false, true).result, ReturnResult::BankAbnormal);
}

void TestBankReturns::whatIsNoReturnIsRefused()
{
    for (const BankLedger::ReturnFact &fact : {BankLedger::ReturnFact{{}, kCabinet, 0, kBank},
                                               {{}, kCabinet, 256, kBank},
                                               {{}, {}, 1, kBank},
                                               {{}, kCabinet, 1, "short"},
                                               {{}, kCabinet, 1, {}}}) {
        const auto refused = ledger().recordReturn(fact).result();
        QVERIFY(!refused && refused.error().is(CommonError::InvalidArgument));
    }
}

void TestBankReturns::aReturnThatCannotBeKeptChangesNothing()
{
    giveBack(kBank, 3);
    const QString path = m_store->database.path();
    {
        const auto size = std::max(QFileInfo(path).size(), QFileInfo(path + QStringLiteral("-wal")).size());
        const test::FullDisk full(rlim_t(size + 100));
        const auto failed = ledger().recordReturn({{}, kCabinet, 4, kSecond}).result();
        QVERIFY(!failed && failed.error().is(DatabaseError::DiskFull));
    }
    QVERIFY(!bank(kSecond));
    QCOMPARE(giveBack(kSecond, 4).result, ReturnResult::Ok);
    QCOMPARE(movesOf(kSecond).size(), 1);
}

void TestBankReturns::aRentAndAnEjectTakeOut_data()
{
    QTest::addColumn<MoveCause>("cause");
    QTest::addColumn<int>("state");
    QTest::newRow("rent") << MoveCause::Rent << int(State::Rented);
    QTest::newRow("late rent") << MoveCause::LateRent << int(State::Rented);
    QTest::newRow("eject") << MoveCause::Eject << int(State::Unknown);
    QTest::newRow("late eject") << MoveCause::LateEject << int(State::Unknown);
}

void TestBankReturns::aRentAndAnEjectTakeOut()
{
    QFETCH(MoveCause, cause);
    QFETCH(int, state);
    giveBack(kBank, 3);
    QVERIFY(take(kBank, 3, cause));
    const BankPlace out{State(state), kCabinet, 3};
    QCOMPARE(placeOf(kBank), out);
    QCOMPARE(movesOf(kBank).first().cause, cause);
    QCOMPARE(movesOf(kBank).first().operatorName, QStringLiteral("Li Wei"));
    // One nobody had seen.
    QVERIFY(take(kSecond, 4, cause));
    QCOMPARE(placeOf(kSecond).state, State(state));
    // The slot is free.
    QCOMPARE(giveBack(kThird, 3).result, ReturnResult::Ok);
    // What takes nothing out.
    QVERIFY(!take(kBank, 3, MoveCause::Return));
    QVERIFY(!take("x", 3, cause));
}

void TestBankReturns::anotherBankThanTheLedgerThoughtCameOut()
{
    giveBack(kBank, 3);
    QVERIFY(take(kSecond, 3, MoveCause::Rent));
    QCOMPARE(placeOf(kSecond).state, State::Rented);
    const BankPlace lost{State::Unknown, kCabinet, 3};
    QCOMPARE(placeOf(kBank), lost);
    QVERIFY(!movesOf(kBank).first().note.isEmpty());
}

void TestBankReturns::aLateAnswerIsCountedOnce()
{
    look({{3, kBank, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    const auto outcome = look({});
    QCOMPARE(outcome.settled.size(), 1);
    QVERIFY(take(kBank, 3, MoveCause::LateRent));
    QCOMPARE(causesOf(kBank), (QList<MoveCause>{MoveCause::Inventory, MoveCause::LateRent}));
    const auto hours = ledger().hours(m_clock->now(), m_clock->now().addSecs(1)).result();
    QCOMPARE(hours->last().rents, 1);
}

QTEST_GUILESS_MAIN(TestBankReturns)
#include "tst_bank_returns.moc"
