// SPDX-License-Identifier: GPL-3.0-or-later
// Connections to the cabinets' server: who is thrown out for what, and what harms nobody else.
#include "tests/core/systems/cabinet/server_rig.h"

#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace std::chrono_literals;
using test::ServerRig;

namespace {

const QString kSn = QStringLiteral("WSTD081565222888");

QByteArray heartbeat()
{
    return test::golden("heartbeat");
}

} // namespace

class TestServerConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoDoesNotLogInInTimeIsDisconnected()
    {
        ServerRig rig;
        rig.start();
        const auto silent = rig.peers->connectFrom();
        rig.clock.advance(9'999ms);
        QVERIFY(rig.peers->isOpen(silent));
        rig.clock.advance(1ms);
        QVERIFY(!rig.peers->isOpen(silent));
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.login-refused.no-login"));
    }

    void whoSaysSomethingElseFirstIsDisconnected_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        const QString notLogin = QStringLiteral("cabinet.login-refused.not-login");
        const QString malformed = QStringLiteral("cabinet.login-refused.malformed");
        QTest::newRow("a heartbeat") << heartbeat() << notLogin;
        QTest::newRow("a return") << test::golden("return up") << notLogin;
        QTest::newRow("an unknown command") << encodeFrame(0x42, 1, 0, {}) << notLogin;
        QTest::newRow("a web browser") << QByteArray("GET / HTTP/1.1\r\n\r\n") << malformed;
        QTest::newRow("PacketLen 0") << test::bytesOf("0000") << malformed;
        QTest::newRow("PacketLen 6") << test::bytesOf("0006") << malformed;
        QTest::newRow("PacketLen 65535") << test::bytesOf("ffff") << malformed;
        QTest::newRow("a login without an SN") << ServerRig::loginFrame(QString()) << malformed;
        QTest::newRow("a login whose SN is longer than it")
            << ServerRig::frame(Command::Login, test::bytesOf("00000000 0000 00ff 41")) << malformed;
    }

    void whoSaysSomethingElseFirstIsDisconnected()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, key);
        ServerRig rig;
        rig.start();
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, bytes);
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.told().last(), key);
        QVERIFY(rig.cabinets.isEmpty());
    }

    void twoThousandSilentOnesDoNotKeepACabinetOut()
    {
        ServerRig rig;
        rig.start();
        QList<transport::PeerId> silent;
        for (int i = 0; i < 2'000; ++i)
            silent.append(rig.peers->connectFrom(QStringLiteral("10.0.%1.1").arg(i % 250)));
        QCOMPARE(rig.peers->peers(), 2'000);
        // One more of them, and the oldest goes.
        rig.peers->connectFrom(QStringLiteral("10.9.9.9"));
        QCOMPARE(rig.peers->peers(), 2'000);
        QVERIFY(!rig.peers->isOpen(silent.first()));
        QVERIFY(rig.peers->isOpen(silent.last()));
        const auto good = rig.online(kSn);
        rig.clock.advance(10s);
        QCOMPARE(rig.peers->peers(), 1);
        QVERIFY(rig.peers->isOpen(good));
        // The journal takes some of it, not all.
        QVERIFY(rig.told().size() < 60);
        rig.clock.advance(2min);
        rig.peers->connectFrom();
        rig.clock.advance(10s);
        QCOMPARE(rig.count("cabinet.events-left-out"), 1);
    }

    void oneAddressAloneGetsAPartOfTheConnections()
    {
        ServerRig rig;
        rig.start();
        const auto other = rig.peers->connectFrom(QStringLiteral("10.0.0.2"));
        QList<transport::PeerId> silent;
        for (int i = 0; i < 501; ++i)
            silent.append(rig.peers->connectFrom(QStringLiteral("10.0.0.1")));
        QCOMPARE(rig.peers->peers(), 501);
        QVERIFY(!rig.peers->isOpen(silent.first()));
        QVERIFY(rig.peers->isOpen(silent[1]));
        QVERIFY(rig.peers->isOpen(other));
    }

    void connectionsPastTheCapAreClosed()
    {
        ServerSettings settings;
        settings.limits.connections = 2;
        ServerRig rig(settings);
        rig.start();
        rig.online(kSn);
        rig.peers->connectFrom();
        const auto third = rig.peers->connectFrom();
        QVERIFY(!rig.peers->isOpen(third));
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.login-refused.too-many"));
    }

    void aSilentCabinetIsOfflineAfterThreeHeartbeats()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.clock.advance(60s);
        rig.peers->receive(peer, heartbeat());
        rig.clock.advance(89'999ms);
        QVERIFY(rig.peers->isOpen(peer));
        rig.clock.advance(1ms);
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count("cabinet.offline.silent"), 1);
        const CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.state, CabinetStatus::State::Offline);
        QCOMPARE(status.offlineReason, QStringLiteral("nothing heard for 90 s"));
    }

    void theEndOfAConnectionIsTold_data()
    {
        QTest::addColumn<transport::LinkError>("why");
        QTest::addColumn<QString>("key");
        QTest::newRow("closed") << transport::LinkError::ClosedByPeer
                                << QStringLiteral("cabinet.offline.closed");
        QTest::newRow("reset") << transport::LinkError::SocketFailed
                               << QStringLiteral("cabinet.offline.connection-lost");
        QTest::newRow("does not read")
            << transport::LinkError::WriteOverflow << QStringLiteral("cabinet.offline.not-reading");
    }

    void theEndOfAConnectionIsTold()
    {
        QFETCH(transport::LinkError, why);
        QFETCH(QString, key);
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        const auto other = rig.online(QStringLiteral("WSTD081565222889"));
        rig.peers->leave(peer, why);
        QCOMPARE(rig.told().last(), key);
        QCOMPARE(rig.status(kSn).state, CabinetStatus::State::Offline);
        QVERIFY(rig.peers->isOpen(other));
    }

    void aNewerLoginReplacesTheOlderAndIsAConflict()
    {
        ServerRig rig;
        rig.start();
        const auto older = rig.online(kSn, QStringLiteral("10.0.0.1"));
        const auto newer = rig.online(kSn, QStringLiteral("10.0.0.2"));
        QVERIFY(!rig.peers->isOpen(older));
        QVERIFY(rig.peers->isOpen(newer));
        QCOMPARE(rig.told(),
                 QStringList({QStringLiteral("cabinet.server-listening"), QStringLiteral("cabinet.online"),
                              QStringLiteral("cabinet.conflict"), QStringLiteral("cabinet.offline.replaced"),
                              QStringLiteral("cabinet.online")}));
        const auto conflict = rig.events[2];
        QCOMPARE(conflict.details.value(QStringLiteral("old")).toString(), QStringLiteral("10.0.0.1:40000"));
        QCOMPARE(conflict.details.value(QStringLiteral("new")).toString(), QStringLiteral("10.0.0.2:40000"));
        const CabinetStatus status = rig.status(kSn);
        QCOMPARE(status.state, CabinetStatus::State::Online);
        QCOMPARE(status.conflicts, 1);
        QCOMPARE(status.address, QStringLiteral("10.0.0.2:40000"));
        // What the older one still sends belongs to nobody.
        rig.peers->leave(older);
        QCOMPARE(rig.status(kSn).state, CabinetStatus::State::Online);
    }

    void aFlappingPairIsThrottled()
    {
        ServerRig rig;
        rig.start();
        auto holder = rig.online(kSn, QStringLiteral("10.0.0.1"));
        for (int i = 0; i < LoginDesk::kMostConflicts; ++i)
            holder = rig.online(kSn, QStringLiteral("10.0.0.%1").arg(2 + i % 2));
        for (int i = 0; i < 10; ++i) {
            const auto refused = rig.peers->connectFrom(QStringLiteral("10.0.0.9"));
            rig.peers->receive(refused, ServerRig::loginFrame(kSn));
            QCOMPARE(rig.peers->taken(refused), ServerRig::loginAnswer(0));
        }
        QVERIFY(rig.peers->isOpen(holder));
        QCOMPARE(rig.count("cabinet.conflict"), LoginDesk::kMostConflicts);
        QCOMPARE(rig.count("cabinet.conflict-throttled"), 1);
        QCOMPARE(rig.count("cabinet.login-refused.held"), 9);
        // Later it may again; and at once when the place is free.
        rig.clock.advance(LoginDesk::kHold);
        const auto later = rig.online(kSn, QStringLiteral("10.0.0.9"));
        QVERIFY(!rig.peers->isOpen(holder));
        rig.peers->leave(later);
        rig.online(kSn, QStringLiteral("10.0.0.1"));
    }

    void aLoginSaidTwiceIsAnsweredTwice()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
        QCOMPARE(rig.count("cabinet.online"), 1);
        QCOMPARE(rig.count("cabinet.conflict"), 0);
    }

    void aLoginUnderAnotherNameOnTheSameConnectionEndsIt()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.server->allow({QStringLiteral("OTHER")});
        rig.peers->receive(peer, ServerRig::loginFrame(QStringLiteral("OTHER")));
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count("cabinet.offline.other-login"), 1);
    }

    void aFloodEndsTheFloodersConnectionOnly()
    {
        ServerRig rig;
        rig.start();
        const auto flooder = rig.online(kSn);
        const auto other = rig.online(QStringLiteral("WSTD081565222889"));
        rig.peers->taken(flooder);
        const QByteArray many = heartbeat().repeated(1000);
        rig.peers->receive(flooder, many);
        QVERIFY(!rig.peers->isOpen(flooder));
        QCOMPARE(rig.count("cabinet.offline.flooding"), 1);
        // No more than allowed was answered.
        QCOMPARE(rig.peers->taken(flooder).size() / heartbeat().size(), rig.settings.limits.framesAtOnce - 1);
        rig.peers->receive(other, heartbeat());
        QVERIFY(rig.peers->isOpen(other));
    }

    void manyFramesInTheLongRunAreNoFlood()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        for (int second = 0; second < 60; ++second) {
            rig.peers->receive(peer, heartbeat().repeated(rig.settings.limits.framesPerSecond));
            rig.clock.advance(1s);
        }
        QVERIFY(rig.peers->isOpen(peer));
        for (int second = 0; second < 60 && rig.peers->isOpen(peer); ++second) {
            rig.peers->receive(peer, heartbeat().repeated(rig.settings.limits.framesPerSecond * 2));
            rig.clock.advance(1s);
        }
        QVERIFY(!rig.peers->isOpen(peer));
    }

    void aBrokenFrameEndsTheConnection()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.peers->receive(peer, heartbeat() + test::bytesOf("ffff"));
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count("cabinet.offline.broken-frame"), 1);
        QCOMPARE(rig.status(kSn).offlineReason, QStringLiteral("PacketLen 65535 is not between 7 and 4096"));
    }

    void aPacketLenThatLiesHarmsItsOwnConnectionOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        // What follows is taken for its rest, and what follows that for a length.
        QTest::newRow("one too many") << test::bytesOf("0008 61 01 00 11223344") + heartbeat().repeated(220)
                                      << QStringLiteral("cabinet.offline.broken-frame");
        QTest::newRow("one too few") << test::bytesOf("000f 66 01 41 11223344 01 524c31417c000052")
                                     << QStringLiteral("cabinet.offline.silent");
        QTest::newRow("the most there is, and nothing follows")
            << test::bytesOf("1000 61 01 00 11223344") << QStringLiteral("cabinet.offline.silent");
    }

    void aPacketLenThatLiesHarmsItsOwnConnectionOnly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, key);
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        const auto other = rig.online(QStringLiteral("WSTD081565222889"));
        rig.peers->receive(peer, bytes);
        rig.clock.advance(60s);
        rig.peers->receive(other, heartbeat());
        rig.clock.advance(30s);
        QVERIFY(!rig.peers->isOpen(peer));
        QCOMPARE(rig.count(qPrintable(key)), 1);
        QVERIFY(rig.peers->isOpen(other));
        rig.settle();
        const auto stock = rig.store.ledger.stock();
        QTRY_VERIFY(stock.isFinished());
        QCOMPARE(stock.result()->inSlots, 0);
    }

    void framesInAnyCutAreTheSame()
    {
        ServerRig rig;
        rig.start();
        const QByteArray stream = ServerRig::loginFrame(kSn) + heartbeat().repeated(3);
        rig.server->allow({kSn});
        for (qsizetype step = 1; step <= stream.size(); ++step) {
            const auto peer = rig.peers->connectFrom();
            for (qsizetype at = 0; at < stream.size(); at += step)
                rig.peers->receive(peer, stream.mid(at, step));
            QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1) + heartbeat().repeated(3));
            rig.peers->leave(peer);
        }
    }

    void wrongChecksumsAreUsedOrDroppedAsTheSettingsSay_data()
    {
        QTest::addColumn<bool>("strictForAll");
        QTest::addColumn<bool>("strictForOne");
        QTest::newRow("lenient") << false << false;
        QTest::newRow("strict") << true << false;
        QTest::newRow("strict for this cabinet") << false << true;
    }

    void wrongChecksumsAreUsedOrDroppedAsTheSettingsSay()
    {
        QFETCH(bool, strictForAll);
        QFETCH(bool, strictForOne);
        ServerSettings settings;
        settings.strictChecksum = strictForAll;
        store::KnownCabinet known;
        known.sn = kSn;
        known.isStrict = strictForOne;
        settings.cabinets = {known};
        ServerRig rig(settings);
        rig.start();
        const auto peer = rig.online(kSn);
        QByteArray beat = heartbeat();
        beat[4] = 1;
        for (int i = 0; i < 5; ++i)
            rig.peers->receive(peer, beat);
        const bool isStrict = strictForAll || strictForOne;
        QCOMPARE(rig.peers->taken(peer), isStrict ? QByteArray() : heartbeat().repeated(5));
        // One warning, and a count.
        QCOMPARE(rig.count("cabinet.checksum"), isStrict ? 0 : 1);
        QCOMPARE(rig.count("cabinet.checksum-dropped"), isStrict ? 1 : 0);
        QCOMPARE(rig.status(kSn).wrongChecksums, 5U);
    }

    void anUnknownCommandIsToldOnceAndChangesNothing()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        for (int i = 0; i < 5; ++i)
            rig.peers->receive(peer, encodeFrame(0x42, 1, kToken, "abc"));
        rig.peers->receive(peer, heartbeat());
        QCOMPARE(rig.peers->taken(peer), heartbeat());
        QCOMPARE(rig.count("cabinet.unknown-command"), 1);
    }

    void aHeartbeatWithAPayloadIsAnsweredAllTheSame()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.peers->receive(peer, ServerRig::frame(Command::Heartbeat, "x"));
        QCOMPARE(rig.peers->taken(peer), heartbeat());
        QCOMPARE(rig.count("cabinet.bad-message"), 1);
    }

    void whatCannotBeReadIsToldOnceForEachCommand()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        for (int i = 0; i < 3; ++i) {
            rig.peers->receive(peer, ServerRig::frame(Command::Heartbeat, "x"));
            rig.peers->receive(peer, ServerRig::frame(Command::Return, "x"));
            rig.peers->receive(peer, ServerRig::frame(Command::SlotFault, "x"));
        }
        QCOMPARE(rig.count("cabinet.bad-message"), 3);
    }

    void anInventoryThatCannotBeReadAfterTheLoginIsTold()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.passQueries(peer);
        // Two power banks are said, and there is half of one.
        rig.peers->receive(peer, ServerRig::frame(Command::Inventory, test::bytesOf("02 01 524c")));
        QCOMPARE(rig.count("cabinet.bad-message"), 1);
        QVERIFY(!rig.status(kSn).inventory);
        // The next question comes all the same.
        QCOMPARE(rig.peers->taken(peer), ServerRig::frame(Command::Version));
    }

    void saysWhyItDoesNotListenAndTriesAgain()
    {
        ServerRig rig;
        rig.peers->refusal = base::Error(transport::PeerServerError::AddressTaken, QStringLiteral("in use"));
        rig.start();
        QTRY_VERIFY(rig.state.problem.has_value());
        QVERIFY(rig.state.problem->is(CabinetError::PortTaken));
        QVERIFY(!rig.state.isListening);
        rig.clock.advance(9'999ms);
        QCOMPARE(rig.peers->listens, 1);
        rig.clock.advance(1ms);
        QCOMPARE(rig.peers->listens, 2);
        QCOMPARE(rig.count("cabinet.server-failed.port-taken"), 1);
        rig.peers->refusal.reset();
        rig.clock.advance(10s);
        QVERIFY(rig.state.isListening);
        QVERIFY(!rig.state.problem);
        QCOMPARE(rig.count("cabinet.server-listening"), 1);
    }

    void settingsThatChangeWhileTheListIsReadDoNotKeepItFromListening()
    {
        ServerRig rig;
        rig.server->start(rig.settings);
        rig.settings.acceptNew = true;
        rig.server->start(rig.settings);
        QTRY_VERIFY(rig.state.isListening);
        rig.settle();
        QCOMPARE(rig.peers->listens, 1);
        const auto peer = rig.peers->connectFrom();
        rig.peers->receive(peer, ServerRig::loginFrame(kSn));
        QCOMPARE(rig.peers->taken(peer), ServerRig::loginAnswer(1));
    }

    void saysThatTheFileLimitIsTooLowForAll()
    {
        ServerSettings settings;
        // More than any machine lets a process have.
        settings.limits.connections = 2'000'000'000;
        ServerRig rig(settings);
        rig.start();
        QTRY_VERIFY(rig.state.isListening);
        QVERIFY(rig.state.problem && rig.state.problem->is(CabinetError::TooFewFiles));
        QCOMPARE(rig.count("cabinet.server-few-files"), 1);
        rig.online(kSn);
    }

    void stoppingDisconnectsAllAndSaysSo()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        const auto stranger = rig.peers->connectFrom();
        rig.server->stop();
        QVERIFY(!rig.peers->isOpen(peer));
        QVERIFY(!rig.peers->isOpen(stranger));
        QCOMPARE(rig.count("cabinet.offline.server-stopped"), 1);
        QCOMPARE(rig.told().last(), QStringLiteral("cabinet.server-stopped"));
        QCOMPARE(rig.cabinets.value(kSn).state, CabinetStatus::State::Offline);
        rig.server->start(rig.settings);
        QTRY_COMPARE(rig.peers->listens, 2);
        rig.online(kSn);
    }

    void otherSettingsDropNobodyButAnotherPortDoes()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.settings.acceptNew = true;
        rig.server->start(rig.settings);
        rig.settle();
        QVERIFY(rig.peers->isOpen(peer));
        QCOMPARE(rig.peers->listens, 1);
        rig.settings.port = 9000;
        rig.server->start(rig.settings);
        QVERIFY(!rig.peers->isOpen(peer));
        QTRY_COMPARE(rig.peers->listens, 2);
    }

    void everyEventIsInTheListAndInTheJournal()
    {
        ServerRig rig;
        rig.start();
        const auto peer = rig.online(kSn);
        rig.peers->leave(peer);
        rig.settle();
        const auto page = rig.store.journal.page({}, {}, 100);
        QTRY_VERIFY(page.isFinished());
        const auto first = page.result();
        QVERIFY(first);
        QStringList keys;
        for (const auto &entry : first->entries) {
            keys.prepend(entry.event.textKey);
            const auto *text =
                std::find_if(std::begin(kEventTexts), std::end(kEventTexts), [&](const EventText &t) {
                    return QLatin1String(t.key.data(), qsizetype(t.key.size())) == entry.event.textKey;
                });
            QVERIFY(text != std::end(kEventTexts));
            QCOMPARE(entry.event.arguments.size(), qsizetype(text->arguments));
        }
        QCOMPARE(keys, rig.told());
    }
};

QTEST_GUILESS_MAIN(TestServerConnections)
#include "tst_server_connections.moc"
