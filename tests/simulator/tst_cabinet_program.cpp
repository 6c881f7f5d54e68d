// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeck-sim cabinet` as a program: its ready line, options, control port and counters.
#include "tests/simulator/stranger_server.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace opsdeck;
using test::hex;
using test::runProgram;
using test::SimulatorProcess;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestCabinetProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialsInAndCountsWhatItDid();
    void takesCommandsWhileItRuns();
    void comesWithAllTheOthers();
    void dialsAName();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void helpListsFaultsAndQuirks();
};

void TestCabinetProgram::dialsInAndCountsWhatItDid()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SimulatorProcess simulator(
        words(QStringLiteral("cabinet --count 3 --models 08,48 --seed 4 --life 0 --connect 127.0.0.1:%1")
                  .arg(server.serverPort())));
    const QJsonObject ready = simulator.ready().value(QLatin1String("cabinet")).toObject();
    QCOMPARE(ready.value(QLatin1String("count")).toInt(), 3);
    QJsonArray sns = ready.value(QLatin1String("sns")).toArray();
    QCOMPARE(sns.size(), 3);
    std::vector<std::unique_ptr<test::CabinetPeer>> peers;
    for (int i = 0; i < 3; ++i) {
        QTRY_VERIFY(server.hasPendingConnections());
        peers.push_back(std::make_unique<test::CabinetPeer>(server.nextPendingConnection()));
        test::CabinetPeer *peer = peers.back().get();
        const QByteArray login = peer->receive();
        sns.removeAt(sns.toVariantList().indexOf(QString::fromLatin1(login.mid(17).chopped(1))));
        peer->send(i < 2 ? hex("0008 60 01 01 11223344 01") : hex("0008 60 01 00 11223344 00"));
        if (i < 2)
            QVERIFY(!peer->ask("0007 62 01 00 11223344").isEmpty());
        else
            QVERIFY(peer->waitClosed());
    }
    QVERIFY(sns.isEmpty());
    const QJsonObject counters = simulator.stop().value(QLatin1String("cabinet")).toObject();
    QCOMPARE(counters.value(QLatin1String("logins")).toInt(), 2);
    QCOMPARE(counters.value(QLatin1String("refused")).toInt(), 1);
    QCOMPARE(counters.value(QLatin1String("online")).toInt(), 2);
    QCOMPARE(counters[QLatin1String("commands")][QLatin1String("0x62")].toInt(), 2);
}

void TestCabinetProgram::takesCommandsWhileItRuns()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SimulatorProcess simulator(
        words(QStringLiteral("cabinet --count 1 --life 0 --control 0 --connect 127.0.0.1:%1")
                  .arg(server.serverPort())));
    const QString sn =
        simulator.ready()[QLatin1String("cabinet")][QLatin1String("sns")].toArray().first().toString();
    QTcpSocket control;
    control.connectToHost(
        QStringLiteral("127.0.0.1"),
        quint16(simulator.ready()[QLatin1String("control")][QLatin1String("port")].toInt()));
    const auto command = [&](const QString &line) {
        control.write(line.toUtf8() + '\n');
        return QTest::qWaitFor([&] { return control.canReadLine(); }) ? control.readLine().trimmed()
                                                                      : QByteArray();
    };
    QTRY_VERIFY(server.hasPendingConnections());
    test::CabinetPeer peer(server.nextPendingConnection());
    QVERIFY(!peer.receive().isEmpty());
    peer.send(hex("0008 60 01 01 11223344 01"));
    QVERIFY(!peer.ask("0007 64 01 00 11223344").isEmpty());
    const QJsonObject state = QJsonDocument::fromJson(command(QStringLiteral("state ") + sn)).object();
    QCOMPARE(state.value(QLatin1String("state")).toString(), QStringLiteral("online"));
    const QJsonArray banks = state.value(QLatin1String("banks")).toArray();
    QVERIFY(!banks.isEmpty());
    const int slot = banks.first()[QLatin1String("slot")].toInt();
    const QByteArray bank = command(QStringLiteral("take %1 %2").arg(sn).arg(slot));
    QCOMPARE(QString::fromLatin1(bank), banks.first()[QLatin1String("bank")].toString());
    QCOMPARE(command(QStringLiteral("return %1 %2 %3").arg(sn).arg(slot).arg(QString::fromLatin1(bank))),
             QByteArray("ok"));
    QCOMPARE(quint8(peer.receive()[2]), quint8(0x66));
    QVERIFY(command(QStringLiteral("explode")).startsWith("error: "));
    QCOMPARE(command(QStringLiteral("pull 1")), QByteArray("1"));
    QVERIFY(peer.waitClosed());
}

void TestCabinetProgram::comesWithAllTheOthers()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SimulatorProcess simulator(
        words(QStringLiteral("all --dvr-listen 0 --cabinet-count 2 --cabinet-connect 127.0.0.1:%1")
                  .arg(server.serverPort())));
    QVERIFY(simulator.dvrPort() > 0);
    QCOMPARE(simulator.ready()[QLatin1String("cabinet")][QLatin1String("count")].toInt(), 2);
    QTRY_VERIFY(server.hasPendingConnections());
}

void TestCabinetProgram::dialsAName()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SimulatorProcess simulator(
        words(QStringLiteral("cabinet --count 1 --connect localhost:%1").arg(server.serverPort())));
    QVERIFY(!simulator.ready().isEmpty());
    QTRY_VERIFY(server.hasPendingConnections());
}

void TestCabinetProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
    };
    row("--connect here", "--connect");
    row("--connect here:0", "--connect");
    row("--connect here:70000", "--connect");
    row("--connect :8992", "--connect");
    row("--count 0", "--count");
    row("--count 15001", "--count");
    row("--models 07", "07");
    row("--models 08,", "--models");
    row("--speak latin", "latin");
    row("--heartbeat 256", "--heartbeat");
    row("--life -1", "--life");
    row("--fault nonsense", "nonsense");
    row("--fault refuse-login", "does not apply");
    row("--fault garble=2", "garble");
    row("--quirk nonsense", "nonsense");
}

void TestCabinetProgram::wrongUsageIsTwo()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, says);
    const auto run = runProgram(QStringLiteral("opsdeck-sim"), words(QStringLiteral("cabinet ") + arguments));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains(says), run.errors.constData());
    QVERIFY(run.output.isEmpty());
}

void TestCabinetProgram::helpListsFaultsAndQuirks()
{
    const auto run = runProgram(QStringLiteral("opsdeck-sim"), words(QStringLiteral("cabinet --help")));
    QCOMPARE(run.exitCode, 0);
    for (const char *word : {"--connect", "--manual-checksums", "half-open", "bank-in-two-slots", "mode-4",
                             "return SN SLOT BANK"})
        QVERIFY2(run.output.contains(word), word);
}

QTEST_GUILESS_MAIN(TestCabinetProgram)
#include "tst_cabinet_program.moc"
