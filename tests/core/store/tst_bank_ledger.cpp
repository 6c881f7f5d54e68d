// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bank_name.h"
#include "core/store/sql_connection.h"
#include "core/store/store.h"
#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QLoggingCategory>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::store;
using base::CommonError;
using base::Result;
using State = BankPlace::State;

namespace {

const QString kCabinet = QStringLiteral("WSTD081565222888");
const QString kOther = QStringLiteral("WSTD121565222999");

QByteArray bankOf(int number)
{
    QByteArray id("RL1A");
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char((number >> shift) & 0xff));
    return id;
}

const QByteArray kBank = bankOf(0x7c000041);
const QByteArray kSecond = bankOf(0x7c000044);
const QByteArray kThird = bankOf(0x7c000052);

BankPlace at(const QString &cabinet, int slot)
{
    return {State::InSlot, cabinet, slot};
}

} // namespace

class TestBankLedger : public QObject
{
    Q_OBJECT

private:
    BankLedger &ledger() { return m_store->ledger; }
    BankLedger::ReturnOutcome giveBack(const QByteArray &bank, int slot, const QString &cabinet = kCabinet,
                                       bool knownOnly = false, bool isFaulty = false);
    bool take(const QByteArray &bank, int slot, MoveCause cause, const QString &cabinet = kCabinet)
    {
        return ledger()
            .recordOut({{}, cabinet, slot, bank, cause, QStringLiteral("Li Wei")})
            .result()
            .has_value();
    }
    BankLedger::InventoryOutcome look(const QList<BankLedger::SeenBank> &seen,
                                      const QString &cabinet = kCabinet)
    {
        const auto outcome = ledger().recordInventory({}, cabinet, seen).result();
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail()));
        return *outcome;
    }
    bool ask(int slot, MoveCause cause, const QByteArray &bank)
    {
        BankLedger::OpenOutcome outcome;
        outcome.cabinet = kCabinet;
        outcome.slot = slot;
        outcome.cause = cause;
        outcome.bank = bank;
        outcome.operatorName = QStringLiteral("Li Wei");
        return ledger().recordUnknownOutcome(outcome).result().has_value();
    }
    std::optional<Bank> bank(const QByteArray &id) { return ledger().bank(id).result().value(); }
    BankPlace placeOf(const QByteArray &id) { return bank(id).value_or(Bank()).place; }
    QList<BankMove> movesOf(const QByteArray &id) { return ledger().history(id, 0, 1000).result().value(); }
    QList<MoveCause> causesOf(const QByteArray &id)
    {
        QList<MoveCause> causes;
        for (const BankMove &move : movesOf(id))
            causes.prepend(move.cause);
        return causes;
    }
    void reopen()
    {
        m_store.reset();
        m_store = std::make_unique<Store>(m_home->filePath(QStringLiteral("opsdeck.db")), *m_clock);
        QVERIFY(m_store->database.open().result());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false")); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<test::ManualClock>();
        reopen();
    }
    void cleanup() { m_store.reset(); }

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

    void theFirstInventoryIsNoDisagreement();
    void theInventoryWins();
    void banksThatChangedPlacesAreFound();
    void ofTwoOfOneSlotOrBankTheLaterCounts();
    void anInventoryOfNothingEmptiesTheCabinet();
    void anInventoryThatAgreesMovesNothing();
    void anInventoryThatIsTooLargeIsRefused();

    void anInventorySettlesWhatWasOpen_data();
    void anInventorySettlesWhatWasOpen();
    void whatIsOpenIsSettledAfterARestart();
    void aLateAnswerLeavesNothingToSettle();
    void theBankOfAnOpenRentThatComesBackIsNoDuplicate();
    void aReturnToTheSlotTellsThatTheOpenRentWentOut();

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

