// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeckctl cabinet` against `opsdeck-sim cabinet`, both as whole programs on loopback.
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "tests/support/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace opsdeck::test;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

/// A port that was free a moment ago. Below those that a machine gives to who dials: else one of its connections, a cabinet's
/// own too, may come to sit on it before the server does.
quint16 freePort()
{
    constexpr int kAttempts = 100;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost,
                          quint16(QRandomGenerator::global()->bounded(10'000, 32'000))))
            return server.serverPort();
    }
    qFatal("no port is free");
}

/// Cabinets that dial one port again and again, and verbs that listen there.
class Stage
{
public:
    explicit Stage(const QString &more = {})
        : m_simulator(
              words(QStringLiteral("cabinet --count 1 --models 08 --life 0 --charge 0 --backoff 1 --boot 0 "
                                   "--control 0 --connect 127.0.0.1:%1 ")
                        .arg(m_port) +
                    more))
    {
        m_control.connectToHost(
            QStringLiteral("127.0.0.1"),
            quint16(m_simulator.ready()[QLatin1String("control")][QLatin1String("port")].toInt()));
    }

    QStringList sns() const
    {
        QStringList list;
        for (const QJsonValue &sn :
             m_simulator.ready()[QLatin1String("cabinet")][QLatin1String("sns")].toArray())
            list.append(sn.toString());
        return list;
    }
    QString sn() const { return sns().value(0); }
    quint16 port() const { return m_port; }

    /// What the control port answers.
    QByteArray command(const QString &line)
    {
        m_control.write(line.toUtf8() + '\n');
        return QTest::qWaitFor([this] { return m_control.canReadLine(); }) ? m_control.readLine().trimmed()
                                                                           : QByteArray();
    }
    QJsonArray banks()
    {
        return QJsonDocument::fromJson(command(QStringLiteral("state ") + sn()))
            .object()
            .value(QLatin1String("banks"))
            .toArray();
    }
    int freeSlot()
    {
        QSet<int> taken;
        for (const QJsonValue &bank : banks())
            taken.insert(bank[QLatin1String("slot")].toInt());
        for (int slot = 1; slot <= 8; ++slot) {
            if (!taken.contains(slot))
                return slot;
        }
        return 0;
    }

    QStringList arguments(const QString &verb) const
    {
        return words(QStringLiteral("--json cabinet --bind 127.0.0.1 --wait 20 --listen %1 ").arg(m_port)) +
               words(verb);
    }
    ProgramResult ctl(const QString &verb, const QStringList &environment = {}) const
    {
        return runProgram(QStringLiteral("opsdeckctl"), arguments(verb), environment);
    }

private:
    const quint16 m_port = freePort();
    SimulatorProcess m_simulator;
    QTcpSocket m_control;
};

/// `opsdeckctl cabinet serve` in a process of its own.
class Serving
{
public:
    explicit Serving(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(OPSDECK_BIN_DIR "/opsdeckctl"), arguments);
    }
    ~Serving()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

    /// The next line of this event; empty: it did not come.
    QJsonObject next(const QString &event, int wait = 15000)
    {
        QJsonObject found;
        (void)QTest::qWaitFor(
            [&] {
                while (found.isEmpty() && m_process.canReadLine()) {
                    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
                    if (line.value(QLatin1String("event")).toString() == event)
                        found = line;
                }
                return !found.isEmpty();
            },
            wait);
        return found;
    }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

QJsonObject resultOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("result")).toObject();
}

QJsonObject errorOf(const ProgramResult &run)
{
    return run.json().value(QLatin1String("error")).toObject();
}

} // namespace

