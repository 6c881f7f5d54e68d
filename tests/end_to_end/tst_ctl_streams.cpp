// SPDX-License-Identifier: GPL-3.0-or-later
// What `opsdeckctl` does with standard streams that are full, closed or read no longer.
#include "tests/support/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

using namespace opsdeck::test;

namespace {

const QString kServe = QStringLiteral("cabinet --listen 0 --bind 127.0.0.1 serve");

/// Through a shell, which redirects.
ProgramResult shell(const QString &arguments, const QString &redirection)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("/bin/sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("exec " OPSDECK_BIN_DIR "/opsdeckctl %1 %2").arg(arguments, redirection)});
    ProgramResult result;
    if (!process.waitForFinished(30000)) {
        process.kill();
        process.waitForFinished(5000);
        result.crashed = true;
        return result;
    }
    result.crashed = process.exitStatus() == QProcess::CrashExit;
    result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

} // namespace

class TestCtlStreams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
#ifdef Q_OS_LINUX
    void whatCannotBePrintedIsFive_data();
    void whatCannotBePrintedIsFive();
    void aWatchingVerbEndsWhenNobodyCanReadIt_data();
    void aWatchingVerbEndsWhenNobodyCanReadIt();
    void aReaderThatGoesAwayEndsItCleanly();
    void withoutAnyStreamNothingElseIsWrittenTo();
    void anErrorKeepsItsCode();
    void ctrlCAtAPromptGivesTheTerminalBack();
#endif
};

#ifdef Q_OS_LINUX

void TestCtlStreams::whatCannotBePrintedIsFive_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("redirection");
    for (const char *arguments : {"--help", "--version", "cabinet rent --help"}) {
        for (const char *redirection : {">/dev/full", ">&-"})
            QTest::addRow("%s %s", arguments, redirection)
                << QString::fromLatin1(arguments) << QString::fromLatin1(redirection);
    }
}

void TestCtlStreams::whatCannotBePrintedIsFive()
{
    QFETCH(QString, arguments);
    QFETCH(QString, redirection);
    const auto run = shell(arguments, redirection);
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.errors.contains("standard output"), run.errors);
}

void TestCtlStreams::aWatchingVerbEndsWhenNobodyCanReadIt_data()
{
    QTest::addColumn<QString>("redirection");
    QTest::newRow("full") << QStringLiteral(">/dev/full");
    QTest::newRow("closed") << QStringLiteral(">&-");
}

void TestCtlStreams::aWatchingVerbEndsWhenNobodyCanReadIt()
{
    QFETCH(QString, redirection);
    const auto run = shell(kServe, redirection);
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.errors.count("standard output"), 1);
}

void TestCtlStreams::aReaderThatGoesAwayEndsItCleanly()
{
    QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("opsdeck.db"));
    QProcess process;
    // The last words come long after the first line, which is all that is read.
    process.start(QStringLiteral("/bin/sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("{ " OPSDECK_BIN_DIR "/opsdeckctl cabinet --listen 0 --bind 127.0.0.1 "
                                  "--database %1 serve --seconds 1; echo exit $? >&2; } | head -n 1")
                       .arg(database)});
    QVERIFY(process.waitForFinished(20000));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.contains("standard output") && errors.contains("exit 5"), errors);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 1);
    // The database was closed.
    QVERIFY(QFile::exists(database));
    QVERIFY(!QFile::exists(database + QStringLiteral("-wal")));
}

void TestCtlStreams::withoutAnyStreamNothingElseIsWrittenTo()
{
    // The numbers of closed streams are given to what is opened next: here to the trace.
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("t.pcapng"));
    const auto run = shell(QStringLiteral("--json --trace %1 %2 --seconds 0.1").arg(trace, kServe),
                           QStringLiteral("<&- >&- 2>&-"));
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 5);
    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("{"));
}

void TestCtlStreams::anErrorKeepsItsCode()
{
    QCOMPARE(shell(QStringLiteral("--json cabinet dance"), QStringLiteral(">/dev/full")).exitCode, 2);
    QCOMPARE(shell(QStringLiteral("cabinet --wait 0.1 --listen 0 --bind 127.0.0.1 --json version X1"),
                   QStringLiteral(">/dev/full"))
                 .exitCode,
             3);
    QCOMPARE(shell(QStringLiteral("cabinet dance"), QStringLiteral("2>/dev/full")).exitCode, 2);
}

void TestCtlStreams::ctrlCAtAPromptGivesTheTerminalBack()
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const QString other = QString::fromLocal8Bit(::ptsname(terminal));
    const auto isSilent = [terminal] {
        struct termios state = {};
        return ::tcgetattr(terminal, &state) == 0 && (state.c_lflag & tcflag_t(ECHO)) == 0;
    };
    QProcess process;
    process.start(
        QStringLiteral("/bin/sh"),
        {QStringLiteral("-c"), QStringLiteral("exec setsid -c -w " OPSDECK_BIN_DIR
                                              "/opsdeckctl --yes cabinet --listen 0 --bind 127.0.0.1 "
                                              "upgrade X1 --ftp-host h --file f --ftp-user u <%1")
                                   .arg(other)});
    QTRY_VERIFY_WITH_TIMEOUT(isSilent(), 20000);
    QCOMPARE(::write(terminal, "\x03", 1), ssize_t(1));
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(!isSilent());
    ::close(terminal);
}

#endif

QTEST_GUILESS_MAIN(TestCtlStreams)
#include "tst_ctl_streams.moc"