BankLedger::ReturnOutcome TestBankLedger::giveBack(const QByteArray &bank, int slot, const QString &cabinet,
                                                   bool knownOnly, bool isFaulty)
{
    BankLedger::ReturnFact fact;
    fact.cabinet = cabinet;
    fact.slot = slot;
    fact.bank = bank;
    fact.knownOnly = knownOnly;
    fact.isFaulty = isFaulty;
    const auto outcome = ledger().recordReturn(fact).result();
    if (!outcome)
        qFatal("%s", qPrintable(outcome.error().detail()));
    return *outcome;
}

void TestBankLedger::aNewBankIsTakenBack()
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

void TestBankLedger::aRepeatedReturnIsADuplicate()
{
    giveBack(kBank, 3);
    m_clock->advance(std::chrono::minutes(1));
    const auto outcome = giveBack(kBank, 3);
    QCOMPARE(outcome.result, ReturnResult::Duplicate);
    QCOMPARE(outcome.before, at(kCabinet, 3));
    QCOMPARE(movesOf(kBank).size(), 1);
    QCOMPARE(bank(kBank)->since, m_clock->now().addSecs(-60));
}

void TestBankLedger::anUnknownBankIsRefusedWhenOnlyKnownOnesAreWanted()
{
    QCOMPARE(giveBack(kBank, 3, kCabinet, true).result, ReturnResult::IllegalBank);
    QVERIFY(!bank(kBank));
    QVERIFY(ledger().registerBanks({kBank}, QStringLiteral("Li Wei"), {}).result());
    QCOMPARE(giveBack(kBank, 3, kCabinet, true).result, ReturnResult::Ok);
    look({{5, kSecond, 1, false}}, kOther);
    QCOMPARE(giveBack(kSecond, 4, kCabinet, true).result, ReturnResult::Ok);
}

void TestBankLedger::aFlaggedBankIsAbnormal()
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

void TestBankLedger::aFaultyBankIsFlagged()
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

void TestBankLedger::aFaultyBankThatIsThereAlreadyIsADuplicateAndFlagged()
{
    giveBack(kBank, 3);
    QCOMPARE(giveBack(kBank, 3, kCabinet, false, true).result, ReturnResult::Duplicate);
    QVERIFY(bank(kBank)->isFlagged);
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
}

void TestBankLedger::aSlotHoldsOneBank()
{
    giveBack(kBank, 3);
    const auto outcome = giveBack(kSecond, 3);
    QCOMPARE(outcome.result, ReturnResult::SlotNotEmpty);
    QCOMPARE(outcome.inSlot, kBank);
    QVERIFY(!bank(kSecond));
    QCOMPARE(giveBack(kSecond, 3, kOther).result, ReturnResult::Ok);
}

void TestBankLedger::aBankThatTheLedgerHadElsewhereIsTakenBack()
{
    giveBack(kBank, 3);
    const auto outcome = giveBack(kBank, 7, kOther);
    QCOMPARE(outcome.result, ReturnResult::Ok);
    QCOMPARE(outcome.before, at(kCabinet, 3));
    QCOMPARE(placeOf(kBank), at(kOther, 7));
    QCOMPARE(ledger().banksOf(kCabinet).result()->size(), 0);
    QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::Ok);
}

void TestBankLedger::theOrderOfTheReasons()
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

void TestBankLedger::whatIsNoReturnIsRefused()
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

void TestBankLedger::aReturnThatCannotBeKeptChangesNothing()
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

void TestBankLedger::aRentAndAnEjectTakeOut_data()
{
    QTest::addColumn<MoveCause>("cause");
    QTest::addColumn<int>("state");
    QTest::newRow("rent") << MoveCause::Rent << int(State::Rented);
    QTest::newRow("late rent") << MoveCause::LateRent << int(State::Rented);
    QTest::newRow("eject") << MoveCause::Eject << int(State::Unknown);
    QTest::newRow("late eject") << MoveCause::LateEject << int(State::Unknown);
}

void TestBankLedger::aRentAndAnEjectTakeOut()
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