class TestCtlCabinet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatIsInside();
    void tellsTheHealthOfBanksOfNewerBoards();
    void refusesNewerBoardsWithoutTheirSecret();
    void rentsTheSlotAndTheBest();
    void anEmptySlotIsOne();
    void ejects();
    void aBankOutOfUseIsEjectedAndNotRented();
    void asksWhatACabinetIs_data();
    void asksWhatACabinetIs();
    void anOldCabinetDoesNotAnswerEverything();
    void setsTheVolume();
    void setsTheServerAddress();
    void reboots();
    void upgradesWithoutShowingThePassword();
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
    void theSecretOfNewerBoardsMayBeInAFile();
    void servesAndSaysWhatHappens();
    void remembersInItsDatabase();
    void servesForSomeSeconds();
    void endsAtCtrlC();
    void helpSaysWhatThereIs();
};

void TestCtlCabinet::tellsWhatIsInside()
{
    Stage stage;
    const QJsonArray banks = stage.banks();
    const auto run = stage.ctl(QStringLiteral("inventory ") + stage.sn());
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QVERIFY(run.json().value(QLatin1String("ok")).toBool());
    QCOMPARE(resultOf(run).value(QLatin1String("sn")).toString(), stage.sn());
    const QJsonArray shown = resultOf(run).value(QLatin1String("slots")).toArray();
    QCOMPARE(shown.size(), banks.size());
    for (qsizetype i = 0; i < banks.size(); ++i) {
        const QJsonObject entry = shown[i].toObject();
        QCOMPARE(QStringList(entry.keys()),
                 (QStringList{QStringLiteral("level"), QStringLiteral("percent"), QStringLiteral("slot"),
                              QStringLiteral("terminalId")}));
        QCOMPARE(entry[QLatin1String("slot")], banks[i][QLatin1String("slot")]);
        QCOMPARE(entry[QLatin1String("terminalId")], banks[i][QLatin1String("bank")]);
        QCOMPARE(entry[QLatin1String("level")], banks[i][QLatin1String("level")]);
        QCOMPARE(entry[QLatin1String("percent")].toInt(), 20 + 20 * banks[i][QLatin1String("level")].toInt());
    }
}

void TestCtlCabinet::tellsTheHealthOfBanksOfNewerBoards()
{
    Stage stage(QStringLiteral("--speak vsn2 --secret over-the-air"));
    const auto run = stage.ctl(QStringLiteral("inventory ") + stage.sn(),
                               {QStringLiteral("OPSDECK_CABINET_SECRET=over-the-air")});
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    const QJsonObject entry = resultOf(run).value(QLatin1String("slots")).toArray().first().toObject();
    QVERIFY(entry.value(QLatin1String("millivolts")).toInt() > 3000);
    QVERIFY(entry.value(QLatin1String("stateOfHealth")).toInt() > 50);
}

void TestCtlCabinet::refusesNewerBoardsWithoutTheirSecret()
{
    Stage stage(QStringLiteral("--speak vsn2"));
    const auto run = stage.ctl(QStringLiteral("version ") + stage.sn());
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("secret-missing"));
    QVERIFY(errorOf(run)
                .value(QLatin1String("message"))
                .toString()
                .contains(QLatin1String("OPSDECK_CABINET_SECRET")));
}

void TestCtlCabinet::rentsTheSlotAndTheBest()
{
    Stage stage;
    QJsonArray banks = stage.banks();
    const QJsonObject wanted = banks.last().toObject();
    const int slot = wanted.value(QLatin1String("slot")).toInt();
    const auto run = stage.ctl(QStringLiteral("rent %1 %2").arg(stage.sn()).arg(slot));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QCOMPARE(resultOf(run).value(QLatin1String("slot")).toInt(), slot);
    QCOMPARE(resultOf(run).value(QLatin1String("terminalId")), wanted.value(QLatin1String("bank")));
    QCOMPARE(stage.banks().size(), banks.size() - 1);

    banks = stage.banks();
    QJsonObject best;
    for (const QJsonValue &bank : banks) {
        if (best.isEmpty() || bank[QLatin1String("level")].toInt() > best[QLatin1String("level")].toInt())
            best = bank.toObject();
    }
    const auto again = stage.ctl(QStringLiteral("rent %1 best").arg(stage.sn()));
    QVERIFY2(again.exitCode == 0, again.output + again.errors);
    QCOMPARE(resultOf(again).value(QLatin1String("terminalId")), best.value(QLatin1String("bank")));
}

