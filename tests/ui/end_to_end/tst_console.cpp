// SPDX-License-Identifier: GPL-3.0-or-later
// `opsdeck` as a whole program, without a screen (QT_QPA_PLATFORM=offscreen): its options, exit codes and what it says.
#include "core/store/store.h"
#include "tests/support/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::test;

namespace {

ProgramResult console(const QTemporaryDir &home, const QStringList &arguments)
{
    return runProgram(QStringLiteral("opsdeck"), arguments,
                      {QStringLiteral("QT_QPA_PLATFORM=offscreen"), QStringLiteral("HOME=") + home.path(),
                       QStringLiteral("XDG_CONFIG_HOME=") + home.path(), QStringLiteral("LC_ALL=C.UTF-8"),
                       QStringLiteral("XDG_DATA_HOME=") + home.filePath(QStringLiteral(".local/share")),
                       QStringLiteral("TMPDIR=") + home.path(), QStringLiteral("USER=anna")});
}

/// A site of one recorder that nobody plays.
QString deadSite(const QTemporaryDir &folder);

/// The sentences' keys of what is in the journal, oldest first, once the program has ended.
QStringList journalKeys(const QString &path)
{
    base::SystemClock clock;
    store::Store store(path, clock);
    const auto opened = store.database.open();
    if (!QTest::qWaitFor([&] { return opened.isFinished(); }) || !opened.result())
        return {QStringLiteral("cannot be opened")};
    const auto page = store.journal.page({}, {}, 100);
    if (!QTest::qWaitFor([&] { return page.isFinished(); }) || !page.result())
        return {QStringLiteral("cannot be read")};
    QStringList keys;
    const store::JournalPage entries = *page.result();
    for (const store::JournalEntry &entry : entries.entries)
        keys.prepend(entry.event.textKey);
    return keys;
}

QStringList noticesOf(const QString &report)
{
    QFile file(report);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList notices;
    for (const QJsonValue &notice :
         QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("notices")).toArray())
        notices << notice.toString();
    return notices;
}

