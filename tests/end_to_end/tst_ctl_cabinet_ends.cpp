// SPDX-License-Identifier: GPL-3.0-or-later
// How a verb of `opsdeckctl cabinet` ends that did not get what it wanted: what it says, and its exit code.
#include "tests/end_to_end/cabinet_stage.h"
#include "tests/support/files.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#endif

using namespace opsdeck::test;

class TestCtlCabinetEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCabinetThatDoesNotComeIsThree();
    void aWrongAnswerIsFour();
    void aTakenPortIsFive();
    void aDatabaseThatCannotBeIsFive();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void theWholeTimeIsLimited();
    void theWholeTimeMayBeLongerThanTheProtocols();
    void whatBecomesOfARentThatIsGivenUpIsSaid();
    void aDatabaseThatIsHeldIsFive();
    void aResultThatCannotBePrintedIsNotLost();
    void aWrongLineLeavesAnOldTraceAlone();
};

void TestCtlCabinetEnds::aCabinetThatDoesNotComeIsThree()
{
    Stage stage;
    const auto run = stage.ctl(QStringLiteral("inventory WSTD080000000000 --timeout 3"));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("not-connected"));
    // It says who is there instead.
    const QString message = errorOf(run).value(QLatin1String("message")).toString();
    QVERIFY2(message.contains(QLatin1String("WSTD080000000000")) && message.contains(stage.sn()),
             qPrintable(message));
}

void TestCtlCabinetEnds::aWrongAnswerIsFour()
{
    Stage stage(QStringLiteral("--fault wrong-size"));
    const auto run = stage.ctl(QStringLiteral("volume ") + stage.sn());
    QCOMPARE(run.exitCode, 4);
    QVERIFY(errorOf(run).value(QLatin1String("message")).toString().contains(QLatin1String("0x77")));
}

void TestCtlCabinetEnds::aTakenPortIsFive()
{
    QTcpServer console;
    QVERIFY(console.listen(QHostAddress::LocalHost));
    for (const QString &verb : {QStringLiteral("serve"), QStringLiteral("version WSTD081565222888")}) {
        const auto run = runProgram(
            QStringLiteral("opsdeckctl"),
            words(QStringLiteral("--json cabinet --bind 127.0.0.1 --listen %1 ").arg(console.serverPort()) +
                  verb));
        QCOMPARE(run.exitCode, 5);
        QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("port-taken"));
        const QString message = errorOf(run).value(QLatin1String("message")).toString();
        QVERIFY2(message.contains(QString::number(console.serverPort())) &&
                     message.contains(QLatin1String("console")),
                 qPrintable(message));
    }
}

void TestCtlCabinetEnds::aDatabaseThatCannotBeIsFive()
{
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"),
                   words(QStringLiteral(
                       "--json cabinet --listen 0 --bind 127.0.0.1 --database /dev/null/opsdeck.db serve")));
    QCOMPARE(run.exitCode, 5);
    QVERIFY(!errorOf(run).value(QLatin1String("message")).toString().isEmpty());
}

void TestCtlCabinetEnds::wrongUsageIsTwo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(says);
    };
    row("", "verb");
    row("dance", "dance");
    row("inventory", "SN");
    row("rent WSTD081565222888", "SLOT");
    row("rent WSTD081565222888 0", "SLOT");
    row("rent WSTD081565222888 256", "SLOT");
    row("eject WSTD081565222888 best", "SLOT");
    row("volume WSTD081565222888 --set 16", "--set");
    row("server-address WSTD081565222888 --set here --yes", "--set");
    row("server-address WSTD081565222888 --set h:1 --heartbeat 256 --yes", "--heartbeat");
    row("server-address WSTD081565222888 --heartbeat 30", "--set");
    row("upgrade WSTD081565222888 --yes", "--ftp-host");
    row("server-address WSTD081565222888 --set h:1?x --yes", "--set");
    row("server-address WSTD081565222888 --set h:1#x --yes", "--set");
    // What the cabinet would be told is said.
    row("server-address WSTD081565222888 --set gr\xf6sse.de:0080", "dials xn--grsse-kua.de:80 ");
    row("server-address WSTD081565222888 --set [::1]:80", "dials [::1]:80 ");
    row("upgrade WSTD081565222888 --ftp-host gr\xf6sse --file f --ftp-user u --yes", "host");
    row("--secret-file= --wait 0 version WSTD081565222888", "--secret-file");
    row("--trace= serve", "--trace");
    row("--listen 65536 serve", "--listen");
    row("--bind here serve", "--bind");
    row("--allow gr\xf6sse serve", "--allow");
    row("version gr\xf6sse", "SN");
    row("--wait soon version WSTD081565222888", "--wait");
    row("serve --seconds x", "--seconds");
    row("serve more", "more");
}

