// SPDX-License-Identifier: GPL-3.0-or-later
// The program opsdeck-sim from outside: its ready line, counters, control port and exit codes.
#include "tests/simulator/stranger.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTcpServer>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using opsdeck::test::Stranger;

class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void saysWhenItIsReadyAndCountsWhatItSaw();
    void startsSeveralDevices();
    void takesCommandsWhileItRuns();
    void endsWithItsParent();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void aTakenPortIsFive();
    void helpListsFaultsAndQuirks();

private:
    void start(const QStringList &arguments);
    QJsonObject readLine();
    int run(const QStringList &arguments);

    QString m_program = QStringLiteral(OPSDECK_BIN_DIR "/opsdeck-sim");
    QProcess m_process;
};

void TestProgram::initTestCase()
{
    QVERIFY2(QFileInfo(m_program).isExecutable(), qPrintable(m_program));
}

void TestProgram::cleanup()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void TestProgram::start(const QStringList &arguments)
{
    m_process.start(m_program, arguments);
    QVERIFY(m_process.waitForStarted(5000));
}

QJsonObject TestProgram::readLine()
{
    if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, 10000))
        return {};
    return QJsonDocument::fromJson(m_process.readLine()).object();
}

int TestProgram::run(const QStringList &arguments)
{
    m_process.start(m_program, arguments);
    return m_process.waitForFinished(10000) && m_process.exitStatus() == QProcess::NormalExit
               ? m_process.exitCode()
               : -1;
}

void TestProgram::saysWhenItIsReadyAndCountsWhatItSaw()
{
    start({QStringLiteral("dvr"), QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--user"),
           QStringLiteral("op:a:b"), QStringLiteral("--channels"), QStringLiteral("4")});
    const QJsonObject ready = readLine();
    QVERIFY(ready.value(QLatin1String("ready")).toBool());
    const QJsonObject dvr = ready.value(QLatin1String("dvr")).toObject();
    QCOMPARE(dvr.value(QLatin1String("channels")).toInt(), 4);
    const QJsonArray users = dvr.value(QLatin1String("users")).toArray();
    QVERIFY(users.contains(QJsonObject{{QStringLiteral("name"), QStringLiteral("admin")},
                                       {QStringLiteral("password"), QString()}}));
    QVERIFY(users.contains(QJsonObject{{QStringLiteral("name"), QStringLiteral("op")},
                                       {QStringLiteral("password"), QStringLiteral("a:b")}}));
    Stranger client(quint16(dvr.value(QLatin1String("port")).toInt()));
    QCOMPARE(client.login().ret(), 100);
    QCOMPARE(client.login("admin", "nonsense").ret(), 104);
    client.ask(1413, Stranger::monitor("Claim", 0, "Main", client.sessionText()));
    client.send(1410, Stranger::monitor("Start", 0, "Main", client.sessionText()));
    const auto media = client.receive();
    QVERIFY(media);
    QCOMPARE(media->id(), 1412);
#ifdef Q_OS_UNIX
    ::kill(pid_t(m_process.processId()), SIGUSR1);
    const QJsonObject now = readLine().value(QLatin1String("dvr")).toObject();
    QCOMPARE(now.value(QLatin1String("logins")).toInt(), 1);
    QCOMPARE(now.value(QLatin1String("sessions")).toInt(), 1);
    QCOMPARE(now.value(QLatin1String("streams")).toInt(), 1);
    QCOMPARE(now[QLatin1String("messages")][QLatin1String("1000")].toInt(), 2);
    QVERIFY(now.value(QLatin1String("framesSent")).toInt() >= 1);
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(5000));
    QCOMPARE(m_process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process.exitCode(), 0);
    QCOMPARE(readLine()[QLatin1String("dvr")][QLatin1String("refusedLogins")].toInt(), 1);
#endif
}

void TestProgram::startsSeveralDevices()
{
    start({QStringLiteral("dvr"), QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--count"),
           QStringLiteral("3"), QStringLiteral("--clip"), QStringLiteral("d1")});
    const QJsonObject dvr = readLine().value(QLatin1String("dvr")).toObject();
    const QJsonArray devices = dvr.value(QLatin1String("devices")).toArray();
    QCOMPARE(devices.size(), 3);
    QCOMPARE(devices[0][QLatin1String("port")], dvr.value(QLatin1String("port")));
    QSet<QString> serials;
    for (const QJsonValue &device : devices) {
        Stranger client(quint16(device[QLatin1String("port")].toInt()));
        QCOMPARE(client.login().ret(), 100);
        serials.insert(client.ask(1020, client.named("SystemInfo"))
                           .json()[QLatin1String("SystemInfo")][QLatin1String("SerialNo")]
                           .toString());
    }
    QCOMPARE(serials.size(), 3);
}

