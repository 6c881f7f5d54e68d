// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using site::SiteReading;
namespace SiteFile = site::SiteFile;

namespace {

/// A system of the test's own: the site file knows systems only by this interface.
class PumpModule final : public site::SystemModule
{
public:
    QString id() const override { return QStringLiteral("pump"); }
    QStringList settingKeys() const override
    {
        return {QStringLiteral("host"), QStringLiteral("port"), QStringLiteral("passwordRef")};
    }
    QList<site::SettingsProblem> check(const QJsonObject &settings) const override
    {
        QList<site::SettingsProblem> problems;
        if (!settings.value(QStringLiteral("host")).isString())
            problems.append({QStringLiteral("host"), QStringLiteral("must be a host name")});
        const QJsonValue port = settings.value(QStringLiteral("port"));
        if (!port.isUndefined() && !(port.toDouble() >= 1 && port.toDouble() <= 65535))
            problems.append({QStringLiteral("port"), QStringLiteral("must be a number 1–65535")});
        return problems;
    }
};

SiteFile::Modules modules()
{
    SiteFile::Modules all;
    all.push_back(std::make_unique<PumpModule>());
    return all;
}

QByteArray withDevice(const QByteArray &device)
{
    return "{\"version\":1,\n\"devices\":[\n" + device + "\n]}";
}

QByteArray withSettings(const QByteArray &settings)
{
    return withDevice("{\"id\":\"a\",\"system\":\"pump\",\n\"settings\":{" + settings + "}}");
}

} // namespace

class TestSiteFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAGoodFile();
    void namesLineAndKeyOfWhatIsWrong_data();
    void namesLineAndKeyOfWhatIsWrong();
    void warnsOfSlipsAndKeepsThem();
    void keepsUnknownKeysThroughARoundTrip();
    void refusesHugeDeepAndBrokenFiles();
    void survivesEveryCut();
    void boundsTheNumberOfProblems();
    void neverShowsASecret();
    void writesWholeFilesOnly();
    void saysWhyItCannotRead();
};

void TestSiteFile::readsAGoodFile()
{
    const SiteReading reading = SiteFile::parse(R"({
        "version": 1,
        "devices": [
            {"id": "p.1_A-z", "system": "pump", "name": "Größe <b>", "group": "Yard",
             "settings": {"host": "h", "port": 7, "passwordRef": "opsdeck/p.1_A-z/password"}},
            {"id": "p2", "system": "pump", "settings": {"host": "h2"}}
        ]})",
                                                modules());
    for (const auto &problem : reading.problems)
        qWarning() << problem.toString(QStringLiteral("f"));
    QVERIFY(reading.problems.isEmpty());
    QCOMPARE(reading.site.devices.size(), 2);
    const site::Device &first = reading.site.devices[0];
    QCOMPARE(first.id, QStringLiteral("p.1_A-z"));
    QCOMPARE(first.system, QStringLiteral("pump"));
    QCOMPARE(first.name, QStringLiteral("Größe <b>"));
    QCOMPARE(first.group, QStringLiteral("Yard"));
    QCOMPARE(first.settings.value(QStringLiteral("port")).toInt(), 7);
    QCOMPARE(reading.site.devices[1].name, QStringLiteral("p2"));
}

