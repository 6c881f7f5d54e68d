// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs of `opsdeckctl cabinet` do with a cabinet that answers.
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "tests/end_to_end/cabinet_stage.h"

#include <QFile>
#include <QTemporaryDir>

using namespace opsdeck::test;

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
    void theSecretOfNewerBoardsMayBeInAFile();
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