void TestCtlCabinet::anEmptySlotIsOne()
{
    Stage stage;
    const int slot = stage.freeSlot();
    QVERIFY(slot > 0);
    const auto run = stage.ctl(QStringLiteral("rent %1 %2").arg(stage.sn()).arg(slot));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(!run.json().value(QLatin1String("ok")).toBool());
    QCOMPARE(errorOf(run).value(QLatin1String("code")).toString(), QStringLiteral("refused"));
    for (const QJsonValue &bank : stage.banks())
        stage.command(QStringLiteral("take %1 %2").arg(stage.sn()).arg(bank[QLatin1String("slot")].toInt()));
    const auto best = stage.ctl(QStringLiteral("rent %1 best").arg(stage.sn()));
    QCOMPARE(best.exitCode, 1);
    QCOMPARE(errorOf(best).value(QLatin1String("code")).toString(), QStringLiteral("slot-empty"));
}

void TestCtlCabinet::ejects()
{
    Stage stage;
    const QJsonObject wanted = stage.banks().first().toObject();
    const auto run =
        stage.ctl(QStringLiteral("eject %1 %2").arg(stage.sn()).arg(wanted[QLatin1String("slot")].toInt()));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QCOMPARE(resultOf(run).value(QLatin1String("terminalId")), wanted.value(QLatin1String("bank")));
}

void TestCtlCabinet::aBankOutOfUseIsEjectedAndNotRented()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("opsdeck.db"));
    const QString database = QStringLiteral("--database %1 ").arg(path);
    Stage stage;
    const QJsonObject wanted = stage.banks().first().toObject();
    const int slot = wanted[QLatin1String("slot")].toInt();
    const QString name = wanted[QLatin1String("bank")].toString();
    const auto seen = stage.ctl(database + QStringLiteral("inventory ") + stage.sn());
    QVERIFY2(seen.exitCode == 0, seen.output + seen.errors);
    {
        opsdeck::base::SystemClock clock;
        opsdeck::store::Store store(path, clock);
        store.database.open();
        const auto flagged =
            store.ledger.setFlag(*opsdeck::cabinet::bankFromName(name), true, QStringLiteral("swollen"),
                                 QStringLiteral("anna"), clock.now());
        QTRY_VERIFY(flagged.isFinished());
        QVERIFY(flagged.result());
    }
    const auto refused = stage.ctl(database + QStringLiteral("rent %1 %2").arg(stage.sn()).arg(slot));
    QCOMPARE(refused.exitCode, 5);
    QCOMPARE(errorOf(refused).value(QLatin1String("code")).toString(), QStringLiteral("bank-out-of-use"));
    const QString message = errorOf(refused).value(QLatin1String("message")).toString();
    for (const QString &word :
         {name, QStringLiteral("out of use since 20"), QStringLiteral("anna"), QStringLiteral("swollen")})
        QVERIFY2(message.contains(word), qPrintable(message));
    const qsizetype others = stage.banks().size() - 1;
    for (qsizetype i = 0; i < others; ++i) {
        const auto best = stage.ctl(database + QStringLiteral("rent %1 best").arg(stage.sn()));
        QVERIFY2(best.exitCode == 0, best.output + best.errors);
    }
    const auto none = stage.ctl(database + QStringLiteral("rent %1 best").arg(stage.sn()));
    QCOMPARE(errorOf(none).value(QLatin1String("code")).toString(), QStringLiteral("slot-empty"));
    // So a technician takes it out.
    const auto ejected = stage.ctl(database + QStringLiteral("eject %1 %2").arg(stage.sn()).arg(slot));
    QVERIFY2(ejected.exitCode == 0, ejected.output + ejected.errors);
    QCOMPARE(resultOf(ejected).value(QLatin1String("terminalId")).toString(), name);
}