void TestSiteFile::namesLineAndKeyOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const char *message) {
        QTest::newRow(name) << json << QString::fromUtf8(message);
    };
    row("port is text", withSettings("\"host\":\"h\",\n\"port\":\"abc\""),
        "site.json:5: devices[0].settings.port: must be a number 1–65535, is \"abc\"");
    row("no host", withSettings("\"port\":1"),
        "site.json:4: devices[0].settings.host: must be a host name, is missing");
    row("settings no object", withDevice(R"({"id":"a","system":"pump","settings":[1]})"),
        "site.json:3: devices[0].settings: must be an object, is [1]");
    row("no id", withDevice(R"({"system":"pump","settings":{"host":"h"}})"),
        "site.json:3: devices[0].id: must be 1–64 letters, digits, '.', '_' or '-', is missing");
    row("id with a slash", withDevice(R"({"id":"../a","system":"pump","settings":{"host":"h"}})"),
        "site.json:3: devices[0].id: must be 1–64 letters, digits, '.', '_' or '-', is \"../a\"");
    row("id is a number", withDevice(R"({"id":7,"system":"pump","settings":{"host":"h"}})"),
        "site.json:3: devices[0].id: must be a text, is 7");
    row("same id twice",
        withDevice("{\"id\":\"a\",\"system\":\"pump\",\"settings\":{\"host\":\"h\"}},\n"
                   "{\"id\":\"a\",\"system\":\"pump\",\"settings\":{\"host\":\"h\"}}"),
        "site.json:4: devices[1].id: another device has the id \"a\"");
    row("unknown system", withDevice(R"({"id":"a","system":"pmup","settings":{}})"),
        "site.json:3: devices[0].system: must be one of \"pump\", is \"pmup\"; did you mean \"pump\"?");
    row("no system", withDevice(R"({"id":"a"})"),
        "site.json:3: devices[0].system: must be one of \"pump\", is missing");
    row("device no object", withDevice("7"), "site.json:3: devices[0]: must be an object, is 7");
    row("devices no list", "{\"version\":1,\n\"devices\":{}}", "site.json:2: devices: must be a list, is {}");
    row("no devices", "{\n\"version\":1}", "site.json:1: devices: must be a list, is missing");
    row("no version", "{\n\"devices\":[]}", "site.json:1: version: must be 1, is missing");
    row("version is text", "{\n\"version\":\"1\",\"devices\":[]}",
        "site.json:2: version: must be 1, is \"1\"");
    row("newer version", "{\n\"version\":2,\"devices\":7}",
        "site.json:2: version: written by a newer Opsdeck: is 2, this one reads 1");
    row("key twice", "{\"version\":1,\n\"devices\":[],\n\"version\":1}",
        "site.json:3: version: this key stands twice");
    row("password", withSettings("\"host\":\"h\",\n\"password\":\"hunter22\""),
        "site.json:5: devices[0].settings.password: a secret must not stand in this file: put it into the "
        "keychain "
        "and name its place here, \"passwordRef\": \"opsdeck/<device id>/password\"");
    row("token deep below", withSettings("\"host\":\"h\",\n\"x\":[{\"apiToken\":\"hunter22\"}]"),
        "site.json:5: devices[0].settings.x[0].apiToken: a secret must not stand in this file: put it into "
        "the "
        "keychain and name its place here, \"apiTokenRef\": \"opsdeck/<device id>/apiToken\"");
    row("password as its own reference", withSettings("\"host\":\"h\",\n\"passwordRef\":\"hunter22\""),
        "site.json:5: devices[0].settings.passwordRef: must name a place in the keychain, \"opsdeck/<device "
        "id>/password\"");
    row("no JSON", "{\n\"version\":1,\n\"devices\":[}",
        "site.json:3: not valid JSON at column 13: object is missing after a comma");
    row("no object", "[]", "site.json:1: must be a JSON object: {\"version\": 1, …}");
    row("empty", "", "site.json:1: not valid JSON at column 1: illegal value");
}

void TestSiteFile::namesLineAndKeyOfWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const SiteReading reading = SiteFile::parse(json, modules());
    QVERIFY(reading.hasErrors());
    QCOMPARE(reading.problems.first().toString(QStringLiteral("site.json")), message);
    QCOMPARE(reading.problems.size(), 1);
}

void TestSiteFile::warnsOfSlipsAndKeepsThem()
{
    const SiteReading reading = SiteFile::parse(
        R"({"version":1, "device":[],
            "devices":[{"id":"a","system":"pump","gruop":"x",
            "settings":{"host":"h",
            "prot":7,"somethingElse":1}}]})",
        modules());
    QVERIFY(!reading.hasErrors());
    QStringList lines;
    for (const auto &problem : reading.problems)
        lines.append(problem.toString(QStringLiteral("s")));
    QCOMPARE(lines,
             QStringList({
                 QStringLiteral("s:1: device: not a known key; did you mean \"devices\"?"),
                 QStringLiteral("s:2: devices[0].gruop: not a known key; did you mean \"group\"?"),
                 QStringLiteral("s:4: devices[0].settings.prot: not a known key; did you mean \"port\"?"),
             }));
    QCOMPARE(reading.site.devices[0].settings.value(QStringLiteral("prot")).toInt(), 7);
    QCOMPARE(reading.site.devices[0].other.value(QStringLiteral("gruop")).toString(), QStringLiteral("x"));
}

