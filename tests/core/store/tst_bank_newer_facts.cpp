// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a rent or eject that comes when something newer is known of its bank or slot.
#include "tests/core/store/bank_ledger_rig.h"

using namespace opsdeck;
using namespace opsdeck::store;
using namespace opsdeck::test;
using namespace std::chrono_literals;
using State = BankPlace::State;

class TestBankNewerFacts : public QObject, private BankLedgerRig
{
    Q_OBJECT

private:
    BankLedger::OutOutcome tell(const QByteArray &bank, int slot, MoveCause cause, const QDateTime &askedAt,
                                const QString &cabinet = kCabinet)
    {
        const auto outcome =
            ledger().recordOut({{}, cabinet, slot, bank, cause, QStringLiteral("Li Wei"), askedAt}).result();
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail()));
        return *outcome;
    }
    QDateTime later()
    {
        m_clock->advance(1s);
        return m_clock->now();
    }
    bool open(int slot, const QByteArray &bank, const QDateTime &askedAt)
    {
        BankLedger::OpenOutcome outcome;
        outcome.time = askedAt;
        outcome.cabinet = kCabinet;
        outcome.slot = slot;
        outcome.bank = bank;
        return ledger().recordUnknownOutcome(outcome).result().has_value();
    }

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { stop(); }

    void aBankThatWasReturnedElsewhereStaysThere_data()
    {
        QTest::addColumn<MoveCause>("cause");
        QTest::addColumn<QString>("cabinet");
        QTest::addColumn<int>("slot");
        for (const MoveCause cause :
             {MoveCause::Rent, MoveCause::LateRent, MoveCause::Eject, MoveCause::LateEject}) {
            const QByteArray number = QByteArray::number(int(cause));
            QTest::newRow("in another cabinet, cause " + number) << cause << kOther << 5;
            QTest::newRow("in another slot, cause " + number) << cause << kCabinet << 7;
        }
    }
    void aBankThatWasReturnedElsewhereStaysThere()
    {
        QFETCH(MoveCause, cause);
        QFETCH(QString, cabinet);
        QFETCH(int, slot);
        look({{3, kBank, 4, false}});
        const QDateTime asked = later();
        later();
        QCOMPARE(giveBack(kBank, slot, cabinet).result, ReturnResult::Ok);
        later();
        const auto outcome = tell(kBank, 3, cause, asked);
        QVERIFY(outcome.overtakenBy);
        QCOMPARE(*outcome.overtakenBy, at(cabinet, slot));
        QCOMPARE(placeOf(kBank), at(cabinet, slot));
        // It did go out: the history has it, with the time of the question.
        const BankMove told = movesOf(kBank).first();
        QCOMPARE(told.cause, cause);
        QCOMPARE(told.from, at(kCabinet, 3));
        QCOMPARE(told.time, asked);
        const bool isRent = cause == MoveCause::Rent || cause == MoveCause::LateRent;
        const auto hours = ledger().hours(m_clock->now().addSecs(-60), m_clock->now().addSecs(60)).result();
        int rents = 0;
        for (const auto &hour : *hours)
            rents += hour.rents;
        QCOMPARE(rents, isRent ? 1 : 0);
        // And the next inventories agree.
        QVERIFY(look(cabinet == kOther ? QList<BankLedger::SeenBank>()
                                       : QList<BankLedger::SeenBank>{{7, kBank, 4, false}})
                    .disagreements.isEmpty());
    }

    void aBankThatCameBackToItsSlotStaysThere()
    {
        look({{3, kBank, 4, false}});
        const QDateTime asked = later();
        QVERIFY(open(3, kBank, asked));
        later();
        QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Ok);
        later();
        QVERIFY(tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank), at(kCabinet, 3));
        // A second answer of the same kind does not change that, nor does a flag in between.
        QVERIFY(ledger().setFlag(kBank, true, QStringLiteral("hot"), {}, {}).result());
        QVERIFY(tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank), at(kCabinet, 3));
    }

    void aBankThatWasThereAllTheTimeGoesOut()
    {
        look({{3, kBank, 4, false}});
        const QDateTime asked = later();
        // Seen there once more meanwhile: the cabinet was slow.
        later();
        look({{3, kBank, 3, false}});
        later();
        QVERIFY(!tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank).state, State::Rented);
    }

    void aBankThatAnInventoryFirstSawMeanwhileGoesOut()
    {
        look({});
        const QDateTime asked = later();
        later();
        look({{3, kBank, 4, false}});
        later();
        QVERIFY(!tell(kBank, 3, MoveCause::Rent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank).state, State::Rented);
    }

    void aBankThatAnInventoryMissedWasRented()
    {
        look({{3, kBank, 4, false}});
        const QDateTime asked = later();
        later();
        look({});
        QCOMPARE(placeOf(kBank).state, State::Unknown);
        QVERIFY(!tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank).state, State::Rented);
    }

    void aBankTheLedgerHadElsewhereBeforeGoesOut()
    {
        giveBack(kBank, 5, kOther);
        const QDateTime asked = later();
        later();
        QVERIFY(!tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kBank), (BankPlace{State::Rented, kCabinet, 3}));
    }

    void theBankThatCameIntoTheSlotMeanwhileStays()
    {
        look({{3, kBank, 4, false}});
        const QDateTime asked = later();
        QVERIFY(open(3, kBank, asked));
        later();
        QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::Ok);
        QCOMPARE(giveBack(kBank, 5, kOther).result, ReturnResult::Ok);
        later();
        QVERIFY(tell(kBank, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kSecond), at(kCabinet, 3));
        // Nor when another one than either is said to be out.
        QVERIFY(!tell(kThird, 3, MoveCause::LateRent, asked).overtakenBy);
        QCOMPARE(placeOf(kSecond), at(kCabinet, 3));
        QCOMPARE(placeOf(kThird).state, State::Rented);
    }

    void anOpenOutcomeSaysNothingOfWhatCameInAfterIt()
    {
        look({{3, kBank, 4, false}});
        // Asked twice, answered neither time.
        const QDateTime first = later();
        const QDateTime second = later();
        QVERIFY(open(3, kBank, first));
        QVERIFY(open(3, kBank, second));
        later();
        QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Ok);
        later();
        // The cabinet did not hear our answer.
        QCOMPARE(giveBack(kBank, 3).result, ReturnResult::Duplicate);
        QCOMPARE(giveBack(kSecond, 3).result, ReturnResult::SlotNotEmpty);
        QCOMPARE(causesOf(kBank),
                 (QList<MoveCause>{MoveCause::Inventory, MoveCause::LateRent, MoveCause::Return}));
        // What takes it later was not that rent.
        look({});
        QCOMPARE(placeOf(kBank).state, State::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestBankNewerFacts)
#include "tst_bank_newer_facts.moc"
