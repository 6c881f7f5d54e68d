// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the manual at a simulated cabinet, byte by byte: the errata's frames, sent and compared as they stand.
#include "tests/simulator/stranger_server.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace opsdeck;
using cabinet::sim::Quirk;
using cabinet::sim::Speech;
using test::CabinetStage;
using test::hex;

namespace {

void empty(cabinet::sim::Board &board)
{
    for (int slot = 1; slot <= board.slotCount(); ++slot)
        board.take(slot);
}

} // namespace

class TestCabinetCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void logsInAsTheManualSays();
    void numbersFollowTheVendorsRule();
    void answersTheManualsFrames_data();
    void answersTheManualsFrames();
    void tellsWhatItHolds();
    void rentsOutWhatIsThere();
    void ejectsAsItRents();
    void keepsTheVolumeItIsGiven();
    void aCabinetWithoutASpeakerIsSilent();
    void theServerAddressCountsAfterTheReboot();
    void anUpgradeBringsANewVersion();
    void oldCabinetsIgnoreTheStarredCommands_data();
    void oldCabinetsIgnoreTheStarredCommands();
    void manualChecksumsAreTheManualsMistakes_data();
    void manualChecksumsAreTheManualsMistakes();
    void newerBoardsSpeakVsn2();
    void newerBoardsCheckTheToken();
    void commandsThatDoNotFitAreNotAnswered_data();
    void commandsThatDoNotFitAreNotAnswered();
    void aWrongPacketLengthEndsTheConnection_data();
    void aWrongPacketLengthEndsTheConnection();
    void everyCutOfTheStreamGivesTheSameAnswers();
};

void TestCabinetCommands::logsInAsTheManualSays()
{
    CabinetStage stage;
    stage.options.quirks = {Quirk::ManualSn};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    const QByteArray login = peer->receive();
    // Rand and the checksum over it differ from the manual's sample, nothing else.
    const QByteArray sample =
        hex("0020 60 01 80 11223344 55667788 0233 0011 524c3141303331373132303030303135 00");
    QCOMPARE(login.size(), sample.size());
    QCOMPARE(login.left(4), sample.left(4));
    QCOMPARE(login.mid(5, 4), sample.mid(5, 4));
    QCOMPARE(login.mid(13), sample.mid(13));
    quint8 sum = 0;
    for (const char byte : login.mid(9))
        sum = quint8(sum ^ quint8(byte));
    QCOMPARE(quint8(login[4]), sum);
}

void TestCabinetCommands::numbersFollowTheVendorsRule()
{
    CabinetStage stage;
    stage.options.count = 12;
    stage.options.models = {6, 8, 12, 16, 24, 48};
    stage.options.seed = 7;
    QCOMPARE(stage.begin(), QString());
    QSet<quint64> banks;
    qint64 before = 0;
    for (int i = 0; i < 12; ++i) {
        const QString sn = stage.sn(i);
        QVERIFY2(QRegularExpression(QStringLiteral("^WSTD(06|08|12|16|24|48)\\d{10}$")).match(sn).hasMatch(),
                 qPrintable(sn));
        const int model = sn.mid(4, 2).toInt();
        const int slots_ = stage.board(i).slotCount();
        QVERIFY(model == 16 ? QList<int>({4, 8, 12, 16}).contains(slots_) : model == slots_);
        const qint64 batch = sn.mid(6).toLongLong();
        QVERIFY(i == 0 || batch == before + 1);
        before = batch;
        for (int slot = 1; slot <= slots_; ++slot) {
            const auto bank = stage.board(i).at(slot);
            if (!bank.isThere())
                continue;
            QVERIFY(!banks.contains(bank.id));
            QVERIFY(cabinet::sim::nameOf(bank.id).startsWith(QLatin1String("RL1A")));
            QVERIFY(bank.level <= 4);
            banks.insert(bank.id);
        }
    }
    QVERIFY(banks.size() > 60);
    CabinetStage again;
    again.options.count = 12;
    again.options.models = stage.options.models;
    again.options.seed = 7;
    QCOMPARE(again.begin(), QString());
    QCOMPARE(again.sn(5), stage.sn(5));
    QCOMPARE(again.board(5).inventoryPayload(*again.fleet->at(5).faults()),
             stage.board(5).inventoryPayload(*stage.fleet->at(5).faults()));
    CabinetStage other;
    other.options.seed = 8;
    QCOMPARE(other.begin(), QString());
    QVERIFY(other.sn() != stage.sn(1));
}

