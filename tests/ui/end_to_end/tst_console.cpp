// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeck` as a whole program, without a screen (QT_QPA_PLATFORM=offscreen): its options, exit codes and what it says.
#include "tests/support/program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck::test;

namespace {

ProgramResult console(const QTemporaryDir &home, const QStringList &arguments)
{
    return runProgram(QStringLiteral("opsdeck"), arguments,
                      {QStringLiteral("QT_QPA_PLATFORM=offscreen"), QStringLiteral("HOME=") + home.path(),
                       QStringLiteral("XDG_CONFIG_HOME=") + home.path(), QStringLiteral("LC_ALL=C.UTF-8")});
}

QString write(const QTemporaryDir &folder, const QByteArray &json)
{
    const QString name = folder.filePath(QStringLiteral("site.json"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("the test's own site file cannot be written");
    return name;
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *line) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
        };
        row("--colour red");
        row("--tiles 5");
        row("--style pink");
        row("--language xx");
        row("--after soon");
        row("--screenshot a.png");
        row("--site a.json --demo");
    }
    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QTemporaryDir home;
        const auto run = console(home, arguments);
        QVERIFY2(run.exitCode == 2, QByteArray::number(run.exitCode) + run.output + run.errors);
        QVERIFY(!run.errors.isEmpty());
    }

    void explainsItself()
    {
        QTemporaryDir home;
        const auto run = console(home, {QStringLiteral("--help")});
        QCOMPARE(run.exitCode, 0);
        for (const char *option : {"--site", "--demo", "--screenshot", "--after", "--language", "--style"})
            QVERIFY2(run.output.contains(option), option);
    }

    void namesTheLineAndKeyOfATypo_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("port of the wrong type")
            << QByteArray(
                   "{\"version\": 1, \"devices\": [\n {\"id\": \"n\", \"system\": \"dvr\",\n  \"settings\": "
                   "{\"host\": \"127.0.0.1\",\n  \"port\": \"abc\", \"user\": \"admin\"}}]}")
            << QByteArray("site.json:4: devices[0].settings.port");
        QTest::newRow("a lost comma")
            << QByteArray("{\"version\": 1\n \"devices\": []}") << QByteArray("site.json:2");
        QTest::newRow("a password in the file")
            << QByteArray("{\"version\": 1, \"devices\": [\n {\"id\": \"n\", \"system\": \"dvr\", "
                          "\"settings\": {\n\"host\": "
                          "\"127.0.0.1\", \"user\": \"admin\",\n\"password\": \"x\"}}]}")
            << QByteArray("site.json:4: devices[0].settings.password");
    }
    void namesTheLineAndKeyOfATypo()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, named);
        QTemporaryDir home;
        const QString site = write(home, json);
        const auto run =
            console(home, {QStringLiteral("--site"), site, QStringLiteral("--after"), QStringLiteral("1"),
                           QStringLiteral("--screenshot"), home.filePath(QStringLiteral("a.png"))});
        QVERIFY2(run.exitCode == 5, QByteArray::number(run.exitCode) + run.output + run.errors);
        QVERIFY2(run.errors.contains(named), run.errors);
        // The command line says the same of the same file.
        const auto check =
            runProgram(QStringLiteral("opsdeckctl"),
                       {QStringLiteral("site"), QStringLiteral("check"), QStringLiteral("--site"), site});
        QCOMPARE(check.exitCode, 5);
        QVERIFY2(check.errors.contains(named), check.errors);
    }

    void showsSixteenMovingChannelsOfTwoDevices()
    {
        QTemporaryDir home;
        const QString picture = home.filePath(QStringLiteral("demo.png"));
        const QString report = home.filePath(QStringLiteral("report.json"));
        const QString trace = home.filePath(QStringLiteral("wire.pcapng"));
        const auto run =
            console(home, {QStringLiteral("--demo"), QStringLiteral("--after"), QStringLiteral("5"),
                           QStringLiteral("--screenshot"), picture, QStringLiteral("--report"), report,
                           QStringLiteral("--trace"), trace});
        QVERIFY2(run.exitCode == 0, QByteArray::number(run.exitCode) + run.output + run.errors);
        QCOMPARE(run.output.trimmed().split('\n').size(), 2);
        QVERIFY(run.output.contains("online"));
        QVERIFY(!QImage(picture).isNull());
        QFile wire(trace);
        QVERIFY(wire.open(QIODevice::ReadOnly));
        QVERIFY(wire.size() > 1'000'000);
        QVERIFY(!wire.readAll().contains("tlJwpbo6")); // the hash of the empty password
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray tiles =
            QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("tiles")).toArray();
        QVERIFY(tiles.size() >= 16);
        for (const QJsonValue &tile : tiles) {
            QCOMPARE(tile.toObject().value(QLatin1String("state")).toString(), QStringLiteral("live"));
            QVERIFY(tile.toObject().value(QLatin1String("painted")).toInt() > 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
