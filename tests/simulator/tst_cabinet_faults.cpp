// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault of the cabinets' menu, seen from the server's side of the line.
#include "tests/simulator/stranger_server.h"

using namespace opsdeck;
using cabinet::sim::Quirk;
using test::CabinetStage;
using test::hex;

namespace {

const QByteArray kHeartbeat = hex("0007 61 01 00 11223344");
constexpr const char *kVersionQuery = "0007 62 01 00 11223344";
constexpr const char *kNetworkQuery = "0007 72 01 00 11223344";
const QByteArray kVersion = hex("0014 62 01 6a 11223344 000b 412e30392e30312e303600");

} // namespace

class TestCabinetFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dropAfterCutsTheConnection();
    void halfOpenSaysNothingMore();
    void silentDoesNotEvenLogIn();
    void delayHoldsEverything();
    void lateHoldsAnswersNotHeartbeats();
    void garbleChangesAPayloadByte();
    void cutPacketsGiveTheSameBytes();
    void slowLorisSendsByteByByte();
    void halfFrameEndsInTheMiddle();
    void lengthsLie_data();
    void lengthsLie();
    void stringsLie();
    void wrongChecksumsAreWrong();
    void wrongSizeHasTwoBytesMore();
    void outOfOrderSwapsAnswers();
    void duplicateAnswersTwice();
    void rebootAfterHappensOnce();
    void floodBeatsAndBeats();
    void noReadFillsTheServersBuffer();
    void twinsThrowEachOtherOut();
    void loginTwiceOnOneConnection();
    void talksBeforeItsLogin();
    void sendsWhatNobodyKnowsOrAsked();
    void aBankIsInTwoSlots();
    void loseAnswerDoesItsWork();
    void refuseRentKeepsTheBank();
    void wrongSlotAnswersForAnother();
    void deafBeatsOnly();
    void faultsOfOneCabinetAreItsOwn();
    void quirksOfStrings_data();
    void quirksOfStrings();
    void hostileNumbersAndBinaryBanks();
    void noUpgradeIsSilent();
};

void TestCabinetFaults::dropAfterCutsTheConnection()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("drop-after=3")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
    stage.move(1);
    QVERIFY(peer->waitClosed());
    stage.move(1);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetFaults::halfOpenSaysNothingMore()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(stage.fleet->command(QStringLiteral("fault half-open")));
    QVERIFY(peer->ask(kVersionQuery, 50).isEmpty());
    stage.move(30000);
    QVERIFY(peer->receive(50).isEmpty());
    QCOMPARE(peer->socket().state(), QAbstractSocket::ConnectedState);
}

void TestCabinetFaults::silentDoesNotEvenLogIn()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("silent")}), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    stage.move(600000);
    QVERIFY(peer->receive(50).isEmpty());
    QCOMPARE(peer->socket().state(), QAbstractSocket::ConnectedState);
    peer->close();
    QTRY_COMPARE(stage.fleet->counters().closedByServer, 1u);
    stage.move(1);
    QVERIFY(stage.accept());
}

void TestCabinetFaults::delayHoldsEverything()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("delay=500")}), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QTRY_COMPARE(stage.fleet->counters().connections, 1u);
    stage.move(499);
    QVERIFY(peer->receive(30).isEmpty());
    stage.move(1);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x60));
}

void TestCabinetFaults::lateHoldsAnswersNotHeartbeats()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("late=25")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.move(10000);
    peer->send(hex(kVersionQuery));
    QTRY_COMPARE(stage.fleet->counters().commands[0x62], 1u);
    stage.move(20000);
    QCOMPARE(peer->receive(), kHeartbeat);
    QVERIFY(peer->receive(30).isEmpty());
    stage.move(5000);
    QCOMPARE(peer->receive(), kVersion);
}

void TestCabinetFaults::garbleChangesAPayloadByte()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(stage.fleet->command(QStringLiteral("fault garble=1")));
    for (int i = 0; i < 50; ++i) {
        const QByteArray garbled = peer->ask(kVersionQuery);
        QCOMPARE(garbled.size(), kVersion.size());
        QCOMPARE(garbled.left(9), kVersion.left(9));
        int changed = 0;
        for (qsizetype at = 9; at < garbled.size(); ++at)
            changed += garbled[at] != kVersion[at];
        QCOMPARE(changed, 1);
    }
}

void TestCabinetFaults::cutPacketsGiveTheSameBytes()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(stage.fleet->command(QStringLiteral("fault cut-packets")));
    peer->send(hex(kVersionQuery));
    QVERIFY(QTest::qWaitFor([&] { return stage.fleet->counters().commands[0x62] == 1; }));
    // At first not more than a piece.
    const QByteArray first = peer->rawBytes(1);
    QVERIFY(!first.isEmpty() && first.size() <= 3);
    stage.move(50);
    QCOMPARE(peer->receive(), kVersion);
}