void TestSiteFile::keepsUnknownKeysThroughARoundTrip()
{
    const QByteArray json = R"({
        "version": 1, "layout": {"a": [1, 2.5, null, true, "x\u0000y\/"]}, "serial": 9007199254740993,
        "devices": [{"id": "a", "system": "pump", "name": "A", "group": "G", "colour": "red",
                     "settings": {"host": "h", "future": {"deep": [[]]}}}]})";
    const SiteReading first = SiteFile::parse(json, modules());
    QVERIFY(first.problems.isEmpty());
    const QByteArray again = SiteFile::encode(first.site);
    QCOMPARE(QJsonDocument::fromJson(again), QJsonDocument::fromJson(json));
    QCOMPARE(QJsonDocument::fromJson(again).object().value(QStringLiteral("serial")).toInteger(),
             Q_INT64_C(9007199254740993));
    QVERIFY(SiteFile::parse(again, modules()).site == first.site);
}

void TestSiteFile::refusesHugeDeepAndBrokenFiles()
{
    const auto firstProblem = [](const QByteArray &json) {
        const SiteReading reading = SiteFile::parse(json, modules());
        return reading.hasErrors() ? reading.problems.first().message : QString();
    };
    QCOMPARE(firstProblem(QByteArray(SiteFile::kMaximumBytes + 1, ' ')),
             QStringLiteral("the file has more than 8 MiB"));
    const QByteArray deep =
        "{\"version\":1,\"devices\":[],\"x\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}";
    QCOMPARE(firstProblem(deep), QStringLiteral("nested deeper than 64 levels"));
    QCOMPARE(firstProblem("{\"x\":" + QByteArray(100000, '[')),
             QStringLiteral("nested deeper than 64 levels"));
    QVERIFY(
        firstProblem("{\"version\":1,\"devices\":[],\"x\":\"\xff\xfe\"}").contains(QStringLiteral("UTF")));
    const QByteArray bom = "\xef\xbb\xbf{\"version\":1,\"devices\":[]}";
    QCOMPARE(firstProblem(bom), QString());
}

void TestSiteFile::survivesEveryCut()
{
    const QByteArray json = withSettings("\"host\":\"h\",\"port\":7,\"x\":[1,{\"y\":\"z\"}]");
    QVERIFY(!SiteFile::parse(json, modules()).hasErrors());
    for (qsizetype cut = 0; cut < json.size(); ++cut) {
        const SiteReading reading = SiteFile::parse(json.first(cut), modules());
        QCOMPARE(reading.problems.size(), 1);
        QVERIFY(reading.hasErrors());
        QVERIFY(reading.site.devices.isEmpty());
    }
}

void TestSiteFile::boundsTheNumberOfProblems()
{
    QByteArray devices = "7";
    for (int i = 0; i < 5000; ++i)
        devices += ",\n7";
    const SiteReading reading = SiteFile::parse(withDevice(devices), modules());
    QCOMPARE(reading.problems.size(), SiteFile::kMaximumProblems + 1);
    QVERIFY(reading.problems.last().message.contains(QStringLiteral("more than 100 problems")));
}

void TestSiteFile::neverShowsASecret()
{
    for (const QByteArray &settings :
         {QByteArray("\"password\":\"hunter22\""), QByteArray("\"passwordRef\":\"hunter22\""),
          QByteArray("\"x\":{\"ftpPassword\":\"hunter22\"}"), QByteArray("\"PassWord\":[\"hunter22\"]")}) {
        const SiteReading reading = SiteFile::parse(withSettings("\"host\":\"h\"," + settings), modules());
        for (const auto &problem : reading.problems)
            QVERIFY2(!problem.message.contains(QStringLiteral("hunter22")), qPrintable(problem.message));
        QVERIFY2(reading.hasErrors(), settings.constData());
    }
}

void TestSiteFile::writesWholeFilesOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("site.json"));
    const site::Site before = SiteFile::parse(withSettings("\"host\":\"h\""), modules()).site;
    QVERIFY(SiteFile::write(path, before).has_value());
    auto read = SiteFile::read(path, modules());
    QVERIFY(read.has_value());
    QVERIFY(read->problems.isEmpty());
    QVERIFY(read->site == before);
    const auto failed = SiteFile::write(folder.filePath(QStringLiteral("no/such/site.json")), before);
    QVERIFY(!failed.has_value());
    QVERIFY(failed.error().is(base::CommonError::FileFailed));
}

void TestSiteFile::saysWhyItCannotRead()
{
    const QString path = QStringLiteral("/no/such/site.json");
    const auto read = SiteFile::read(path, modules());
    QVERIFY(!read.has_value());
    QVERIFY(read.error().is(base::CommonError::FileFailed));
    QVERIFY(read.error().detail().startsWith(path));
    QTemporaryDir folder;
    QVERIFY(!SiteFile::read(folder.path(), modules()).has_value());
}

QTEST_APPLESS_MAIN(TestSiteFile)
#include "tst_site_file.moc"