void TestCabinetCommands::answersTheManualsFrames_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const char *request, const char *answer) {
        QTest::newRow(name) << QByteArray(request) << hex(answer);
    };
    row("version", "0007 62 01 00 11223344", "0014 62 01 6a 11223344 000b 412e30392e30312e303600");
    row("inventory", "0007 64 01 00 11223344",
        "001c 64 01 06 11223344 02 02 524c31417c000041 04 03 524c31417c000044 04");
    row("iccid", "0007 69 01 00 11223344",
        "001e 69 01 1e 11223344 0015 3839383630343031313031373730393832383339 00");
    row("iccid, the manual's checksum", "0007 69 01 01 11223344",
        "001e 69 01 1e 11223344 0015 3839383630343031313031373730393832383339 00");
    row("set volume", "0008 70 01 01 11223344 01", "0008 70 01 01 11223344 01");
    row("rent of an empty slot", "0008 65 01 05 11223344 05",
        "0011 65 01 05 11223344 05 00 0000000000000000");
    row("rent of a slot that is not", "0008 65 01 c8 11223344 c8",
        "0011 65 01 c8 11223344 c8 00 0000000000000000");
    row("reboot", "0007 67 01 00 11223344", "0007 67 01 00 11223344");
    row("upgrade",
        "003c 68 01 27 11223344 000e 3132312e34312e36302e32333200 0003 323100 0007 33332e62696e00 0006 "
        "736861726500 000d 736861726533343540313233 00",
        "0007 68 01 00 11223344");
    row("set address, the manual's checksum",
        "0022 63 01 33 11223344 0011 782e706f776572706f7765722e6e657400 0005 3839393200 1e",
        "0007 63 01 00 11223344");
    row("another token", "0007 62 01 00 00001234", "0014 62 01 6a 00001234 000b 412e30392e30312e303600");
}

void TestCabinetCommands::answersTheManualsFrames()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    empty(stage.board());
    stage.board().put(2, {0x524c31417c000041, 4});
    stage.board().put(3, {0x524c31417c000044, 4});
    QCOMPARE(peer->ask(request.constData()).toHex(' '), answer.toHex(' '));
}

void TestCabinetCommands::tellsWhatItHolds()
{
    CabinetStage stage;
    stage.options.models = {48};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    for (int slot = 1; slot <= 48; ++slot)
        stage.board().put(slot, {0x524c31417c000000 + quint64(slot), quint8(slot % 5)});
    const QByteArray full = peer->ask("0007 64 01 00 11223344");
    // 488, the largest inventory of the manual's boards.
    QCOMPARE(full.size(), 2 + 488);
    QCOMPARE(quint8(full[9]), quint8(48));
    empty(stage.board());
    QCOMPARE(peer->ask("0007 64 01 00 11223344"), hex("0008 64 01 00 11223344 00"));
}

void TestCabinetCommands::rentsOutWhatIsThere()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(3, {0x524c31417c000064, 4});
    QCOMPARE(peer->ask("0008 65 01 03 11223344 03"), hex("0011 65 01 74 11223344 03 01 524c31417c000064"));
    QVERIFY(!stage.board().at(3).isThere());
    QCOMPARE(stage.fleet->counters().rents, 1u);
    QCOMPARE(peer->ask("0008 65 01 03 11223344 03"), hex("0011 65 01 03 11223344 03 00 0000000000000000"));
    QCOMPARE(stage.fleet->counters().rentsRefused, 1u);
    // Somebody has it now.
    QVERIFY(stage.fleet->command(QStringLiteral("state"))->contains(QLatin1String("RL1A7C000064")));
}