void TestCabinetFaults::slowLorisSendsByteByByte()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("slow-loris=100")}), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QTRY_COMPARE(stage.fleet->counters().connections, 1u);
    for (int bytes = 1; bytes <= 10; ++bytes) {
        stage.move(100);
        QCOMPARE(peer->rawBytes(bytes).size(), bytes);
    }
}

void TestCabinetFaults::halfFrameEndsInTheMiddle()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("half-frame=2")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
    peer->send(hex(kVersionQuery));
    QCOMPARE(peer->rawBytes(11), kVersion.left(11));
    stage.move(1);
    QVERIFY(peer->waitClosed());
}

void TestCabinetFaults::lengthsLie_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("oversize") << "oversize=2" << hex("ffff");
    QTest::newRow("short") << "short-length=2" << hex("0003");
    QTest::newRow("lying") << "lying-length=2" << hex("0017");
}

void TestCabinetFaults::lengthsLie()
{
    QFETCH(QString, fault);
    QFETCH(QByteArray, length);
    CabinetStage stage;
    QCOMPARE(stage.begin({fault}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex(kVersionQuery));
    QCOMPARE(peer->rawBytes(int(kVersion.size())), length + kVersion.mid(2));
}

void TestCabinetFaults::stringsLie()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("lying-string")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    const QByteArray version = peer->ask(kVersionQuery);
    QCOMPARE(version.size(), kVersion.size());
    QCOMPARE(version.mid(9, 2), hex("006f")); // 111 characters, it says
}

void TestCabinetFaults::wrongChecksumsAreWrong()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("wrong-checksum")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    const QByteArray version = peer->ask(kVersionQuery);
    QVERIFY(version[4] != kVersion[4]);
    QCOMPARE(version.left(4) + version.mid(5), kVersion.left(4) + kVersion.mid(5));
}

void TestCabinetFaults::wrongSizeHasTwoBytesMore()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("wrong-size")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    const QByteArray volume = peer->ask("0007 77 01 00 11223344");
    QCOMPARE(volume.size(), 2 + 7 + 3);
    QCOMPARE(volume.left(4), hex("000a 77 01"));
}

void TestCabinetFaults::outOfOrderSwapsAnswers()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("out-of-order")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex(kVersionQuery) + hex(kNetworkQuery));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x72));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x62));
    peer->send(hex(kVersionQuery));
    QTRY_COMPARE(stage.fleet->counters().commands[0x62], 2u);
    QVERIFY(peer->receive(30).isEmpty());
    stage.move(300);
    QCOMPARE(peer->receive(), kVersion);
}

void TestCabinetFaults::duplicateAnswersTwice()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("duplicate")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
    QCOMPARE(peer->receive(), kVersion);
    QVERIFY(peer->receive(30).isEmpty());
}

void TestCabinetFaults::rebootAfterHappensOnce()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("reboot-after=7")}), QString());
    auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.move(6999);
    QCOMPARE(stage.fleet->onlineCount(), 1);
    stage.move(1);
    QVERIFY(peer->waitClosed());
    stage.move(5000);
    peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.move(20000);
    QCOMPARE(stage.fleet->counters().reboots, 1u);
    QCOMPARE(stage.fleet->onlineCount(), 1);
}

void TestCabinetFaults::floodBeatsAndBeats()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("flood=1000")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.move(950);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(peer->receive(), kHeartbeat);
    QVERIFY(stage.fleet->command(QStringLiteral("clear")));
    stage.move(1000);
    QVERIFY(peer->receive(30).isEmpty());
}

void TestCabinetFaults::noReadFillsTheServersBuffer()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(stage.fleet->command(QStringLiteral("fault no-read")));
    // More than both kernels keep.
    const QByteArray queries = hex(kVersionQuery).repeated(2000000);
    peer->send(queries);
    QVERIFY(!QTest::qWaitFor([&] { return peer->socket().bytesToWrite() == 0; }, 200));
    QCOMPARE(stage.fleet->counters().commands[0x62], 0u);
    QCOMPARE(stage.fleet->onlineCount(), 1);
}

void TestCabinetFaults::twinsThrowEachOtherOut()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("twin")}), QString());
    const auto first = stage.acceptLogin();
    QVERIFY(first);
    stage.move(100);
    const auto second = stage.accept();
    QVERIFY(second);
    QVERIFY(second->receive().contains(stage.sn().toLatin1()));
    second->send(hex("0008 60 01 01 11223344 01"));
    QTRY_COMPARE(stage.fleet->counters().logins, 2u);
    first->close();
    QTRY_COMPARE(stage.fleet->counters().closedByServer, 1u);
    stage.move(1);
    const auto third = stage.accept();
    QVERIFY(third);
    QVERIFY(third->receive().contains(stage.sn().toLatin1()));
    // Without the fault there is one of them.
    QVERIFY(stage.fleet->command(QStringLiteral("clear")));
    QVERIFY(second->waitClosed());
}

