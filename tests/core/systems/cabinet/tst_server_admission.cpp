// SPDX-License-Identifier: GPL-3.0-or-later
// Who is let in: the list of accepted cabinets, and those who wait to be on it.
#include "tests/core/systems/cabinet/server_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace std::chrono_literals;
using test::ServerRig;

namespace {

const QString kSn = QStringLiteral("WSTD081565222888");

} // namespace

class TestServerAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAcceptedCabinetComesOnLineAndItsHeartbeatsAreEchoed()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn, QStringLiteral("10.1.2.3"));
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.online"));
        CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.state, CabinetStatus::State::Online);
        QCOMPARE(status.address, QStringLiteral("10.1.2.3:40000"));
        QCOMPARE(status.modelSlots, 8);
        QVERIFY(status.lastHeartbeat.isNull());
        rig.passQueries(peer);
        // With a token of its own, which comes back.
        const QByteArray beat = ServerRig::frame(Command::Heartbeat, {}, 1, 0xcafe0001);
        rig.peers->receive(peer, beat);
        QCOMPARE(rig.peers->taken(peer), beat);
        const QDateTime at = rig.clock.now();
        status = rig.status(kSn);
        QCOMPARE(status.lastHeartbeat, at);
    }

    void anUnknownCabinetIsRefusedAndWaitsToBeAccepted()
    {
        ServerRig rig;
        rig.start();
        for (int i = 1; i <= 3; ++i) {
            const auto peer = rig.peers->connectFrom(QStringLiteral("10.0.0.9"), quint16(1000 + i));
            rig.peers->receive(peer, ServerRig::loginFrame(kSn));
            QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(0));
            QVERIFY(!rig.peers->isOpen(peer));
        }
        QCOMPARE(rig.count("cabinet.login-refused.unknown"), 3);
        rig.clock.advance(200ms);
        QCOMPARE(rig.waiting.size(), 1);
        QCOMPARE(rig.waiting[0].sn, kSn);
        QCOMPARE(rig.waiting[0].tries, 3);
        QCOMPARE(rig.waiting[0].address, QStringLiteral("10.0.0.9:1003"));
        // It joins the list; its next login succeeds.
        bool isDone = false;
        rig.server->allowList().accept({kSn}, QStringLiteral("seat 1"),
                                       [&](const base::Result<void> &result) {
                                           QVERIFY(result);
                                           isDone = true;
                                       });
        QTRY_VERIFY(isDone);
        QCOMPARE(rig.count("cabinet.accepted"), 1);
        QCOMPARE(rig.status(kSn).state, CabinetStatus::State::NeverSeen);
        QVERIFY(rig.waiting.isEmpty());
        rig.online(kSn);
    }

    void whatWasAcceptedIsThereAfterARestart()
    {
        ServerRig rig;
        store::KnownCabinet known;
        known.sn = kSn;
        known.name = QStringLiteral("station");
        const auto accepted = rig.store.ledger.acceptCabinets({known});
        QTRY_VERIFY(accepted.isFinished());
        rig.start();
        QCOMPARE(rig.status(kSn).name, QStringLiteral("station"));
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
    }

    void thoseWhoWaitKeepTheirOrder()
    {
        ServerRig rig;
        rig.start();
        QStringList expected;
        for (int i = 0; i < 40; ++i) {
            // 0 to 39, mixed.
            const QString sn = QStringLiteral("WSTD0815652%1").arg(i * 7 % 40, 5, 10, QLatin1Char('0'));
            rig.peers->receive(rig.peers->connectFrom(), ServerRig::loginFrame(sn));
            expected.append(sn);
        }
        expected.sort();
        rig.clock.advance(200ms);
        QStringList waiting;
        for (const WaitingCabinet &cabinet : std::as_const(rig.waiting))
            waiting.append(cabinet.sn);
        QCOMPARE(waiting, expected);
    }

    void newOnesAreAcceptedWhenTheSettingsSaySo()
    {
        ServerSettings settings;
        settings.acceptNew = true;
        ServerRig rig(settings);
        rig.start();
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        QCOMPARE(rig.count("cabinet.accepted-new"), 1);
        rig.settle();
        const auto list = rig.store.ledger.cabinets();
        QTRY_VERIFY(list.isFinished());
        QCOMPARE(list.result()->size(), 1);
        // The list is read again when the database says that it changed: nobody is thrown out by that.
        rig.clock.advance(5s);
        rig.settle();
        QVERIFY(rig.peers->isOpen(peer));
    }

    void aFloodOfMadeUpNumbersDoesNotFillTheList()
    {
        ServerSettings settings;
        settings.acceptNew = true;
        settings.limits.newAtOnce = 2000;
        settings.limits.newPause = 10s;
        settings.limits.newPerAddressAtOnce = 250;
        settings.limits.newPerAddressPause = 60s;
        ServerRig rig(settings);
        rig.start();
        // Behind the same address as the flood.
        const auto known = rig.online(kSn, QStringLiteral("10.0.0.9"));
        int next = 0;
        const auto dial = [&](const QString &address) {
            const auto peer = rig.peers->connectFrom(address);
            rig.peers->receive(peer, ServerRig::loginFrame(
                                         QStringLiteral("FAKE06%1").arg(next++, 10, 10, QLatin1Char('0'))));
            const bool isIn = rig.peers->taken(peer) == ServerRig::loginAnswer(1);
            if (isIn != rig.peers->isOpen(peer))
                qFatal("answered and closed, or the other way");
            rig.peers->leave(peer);
            return isIn;
        };
        const ServerLimits limits = settings.limits;
        int accepted = 0;
        for (int i = 0; i < 3 * limits.newPerAddressAtOnce; ++i)
            accepted += dial(QStringLiteral("10.0.0.9"));
        QCOMPARE(accepted, limits.newPerAddressAtOnce);
        QCOMPARE(rig.count("cabinet.login-refused.too-many-new"), 1);
        rig.clock.advance(200ms);
        QVERIFY(!rig.waiting.isEmpty()); // an operator can still take them
        // Of IPv6 a network counts as one.
        accepted = 0;
        for (int i = 0; i < limits.newPerAddressAtOnce + 50; ++i)
            accepted += dial(QStringLiteral("2001:db8::%1:1").arg(i, 0, 16));
        QCOMPARE(accepted, limits.newPerAddressAtOnce);
        // Many addresses do not get farther than the limit of all.
        accepted = 2 * limits.newPerAddressAtOnce;
        for (int i = 0; i < limits.newAtOnce; ++i)
            accepted += dial(QStringLiteral("10.1.%1.%2").arg(i / 250).arg(i % 250));
        QCOMPARE(accepted, limits.newAtOnce);
        QVERIFY(rig.peers->isOpen(known));
        // Said again, once a minute, with how many.
        QCOMPARE(rig.count("cabinet.login-refused.too-many-new"), 1);
        rig.peers->receive(known, test::golden("heartbeat"));
        rig.clock.advance(60s);
        // Six have become free in all meanwhile, one of the address.
        QVERIFY(dial(QStringLiteral("10.0.0.9")));
        QVERIFY(!dial(QStringLiteral("10.0.0.9")));
        QCOMPARE(rig.count("cabinet.login-refused.too-many-new"), 2);
        QVERIFY(rig.events.last().details.value(QStringLiteral("refused")).toInt() >
                limits.newPerAddressAtOnce);
        accepted = 0;
        for (int i = 0; i < 10; ++i)
            accepted += dial(QStringLiteral("10.2.0.%1").arg(i));
        QCOMPARE(accepted, 5);
        // Who is on the list comes and goes as before.
        rig.peers->leave(known);
        rig.online(kSn, QStringLiteral("10.0.0.9"));
        const auto again = rig.peers->connectFrom(QStringLiteral("10.0.0.9"));
        rig.peers->receive(again, ServerRig::loginFrame(QStringLiteral("FAKE060000000000")));
        QCOMPARE(rig.peers->taken(again), ServerRig::loginAnswer(1));
    }

    void aFleetBehindOneAddressIsLetInAtOnce()
    {
        ServerSettings settings;
        settings.acceptNew = true;
        ServerRig rig(settings);
        rig.start();
        for (int i = 0; i < 1000; ++i) {
            const auto peer = rig.peers->connectFrom(QStringLiteral("10.0.0.9"));
            rig.peers->receive(
                peer, ServerRig::loginFrame(QStringLiteral("WSTD06%1").arg(i, 10, 10, QLatin1Char('0'))));
            QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        }
    }

    void aDamagedLoginOfAStrictCabinetIsDroppedAndNoConflict()
    {
        ServerRig rig;
        rig.start();
        store::KnownCabinet strict;
        strict.sn = kSn;
        strict.isStrict = true;
        const auto accepted = rig.store.ledger.acceptCabinets({strict});
        QTRY_VERIFY(accepted.isFinished());
        rig.clock.advance(AllowList::kReloadPause);
        QTRY_VERIFY(rig.status(kSn).isStrict);
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        QByteArray garbled = ServerRig::loginFrame(kSn);
        garbled[4] = char(garbled[4] ^ 1);
        const auto second = rig.peers->connectFrom(QStringLiteral("10.0.0.2"));
        for (int i = 0; i < 10; ++i)
            rig.peers->receive(second, garbled);
        QCOMPARE(rig.peers->taken(second), QByteArray());
        QCOMPARE(rig.status(kSn).conflicts, 0);
        QCOMPARE(rig.count("cabinet.conflict"), 0);
        QVERIFY(rig.peers->isOpen(peer));
        QCOMPARE(rig.status(kSn).wrongChecksums, quint64(10));
        QCOMPARE(rig.count("cabinet.checksum-dropped"), 1);
        // It has its ten seconds, and is let in when it says it right.
        rig.peers->receive(second, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(second), ServerRig::loginAnswer(1));
        QCOMPARE(rig.count("cabinet.conflict"), 1);
    }

    void aNewDescriptionIsJournalledWithTheOperator()
    {
        ServerSettings settings;
        settings.acceptNew = true;
        ServerRig rig(settings);
        rig.start();
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        bool isDone = false;
        rig.server->allowList().describe(kSn, QStringLiteral("station"), QStringLiteral("hall 3"), false,
                                         QStringLiteral("seat 1"), [&](const base::Result<void> &result) {
                                             QVERIFY(result);
                                             isDone = true;
                                         });
        QTRY_VERIFY(isDone);
        QCOMPARE(rig.count("cabinet.described"), 1);
        rig.settle();
        const auto page = rig.store.journal.page({}, {}, 10);
        QTRY_VERIFY(page.isFinished());
        const auto described =
            std::find_if(page.result()->entries.cbegin(), page.result()->entries.cend(),
                         [](const auto &entry) { return entry.event.kind == QLatin1String("described"); });
        QVERIFY(described != page.result()->entries.cend());
        QCOMPARE(described->event.operatorName, QStringLiteral("seat 1"));
    }

    void aGarbledLoginPutsNobodyOnTheListAndAKnownCabinetGetsIn()
    {
        ServerSettings settings;
        settings.acceptNew = true;
        ServerRig rig(settings);
        rig.start();
        QByteArray garbled = ServerRig::loginFrame(kSn);
        garbled[4] = char(garbled[4] ^ 1);
        auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, garbled);
        // Who knows whose SN that is.
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(0));
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count("cabinet.accepted-new"), 0);
        QCOMPARE(rig.count("cabinet.login-refused.unknown"), 1);
        rig.clock.advance(200ms);
        QCOMPARE(rig.waiting.size(), 1);
        QCOMPARE(rig.waiting[0].sn, kSn);
        QVERIFY(rig.cabinets.isEmpty());
        // Said rightly once, it is known; then a wrong checksum is a warning.
        peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        rig.peers->leave(peer);
        peer = rig.peers->connectFrom();
        rig.peers->receive(peer, garbled);
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        QCOMPARE(rig.count("cabinet.checksum"), 1);
    }

    void theSiteFilesCabinetsJoinTheList()
    {
        ServerSettings settings;
        store::KnownCabinet known;
        known.sn = kSn;
        known.place = QStringLiteral("hall 3");
        settings.cabinets = {known};
        ServerRig rig(settings);
        rig.start();
        QCOMPARE(rig.status(kSn).place, QStringLiteral("hall 3"));
        rig.settle();
        const auto list = rig.store.ledger.cabinets();
        QTRY_VERIFY(list.isFinished());
        QCOMPARE(list.result()->value(0).place, QStringLiteral("hall 3"));
    }

    void aForgottenCabinetIsDisconnected()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        bool isDone = false;
        rig.server->allowList().forget(kSn, QStringLiteral("seat 1"), [&](const base::Result<void> &result) {
            QVERIFY(result);
            isDone = true;
        });
        QTRY_VERIFY(isDone);
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count("cabinet.offline.forgotten"), 1);
        QCOMPARE(rig.count("cabinet.forgotten"), 1);
        rig.clock.advance(200ms);
        QVERIFY(!rig.cabinets.contains(kSn));
    }
};

QTEST_GUILESS_MAIN(TestServerAdmission)
#include "tst_server_admission.moc"