void TestCtlCabinet::asksWhatACabinetIs_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("more");
    QTest::addColumn<QJsonObject>("result");
    const auto row = [](const char *name, const char *verb, const char *more, const char *result) {
        QTest::newRow(name) << QString::fromLatin1(verb) << QString::fromLatin1(more)
                            << QJsonDocument::fromJson(result).object();
    };
    row("version", "version", "", R"({"version":"A.09.01.06"})");
    row("iccid", "iccid", "", R"({"iccid":"89860401101770982839"})");
    row("network", "network", "", R"({"csq":12,"ser":0,"mode":7,"modeName":"LTE"})");
    row("a mode nobody knows", "network", "--quirk mode-4",
        R"x({"csq":13,"ser":0,"mode":4,"modeName":"unknown (4)"})x");
    row("volume", "volume", "", R"({"volume":8})");
    row("with the manual's checksums", "network", "--manual-checksums",
        R"({"csq":12,"ser":0,"mode":7,"modeName":"LTE"})");
}

void TestCtlCabinet::asksWhatACabinetIs()
{
    QFETCH(QString, verb);
    QFETCH(QString, more);
    QFETCH(QJsonObject, result);
    Stage stage(more);
    const auto run = stage.ctl(verb + u' ' + stage.sn());
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    result.insert(QStringLiteral("sn"), stage.sn());
    QCOMPARE(resultOf(run), result);
}

void TestCtlCabinet::anOldCabinetDoesNotAnswerEverything()
{
    Stage stage(QStringLiteral("--speak old"));
    const auto version = stage.ctl(QStringLiteral("version ") + stage.sn());
    QVERIFY2(version.exitCode == 0, version.output + version.errors);
    const auto network = stage.ctl(QStringLiteral("--timeout 4 network ") + stage.sn());
    QCOMPARE(network.exitCode, 3);
    QCOMPARE(errorOf(network).value(QLatin1String("code")).toString(), QStringLiteral("timeout"));
}

void TestCtlCabinet::setsTheVolume()
{
    Stage stage;
    const auto run = stage.ctl(QStringLiteral("volume %1 --set 11").arg(stage.sn()));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QCOMPARE(resultOf(run).value(QLatin1String("volume")).toInt(), 11);
    const auto after = stage.ctl(QStringLiteral("volume ") + stage.sn());
    QCOMPARE(resultOf(after).value(QLatin1String("volume")).toInt(), 11);
}

void TestCtlCabinet::setsTheServerAddress()
{
    Stage stage;
    const quint16 other = freePort();
    const QString set =
        QStringLiteral("server-address %1 --set 127.0.0.1:%2 --heartbeat 9").arg(stage.sn()).arg(other);
    const auto timid = stage.ctl(set);
    QCOMPARE(timid.exitCode, 2);
    QCOMPARE(errorOf(timid).value(QLatin1String("code")).toString(), QStringLiteral("needs-yes"));
    QVERIFY(errorOf(timid).value(QLatin1String("message")).toString().contains(QString::number(other)));

    const auto run = stage.ctl(QStringLiteral("--yes ") + set);
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    const auto told = stage.ctl(QStringLiteral("server-address ") + stage.sn());
    QVERIFY2(told.exitCode == 0, told.output + told.errors);
    QCOMPARE(resultOf(told), (QJsonObject{{QStringLiteral("sn"), stage.sn()},
                                          {QStringLiteral("address"), QStringLiteral("127.0.0.1")},
                                          {QStringLiteral("port"), QString::number(other)},
                                          {QStringLiteral("heartbeat"), 9}}));
    const auto reboot = stage.ctl(QStringLiteral("--yes reboot ") + stage.sn());
    QVERIFY2(reboot.exitCode == 0, reboot.output + reboot.errors);
    // From now on it is found there.
    const auto moved =
        runProgram(QStringLiteral("opsdeckctl"),
                   words(QStringLiteral("--json cabinet --bind 127.0.0.1 --wait 20 --listen %1 version %2")
                             .arg(other)
                             .arg(stage.sn())));
    QVERIFY2(moved.exitCode == 0, moved.output + moved.errors);
}

