// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeckctl cabinet serve`.
#include "tests/end_to_end/cabinet_stage.h"

#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace opsdeck::test;

class TestCtlCabinetServe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servesAndSaysWhatHappens();
    void remembersInItsDatabase();
    void servesForSomeSeconds();
    void endsAtCtrlC();
};

void TestCtlCabinetServe::servesAndSaysWhatHappens()
{
    Stage stage(QStringLiteral("--speak vsn2"));
    Serving serving(words(QStringLiteral("--json cabinet --bind 127.0.0.1 --listen %1 --allow %2 serve")
                              .arg(stage.port())
                              .arg(stage.sn())));
    const QJsonObject listening = serving.next(QStringLiteral("listening"));
    QCOMPARE(listening.value(QLatin1String("port")).toInt(), int(stage.port()));
    QVERIFY(!listening.value(QLatin1String("time")).toString().isEmpty());
    QCOMPARE(serving.next(QStringLiteral("online")).value(QLatin1String("sn")).toString(), stage.sn());
    // A stranger is refused, and said.
    SimulatorProcess stranger(words(
        QStringLiteral("cabinet --count 1 --seed 77 --life 0 --connect 127.0.0.1:%1").arg(stage.port())));
    const QString strangersSn =
        stranger.ready()[QLatin1String("cabinet")][QLatin1String("sns")].toArray().first().toString();
    QCOMPARE(serving.next(QStringLiteral("login-refused")).value(QLatin1String("sn")).toString(),
             strangersSn);
    stranger.kill();
    const int slot = stage.freeSlot();
    stage.command(QStringLiteral("return %1 %2 RL1A7C000041").arg(stage.sn()).arg(slot));
    const QJsonObject returned = serving.next(QStringLiteral("returned"));
    QCOMPARE(returned.value(QLatin1String("slot")).toInt(), slot);
    QCOMPARE(returned.value(QLatin1String("terminalId")).toString(), QStringLiteral("RL1A7C000041"));
    QCOMPARE(returned.value(QLatin1String("result")).toInt(), 1);
    stage.command(QStringLiteral("report %1 4 2").arg(stage.sn()));
    const QJsonObject fault = serving.next(QStringLiteral("fault"));
    QCOMPARE(fault.value(QLatin1String("sn")).toString(), stage.sn());
    QCOMPARE(fault.value(QLatin1String("slot")).toInt(), 2);
    QCOMPARE(fault.value(QLatin1String("reported")).toInt(), 4);
    stage.command(QStringLiteral("fault twin"));
    QCOMPARE(serving.next(QStringLiteral("conflict")).value(QLatin1String("sn")).toString(), stage.sn());
    stage.command(QStringLiteral("clear"));
    stage.command(QStringLiteral("pull 1"));
    QCOMPARE(serving.next(QStringLiteral("offline")).value(QLatin1String("sn")).toString(), stage.sn());
}

void TestCtlCabinetServe::remembersInItsDatabase()
{
    QTemporaryDir folder;
    const QString database =
        QStringLiteral("--database %1 ").arg(folder.filePath(QStringLiteral("opsdeck.db")));
    Stage stage;
    const int slot = stage.freeSlot();
    {
        Serving serving(stage.arguments(database + QStringLiteral("--accept-new serve")));
        QVERIFY(!serving.next(QStringLiteral("online")).isEmpty());
        stage.command(QStringLiteral("return %1 %2 RL1A7C000041").arg(stage.sn()).arg(slot));
        QCOMPARE(serving.next(QStringLiteral("returned")).value(QLatin1String("result")).toInt(), 1);
#ifdef Q_OS_UNIX
        ::kill(pid_t(serving.process().processId()), SIGTERM);
        QVERIFY(serving.process().waitForFinished(10000));
#endif
    }
    // It was accepted once and is known now; and so is where the bank is.
    Serving again(stage.arguments(database + QStringLiteral("serve")));
    QVERIFY(!again.next(QStringLiteral("online")).isEmpty());
    stage.command(QStringLiteral("return %1 %2 RL1A7C000041").arg(stage.sn()).arg(slot));
    QCOMPARE(again.next(QStringLiteral("returned")).value(QLatin1String("result")).toInt(), 3);
}

void TestCtlCabinetServe::servesForSomeSeconds()
{
    Stage stage;
    const auto run = stage.ctl(QStringLiteral("--accept-new serve --seconds 3"));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QCOMPARE(resultOf(run).value(QLatin1String("port")).toInt(), int(stage.port()));
    QCOMPARE(resultOf(run).value(QLatin1String("online")).toArray(), QJsonArray{stage.sn()});
    QCOMPARE(resultOf(run).value(QLatin1String("waiting")).toArray(), QJsonArray());
    const auto whole = stage.ctl(QStringLiteral("--timeout 1 serve"));
    QCOMPARE(whole.exitCode, 3);
    QCOMPARE(errorOf(whole).value(QLatin1String("code")).toString(), QStringLiteral("timeout"));
}

void TestCtlCabinetServe::endsAtCtrlC()
{
#ifdef Q_OS_UNIX
    Stage stage;
    Serving serving(stage.arguments(QStringLiteral("--accept-new serve")));
    QVERIFY(!serving.next(QStringLiteral("online")).isEmpty());
    ::kill(pid_t(serving.process().processId()), SIGINT);
    QVERIFY(serving.process().waitForFinished(10000));
    QCOMPARE(serving.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(serving.process().exitCode(), 130);
    const QList<QByteArray> lines = serving.process().readAllStandardOutput().trimmed().split('\n');
    const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
    QVERIFY(last.value(QLatin1String("ok")).toBool());
    QCOMPARE(last[QLatin1String("result")][QLatin1String("events")][QLatin1String("online")].toInt(), 1);

    // A verb that still waits ends, too.
    QProcess waiting;
    waiting.start(
        QStringLiteral(OPSDECK_BIN_DIR "/opsdeckctl"),
        words(QStringLiteral("--verbose cabinet --bind 127.0.0.1 --listen 0 version WSTD080000000000")));
    QByteArray log;
    QVERIFY(QTest::qWaitFor(
        [&] { return (log += waiting.readAllStandardError()).contains("listening on port"); }, 10000));
    ::kill(pid_t(waiting.processId()), SIGINT);
    QVERIFY(waiting.waitForFinished(10000));
    QCOMPARE(waiting.exitCode(), 130);
#endif
}

QTEST_GUILESS_MAIN(TestCtlCabinetServe)
#include "tst_ctl_cabinet_serve.moc"
