// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_module.h"

#include <QJsonDocument>
#include <QTest>

using namespace opsdeck;

class TestDvrModule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAmongTheModulesOfThisBuild();
    void namesItsSettings();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void readsGoodSettings();
    void fillsInWhatIsLeftOut();
};

namespace {

QJsonObject fromJson(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestDvrModule::isAmongTheModulesOfThisBuild()
{
    QStringList ids;
    for (const auto &module : site::allModules())
        ids.append(module->id());
    QCOMPARE(ids.count(QStringLiteral("dvr")), 1);
}

void TestDvrModule::namesItsSettings()
{
    const QStringList keys{QStringLiteral("host"), QStringLiteral("port"), QStringLiteral("user"),
                           QStringLiteral("passwordRef"), QStringLiteral("channels")};
    QCOMPARE(dvr::makeSystemModule()->settingKeys(), keys);
}

void TestDvrModule::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const char *name, const char *json, const QStringList &keys) {
        QTest::newRow(name) << QByteArray(json) << keys;
    };
    const auto host = QStringLiteral("host");
    const auto port = QStringLiteral("port");
    const auto user = QStringLiteral("user");
    const auto reference = QStringLiteral("passwordRef");
    const auto channels = QStringLiteral("channels");
    row("least", R"({"host":"10.0.0.1","user":"admin"})", {});
    row("all", R"({"host":"dvr.local","port":34567,"user":"admin","passwordRef":"dvr-north","channels":16})",
        {});
    row("unknown keys are kept", R"({"host":"h","user":"u","colour":"red"})", {});
    row("ipv6", R"({"host":"fe80::1","user":"u"})", {});
    row("edges", R"({"host":"h","user":"u","port":1,"channels":1})", {});
    row("other edges", R"({"host":"h","user":"u","port":65535,"channels":256})", {});
    row("port as 34567.0", R"({"host":"h","user":"u","port":34567.0})", {});
    row("nothing", "{}", {host, user});
    row("blank host", R"({"host":"  ","user":"u"})", {host});
    row("host is a number", R"({"host":10,"user":"u"})", {host});
    row("empty user", R"({"host":"h","user":""})", {user});
    row("user is null", R"({"host":"h","user":null})", {user});
    row("port 0", R"({"host":"h","user":"u","port":0})", {port});
    row("port 65536", R"({"host":"h","user":"u","port":65536})", {port});
    row("port negative", R"({"host":"h","user":"u","port":-1})", {port});
    row("port with a fraction", R"({"host":"h","user":"u","port":34567.5})", {port});
    row("port as text", R"({"host":"h","user":"u","port":"34567"})", {port});
    row("port null", R"({"host":"h","user":"u","port":null})", {port});
    row("port absurd", R"({"host":"h","user":"u","port":1e300})", {port});
    row("port beyond 32 bits", R"({"host":"h","user":"u","port":4294967297})", {port});
    row("port very negative", R"({"host":"h","user":"u","port":-1e300})", {port});
    row("reference is a number", R"({"host":"h","user":"u","passwordRef":1})", {reference});
    row("channels 0", R"({"host":"h","user":"u","channels":0})", {channels});
    row("channels 257", R"({"host":"h","user":"u","channels":257})", {channels});
    row("channels absurd", R"({"host":"h","user":"u","channels":1e99})", {channels});
    row("everything", R"({"host":[],"port":{},"user":1,"passwordRef":false,"channels":"x"})",
        {host, port, user, reference, channels});
}

void TestDvrModule::findsWhatIsWrong()
{
    QFETCH(QByteArray, settings);
    QStringList keys;
    for (const site::SettingsProblem &problem : dvr::makeSystemModule()->check(fromJson(settings))) {
        keys.append(problem.key);
        QVERIFY(problem.message.startsWith(QLatin1String("must be ")));
    }
    QTEST(keys, "keys");
}

void TestDvrModule::readsGoodSettings()
{
    const QJsonObject settings = fromJson(
        R"({"host":" dvr.local ","port":40000,"user":"operator","passwordRef":"north","channels":8})");
    const auto device = dvr::settingsFromSite(QStringLiteral("n"), QStringLiteral("North gate"), settings);
    QCOMPARE(device.id, QStringLiteral("n"));
    QCOMPARE(device.name, QStringLiteral("North gate"));
    QCOMPARE(device.endpoint.host, QStringLiteral("dvr.local"));
    QCOMPARE(int(device.endpoint.port), 40000);
    QCOMPARE(device.userName, QStringLiteral("operator"));
    QCOMPARE(device.channelCount, 8);
    QVERIFY(device.password.isEmpty());
    QCOMPARE(dvr::passwordReference(settings), QStringLiteral("north"));
}

void TestDvrModule::fillsInWhatIsLeftOut()
{
    const QJsonObject settings = fromJson(R"({"host":"h","user":"u"})");
    const auto device = dvr::settingsFromSite(QStringLiteral("n"), QString(), settings);
    QCOMPARE(int(device.endpoint.port), 34567);
    QCOMPARE(device.channelCount, 0);
    QVERIFY(dvr::passwordReference(settings).isEmpty());
}

QTEST_GUILESS_MAIN(TestDvrModule)
#include "tst_dvr_module.moc"
