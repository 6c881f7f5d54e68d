// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_events.h"
#include "core/systems/cabinet/cabinet_module.h"
#include "core/systems/cabinet/rate_limit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using namespace std::chrono_literals;

namespace {

QJsonObject object(const char *json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        qFatal("not an object: %s", json);
    return document.object();
}

} // namespace

class TestCabinetModule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsChecked_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const char *json, const char *key) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(key);
        };
        row("nothing", "{}", "");
        row("all",
            R"({"bind":"127.0.0.1","port":9000,"acceptNew":true,"knownBanksOnly":true,"checksum":"strict",
            "cabinets":[{"sn":"WSTD081565222888","name":"Gate","place":"Hall 3"},{"sn":"B"}]})",
            "");
        row("IPv6", R"({"bind":"::1"})", "");
        row("bind is a name", R"({"bind":"localhost"})", "bind");
        row("bind is a number", R"({"bind":7})", "bind");
        row("bind is empty", R"({"bind":""})", "bind");
        row("port 0", R"({"port":0})", "port");
        row("port 65536", R"({"port":65536})", "port");
        row("port is huge", R"({"port":1e300})", "port");
        row("port is a text", R"({"port":"8992"})", "port");
        row("half a port", R"({"port":80.5})", "port");
        row("acceptNew is a number", R"({"acceptNew":1})", "acceptNew");
        row("knownBanksOnly is a text", R"({"knownBanksOnly":"yes"})", "knownBanksOnly");
        row("another checksum", R"({"checksum":"none"})", "checksum");
        row("cabinets is an object", R"({"cabinets":{}})", "cabinets");
        row("a cabinet is a text", R"({"cabinets":["A"]})", "cabinets");
        row("without an SN", R"({"cabinets":[{"name":"x"}]})", "cabinets");
        row("an SN with a blank", R"({"cabinets":[{"sn":"A B"}]})", "cabinets");
        row("an SN that is no ASCII", R"({"cabinets":[{"sn":"Ä"}]})", "cabinets");
        row("twice", R"({"cabinets":[{"sn":"A"},{"sn":"A"}]})", "cabinets");
        row("a name that is a number", R"({"cabinets":[{"sn":"A","name":1}]})", "cabinets");
    }
    void everySettingIsChecked()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto problems = makeSystemModule()->check(object(json));
        QCOMPARE(problems.isEmpty(), key.isEmpty());
        if (!key.isEmpty())
            QCOMPARE(problems.first().key, key);
    }

    void theSettingsAreRead()
    {
        const auto settings = settingsFromSite(
            QStringLiteral("c"), QStringLiteral("Cabinets"),
            object(
                R"({"bind":" 127.0.0.1 ","port":9000,"acceptNew":true,"knownBanksOnly":true,"checksum":"strict",
                "cabinets":[{"sn":"A","name":"Gate","place":"Hall 3"}]})"));
        QCOMPARE(settings.id, QStringLiteral("c"));
        QCOMPARE(settings.bind, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(int(settings.port), 9000);
        QVERIFY(settings.acceptNew && settings.knownBanksOnly && settings.strictChecksum);
        QCOMPARE(settings.cabinets.size(), 1);
        QCOMPARE(settings.cabinets[0].place, QStringLiteral("Hall 3"));
        ServerSettings plain;
        plain.id = QStringLiteral("c");
        QCOMPARE(settingsFromSite(QStringLiteral("c"), {}, {}), plain);
    }

    void textKeysAreUniqueAndFitTheJournal()
    {
        QSet<QString> keys;
        for (const EventText &text : kEventTexts) {
            const auto key = QString::fromLatin1(text.key.data(), qsizetype(text.key.size()));
            QVERIFY2(!keys.contains(key), qPrintable(key));
            QVERIFY2(key.startsWith(QStringLiteral("cabinet.")) && key.size() <= 96, qPrintable(key));
            QVERIFY(text.arguments >= 0 && text.arguments <= 16);
            keys.insert(key);
        }
    }

    void aRateLimitLetsSoManyThroughAtOnceAndThenOneAnInterval()
    {
        RateLimit limit;
        RateLimit::Nanoseconds now = 5s;
        for (int i = 0; i < 3; ++i)
            QVERIFY(limit.take(now, 1s, 3));
        QVERIFY(!limit.take(now, 1s, 3));
        QVERIFY(!limit.take(now + 999ms, 1s, 3));
        QVERIFY(limit.take(now + 1s, 1s, 3));
        QVERIFY(!limit.take(now + 1s, 1s, 3));
        now += 1h;
        for (int i = 0; i < 3; ++i)
            QVERIFY(limit.take(now, 1s, 3));
        QVERIFY(!limit.take(now, 1s, 3));
    }
};

QTEST_GUILESS_MAIN(TestCabinetModule)
#include "tst_cabinet_module.moc"