void TestCabinetCommands::ejectsAsItRents()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(1, {0x594431417c000140, 2});
    QCOMPARE(peer->ask("0008 80 01 01 11223324 01"), hex("0011 80 01 50 11223324 01 01 594431417c000140"));
    QVERIFY(!stage.board().at(1).isThere());
    QCOMPARE(stage.fleet->counters().ejects, 1u);
}

void TestCabinetCommands::keepsTheVolumeItIsGiven()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask("0008 70 01 0b 11223344 0b"), hex("0008 70 01 01 11223344 01"));
    QCOMPARE(peer->ask("0007 77 01 00 11223344"), hex("0008 77 01 0b 11223344 0b"));
    QCOMPARE(peer->ask("0008 70 01 10 11223344 10"), hex("0008 70 01 00 11223344 00"));
    QCOMPARE(peer->ask("0007 77 01 00 11223344"), hex("0008 77 01 0b 11223344 0b"));
}

void TestCabinetCommands::aCabinetWithoutASpeakerIsSilent()
{
    CabinetStage stage;
    stage.options.models = {6};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex("0007 77 01 00 11223344 0008 70 01 03 11223344 03"));
    // The next one's answer is the first that comes.
    QCOMPARE(quint8(peer->ask("0007 62 01 00 11223344")[2]), quint8(0x62));
    QCOMPARE(stage.fleet->counters().ignored, 2u);
}

void TestCabinetCommands::theServerAddressCountsAfterTheReboot()
{
    QTcpServer elsewhere;
    QVERIFY(elsewhere.listen(QHostAddress::LocalHost));
    CabinetStage stage;
    stage.options.quirks = {Quirk::OldToken};
    QCOMPARE(stage.begin(), QString());
    auto peer = stage.acceptLogin();
    QVERIFY(peer);
    // The manual's answer, to a cabinet that was given the manual's address.
    peer->ask("0026 63 01 1c 11223344 0015 73686172652e70656e6764616b656a692e746f7000 0005 3832383200 1e");
    QCOMPARE(
        peer->ask("0007 6a 01 00 11223344"),
        hex("0026 6a 01 1c 00001234 0015 73686172652e70656e6764616b656a692e746f7000 0005 3832383200 1e"));
    const QByteArray port = QByteArray::number(elsewhere.serverPort());
    QByteArray payload = hex("000a") + QByteArray("127.0.0.1") + '\0';
    payload += QByteArray(1, '\0') + char(port.size() + 1) + port + '\0' + '\x05';
    quint8 sum = 0;
    for (const char byte : payload)
        sum = quint8(sum ^ quint8(byte));
    peer->send(QByteArray(1, '\0') + char(7 + payload.size()) + hex("63 01") + char(sum) + hex("11223344") +
               payload);
    QCOMPARE(quint8(peer->receive()[2]), quint8(0x63));
    peer->close();
    stage.move(0);
    // A lost connection changes nothing: it dials where it dialled.
    peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask("0007 67 01 00 11223344"), hex("0007 67 01 00 11223344"));
    stage.move(1000);
    QVERIFY(peer->waitClosed());
    QVERIFY(!elsewhere.hasPendingConnections());
    stage.move(5000);
    QTRY_VERIFY(elsewhere.hasPendingConnections());
    test::CabinetPeer moved(elsewhere.nextPendingConnection());
    QVERIFY(!moved.receive().isEmpty());
    moved.send(hex("0008 60 01 01 11223344 01"));
    QTRY_COMPARE(stage.fleet->onlineCount(), 1);
    // And its heartbeat is the one that was set.
    stage.move(4900);
    QVERIFY(moved.receive(50).isEmpty());
    stage.move(200);
    QCOMPARE(moved.receive(), hex("0007 61 01 00 11223344"));
}

void TestCabinetCommands::anUpgradeBringsANewVersion()
{
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QCOMPARE(peer->ask("003c 68 01 33 11223344 000e 3132312e34312e36302e32333200 0003 323100 0007 "
                       "33332e62696e00 0006 736861726500 000d 736861726533343540313233 00"),
             hex("0007 68 01 00 11223344"));
    QCOMPARE(peer->ask("0007 62 01 00 11223344"), hex("0014 62 01 6a 11223344 000b 412e30392e30312e303600"));
    stage.move(20000);
    QVERIFY(peer->waitClosed());
    stage.move(5000);
    peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(peer->ask("0007 62 01 00 11223344").contains("A.09.01.07"));
    QCOMPARE(stage.fleet->counters().upgrades, 1u);
    QCOMPARE(stage.fleet->counters().reboots, 1u);
}