void TestCtlCabinet::reboots()
{
    Stage stage;
    const auto timid = stage.ctl(QStringLiteral("reboot ") + stage.sn());
    QCOMPARE(timid.exitCode, 2);
    QVERIFY(errorOf(timid).value(QLatin1String("message")).toString().contains(QLatin1String("--yes")));
    const auto run = stage.ctl(QStringLiteral("--yes reboot ") + stage.sn());
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QVERIFY(resultOf(run).value(QLatin1String("received")).toBool());
    QTRY_COMPARE(QJsonDocument::fromJson(stage.command(QStringLiteral("counters")))
                     .object()
                     .value(QLatin1String("reboots"))
                     .toInt(),
                 1);
}

void TestCtlCabinet::upgradesWithoutShowingThePassword()
{
    Stage stage(QStringLiteral("--upgrade 0"));
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("upgrade.pcapng"));
    const QString verb =
        QStringLiteral("upgrade %1 --ftp-host 127.0.0.1 --file 33.bin --ftp-user share").arg(stage.sn());
    QCOMPARE(stage.ctl(verb).exitCode, 2);
    const auto none = stage.ctl(QStringLiteral("--yes ") + verb);
    QCOMPARE(none.exitCode, 2);
    QVERIFY(errorOf(none)
                .value(QLatin1String("message"))
                .toString()
                .contains(QLatin1String("OPSDECK_FTP_PASSWORD")));
    const auto run = stage.ctl(QStringLiteral("--yes --verbose --trace %1 ").arg(trace) + verb,
                               {QStringLiteral("OPSDECK_FTP_PASSWORD=share345@123")});
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    QVERIFY(!run.output.contains("share345") && !run.errors.contains("share345"));
    QFile file(trace);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray traced = file.readAll();
    QVERIFY(traced.contains("33.bin"));
    QVERIFY(!traced.contains("share345"));
    QFile password(folder.filePath(QStringLiteral("password")));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write("share345@123\n");
    password.close();
    QTRY_VERIFY(stage.command(QStringLiteral("state ") + stage.sn()).contains("A.09.01.07"));
    const auto byFile =
        stage.ctl(QStringLiteral("--yes %1 --ftp-password-file %2").arg(verb, password.fileName()));
    QVERIFY2(byFile.exitCode == 0, byFile.output + byFile.errors);
}

void TestCtlCabinet::aCabinetThatDoesNotComeIsThree()
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

void TestCtlCabinet::aWrongAnswerIsFour()
{
    Stage stage(QStringLiteral("--fault wrong-size"));
    const auto run = stage.ctl(QStringLiteral("volume ") + stage.sn());
    QCOMPARE(run.exitCode, 4);
    QVERIFY(errorOf(run).value(QLatin1String("message")).toString().contains(QLatin1String("0x77")));
}

void TestCtlCabinet::aTakenPortIsFive()
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

void TestCtlCabinet::aDatabaseThatCannotBeIsFive()
{
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"),
                   words(QStringLiteral(
                       "--json cabinet --listen 0 --bind 127.0.0.1 --database /dev/null/opsdeck.db serve")));
    QCOMPARE(run.exitCode, 5);
    QVERIFY(!errorOf(run).value(QLatin1String("message")).toString().isEmpty());
}

void TestCtlCabinet::wrongUsageIsTwo_data()
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

