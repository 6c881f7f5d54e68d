// SPDX-License-Identifier: GPL-3.0-or-later
// Which power bank may be rented: what lies in the slot, which are out of use, which is the best.
#include "tests/core/systems/cabinet/calls_rig.h"

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace opsdeck::test;
using namespace std::chrono_literals;

class TestServerRent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBankOutOfUseIsNotRentedButEjected()
    {
        Calls c;
        c.flag(33, true);
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        QVERIFY(rent.failedWith(CabinetError::BankOutOfUse));
        QCOMPARE(c.heard(), QByteArray());
        const base::Error error = rent.result->error();
        QCOMPARE(error.errorClass(), base::ErrorClass::Local);
        QCOMPARE(error.detail(),
                 QStringLiteral("slot 3: RL1A00000021 is out of use since %1, says seat 1: swollen")
                     .arg(c.rig.clock.now().toString(Qt::ISODate)));
        QCOMPARE(c.rig.told().last(), QStringLiteral("cabinet.rent-failed"));
        // The others may be had, and this one once it is put into use.
        Answer<EjectedBank> other;
        c.rent(5, other);
        QCOMPARE(c.heard(), ask(Command::Rent, 5));
        c.say(out(Command::Rent, 5, false, 0));
        QVERIFY(other.failedWith(CabinetError::Refused));
        c.flag(33, false);
        Answer<EjectedBank> again;
        c.rent(3, again);
        QCOMPARE(c.heard(), ask(Command::Rent, 3));
        c.say(out(Command::Rent, 3, false, 0));
        QVERIFY(again.failedWith(CabinetError::Refused));
        // So a technician takes it out.
        c.flag(33, true);
        Answer<EjectedBank> eject;
        c.calls().eject(kSn, 3, kSeat, eject.done());
        QCOMPARE(c.heard(), ask(Command::Eject, 3));
        c.say(out(Command::Eject, 3, true, 33));
        QTRY_VERIFY(eject.isOk());
    }

    void afterALoginTheCabinetCountsBeforeItRents()
    {
        Calls c;
        c.flag(33, true);
        c.comeBack();
        // While it was away somebody has put the bank elsewhere.
        Answer<EjectedBank> rent;
        c.rent(6, rent);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
        c.say(ServerRig::frame(Command::Inventory, QByteArray(1, 2) + char(6) + ServerRig::bank(33) +
                                                       char(2) + char(5) + ServerRig::bank(55) + char(4)));
        QTRY_VERIFY(rent.failedWith(CabinetError::BankOutOfUse));
        QCOMPARE(c.heard(), QByteArray());
        // Once is enough. Of a slot without a bank the cabinet itself says so.
        Answer<EjectedBank> empty;
        c.rent(3, empty);
        QCOMPARE(c.heard(), ask(Command::Rent, 3));
    }

    void whoseCountCannotBeReadIsWhatTheLedgerSays()
    {
        Calls c;
        c.flag(33, true);
        c.comeBack();
        const QByteArray unreadable = ServerRig::frame(Command::Inventory, QByteArray(3, '\x7f'));
        Answer<EjectedBank> flagged;
        c.rent(3, flagged);
        c.say(unreadable);
        QTRY_VERIFY(flagged.failedWith(CabinetError::BankOutOfUse));
        c.heard();
        Answer<EjectedBank> rent;
        c.rent(5, rent);
        c.say(unreadable);
        QByteArray sent;
        QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 5)));
    }

    void whoDoesNotCountIsWhatTheLedgerSays()
    {
        Calls c;
        c.flag(33, true);
        c.comeBack();
        Answer<EjectedBank> flagged;
        Answer<EjectedBank> rent;
        c.rent(3, flagged);
        c.rent(5, rent);
        c.beat(2s);
        QVERIFY(!flagged.result && !rent.result);
        QVERIFY(!c.heard().contains(ask(Command::Rent, 5)));
        // Nobody who stands there waits for all of the time an answer has.
        c.beat(1s);
        QTRY_VERIFY(flagged.failedWith(CabinetError::BankOutOfUse));
        QByteArray sent;
        QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 5)));
        c.say(out(Command::Rent, 5, false, 0));
        QTRY_VERIFY(rent.failedWith(CabinetError::Refused));
        QCOMPARE(c.rig.count("cabinet.outcome-unknown.rent"), 0);
        // What it counts too late changes nothing of that.
        c.say(
            ServerRig::frame(Command::Inventory, QByteArray(1, 1) + char(5) + ServerRig::bank(55) + char(4)));
        QCOMPARE(c.rig.count("cabinet.rent-failed"), 1);
    }

    void whoGoesBeforeItCountsIsNotAskedToRent()
    {
        Calls c;
        c.comeBack();
        Answer<EjectedBank> gone;
        c.rent(3, gone);
        c.rig.peers->leave(c.peer);
        QVERIFY(gone.failedWith(CabinetError::ConnectionLost));
    }

    void whatIsAboutToBeRentedIsNotTheBest()
    {
        Calls c;
        Answer<EjectedBank> rent;
        Answer<EjectedBank> best;
        c.calls().rent(kSn, 5, kSeat, rent.done());
        c.calls().rentBest(kSn, kSeat, best.done());
        c.say(ServerRig::frame(Command::Inventory, QByteArray(1, 2) + char(3) + ServerRig::bank(33) +
                                                       char(2) + char(5) + ServerRig::bank(55) + char(4)));
        QByteArray sent;
        QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 5)));
        c.say(out(Command::Rent, 5, true, 55));
        QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 3)));
    }

    void bestIsTheFullestThatIsNotOutOfUse()
    {
        Calls c;
        c.rig.store.ledger.setFlag(ServerRig::bank(55), true, QStringLiteral("swollen"), kSeat,
                                   c.rig.clock.now());
        Answer<EjectedBank> best;
        c.calls().rentBest(kSn, kSeat, best.done());
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
        c.say(ServerRig::frame(Command::Inventory, QByteArray(1, 4) + char(5) + ServerRig::bank(55) +
                                                       char(4) + char(7) + ServerRig::bank(77) + char(3) +
                                                       char(6) + ServerRig::bank(66) + char(3) + char(3) +
                                                       ServerRig::bank(33) + char(2)));
        QByteArray sent;
        QTRY_VERIFY(!(sent += c.heard()).isEmpty());
        QCOMPARE(sent, ask(Command::Rent, 6));
        c.say(out(Command::Rent, 6, true, 66));
        QTRY_VERIFY(best.isOk());
        Answer<EjectedBank> none;
        c.calls().rentBest(kSn, kSeat, none.done());
        c.say(
            ServerRig::frame(Command::Inventory, QByteArray(1, 1) + char(5) + ServerRig::bank(55) + char(4)));
        QTRY_VERIFY(none.failedWith(CabinetError::SlotEmpty));
    }

    void twoWhoAskForTheBestGetOneEach()
    {
        Calls c;
        Answer<EjectedBank> first;
        Answer<EjectedBank> second;
        Answer<EjectedBank> third;
        for (auto *best : {&first, &second, &third})
            c.calls().rentBest(kSn, kSeat, best->done());
        // The cabinet counts three times before it opens a slot.
        const QByteArray counted =
            ServerRig::frame(Command::Inventory, QByteArray(1, 2) + char(5) + ServerRig::bank(55) + char(4) +
                                                     char(3) + ServerRig::bank(33) + char(2));
        c.say(counted);
        c.say(counted);
        c.say(counted);
        QByteArray sent;
        QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 5)));
        QTRY_VERIFY(third.failedWith(CabinetError::SlotEmpty));
        c.say(out(Command::Rent, 5, true, 55));
        QCOMPARE(c.heard(), ask(Command::Rent, 3));
        c.say(out(Command::Rent, 3, true, 33));
        QTRY_VERIFY(first.isOk() && second.isOk());
        QCOMPARE(first.result->value().slot, 5);
        QCOMPARE(second.result->value().slot, 3);
        // One that came to nothing leaves the slot to the next.
        Answer<EjectedBank> refused;
        Answer<EjectedBank> next;
        for (auto *best : {&refused, &next}) {
            c.calls().rentBest(kSn, kSeat, best->done());
            c.say(ServerRig::frame(Command::Inventory,
                                   QByteArray(1, 1) + char(7) + ServerRig::bank(77) + char(4)));
            sent.clear();
            QTRY_VERIFY((sent += c.heard()).endsWith(ask(Command::Rent, 7)));
            c.say(out(Command::Rent, 7, false, 0));
            QTRY_VERIFY(best->failedWith(CabinetError::Refused));
        }
    }
};

QTEST_GUILESS_MAIN(TestServerRent)
#include "tst_server_rent.moc"
