// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator asks of a cabinet: correlation, time-outs, late answers, outcomes.
#include "tests/core/systems/cabinet/calls_rig.h"

#include <QJsonDocument>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace opsdeck::test;
using namespace std::chrono_literals;

class TestServerCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRentTellsWhatCameOutAndTheLedgerKnows()
    {
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        QCOMPARE(c.heard(), ask(Command::Rent, 3));
        c.say(out(Command::Rent, 3, true, 33));
        QTRY_VERIFY(rent.isOk());
        QCOMPARE(rent.result->value(), (EjectedBank{3, ServerRig::bank(33)}));
        QCOMPARE(c.placeOf(33).state, store::BankPlace::State::Rented);
        QCOMPARE(c.rig.told().last(), QStringLiteral("cabinet.rented"));
        QCOMPARE(c.rig.status(kSn).banks(), 1);
    }

    void anEjectIsNoRent()
    {
        Calls c;
        Answer<EjectedBank> eject;
        c.calls().eject(kSn, 5, kSeat, eject.done());
        QCOMPARE(c.heard(), ask(Command::Eject, 5));
        c.say(out(Command::Eject, 5, true, 55));
        QTRY_VERIFY(eject.isOk());
        QCOMPARE(c.placeOf(55).state, store::BankPlace::State::Unknown);
        QCOMPARE(c.rig.told().last(), QStringLiteral("cabinet.ejected"));
    }

    void aRefusalIsTheCabinets()
    {
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.say(out(Command::Rent, 3, false, 0));
        QVERIFY(rent.failedWith(CabinetError::Refused));
        QCOMPARE(rent.result->error().device().value(QStringLiteral("result")).toInt(-1), 0);
        QCOMPARE(c.rig.told().last(), QStringLiteral("cabinet.rent-refused"));
        QCOMPARE(c.placeOf(33).state, store::BankPlace::State::InSlot);
    }

    void theSlotOfTheAnswerMustMatch()
    {
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.say(out(Command::Rent, 4, true, 44));
        QVERIFY(!rent.result);
        QCOMPARE(c.rig.count("cabinet.unasked"), 1);
        // And so must the command.
        c.say(out(Command::Eject, 3, true, 33));
        QVERIFY(!rent.result);
        c.say(out(Command::Rent, 3, true, 33));
        QTRY_VERIFY(rent.isOk());
    }

    void whoChattersIsLookedAtOnce()
    {
        Calls c;
        for (int i = 0; i < 20; ++i)
            c.say(out(Command::Eject, 5, true, 55));
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
        c.say(ServerRig::frame(Command::Inventory, QByteArray(1, char(0))));
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), QByteArray());
        // What it says later is looked at anew.
        c.say(out(Command::Eject, 5, true, 55));
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
    }

    void oneOfACodeIsOnItsWayTheOthersWait()
    {
        Calls c;
        Answer<EjectedBank> first;
        Answer<EjectedBank> second;
        Answer<QString> version;
        c.rent(3, first);
        c.rent(5, second);
        c.calls().version(kSn, version.done());
        QCOMPARE(c.heard(), ask(Command::Rent, 3) + ServerRig::frame(Command::Version));
        c.say(out(Command::Rent, 3, true, 33));
        QCOMPARE(c.heard(), ask(Command::Rent, 5));
        c.say(test::golden("version up"));
        QCOMPARE(version.result->value(), QStringLiteral("A.09.01.06"));
        c.say(out(Command::Rent, 5, true, 55));
        QTRY_VERIFY(first.isOk() && second.isOk());
    }

    void theQueueIsBounded()
    {
        Calls c;
        std::vector<Answer<EjectedBank>> answers(RequestBook::kMostWaiting + 1);
        for (auto &answer : answers)
            c.calls().rent(kSn, 3, kSeat, answer.done());
        c.hearLedger();
        QVERIFY(answers.back().failedWith(CabinetError::QueueFull));
        QCOMPARE(c.rig.told().last(), QStringLiteral("cabinet.rent-failed"));
        QVERIFY(!answers.front().result);
        c.rig.peers->leave(c.peer);
    }

    void aLateAnswerCompletesNoOtherRequest()
    {
        Calls c;
        Answer<EjectedBank> first;
        c.rent(3, first);
        c.beat(19'999ms);
        QVERIFY(!first.result);
        c.beat(1ms);
        QVERIFY(first.failedWith(CabinetError::OutcomeUnknown));
        QCOMPARE(c.rig.count("cabinet.outcome-unknown.rent"), 1);
        // Somebody tries again; then the first one's answer comes.
        Answer<EjectedBank> second;
        c.rent(3, second);
        c.say(out(Command::Rent, 3, true, 33));
        QVERIFY(!second.result);
        QTRY_COMPARE(c.rig.count("cabinet.rent-late"), 1);
        QTRY_COMPARE(c.placeOf(33).state, store::BankPlace::State::Rented);
        // The second one's answer is its own.
        c.say(out(Command::Rent, 3, false, 0));
        QVERIFY(second.failedWith(CabinetError::Refused));
    }

    void aLateAnswerDoesNotTakeABankFromWhereItHasComeTo()
    {
        const QString other = QStringLiteral("WSTD121565222999");
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.beat(20s);
        QVERIFY(rent.failedWith(CabinetError::OutcomeUnknown));
        // It is still in its slot when the cabinet is looked at.
        c.rig.clock.advance(BackgroundQueries::kTick);
        QVERIFY(c.heard().endsWith(ServerRig::frame(Command::Inventory)));
        c.say(ServerRig::frame(Command::Inventory, QByteArray(1, 2) + char(3) + ServerRig::bank(33) +
                                                       char(2) + char(5) + ServerRig::bank(55) + char(4)));
        QTRY_COMPARE(c.rig.count("cabinet.outcome-settled.stayed"), 1);
        c.rig.clock.advance(1s);
        const auto elsewhere = c.rig.online(other);
        c.rig.peers->receive(elsewhere, ServerRig::frame(Command::Return, char(5) + ServerRig::bank(33)));
        QTRY_COMPARE(c.rig.count("cabinet.returned"), 1);
        c.rig.clock.advance(1s);
        c.say(out(Command::Rent, 3, true, 33));
        QTRY_COMPARE(c.rig.count("cabinet.rent-overtaken"), 1);
        QCOMPARE(c.rig.count("cabinet.rent-late"), 0);
        QCOMPARE(c.placeOf(33), (store::BankPlace{store::BankPlace::State::InSlot, other, 5}));
        // The cabinet is looked at, as after any late answer.
        c.heard();
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
    }

    void norDoesOneInTimeThatWasSlow()
    {
        const QString other = QStringLiteral("WSTD121565222999");
        Calls c;
        const auto elsewhere = c.rig.online(other);
        Answer<EjectedBank> first;
        Answer<EjectedBank> rent;
        c.rent(5, first);
        c.rent(3, rent); // waits for the first
        c.rig.clock.advance(2s);
        c.say(out(Command::Rent, 5, true, 55));
        c.rig.clock.advance(1s);
        c.rig.peers->receive(elsewhere, ServerRig::frame(Command::Return, char(5) + ServerRig::bank(33)));
        QTRY_COMPARE(c.rig.count("cabinet.returned"), 1);
        c.rig.clock.advance(1s);
        c.say(out(Command::Rent, 3, true, 33));
        QTRY_VERIFY(rent.isOk());
        QCOMPARE(c.rig.count("cabinet.rent-overtaken"), 1);
        QCOMPARE(c.placeOf(33), (store::BankPlace{store::BankPlace::State::InSlot, other, 5}));
        // The first was not.
        QCOMPARE(c.rig.count("cabinet.rented"), 1);
        QCOMPARE(c.placeOf(55).state, store::BankPlace::State::Rented);
    }

    void anAnswerAfterAReconnectMovesNothing()
    {
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.beat(20s);
        QVERIFY(rent.failedWith(CabinetError::OutcomeUnknown));
        c.rig.peers->leave(c.peer);
        c.peer = c.rig.online(kSn);
        c.say(out(Command::Rent, 3, true, 33));
        c.rig.settle();
        QCOMPARE(c.rig.count("cabinet.unasked"), 1);
        QCOMPARE(c.rig.count("cabinet.rent-late"), 0);
        QCOMPARE(c.placeOf(33), (store::BankPlace{store::BankPlace::State::InSlot, kSn, 3}));
    }

    void aRentThatNamesNoBankIsSettledByTheInventory()
    {
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.say(ServerRig::frame(Command::Rent, test::bytesOf("03 01 0000000000000000")));
        QVERIFY(rent.failedWith(CabinetError::OutcomeUnknown));
        QCOMPARE(c.rig.count("cabinet.outcome-unknown.rent"), 1);
        c.heard();
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
        c.say(
            ServerRig::frame(Command::Inventory, QByteArray(1, 1) + char(5) + ServerRig::bank(55) + char(4)));
        QTRY_COMPARE(c.rig.count("cabinet.outcome-settled.out"), 1);
        QCOMPARE(c.placeOf(33).state, store::BankPlace::State::Rented);
        // Nor does a late answer of that kind make a bank.
        Answer<EjectedBank> eject;
        c.calls().eject(kSn, 5, kSeat, eject.done());
        c.beat(20s);
        c.say(ServerRig::frame(Command::Eject, test::bytesOf("05 01 0000000000000000")));
        c.rig.settle();
        const auto zero = c.rig.store.ledger.bank(QByteArray(8, '\0'));
        QTRY_VERIFY(zero.isFinished());
        QVERIFY(!*zero.result());
    }

    void theNextInventorySettlesWhatNobodyKnows_data()
    {
        QTest::addColumn<bool>("wentOut");
        QTest::newRow("it went out") << true;
        QTest::newRow("it stayed") << false;
    }
    void theNextInventorySettlesWhatNobodyKnows()
    {
        QFETCH(bool, wentOut);
        Calls c;
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.rig.peers->leave(c.peer);
        QVERIFY(rent.failedWith(CabinetError::OutcomeUnknown));
        // Nothing old is sent by itself: after the next login comes an inventory, no rent.
        c.peer = c.rig.online(kSn);
        c.rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(c.heard(), ServerRig::frame(Command::Inventory));
        QByteArray payload = QByteArray(1, wentOut ? 1 : 2) + char(5) + ServerRig::bank(55) + char(4);
        if (!wentOut)
            payload += char(3) + ServerRig::bank(33) + char(2);
        c.say(ServerRig::frame(Command::Inventory, payload));
        QTRY_COMPARE(c.rig.told().last(), wentOut ? QStringLiteral("cabinet.outcome-settled.out")
                                                  : QStringLiteral("cabinet.outcome-settled.stayed"));
        QCOMPARE(c.rig.count("cabinet.inventory-disagrees"), 0);
        QTRY_COMPARE(c.placeOf(33).state,
                     wentOut ? store::BankPlace::State::Rented : store::BankPlace::State::InSlot);
    }

    void whatWasNotSentIsNoUnknownOutcome()
    {
        Calls c;
        Answer<EjectedBank> sent;
        Answer<EjectedBank> waiting;
        Answer<QString> version;
        c.rent(3, sent);
        c.rent(5, waiting);
        c.calls().version(kSn, version.done());
        c.rig.peers->leave(c.peer);
        QVERIFY(sent.failedWith(CabinetError::OutcomeUnknown));
        QVERIFY(waiting.failedWith(CabinetError::ConnectionLost));
        QVERIFY(version.failedWith(CabinetError::ConnectionLost));
        QCOMPARE(c.rig.count("cabinet.outcome-unknown.rent"), 1);
        QCOMPARE(c.rig.count("cabinet.rent-failed"), 1);
    }

    void answersNobodyAskedForChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("version") << test::golden("version up");
        QTest::newRow("inventory") << test::golden("inventory up");
        QTest::newRow("rent") << test::golden("rent up");
        QTest::newRow("eject") << out(Command::Eject, 3, true, 33);
        QTest::newRow("volume") << ServerRig::frame(Command::Volume, QByteArray(1, 3));
        QTest::newRow("empty rent") << ServerRig::frame(Command::Rent);
    }
    void answersNobodyAskedForChangeNothing()
    {
        QFETCH(QByteArray, frame);
        Calls c;
        const CabinetStatus before = c.rig.status(kSn);
        c.say(frame);
        c.say(frame);
        QCOMPARE(c.rig.count("cabinet.unasked"), 1);
        c.rig.settle();
        CabinetStatus after = c.rig.status(kSn);
        QCOMPARE(after.inventory, before.inventory);
        QCOMPARE(after.version, before.version);
        QCOMPARE(after.volume, before.volume);
        QCOMPARE(c.placeOf(33).state, store::BankPlace::State::InSlot);
        QVERIFY(c.rig.peers->isOpen(c.peer));
    }

    void anAnswerThatDoesNotFitIsAnErrorThatSaysWhy()
    {
        Calls c;
        Answer<int> volume;
        c.calls().volume(kSn, volume.done());
        c.say(ServerRig::frame(Command::Volume, test::golden("rent up").mid(kHeaderBytes)));
        QVERIFY(volume.failedWith(CabinetError::WrongAnswer));
        QCOMPARE(volume.result->error().detail(),
                 QStringLiteral("cabinet answered 0x77 with 10 bytes, expected 1"));
        Answer<EjectedBank> rent;
        c.rent(3, rent);
        c.say(ServerRig::frame(Command::Rent));
        QVERIFY(rent.failedWith(CabinetError::WrongAnswer));
        QCOMPARE(c.rig.count("cabinet.outcome-unknown.rent"), 1);
    }

    void theManualsAnswersWithAWrongChecksumAreUsed()
    {
        Calls c;
        Answer<void> reboot;
        c.calls().reboot(kSn, kSeat, reboot.done());
        c.say(test::bytesOf("0007 67 01 01 11223344"));
        QVERIFY(reboot.isOk());
        Answer<EjectedBank> eject;
        c.calls().eject(kSn, 0x24, kSeat, eject.done());
        c.say(test::bytesOf("0011 80 01 35 11223344 24 01 594431417c000140"));
        QTRY_VERIFY(eject.isOk());
        QCOMPARE(bankName(eject.result->value().bank), QStringLiteral("YD1A7C000140"));
        Answer<Network> network;
        c.calls().network(kSn, network.done());
        c.say(test::bytesOf("000a 72 01 00 11223344 0d 00 04"));
        QVERIFY(network.isOk());
        QCOMPARE(networkModeName(network.result->value().mode), QStringLiteral("unknown (4)"));
        // Copies of the eject answer: used as far as the checksum goes, and no volume.
        Answer<int> volume;
        c.calls().volume(kSn, volume.done());
        c.say(test::bytesOf("0011 77 01 35 11223344 24 01 594431417c000140"));
        QVERIFY(volume.failedWith(CabinetError::WrongAnswer));
        Answer<void> loud;
        c.calls().setVolume(kSn, 1, kSeat, loud.done());
        c.say(test::bytesOf("0011 70 01 35 11223344 24 01 594431417c000140"));
        QVERIFY(loud.failedWith(CabinetError::WrongAnswer));
        QCOMPARE(c.rig.status(kSn).wrongChecksums, 5U);
        QCOMPARE(c.rig.count("cabinet.checksum"), 1);
    }

    void theOtherQuestionsAreAnswered()
    {
        Calls c;
        Answer<Network> network;
        c.calls().network(kSn, network.done());
        QCOMPARE(c.heard(), ServerRig::frame(Command::Network));
        c.say(ServerRig::frame(Command::Network, test::bytesOf("1f 00 07")));
        QCOMPARE(network.result->value(), (Network{31, 0, 7}));
        Answer<ServerAddress> address;
        c.calls().serverAddress(kSn, address.done());
        QCOMPARE(c.heard(), ServerRig::frame(Command::ServerAddress));
        // The manual's sample: another token than the question's.
        c.say(test::golden("address up"));
        QCOMPARE(address.result->value().port, QStringLiteral("8282"));
        Answer<int> volume;
        c.calls().volume(kSn, volume.done());
        c.say(ServerRig::frame(Command::Volume, QByteArray(1, 9)));
        QCOMPARE(volume.result->value(), 9);
        const CabinetStatus status = c.rig.status(kSn);
        QCOMPARE(status.volume, std::optional<int>(9));
        QCOMPARE(status.network->mode, 7);
        QCOMPARE(status.serverAddress->host, QStringLiteral("share.pengdakeji.top"));
    }

    void theActionsAreJournalledWithTheirOutcome()
    {
        Calls c;
        Answer<void> reboot;
        c.calls().reboot(kSn, kSeat, reboot.done());
        QCOMPARE(c.heard(), ServerRig::frame(Command::Reboot));
        c.say(ServerRig::frame(Command::Reboot));
        QVERIFY(reboot.isOk());
        Answer<void> silent;
        c.calls().reboot(kSn, kSeat, silent.done());
        c.beat(10s);
        QVERIFY(silent.failedWith(CabinetError::NoAnswer));
        Answer<void> upgrade;
        FtpUpgrade what{QStringLiteral("ftp.local"), 21, QStringLiteral("a.bin"), QStringLiteral("u"),
                        QStringLiteral("top-secret")};
        c.calls().upgrade(kSn, what, kSeat, upgrade.done());
        c.say(ServerRig::frame(Command::Upgrade));
        QVERIFY(upgrade.isOk());
        Answer<void> loud;
        c.calls().setVolume(kSn, 15, kSeat, loud.done());
        c.say(ServerRig::frame(Command::SetVolume, QByteArray(1, 0)));
        QVERIFY(loud.failedWith(CabinetError::Refused));
        Answer<void> nowhere;
        c.calls().reboot(QStringLiteral("NOBODY"), kSeat, nowhere.done());
        QVERIFY(nowhere.failedWith(CabinetError::NotConnected));
        QStringList keys = c.rig.told().mid(c.rig.told().size() - 5);
        QCOMPARE(keys, QStringList(
                           {QStringLiteral("cabinet.reboot.done"), QStringLiteral("cabinet.reboot.no-answer"),
                            QStringLiteral("cabinet.upgrade.done"), QStringLiteral("cabinet.volume.refused"),
                            QStringLiteral("cabinet.reboot.failed")}));
        c.rig.settle();
        const auto page = c.rig.store.journal.page({}, {}, 5);
        QTRY_VERIFY(page.isFinished());
        const auto entries = page.result()->entries;
        for (const auto &entry : entries) {
            QCOMPARE(entry.event.operatorName, kSeat);
            QVERIFY(!QJsonDocument(entry.event.details).toJson().contains("top-secret"));
        }
    }

    void whatIsOutOfRangeIsNotSent()
    {
        Calls c;
        QList<base::Error> errors;
        const auto note = [&](const auto &result) { errors.append(result.error()); };
        c.calls().rent(kSn, 0, kSeat, note);
        c.calls().eject(kSn, 256, kSeat, note);
        c.calls().setVolume(kSn, 16, kSeat, note);
        c.calls().setVolume(kSn, -1, kSeat, note);
        const QString host = QStringLiteral("h");
        const QString port = QStringLiteral("1");
        c.calls().setServerAddress(kSn, {QString(), port, 30}, kSeat, note);
        c.calls().setServerAddress(kSn, {QStringLiteral("a b"), port, 30}, kSeat, note);
        c.calls().setServerAddress(kSn, {host, QStringLiteral("65536"), 30}, kSeat, note);
        c.calls().setServerAddress(kSn, {host, QStringLiteral("x"), 30}, kSeat, note);
        // Sent as it is written: what a number's reader would forgive is not the cabinet's port.
        c.calls().setServerAddress(kSn, {host, QStringLiteral(" 80"), 30}, kSeat, note);
        c.calls().setServerAddress(kSn, {host, QStringLiteral("+80"), 30}, kSeat, note);
        c.calls().setServerAddress(kSn, {host, port, 0}, kSeat, note);
        c.calls().setServerAddress(kSn, {host, port, 256}, kSeat, note);
        c.calls().upgrade(kSn, {host, 21, QString(), {}, {}}, kSeat, note);
        c.calls().upgrade(kSn, {host, 21, QString(256, u'x'), {}, {}}, kSeat, note);
        c.calls().upgrade(kSn, {host, 21, port, {}, QStringLiteral("a\nb")}, kSeat, note);
        QCOMPARE(errors.size(), 15);
        for (const base::Error &error : errors)
            QVERIFY2(error.is(CabinetError::OutOfRange), qPrintable(error.detail()));
        QCOMPARE(c.heard(), QByteArray());
    }

    void aSlowerHeartbeatCountsAtOnceAFasterOneFromTheNextLogin()
    {
        Calls c;
        Answer<void> slower;
        c.calls().setServerAddress(kSn, {QStringLiteral("h"), QStringLiteral("1"), 100}, kSeat,
                                   slower.done());
        c.say(ServerRig::frame(Command::SetServerAddress));
        QVERIFY(slower.isOk());
        c.say(test::golden("heartbeat"));
        c.rig.clock.advance(299s);
        QVERIFY(c.rig.peers->isOpen(c.peer));
        c.rig.clock.advance(1s);
        QVERIFY(!c.rig.peers->isOpen(c.peer));
        c.peer = c.rig.online(kSn);
        Answer<void> faster;
        c.calls().setServerAddress(kSn, {QStringLiteral("h"), QStringLiteral("1"), 5}, kSeat, faster.done());
        c.say(ServerRig::frame(Command::SetServerAddress));
        QVERIFY(faster.isOk());
        QCOMPARE(c.rig.status(kSn).heartbeatSeconds, 5);
        c.rig.clock.advance(200s);
        QVERIFY(c.rig.peers->isOpen(c.peer));
        c.rig.peers->leave(c.peer);
        c.peer = c.rig.online(kSn);
        c.rig.clock.advance(15s);
        QVERIFY(!c.rig.peers->isOpen(c.peer));
    }

    void theHeartbeatThatACabinetReportsCountsAtOnce()
    {
        Calls c;
        c.say(test::golden("heartbeat"));
        c.rig.clock.advance(10s);
        const auto report = [&](int seconds) {
            Answer<ServerAddress> address;
            c.calls().serverAddress(kSn, address.done());
            c.say(ServerRig::frame(Command::ServerAddress,
                                   encodeServerAddress({QStringLiteral("h"), QStringLiteral("1"), seconds})));
            QVERIFY(address.isOk());
        };
        report(100);
        c.rig.clock.advance(299s);
        QVERIFY(c.rig.peers->isOpen(c.peer));
        report(5);
        c.rig.clock.advance(14'999ms);
        QVERIFY(c.rig.peers->isOpen(c.peer));
        c.rig.clock.advance(1ms);
        QVERIFY(!c.rig.peers->isOpen(c.peer));
        QCOMPARE(c.rig.status(kSn).offlineReason, QStringLiteral("nothing heard for 15 s"));
        // One that it was told and takes at its next start only may be what it reports.
        c.peer = c.rig.online(kSn);
        report(60);
        Answer<void> faster;
        c.calls().setServerAddress(kSn, {QStringLiteral("h"), QStringLiteral("1"), 5}, kSeat, faster.done());
        c.say(ServerRig::frame(Command::SetServerAddress));
        QVERIFY(faster.isOk());
        report(5);
        c.rig.clock.advance(179s);
        QVERIFY(c.rig.peers->isOpen(c.peer));
    }

    void aVsn2BoardIsCommandedWithItsTokenOrNotAtAll()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn, QStringLiteral("10.0.0.1"), 2);
        Answer<QString> version;
        rig.server->calls().version(kSn, version.done());
        QVERIFY(version.failedWith(CabinetError::SecretMissing));
        rig.clock.advance(1s);
        QCOMPARE(rig.peers->taken(peer), QByteArray());
        rig.server->setSecret(kSn, QStringLiteral("s3cret"));
        rig.clock.advance(BackgroundQueries::kTick);
        QCOMPARE(rig.peers->taken(peer),
                 ServerRig::frame(Command::Inventory, {}, 2, vsn2Token({}, "s3cret")));
        QVERIFY(!rig.status(kSn).hasSecretMissing);
    }
};

QTEST_GUILESS_MAIN(TestServerCalls)
#include "tst_server_calls.moc"