void TestCabinetFaults::loginTwiceOnOneConnection()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("login-twice")}), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x60));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x60));
}

void TestCabinetFaults::talksBeforeItsLogin()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("talk-before-login")}), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    QCOMPARE(peer->receive(), kHeartbeat);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x64));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x60));
}

void TestCabinetFaults::sendsWhatNobodyKnowsOrAsked()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("unknown-command"), QStringLiteral("unasked")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.move(30000);
    QCOMPARE(peer->receive(), kHeartbeat);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x7e));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x62));
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x65));
}

void TestCabinetFaults::aBankIsInTwoSlots()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("bank-in-two-slots")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    for (int slot = 1; slot <= 8; ++slot)
        stage.board().take(slot);
    stage.board().put(2, {0x524c31417c000041, 4});
    const QByteArray inventory = peer->ask("0007 64 01 00 11223344");
    QCOMPARE(inventory.mid(9), hex("02 02 524c31417c000041 04 08 524c31417c000041 04"));
}

void TestCabinetFaults::loseAnswerDoesItsWork()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("lose-answer")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(3, {0x524c31417c000064, 4});
    peer->send(hex("0008 65 01 03 11223344 03"));
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
    QVERIFY(!stage.board().at(3).isThere());
    QCOMPARE(stage.fleet->counters().rents, 1u);
}

void TestCabinetFaults::refuseRentKeepsTheBank()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("refuse-rent")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(3, {0x524c31417c000064, 4});
    QCOMPARE(peer->ask("0008 65 01 03 11223344 03"), hex("0011 65 01 03 11223344 03 00 0000000000000000"));
    QVERIFY(stage.board().at(3).isThere());
}

void TestCabinetFaults::wrongSlotAnswersForAnother()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("wrong-slot")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(3, {0x524c31417c000064, 4});
    QCOMPARE(peer->ask("0008 65 01 03 11223344 03"), hex("0011 65 01 73 11223344 04 01 524c31417c000064"));
}

void TestCabinetFaults::deafBeatsOnly()
{
    CabinetStage stage;
    QCOMPARE(stage.begin({QStringLiteral("deaf")}), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex(kVersionQuery));
    QTRY_COMPARE(stage.fleet->counters().commands[0x62], 1u);
    stage.move(30000);
    QCOMPARE(peer->receive(), kHeartbeat);
}

void TestCabinetFaults::faultsOfOneCabinetAreItsOwn()
{
    CabinetStage stage;
    stage.options.count = 2;
    QCOMPARE(stage.begin(), QString());
    stage.move(10);
    const auto first = stage.acceptLogin();
    const auto second = stage.acceptLogin();
    QVERIFY(first && second);
    QVERIFY(stage.fleet->command(QStringLiteral("on %1 fault deaf").arg(stage.sn(1))));
    QCOMPARE(first->ask(kVersionQuery), kVersion);
    QVERIFY(second->ask(kVersionQuery, 50).isEmpty());
    QVERIFY(stage.fleet->command(QStringLiteral("on %1 clear").arg(stage.sn(1))));
    QCOMPARE(second->ask(kVersionQuery), kVersion);
}

void TestCabinetFaults::quirksOfStrings_data()
{
    QTest::addColumn<int>("quirk");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("no NUL") << int(Quirk::NoNul) << hex("000a 412e30392e30312e3036");
    QTest::newRow("not ASCII") << int(Quirk::NotAscii) << hex("000a b3e4b5e7 01 1b5b324a 00");
}

void TestCabinetFaults::quirksOfStrings()
{
    QFETCH(int, quirk);
    QFETCH(QByteArray, payload);
    CabinetStage stage;
    stage.options.quirks = {Quirk(quirk)};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask(kVersionQuery).mid(9).toHex(' '), payload.toHex(' '));
}

void TestCabinetFaults::hostileNumbersAndBinaryBanks()
{
    CabinetStage stage;
    stage.options.quirks = {Quirk::HostileSn, Quirk::BinaryBanks};
    QCOMPARE(stage.begin(), QString());
    QVERIFY(stage.sn().startsWith(QLatin1String("<b>")));
    int banks = 0;
    for (int slot = 1; slot <= 8; ++slot) {
        if (!stage.board().at(slot).isThere())
            continue;
        ++banks;
        QCOMPARE(cabinet::sim::nameOf(stage.board().at(slot).id).size(), 16);
    }
    QVERIFY(banks > 0);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetFaults::noUpgradeIsSilent()
{
    CabinetStage stage;
    stage.options.quirks = {Quirk::NoUpgrade};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex("0011 68 01 00 11223344 0000 0000 0000 0000 0000"));
    QCOMPARE(peer->ask(kVersionQuery), kVersion);
}

QTEST_GUILESS_MAIN(TestCabinetFaults)
#include "tst_cabinet_faults.moc"
