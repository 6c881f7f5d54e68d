// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/bank_ledger_rig.h"

#include <QMap>

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using base::CommonError;
using State = BankPlace::State;

class TestBankInventories : public QObject, private BankLedgerRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void theFirstInventoryIsNoDisagreement();
    void whatTheLedgerKnewElsewhereIsADisagreementOfTheFirstToo();
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
};

void TestBankInventories::theFirstInventoryIsNoDisagreement()
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

void TestBankInventories::whatTheLedgerKnewElsewhereIsADisagreementOfTheFirstToo()
{
    giveBack(kBank, 9, kOther);
    giveBack(kSecond, 3);
    QVERIFY(ledger().registerBanks({kThird}, QStringLiteral("me"), {}).result());
    const auto first = look({{1, kBank, 4, false}, {2, kThird, 4, false}, {5, bankOf(4), 4, false}});
    QVERIFY(first.isFirst);
    QCOMPARE(first.disagreements.size(), 2);
    QCOMPARE(first.disagreements[0].bank, kBank);
    QCOMPARE(first.disagreements[0].ledger, at(kOther, 9));
    QCOMPARE(first.disagreements[1].bank, kSecond);
    QCOMPARE(first.disagreements[1].seen.state, BankPlace::State::Unknown);
}

void TestBankInventories::theInventoryWins()
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

void TestBankInventories::banksThatChangedPlacesAreFound()
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

void TestBankInventories::ofTwoOfOneSlotOrBankTheLaterCounts()
{
    look({{1, kBank, 4, false}, {1, kSecond, 4, false}, {2, kSecond, 3, false}, {3, kThird, 1, false}});
    QVERIFY(!bank(kBank));
    QCOMPARE(placeOf(kSecond), at(kCabinet, 2));
    QCOMPARE(bank(kSecond)->level, 3);
    QCOMPARE(placeOf(kThird), at(kCabinet, 3));
}

void TestBankInventories::anInventoryOfNothingEmptiesTheCabinet()
{
    look({{1, kBank, 4, false}, {2, kSecond, 4, false}});
    QCOMPARE(look({}).disagreements.size(), 2);
    QCOMPARE(placeOf(kBank).state, State::Unknown);
    QCOMPARE(placeOf(kSecond).state, State::Unknown);
}

void TestBankInventories::anInventoryThatAgreesMovesNothing()
{
    giveBack(kBank, 1);
    look({{1, kBank, 2, false}});
    QVERIFY(look({{1, kBank, 3, false}}).disagreements.isEmpty());
    QCOMPARE(movesOf(kBank).size(), 1);
    QCOMPARE(bank(kBank)->level, 3);
}

void TestBankInventories::anInventoryThatIsTooLargeIsRefused()
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

void TestBankInventories::anInventorySettlesWhatWasOpen_data()
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

void TestBankInventories::anInventorySettlesWhatWasOpen()
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

void TestBankInventories::whatIsOpenIsSettledAfterARestart()
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

void TestBankInventories::aLateAnswerLeavesNothingToSettle()
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

void TestBankInventories::theBankOfAnOpenRentThatComesBackIsNoDuplicate()
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

void TestBankInventories::aReturnToTheSlotTellsThatTheOpenRentWentOut()
{
    look({{3, kBank, 4, false}});
    QVERIFY(ask(3, MoveCause::Rent, kBank));
    QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::Ok);
    const BankPlace rented{State::Rented, kCabinet, 3};
    QCOMPARE(placeOf(kBank), rented);
    QCOMPARE(placeOf(kSecond), at(kCabinet, 3));
    QVERIFY(look({{3, kSecond, 4, false}}).settled.isEmpty());
}

QTEST_GUILESS_MAIN(TestBankInventories)
#include "tst_bank_inventories.moc"