void TestCtlCabinet::wrongUsageIsTwo()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"), words(QStringLiteral("--json cabinet ") + line));
    QCOMPARE(run.exitCode, 2);
    const QString message = errorOf(run).value(QLatin1String("message")).toString();
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestCtlCabinet::theWholeTimeIsLimited()
{
    Stage stage(QStringLiteral("--fault deaf"));
    QElapsedTimer timer;
    timer.start();
    const auto run = stage.ctl(QStringLiteral("--timeout 3 version ") + stage.sn());
    QCOMPARE(run.exitCode, 3);
    QVERIFY(timer.elapsed() < 9000);
}

void TestCtlCabinet::theWholeTimeMayBeLongerThanTheProtocols()
{
    // The answer comes later than the protocol's own time-out.
    Stage stage(QStringLiteral("--fault late=12"));
    const auto run = stage.ctl(QStringLiteral("--timeout 40 version ") + stage.sn());
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
}

void TestCtlCabinet::whatBecomesOfARentThatIsGivenUpIsSaid()
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

void TestCtlCabinet::aDatabaseThatIsHeldIsFive()
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

void TestCtlCabinet::aResultThatCannotBePrintedIsNotLost()
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

void TestCtlCabinet::aWrongLineLeavesAnOldTraceAlone()
{
    QTemporaryDir folder;
    QFile trace(folder.filePath(QStringLiteral("old.pcapng")));
    QVERIFY(trace.open(QIODevice::WriteOnly));
    trace.write("an old trace");
    trace.close();
    // Refused without --yes.
    const auto run =
        runProgram(QStringLiteral("opsdeckctl"),
                   words(QStringLiteral("--trace %1 cabinet reboot WSTD081565222888").arg(trace.fileName())));
    QCOMPARE(run.exitCode, 2);
    QVERIFY(trace.open(QIODevice::ReadOnly));
    QCOMPARE(trace.readAll(), QByteArray("an old trace"));
}

void TestCtlCabinet::theSecretOfNewerBoardsMayBeInAFile()
{
    QTemporaryDir folder;
    QFile secret(folder.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("over-the-air\n");
    secret.close();
    Stage stage(QStringLiteral("--speak vsn2 --secret over-the-air"));
    const auto run =
        stage.ctl(QStringLiteral("--secret-file %1 version %2").arg(secret.fileName(), stage.sn()));
    QVERIFY2(run.exitCode == 0, run.output + run.errors);
    const auto none = stage.ctl(QStringLiteral("--secret-file %1 version %2")
                                    .arg(folder.filePath(QStringLiteral("none")), stage.sn()));
    QCOMPARE(none.exitCode, 5);
}

void TestCtlCabinet::servesAndSaysWhatHappens()
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

void TestCtlCabinet::remembersInItsDatabase()
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

void TestCtlCabinet::servesForSomeSeconds()
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

void TestCtlCabinet::endsAtCtrlC()
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

void TestCtlCabinet::helpSaysWhatThereIs()
{
    const auto run = runProgram(QStringLiteral("opsdeckctl"), words(QStringLiteral("cabinet --help")));
    QCOMPARE(run.exitCode, 0);
    for (const char *word : {"serve", "inventory", "rent", "eject", "version", "iccid", "network",
                             "server-address", "volume", "reboot", "upgrade", "--accept-new", "--database",
                             "--wait", "--secret-file", "OPSDECK_CABINET_SECRET"})
        QVERIFY2(run.output.contains(word), word);
    const auto verb =
        runProgram(QStringLiteral("opsdeckctl"), words(QStringLiteral("cabinet upgrade --help")));
    QVERIFY(verb.output.contains("OPSDECK_FTP_PASSWORD"));
    for (const char *line : {"cabinet --help", "cabinet serve --help", "--help"}) {
        const auto help = runProgram(QStringLiteral("opsdeckctl"), words(QString::fromLatin1(line)));
        QVERIFY2(!help.output.contains(" \n"), line);
    }
}

QTEST_GUILESS_MAIN(TestCtlCabinet)
#include "tst_ctl_cabinet.moc"