QString write(const QTemporaryDir &folder, const QByteArray &json)
{
    const QString name = folder.filePath(QStringLiteral("site.json"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("the test's own site file cannot be written");
    return name;
}

QString deadSite(const QTemporaryDir &folder)
{
    // A port that was free a moment ago refuses.
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return write(folder,
                 QStringLiteral("{\"version\": 1, \"devices\": [{\"id\": \"north\", \"name\": \"North lot\","
                                " \"system\": \"dvr\", \"settings\": {\"host\": \"127.0.0.1\","
                                " \"port\": %1, \"user\": \"admin\"}}]}")
                     .arg(server.serverPort())
                     .toUtf8());
}

QStringList shortRun(const QString &site, const QString &report)
{
    return {QStringLiteral("--site"),   site,  QStringLiteral("--after"), QStringLiteral("2"),
            QStringLiteral("--report"), report};
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
        row("--database ");
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
        for (const char *option :
             {"--site", "--demo", "--screenshot", "--after", "--language", "--style", "--database"})
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

    void keepsWhatHappenedInItsDatabase_data()
    {
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("the default place") << false;
        QTest::newRow("--database") << true;
    }
    void keepsWhatHappenedInItsDatabase()
    {
        QFETCH(bool, isNamed);
        QTemporaryDir home;
        const QString named = home.filePath(QStringLiteral("deep/er/events.db"));
        QStringList arguments = shortRun(deadSite(home), home.filePath(QStringLiteral("report.json")));
        if (isNamed)
            arguments << QStringLiteral("--database") << named;
        const auto run = console(home, arguments);
        QVERIFY2(run.exitCode == 0, QByteArray::number(run.exitCode) + run.output + run.errors);
        const QString usual = home.filePath(QStringLiteral(".local/share/opsdeck/opsdeck.db"));
        QCOMPARE(QFile::exists(usual), !isNamed);
        const QStringList keys = journalKeys(isNamed ? named : usual);
        for (const char *key :
             {"program.started", "program.site-opened", "dvr.offline.connection-refused", "program.ended"})
            QVERIFY2(keys.contains(QLatin1String(key)),
                     qPrintable(QLatin1String(key) + u' ' + keys.join(u' ')));
        QCOMPARE(keys.constLast(), QStringLiteral("program.ended"));
    }

    void aDamagedDatabaseIsSetAsideAndTold()
    {
        QTemporaryDir home;
        const QString database = home.filePath(QStringLiteral("events.db"));
        const QByteArray garbage(64 * 1024, 'x');
        QFile file(database);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
        file.close();
        const QString report = home.filePath(QStringLiteral("report.json"));
        const auto run =
            console(home, shortRun(deadSite(home), report) << QStringLiteral("--database") << database);
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        const QStringList aside = QDir(home.path()).entryList({QStringLiteral("events.db.damaged-*")});
        QCOMPARE(aside.size(), 1);
        QFile kept(home.filePath(aside.constFirst()));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), garbage);
        QVERIFY(noticesOf(report).contains(QStringLiteral("The database was damaged; a new one was begun")));
        QVERIFY(journalKeys(database).contains(QStringLiteral("program.database-set-aside")));
    }

    void aDatabaseThatCannotBeUsedIsTold()
    {
        QTemporaryDir home;
        const QString database = home.filePath(QStringLiteral("events.db"));
        QVERIFY(QDir().mkpath(database + QStringLiteral("/a folder")));
        const QString report = home.filePath(QStringLiteral("report.json"));
        const auto run =
            console(home, shortRun(deadSite(home), report) << QStringLiteral("--database") << database);
        QVERIFY2(run.exitCode == 0, run.output + run.errors);
        const QStringList notices = noticesOf(report);
        QVERIFY2(notices.filter(QStringLiteral("are not kept")).size() == 1, qPrintable(notices.join(u'|')));
        QVERIFY(QDir(database).exists(QStringLiteral("a folder")));
    }

    void takesThePicturesThatStepsAskFor()
    {
        QTemporaryDir home;
        const QString steps = home.filePath(QStringLiteral("steps"));
        QFile file(steps);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# the wall, then two dialogs\npicture wall\ndo shell.settings\npicture settings\n"
                   "focus settingsSearch\ntype lang\npicture found\nclose\npicture closed\n");
        file.close();
        const QStringList arguments{QStringLiteral("--site"),     deadSite(home),
                                    QStringLiteral("--size"),     QStringLiteral("1280x800"),
                                    QStringLiteral("--steps"),    steps,
                                    QStringLiteral("--pictures"), home.path()};
        const auto run = console(home, arguments);
        QVERIFY2(run.exitCode == 0, QByteArray::number(run.exitCode) + run.output + run.errors);
        QHash<QString, QImage> pictures;
        for (const char *name : {"wall", "settings", "found", "closed"}) {
            const QImage picture(home.filePath(QLatin1String(name) + QStringLiteral(".png")));
            QCOMPARE(picture.size(), QSize(1280, 800));
            pictures.insert(QLatin1String(name), picture);
        }
        QVERIFY(pictures.value(QStringLiteral("settings")) != pictures.value(QStringLiteral("wall")));
        QVERIFY(pictures.value(QStringLiteral("found")) != pictures.value(QStringLiteral("settings")));
        QVERIFY(pictures.value(QStringLiteral("closed")) != pictures.value(QStringLiteral("found")));
    }

    void stepsThatCannotBeDoneAreNamedAndTheRestIsTried()
    {
        QTemporaryDir home;
        const QString steps = home.filePath(QStringLiteral("steps"));
        QFile file(steps);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("do no.such\nclick nothing\npicture wall\n");
        file.close();
        const QStringList arguments{QStringLiteral("--site"),     deadSite(home),
                                    QStringLiteral("--steps"),    steps,
                                    QStringLiteral("--pictures"), home.path()};
        auto run = console(home, arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains("line 1: there is no action \"no.such\""), run.errors);
        QVERIFY2(run.errors.contains("line 2: there is no \"nothing\""), run.errors);
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("wall.png"))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("picture wall\ndance\n");
        file.close();
        run = console(home, arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains("line 2 is no step"), run.errors);
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
        const QList<QByteArray> lines = run.output.trimmed().split('\n');
        QCOMPARE(lines.size(), 3); // two recorders and the cabinets' server
        for (const QByteArray &line : lines)
            QVERIFY2(line.contains("online"), line);
        // The demonstration leaves nothing behind.
        QVERIFY(QDir(home.path()).entryList({QStringLiteral("opsdeck-demo-*")}).isEmpty());
        QVERIFY(!QFile::exists(home.filePath(QStringLiteral(".local/share/opsdeck/opsdeck.db"))));
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