void TestCabinetCommands::oldCabinetsIgnoreTheStarredCommands_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("server address") << QByteArray("0007 6a 01 00 11223344");
    QTest::newRow("eject") << QByteArray("0008 80 01 01 11223344 01");
    QTest::newRow("volume") << QByteArray("0007 77 01 00 11223344");
    QTest::newRow("set volume") << QByteArray("0008 70 01 01 11223344 01");
    QTest::newRow("network") << QByteArray("0007 72 01 00 11223344");
}

void TestCabinetCommands::oldCabinetsIgnoreTheStarredCommands()
{
    QFETCH(QByteArray, request);
    CabinetStage stage;
    stage.options.speech = Speech::Old;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(hex(request.constData()));
    const QByteArray version = peer->ask("0007 62 01 00 11223344");
    QCOMPARE(quint8(version[2]), quint8(0x62));
    QVERIFY(version.contains("A.05."));
    QCOMPARE(stage.fleet->counters().ignored, 1u);
}

void TestCabinetCommands::manualChecksumsAreTheManualsMistakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const char *request, const char *answer) {
        QTest::newRow(name) << QByteArray(request) << hex(answer);
    };
    row("reboot", "0007 67 01 01 11223344", "0007 67 01 01 11223344");
    row("upgrade", "0011 68 01 00 11223344 0000 0000 0000 0000 0000", "0007 68 01 00 11223344");
    row("set address", "000c 63 01 1e 11223344 0000 0000 1e", "0007 63 01 01 11223344");
    row("eject", "0008 80 01 24 11223344 24", "0011 80 01 35 11223344 24 01 594431417c000140");
    row("network", "0007 72 01 01 11223344", "000a 72 01 00 11223344 0d 00 04");
    row("version, right in the manual too", "0007 62 01 00 11223344",
        "0014 62 01 6a 11223344 000b 412e30392e30312e303600");
}

void TestCabinetCommands::manualChecksumsAreTheManualsMistakes()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    CabinetStage stage;
    stage.options.models = {48};
    stage.options.manualChecksums = true;
    stage.options.quirks = {Quirk::ModeFour};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    stage.board().put(0x24, {0x594431417c000140, 4});
    QCOMPARE(peer->ask(request.constData()).toHex(' '), answer.toHex(' '));
}

void TestCabinetCommands::newerBoardsSpeakVsn2()
{
    CabinetStage stage;
    stage.options.speech = Speech::Vsn2;
    stage.options.models = {48};
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.accept();
    QVERIFY(peer);
    const QByteArray login = peer->receive();
    QCOMPARE(quint8(login[3]), quint8(2));
    QCOMPARE(quint8(login.back()), quint8(48)); // Slots
    // Token = m[15]<<24 | m[11]<<16 | m[7]<<8 | m[3] of MD5(payload + secret).
    const auto tokenOf = [](const QByteArray &payload) {
        const QByteArray m = QCryptographicHash::hash(payload + "simulated", QCryptographicHash::Md5);
        return QByteArray(1, m[15]) + m[11] + m[7] + m[3];
    };
    QCOMPARE(login.mid(5, 4), tokenOf(login.mid(9)));
    peer->send(hex("0008 60 02 01 11223344 01"));
    QTRY_COMPARE(stage.fleet->onlineCount(), 1);
    for (int slot = 1; slot <= 48; ++slot)
        stage.board().put(slot, {0x524c31417c000000 + quint64(slot), 3});
    peer->send(hex("0007 64 02 00") + tokenOf({}));
    const QByteArray inventory = peer->receive();
    QCOMPARE(inventory.size(), 2 + 824);
    // Voltage, current, temperature, status, state of health behind each bank.
    const QByteArray entry = inventory.mid(10, 17);
    QCOMPARE(entry.left(10), hex("01 524c31417c000001 03"));
    QCOMPARE(quint8(entry[10]) << 8 | quint8(entry[11]), 3990);
    QCOMPARE(quint8(entry[15]), quint8(0x80));
    QVERIFY(stage.fleet->command(QStringLiteral("report %1 3 2").arg(stage.sn())));
    const QByteArray fault = peer->receive();
    QCOMPARE(fault.left(4), hex("0011 83 02"));
    QCOMPARE(fault.mid(9), hex("03 02 524c31417c000002"));
    peer->send(hex("0007 83 02 00") + tokenOf({}));
    QTRY_COMPARE(stage.fleet->counters().slotFaultsAnswered, 1u);
}