void TestProgram::takesCommandsWhileItRuns()
{
    start({QStringLiteral("all"), QStringLiteral("--dvr-listen"), QStringLiteral("0"),
           QStringLiteral("--control"), QStringLiteral("0"), QStringLiteral("--dvr-count"),
           QStringLiteral("2")});
    const QJsonObject ready = readLine();
    const QJsonArray devices = ready[QLatin1String("dvr")][QLatin1String("devices")].toArray();
    QCOMPARE(devices.size(), 2);
    QTcpSocket control;
    control.connectToHost(QStringLiteral("127.0.0.1"),
                          quint16(ready[QLatin1String("control")][QLatin1String("port")].toInt()));
    const auto command = [&](const QByteArray &line) {
        control.write(line + "\n");
        return QTest::qWaitFor([&] { return control.canReadLine(); }) ? control.readLine().trimmed()
                                                                      : QByteArray();
    };
    QCOMPARE(command("dvr fault refuse-login=206"), QByteArray("ok"));
    Stranger client(quint16(devices[0][QLatin1String("port")].toInt()));
    QCOMPARE(client.login().ret(), 206);
    QCOMPARE(command("dvr clear"), QByteArray("ok"));
    QCOMPARE(client.login().ret(), 100);
    QVERIFY(command("dvr fault nonsense").startsWith("error: "));
    QVERIFY(command("dvr explode").startsWith("error: "));
    QVERIFY(command("dvr on 3 clear").startsWith("error: "));
    QCOMPARE(command("dvr on 2 drop"), QByteArray("ok"));
    QCOMPARE(client.ask(1006, client.named("KeepAlive")).ret(), 100);
    QCOMPARE(command("dvr on 1 reboot 0.2"), QByteArray("ok"));
    QVERIFY(client.waitClosed());
    const auto counters = QJsonDocument::fromJson(command("dvr counters")).object();
    QCOMPARE(counters.value(QLatin1String("reboots")).toInt(), 1);
    QCOMPARE(counters.value(QLatin1String("refusedLogins")).toInt(), 1);
}

void TestProgram::endsWithItsParent()
{
    start({QStringLiteral("dvr"), QStringLiteral("--listen"), QStringLiteral("0"),
           QStringLiteral("--follow-stdin")});
    QVERIFY(readLine().value(QLatin1String("ready")).toBool());
    m_process.closeWriteChannel();
    QVERIFY(m_process.waitForFinished(5000));
    QCOMPARE(m_process.exitCode(), 0);
}

void TestProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                                 << QByteArray(says);
    };
    row("", "unknown system");
    row("toaster", "toaster");
    row("dvr --listen 65536", "--listen");
    row("dvr --listen x", "--listen");
    row("dvr --count 0", "--count");
    row("dvr --channels 65", "--channels");
    row("dvr --clip 8k", "8k");
    row("dvr --user nobody", "--user");
    row("dvr --fault nonsense", "nonsense");
    row("dvr --fault wrong-checksum", "does not apply");
    row("dvr --quirk nonsense", "nonsense");
    row("dvr --address here", "--address");
    row("dvr --frobnicate", "frobnicate");
    row("dvr --listen 0 extra", "extra");
    row("dvr --listen 65535 --count 2", "65535");
}

void TestProgram::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    QCOMPARE(run(arguments), 2);
    const QByteArray text = m_process.readAllStandardError();
    QVERIFY2(text.contains(says), text.constData());
    QVERIFY(m_process.readAllStandardOutput().isEmpty());
}

void TestProgram::aTakenPortIsFive()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    QCOMPARE(run({QStringLiteral("dvr"), QStringLiteral("--listen"), port}), 5);
    QVERIFY(m_process.readAllStandardError().contains(port.toLatin1()));
    QVERIFY(m_process.readAllStandardOutput().isEmpty());
}

void TestProgram::helpListsFaultsAndQuirks()
{
    QCOMPARE(run({QStringLiteral("dvr"), QStringLiteral("--help")}), 0);
    const QByteArray help = m_process.readAllStandardOutput();
    for (const char *word :
         {"--listen", "--clip", "half-open", "forced-logout-after", "mid-gop", "claim-before-login"})
        QVERIFY2(help.contains(word), word);
    QCOMPARE(run({QStringLiteral("--help")}), 0);
    QVERIFY(m_process.readAllStandardOutput().contains("dvr"));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
