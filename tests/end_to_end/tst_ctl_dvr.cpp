// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeckctl dvr` against `opsdeck-sim dvr`, both as whole programs on loopback.
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck::test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

ProgramResult ctl(const SimulatorProcess &simulator, const char *verb, const QStringList &more = {},
                  const QStringList &environment = {})
{
    QStringList arguments{QStringLiteral("--json"), QStringLiteral("dvr"),
                          QStringLiteral("--host"), QStringLiteral("127.0.0.1"),
                          QStringLiteral("--port"), QString::number(simulator.dvrPort())};
    arguments += words(verb);
    if (!arguments.contains(QStringLiteral("--user")))
        arguments += {QStringLiteral("--user"), QStringLiteral("admin")};
    return runProgram(QStringLiteral("opsdeckctl"), arguments + more, environment);
}

QJsonObject resultOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("result")).toObject();
}

QJsonObject errorOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("error")).toObject();
}

} // namespace

class TestCtlDvr : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatTheDeviceIs()
    {
        SimulatorProcess simulator(words("dvr --listen 0"));
        QVERIFY(simulator.dvrPort() > 0);
        const auto run = ctl(simulator, "info");
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        QVERIFY(run.json().value(QLatin1String("ok")).toBool());
        const QJsonObject result = resultOf(run);
        QCOMPARE(result.value(QLatin1String("channels")).toInt(), 16);
        QCOMPARE(result.value(QLatin1String("channelTitles")).toArray().size(), 16);
        QVERIFY(!result.value(QLatin1String("system"))
                     .toObject()
                     .value(QLatin1String("serialNo"))
                     .toString()
                     .isEmpty());
        const QJsonObject counters = simulator.stop();
        QVERIFY(!counters.isEmpty());
    }

    void watchesAChannelAndDecodesEveryFrame_data()
    {
        QTest::addColumn<QString>("more");
        QTest::newRow("main") << "--channel 0 --stream main";
        QTest::newRow("sub") << "--channel 0 --stream sub";
        QTest::newRow("last channel") << "--channel 15";
    }
    void watchesAChannelAndDecodesEveryFrame()
    {
        QFETCH(QString, more);
        SimulatorProcess simulator(words("dvr --listen 0"));
        const auto run = ctl(simulator, "live --seconds 2 --decode", words(more.toUtf8()));
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        const QJsonObject result = resultOf(run);
        const int frames = result.value(QLatin1String("frames")).toInt();
        QVERIFY2(frames >= 40 && frames <= 60, qPrintable(QString::number(frames)));
        QCOMPARE(result.value(QLatin1String("decodedFrames")).toInt(), frames);
        QCOMPARE(result.value(QLatin1String("lostPackets")).toInt(), 0);
        QCOMPARE(result.value(QLatin1String("corruptFrames")).toInt(), 0);
        QVERIFY(result.value(QLatin1String("keyFrames")).toInt() >= 1);
        QVERIFY(result.value(QLatin1String("width")).toInt() >= 352);
    }

    void writesClipsThatOtherProgramsRead_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"mp4", "mkv", "raw"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void writesClipsThatOtherProgramsRead()
    {
        QFETCH(QString, ending);
        SimulatorProcess simulator(words("dvr --listen 0 --clip d1"));
        QTemporaryDir folder;
        if (ending == QLatin1String("raw"))
            ending = QStringLiteral("h264");
        const QString file = folder.filePath(QStringLiteral("clip.") + ending);
        const auto run = ctl(simulator, "live --channel 0 --seconds 2", {QStringLiteral("--out"), file});
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        QProcess probe;
        probe.start(QStringLiteral("ffprobe"),
                    {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-count_frames"),
                     QStringLiteral("-select_streams"), QStringLiteral("v:0"),
                     QStringLiteral("-show_entries"),
                     QStringLiteral("stream=codec_name,width,height,nb_read_frames"), QStringLiteral("-of"),
                     QStringLiteral("csv=p=0"), file});
        QVERIFY(probe.waitForFinished(30000));
        const QByteArray seen = probe.readAllStandardOutput().trimmed();
        QVERIFY2(probe.readAllStandardError().isEmpty(), "ffprobe complains");
        QCOMPARE(seen,
                 "h264,704,576," + QByteArray::number(resultOf(run).value(QLatin1String("frames")).toInt()));
    }

    void saysWhatTheDeviceRefused_data()
    {
        QTest::addColumn<QString>("simulator");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QString>("password");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("ret");
        QTest::newRow("wrong password") << ""
                                        << "info"
                                        << "no" << 1 << "wrong-password" << 203;
        QTest::newRow("unknown user") << ""
                                      << "info --user nobody"
                                      << "" << 1 << "user-locked" << 205;
        QTest::newRow("channel offline") << "--fault channel-offline=3"
                                         << "live --channel 3 --seconds 1"
                                         << "" << 1 << "channel-offline" << 121;
        QTest::newRow("unknown ability") << ""
                                         << "ability Nonsense"
                                         << "" << 1 << "not-supported" << 103;
        QTest::newRow("unknown message") << ""
                                         << "raw 3998"
                                         << "" << 1 << "not-supported" << 103;
    }
    void saysWhatTheDeviceRefused()
    {
        QFETCH(QString, simulator);
        QFETCH(QString, verb);
        QFETCH(QString, password);
        QFETCH(int, exitCode);
        QFETCH(QString, code);
        QFETCH(int, ret);
        SimulatorProcess device(words("dvr --listen 0") + words(simulator.toUtf8()));
        const auto run = ctl(device, verb.toUtf8(), {}, {QStringLiteral("OPSDECK_PASSWORD=") + password});
        QVERIFY2(run.exitCode == exitCode, run.output + run.errors);
        QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), code);
        const QJsonObject said = errorOf(run).value(QLatin1String("device")).toObject();
        QCOMPARE(said.value(QLatin1String("ret")).toInt(), ret);
        QVERIFY(!said.value(QLatin1String("meaning")).toString().isEmpty());
    }

    void mapsEveryTroubleToItsExitCode_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("silent") << "silent" << 3;
        QTest::newRow("oversize") << "oversize=1" << 4;
        QTest::newRow("empty login reply") << "empty-login-reply" << 4;
        QTest::newRow("refuses login") << "refuse-login" << 1;
    }
    void mapsEveryTroubleToItsExitCode()
    {
        QFETCH(QString, fault);
        QFETCH(int, exitCode);
        SimulatorProcess device(words("dvr --listen 0 --fault") + QStringList{fault});
        QVERIFY(device.dvrPort() > 0);
        const auto run = ctl(device, "info");
        QVERIFY2(run.exitCode == exitCode, QByteArray::number(run.exitCode) + run.output + run.errors);
        QVERIFY(!errorOf(run).value(QLatin1String("message")).toString().isEmpty());
    }

    void saysThatNobodyListens()
    {
        SimulatorProcess device(words("dvr --listen 0"));
        const int port = device.dvrPort();
        device.kill();
        const auto run = runProgram(QStringLiteral("opsdeckctl"),
                                    words("--json dvr --host 127.0.0.1 --user admin info --port") +
                                        QStringList{QString::number(port)});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("connection-refused"));
    }

    void refusesDangerWithoutYes_data()
    {
        QTest::addColumn<QString>("messageId");
        QTest::addColumn<QString>("body");
        QTest::newRow("unknown machine action") << "1450"
                                                << R"({"Name":"OPMachine","OPMachine":{"Action":"Restart"}})";
        QTest::newRow("reboot") << "1450"
                                << R"({"Name":"OPMachine","OPMachine":{"Action":"Reboot"}})";
        QTest::newRow("storage") << "1460"
                                 << R"({"Name":"OPStorageManager","OPStorageManager":{"Action":"Clear"}})";
        QTest::newRow("unknown PTZ command")
            << "1400"
            << R"({"Name":"OPPTZControl","OPPTZControl":{"Command":"DirectionNowhere"}})";
    }
    void refusesDangerWithoutYes()
    {
        QFETCH(QString, messageId);
        QFETCH(QString, body);
        // Nothing is contacted: the port is nobody's.
        const auto run =
            runProgram(QStringLiteral("opsdeckctl"),
                       {QStringLiteral("--json"), QStringLiteral("dvr"), QStringLiteral("--host"),
                        QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QStringLiteral("9"),
                        QStringLiteral("--user"), QStringLiteral("admin"), QStringLiteral("raw"), messageId,
                        QStringLiteral("--body"), body});
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("needs-yes"));
    }

    void leavesNoSecretInTheTrace()
    {
        SimulatorProcess device(words("dvr --listen 0 --user keeper:GateKeeper77"));
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("wire.pcapng"));
        const auto run = ctl(device, "info --user keeper", {QStringLiteral("--trace"), file},
                             {QStringLiteral("OPSDECK_PASSWORD=GateKeeper77")});
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        QFile trace(file);
        QVERIFY(trace.open(QIODevice::ReadOnly));
        const QByteArray bytes = trace.readAll();
        QVERIFY(bytes.contains("\"UserName\":\"keeper\""));
        QVERIFY(bytes.contains("\"PassWord\":\"********\""));
        QVERIFY(!bytes.contains("GateKeeper77"));
    }

    void survivesWhatTheWireDoes_data()
    {
        QTest::addColumn<QString>("simulator");
        QTest::newRow("cut packets") << "--fault cut-packets";
        QTest::newRow("duplicate answers") << "--fault duplicate";
        QTest::newRow("out of order") << "--fault out-of-order";
        QTest::newRow("garbage between") << "--fault garbage";
        QTest::newRow("slow answers") << "--fault delay=200";
        QTest::newRow("short session ids") << "--quirk short-session-id";
        QTest::newRow("no trailers") << "--quirk no-trailer";
        QTest::newRow("GBK names") << "--quirk gbk-names";
        QTest::newRow("claim before login") << "--quirk claim-before-login";
        QTest::newRow("starts in the middle of a GOP") << "--quirk mid-gop";
        QTest::newRow("fragmented replies") << "--quirk fragment-replies";
    }
    void survivesWhatTheWireDoes()
    {
        QFETCH(QString, simulator);
        SimulatorProcess device(words("dvr --listen 0") + words(simulator.toUtf8()));
        QVERIFY(device.dvrPort() > 0);
        const auto info = ctl(device, "info");
        QVERIFY2(info.exitCode == 0, info.output + info.errors);
        QCOMPARE(resultOf(info).value(QLatin1String("channels")).toInt(), 16);
        const auto live = ctl(device, "live --channel 1 --seconds 2 --decode");
        QVERIFY2(live.exitCode == 0, live.output + live.errors);
        QVERIFY(resultOf(live).value(QLatin1String("decodedFrames")).toInt() >= 20);
    }
};

QTEST_GUILESS_MAIN(TestCtlDvr)
#include "tst_ctl_dvr.moc"