void TestBankLedger::anotherBankThanTheLedgerThoughtCameOut()
{
    giveBack(kBank, 3);
    QVERIFY(take(kSecond, 3, MoveCause::Rent));
    QCOMPARE(placeOf(kSecond).state, State::Rented);
    const BankPlace lost{State::Unknown, kCabinet, 3};
    QCOMPARE(placeOf(kBank), lost);
    QVERIFY(!movesOf(kBank).first().note.isEmpty());
}

void TestBankLedger::aLateAnswerIsCountedOnce()
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

void TestBankLedger::theFirstInventoryIsNoDisagreement()
{
    const auto first = look({{1, kBank, 4, false}, {2, kSecond, 0, false}});
    QVERIFY(first.isFirst);
    QVERIFY(first.disagreements.isEmpty());
    QCOMPARE(placeOf(kBank), at(kCabinet, 1));
    QCOMPARE(bank(kBank)->level, 4);
    QCOMPARE(causesOf(kBank), QList<MoveCause>{MoveCause::Inventory});
    QVERIFY(!look({{1, kBank, 4, false}, {2, kSecond, 0, false}}).isFirst);
    QVERIFY(look({}, kOther).isFirst);
    reopen();
    QVERIFY(!look({}, kOther).isFirst);
}

void TestBankLedger::theInventoryWins()
{
    look({{1, kBank, 4, false}, {2, kSecond, 3, false}});
    giveBack(kThird, 9, kOther);
    const QByteArray fourth = bankOf(4);
    // The first is gone, the second is elsewhere, the third came from another cabinet, the fourth nobody knew.
    const auto outcome = look({{5, kSecond, 2, false}, {2, kThird, 1, true}, {6, fourth, 9, false}});
    QVERIFY(!outcome.isFirst);
    QMap<QByteArray, BankLedger::Disagreement> told;
    for (const BankLedger::Disagreement &each : outcome.disagreements)
        told.insert(each.bank, each);
    QCOMPARE(told.size(), 4);
    const BankPlace lost{State::Unknown, kCabinet, 1};
    QCOMPARE(told[kBank].ledger, at(kCabinet, 1));
    QCOMPARE(told[kBank].seen, lost);
    QCOMPARE(told[kSecond].ledger, at(kCabinet, 2));
    QCOMPARE(told[kSecond].seen, at(kCabinet, 5));
    QCOMPARE(told[kThird].ledger, at(kOther, 9));
    QCOMPARE(told[kThird].seen, at(kCabinet, 2));
    QVERIFY(!told[fourth].ledger);
    QCOMPARE(told[fourth].seen, at(kCabinet, 6));
    for (const BankLedger::Disagreement &each : std::as_const(told))
        QCOMPARE(placeOf(each.bank), each.seen);
    QCOMPARE(bank(kSecond)->level, 2);
    QCOMPARE(bank(fourth)->level, -1);
    QVERIFY(bank(kThird)->isFlagged);
    QCOMPARE(ledger().banksOf(kOther).result()->size(), 0);
    QVERIFY(
        look({{5, kSecond, 2, false}, {2, kThird, 1, true}, {6, fourth, 9, false}}).disagreements.isEmpty());
}

void TestBankLedger::banksThatChangedPlacesAreFound()
{
    look({{1, kBank, 4, false}, {2, kSecond, 4, false}, {3, kThird, 4, false}});
    const auto outcome = look({{1, kSecond, 4, false}, {2, kThird, 4, false}, {3, kBank, 4, false}});
    QCOMPARE(outcome.disagreements.size(), 3);
    QCOMPARE(placeOf(kSecond), at(kCabinet, 1));
    QCOMPARE(placeOf(kThird), at(kCabinet, 2));
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    // Each moved once, from where it was.
    QCOMPARE(movesOf(kBank).size(), 2);
    QCOMPARE(movesOf(kBank).first().from, at(kCabinet, 1));
}