void TestCtlCabinetEnds::wrongUsageIsTwo()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"), words(QStringLiteral("--json cabinet ") + line));
    QCOMPARE(run.exitCode, 2);
    const QString message = errorOf(run).value(QLatin1String("message")).toString();
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestCtlCabinetEnds::theWholeTimeIsLimited()
{
    Stage stage(QStringLiteral("--fault deaf"));
    QElapsedTimer timer;
    timer.start();
    const auto run = stage.ctl(QStringLiteral("--timeout 3 version ") + stage.sn());
    QCOMPARE(run.exitCode, 3);
    QVERIFY(timer.elapsed() < 9000);
}

void TestCtlCabinetEnds::theWholeTimeMayBeLongerThanTheProtocols()
{
    // The answer comes later than the protocol's own time-out.
    Stage stage(QStringLiteral("--fault late=12"));
    const auto run = stage.ctl(QStringLiteral("--timeout 40 version ") + stage.sn());
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
}

void TestCtlCabinetEnds::whatBecomesOfARentThatIsGivenUpIsSaid()
{
    Stage stage(QStringLiteral("--fault lose-answer"));
    const int slot = stage.banks().first()[QLatin1String("slot")].toInt();
    const auto run = stage.ctl(QStringLiteral("--timeout 4 rent %1 %2").arg(stage.sn()).arg(slot));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("outcome-unknown"));
    const QString message = errorOf(run).value(QLatin1String("message")).toString();
    QVERIFY2(message.startsWith(QStringLiteral("not done within 4 s: slot %1").arg(slot)) &&
                 message.contains(QLatin1String("inventory")),
             qPrintable(message));
#ifdef Q_OS_UNIX
    // The first one came out; the next is interrupted.
    const int next = stage.banks().first()[QLatin1String("slot")].toInt();
    QVERIFY(next != slot);
    QProcess renting;
    renting.start(QStringLiteral(OPSDECK_BIN_DIR "/opsdeckctl"),
                  stage.arguments(QStringLiteral("rent %1 %2").arg(stage.sn()).arg(next)));
    QTRY_VERIFY_WITH_TIMEOUT(stage.banks().first()[QLatin1String("slot")].toInt() != next, 20000);
    ::kill(pid_t(renting.processId()), SIGINT);
    QVERIFY(renting.waitForFinished(10000));
    QCOMPARE(renting.exitCode(), 130);
    const QByteArray said = renting.readAllStandardOutput();
    QVERIFY2(said.contains("interrupted: slot ") && said.contains("outcome-unknown"), said);
#endif
}

void TestCtlCabinetEnds::aDatabaseThatIsHeldIsFive()
{
#ifdef Q_OS_UNIX
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("opsdeck.db")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    // Where every SQLite locks: another program is in the middle of its work.
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000000;
    lock.l_len = 512;
    QVERIFY(::fcntl(file.handle(), F_SETLK, &lock) == 0);
    const auto run = runProgram(QStringLiteral("opsdeckctl"),
                                words(QStringLiteral("--json --timeout 1 cabinet --listen 0 --bind 127.0.0.1 "
                                                     "--database %1 version WSTD081565222888")
                                          .arg(file.fileName())));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("database-locked"));
    QVERIFY(errorOf(run).value(QLatin1String("message")).toString().contains(QLatin1String("1 s")));
#endif
}

void TestCtlCabinetEnds::aResultThatCannotBePrintedIsNotLost()
{
#ifdef Q_OS_LINUX
    Stage stage;
    const QJsonObject wanted = stage.banks().first().toObject();
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(
        QStringLiteral(OPSDECK_BIN_DIR "/opsdeckctl"),
        stage.arguments(
            QStringLiteral("rent %1 %2").arg(stage.sn()).arg(wanted[QLatin1String("slot")].toInt())));
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 5);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("standard output") &&
                 errors.contains(wanted[QLatin1String("bank")].toString().toLatin1()),
             errors);
#endif
}

void TestCtlCabinetEnds::aWrongLineLeavesAnOldTraceAlone()
{
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("old.pcapng"));
    put(trace, "an old trace");
    // Refused without --yes.
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"),
                   words(QStringLiteral("--trace %1 cabinet reboot WSTD081565222888").arg(trace)));
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(bytesOf(trace), QByteArray("an old trace"));
}

QTEST_GUILESS_MAIN(TestCtlCabinetEnds)
#include "tst_ctl_cabinet_ends.moc"