void TestCabinetCommands::newerBoardsCheckTheToken()
{
    CabinetStage stage;
    stage.options.speech = Speech::Vsn2;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    QVERIFY(peer->ask("0007 62 02 00 11223344", 100).isEmpty());
    QTRY_COMPARE(stage.fleet->counters().wrongTokens, 1u);
}

void TestCabinetCommands::commandsThatDoNotFitAreNotAnswered_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("rent without a slot") << QByteArray("0007 65 01 01 11223344");
    QTest::newRow("eject with two") << QByteArray("0009 80 01 03 11223344 01 02");
    QTest::newRow("address cut") << QByteArray("000a 63 01 00 11223344 0005 41");
    QTest::newRow("address longer than it is") << QByteArray("000c 63 01 1e 11223344 00ff 0000 1e");
    QTest::newRow("heartbeat 0") << QByteArray("000c 63 01 00 11223344 0000 0000 00");
    QTest::newRow("upgrade with four fields") << QByteArray("000f 68 01 00 11223344 0000 0000 0000 0000");
    QTest::newRow("unknown command") << QByteArray("0007 7e 01 00 11223344");
    QTest::newRow("return answer nobody waits for") << QByteArray("0009 66 01 00 11223344 01 01");
    QTest::newRow("return answer as the manual prints it") << QByteArray("0007 66 01 01 11223344");
}

void TestCabinetCommands::commandsThatDoNotFitAreNotAnswered()
{
    QFETCH(QByteArray, request);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    const int banks = stage.board().bankCount();
    peer->send(hex(request.constData()));
    QCOMPARE(quint8(peer->ask("0007 62 01 00 11223344")[2]), quint8(0x62));
    QCOMPARE(stage.board().bankCount(), banks);
    const auto &counters = stage.fleet->counters();
    QCOMPARE(counters.badPayloads + counters.ignored, 1u);
}

void TestCabinetCommands::aWrongPacketLengthEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *length : {"0000", "0001", "0006", "1001", "ffff"})
        QTest::newRow(length) << hex(length) + QByteArray(10, 'x');
}

void TestCabinetCommands::aWrongPacketLengthEndsTheConnection()
{
    QFETCH(QByteArray, bytes);
    CabinetStage stage;
    QCOMPARE(stage.begin(), QString());
    const auto peer = stage.acceptLogin();
    QVERIFY(peer);
    peer->send(bytes);
    QVERIFY(peer->waitClosed());
    QCOMPARE(stage.fleet->counters().brokenStreams, 1u);
    stage.move(0);
    QVERIFY(stage.acceptLogin());
}

void TestCabinetCommands::everyCutOfTheStreamGivesTheSameAnswers()
{
    const QByteArray stream = hex("0007 62 01 00 11223344 0008 70 01 05 11223344 05 0007 77 01 00 11223344");
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        cabinet::sim::FrameCutter cutter;
        QByteArray seen;
        for (const QByteArray &piece : {stream.left(cut), stream.mid(cut)}) {
            cutter.add(piece);
            while (const auto frame = cutter.next())
                seen += cabinet::sim::bytesOf(*frame);
        }
        QCOMPARE(seen, stream);
        QVERIFY(!cutter.isBroken());
    }
}

QTEST_GUILESS_MAIN(TestCabinetCommands)
#include "tst_cabinet_commands.moc"