void TestBankLedger::ofTwoOfOneSlotOrBankTheLaterCounts()
{
    look({{1, kBank, 4, false}, {1, kSecond, 4, false}, {2, kSecond, 3, false}, {3, kThird, 1, false}});
    QVERIFY(!bank(kBank));
    QCOMPARE(placeOf(kSecond), at(kCabinet, 2));
    QCOMPARE(bank(kSecond)->level, 3);
    QCOMPARE(placeOf(kThird), at(kCabinet, 3));
}

void TestBankLedger::anInventoryOfNothingEmptiesTheCabinet()
{
    look({{1, kBank, 4, false}, {2, kSecond, 4, false}});
    QCOMPARE(look({}).disagreements.size(), 2);
    QCOMPARE(placeOf(kBank).state, State::Unknown);
    QCOMPARE(placeOf(kSecond).state, State::Unknown);
}

void TestBankLedger::anInventoryThatAgreesMovesNothing()
{
    giveBack(kBank, 1);
    look({{1, kBank, 2, false}});
    QVERIFY(look({{1, kBank, 3, false}}).disagreements.isEmpty());
    QCOMPARE(movesOf(kBank).size(), 1);
    QCOMPARE(bank(kBank)->level, 3);
}

void TestBankLedger::anInventoryThatIsTooLargeIsRefused()
{
    QList<BankLedger::SeenBank> seen;
    for (int slot = 1; slot <= 255; ++slot)
        seen.append({slot, bankOf(slot), 4, false});
    QVERIFY(ledger().recordInventory({}, kCabinet, seen).result());
    QCOMPARE(ledger().banksOf(kCabinet).result()->size(), 255);
    seen.append({1, bankOf(1), 4, false});
    const auto refused = ledger().recordInventory({}, kCabinet, seen).result();
    QVERIFY(!refused && refused.error().is(CommonError::InvalidArgument));
    for (const BankLedger::SeenBank &wrong :
         {BankLedger::SeenBank{0, kBank, 1, false}, {256, kBank, 1, false}, {1, "x", 1, false}})
        QVERIFY(!ledger().recordInventory({}, kCabinet, {wrong}).result());
    QVERIFY(!ledger().recordInventory({}, {}, {}).result());
    QCOMPARE(ledger().banksOf(kCabinet).result()->size(), 255);
}

void TestBankLedger::anInventorySettlesWhatWasOpen_data()
{
    QTest::addColumn<MoveCause>("asked");
    QTest::addColumn<bool>("isBankKnown"); // who was asked for
    QTest::addColumn<int>("seen"); // in the slot: 0 nothing, 1 the same, 2 another, 3 the same elsewhere
    QTest::addColumn<bool>("wentOut");
    QTest::addColumn<int>("state");
    QTest::addColumn<MoveCause>("cause"); // of the first move after it was asked
    QTest::newRow("rent, gone") << MoveCause::Rent << true << 0 << true << int(State::Rented)
                                << MoveCause::LateRent;
    QTest::newRow("eject, gone") << MoveCause::Eject << true << 0 << true << int(State::Unknown)
                                 << MoveCause::LateEject;
    QTest::newRow("rent, there") << MoveCause::Rent << true << 1 << false << int(State::InSlot)
                                 << MoveCause::Inventory;
    QTest::newRow("rent, another there")
        << MoveCause::Rent << true << 2 << true << int(State::Rented) << MoveCause::LateRent;
    QTest::newRow("rent, came back elsewhere")
        << MoveCause::Rent << true << 3 << true << int(State::InSlot) << MoveCause::LateRent;
    QTest::newRow("rent of somebody, gone")
        << MoveCause::Rent << false << 0 << true << int(State::Rented) << MoveCause::LateRent;
    QTest::newRow("eject of somebody, gone")
        << MoveCause::Eject << false << 0 << true << int(State::Unknown) << MoveCause::LateEject;
    QTest::newRow("rent of somebody, there")
        << MoveCause::Rent << false << 1 << false << int(State::InSlot) << MoveCause::Inventory;
}

void TestBankLedger::anInventorySettlesWhatWasOpen()
{
    QFETCH(MoveCause, asked);
    QFETCH(bool, isBankKnown);
    QFETCH(int, seen);
    QFETCH(bool, wentOut);
    QFETCH(int, state);
    QFETCH(MoveCause, cause);
    look({{3, kBank, 4, false}, {8, kThird, 4, false}});
    QVERIFY(ask(3, asked, isBankKnown ? kBank : QByteArray()));
    QList<BankLedger::SeenBank> now{{8, kThird, 4, false}};
    if (seen == 1)
        now.append({3, kBank, 4, false});
    if (seen == 2)
        now.append({3, kSecond, 4, false});
    if (seen == 3)
        now.append({5, kBank, 4, false});
    const auto outcome = look(now);
    QCOMPARE(outcome.settled.size(), 1);
    QCOMPARE(outcome.settled[0].wentOut, wentOut);
    QCOMPARE(outcome.settled[0].outcome.slot, 3);
    QCOMPARE(outcome.settled[0].outcome.cause, asked);
    QCOMPARE(outcome.settled[0].outcome.operatorName, QStringLiteral("Li Wei"));
    QCOMPARE(placeOf(kBank).state, State(state));
    const QList<MoveCause> causes = causesOf(kBank);
    QCOMPARE(causes.value(1, MoveCause::Inventory), cause);
    // That it is gone is explained; that another is there is not.
    for (const BankLedger::Disagreement &each : outcome.disagreements)
        QVERIFY2(each.bank != kBank || seen == 3, "an explained absence is no disagreement");
    QCOMPARE(outcome.disagreements.size(), seen >= 2 ? 1 : 0);
    // Once.
    QVERIFY(look(now).settled.isEmpty());
    QCOMPARE(causesOf(kBank), causes);
}

void TestBankLedger::whatIsOpenIsSettledAfterARestart()
{
    look({{3, kBank, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    reopen();
    const auto outcome = look({});
    QCOMPARE(outcome.settled.size(), 1);
    QVERIFY(outcome.settled[0].wentOut);
    QVERIFY(outcome.disagreements.isEmpty());
    QCOMPARE(placeOf(kBank).state, State::Rented);
}

void TestBankLedger::aLateAnswerLeavesNothingToSettle()
{
    look({{3, kBank, 4, false}, {4, kSecond, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    QVERIFY(ask(4, MoveCause::Eject, kSecond));
    QVERIFY(take(kBank, 3, MoveCause::LateRent));
    QVERIFY(take(kSecond, 4, MoveCause::LateRent)); // of another command: the eject is still open
    const auto outcome = look({});
    QCOMPARE(outcome.settled.size(), 1);
    QCOMPARE(outcome.settled[0].outcome.slot, 4);
    QCOMPARE(causesOf(kBank), (QList<MoveCause>{MoveCause::Inventory, MoveCause::LateRent}));
    QVERIFY(!ask(0, MoveCause::Rent, kBank));
    QVERIFY(!ask(1, MoveCause::Return, kBank));
    QVERIFY(!ask(1, MoveCause::Rent, "x"));
}

void TestBankLedger::theBankOfAnOpenRentThatComesBackIsNoDuplicate()
{
    look({{3, kBank, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Ok);
    QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    QCOMPARE(causesOf(kBank),
             (QList<MoveCause>{MoveCause::Inventory, MoveCause::LateRent, MoveCause::Return}));
    QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Duplicate);
    QVERIFY(look({{3, kBank, 4, false}}).settled.isEmpty());
}

void TestBankLedger::aReturnToTheSlotTellsThatTheOpenRentWentOut()
{
    look({{3, kBank, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::Ok);
    const BankPlace rented{State::Rented, kCabinet, 3};
    QCOMPARE(placeOf(kBank), rented);
    QCOMPARE(placeOf(kSecond), at(kCabinet, 3));
    QVERIFY(look({{3, kSecond, 4, false}}).settled.isEmpty());
}

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
