// SPDX-License-Identifier: GPL-3.0-or-later
// What a device knows and keeps: information, abilities, settings, users, alarms, camera movement.
#include "tests/simulator/dvr_device_rig.h"
#include "tests/simulator/stranger.h"

#include <QJsonArray>

using namespace opsdeck;
using namespace std::chrono_literals;
using dvr::sim::DvrOptions;
using test::Stranger;

class TestDvrSettings : public QObject, private test::DvrDeviceRig
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup()
    {
        m_client.reset();
        end();
    }

    void tellsWhatItIs();
    void runTimeIsInHexMinutes();
    void tellsAbilities_data();
    void tellsAbilities();
    void readsContainersLeavesAndElements();
    void keepsWhatWasSet();
    void refusesWhatCannotBeSet_data();
    void refusesWhatCannotBeSet();
    void keepsChannelTitles();
    void tcpMaxConnTakesEffect();
    void listsUsersGroupsAndRights();
    void pushesAlarmsToWhoAskedForThem();
    void movesCameras();
    void survivesAReboot();

private:
    void start(const DvrOptions &options = {});
    QJsonObject ask(int messageId, const char *name);
    QByteArray set(const char *name, const char *value) const
    {
        return "{\"Name\":\"" + QByteArray(name) + "\",\"SessionID\":\"" + m_client->sessionText() + "\",\"" +
               name + "\":" + value + "}";
    }

    std::unique_ptr<Stranger> m_client;
};

void TestDvrSettings::start(const DvrOptions &options)
{
    DvrDeviceRig::start(options);
    m_client = std::make_unique<Stranger>(m_device->port());
    QCOMPARE(m_client->login().ret(), 100);
}

QJsonObject TestDvrSettings::ask(int messageId, const char *name)
{
    return m_client->ask(messageId, m_client->named(name)).json();
}

void TestDvrSettings::tellsWhatItIs()
{
    DvrOptions options;
    options.channels = 4;
    start(options);
    const QJsonObject system = ask(1020, "SystemInfo").value(QLatin1String("SystemInfo")).toObject();
    QCOMPARE(system.value(QLatin1String("VideoInChannel")).toInt(), 4);
    for (const char *key : {"SerialNo", "SoftWareVersion", "HardWare", "BuildTime", "DeviceRunTime"})
        QVERIFY2(!system.value(QLatin1String(key)).toString().isEmpty(), key);
    const QJsonArray disks = ask(1020, "StorageInfo").value(QLatin1String("StorageInfo")).toArray();
    QCOMPARE(disks.size(), 1);
    QVERIFY(disks[0].toObject().contains(QLatin1String("PlysicalNo")));
    const QJsonObject work = ask(1020, "WorkState").value(QLatin1String("WorkState")).toObject();
    const QJsonArray channels = work.value(QLatin1String("ChannelState")).toArray();
    QCOMPARE(channels.size(), 4);
    for (const QJsonValue &channel : channels) {
        const int rate = channel[QLatin1String("Bitrate")].toInt();
        QVERIFY2(rate > 200 && rate < 4000, QByteArray::number(rate).constData());
    }
    QVERIFY(ask(1020, "OEMInfo").contains(QLatin1String("OEMInfo")));
}

void TestDvrSettings::runTimeIsInHexMinutes()
{
    DvrOptions options;
    options.aliveIntervalSeconds = 3600;
    start(options);
    m_clock->advance(26min + 30s);
    QCOMPARE(ask(1020, "SystemInfo")[QLatin1String("SystemInfo")][QLatin1String("DeviceRunTime")].toString(),
             QStringLiteral("0x0000001a"));
}

void TestDvrSettings::tellsAbilities_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"SystemFunction", "EncodeCapability", "BlindCapability", "MotionArea",
                             "MotionArea.[0]", "DDNSService", "ComProtocol", "PTZProtocol", "UartProtocol",
                             "TalkAudioFormat", "MultiLanguage", "MultiVstd", "NetAbility"})
        QTest::newRow(name) << QByteArray(name);
}

void TestDvrSettings::tellsAbilities()
{
    QFETCH(QByteArray, name);
    start();
    const QJsonObject reply = ask(1360, name.constData());
    QCOMPARE(reply.value(QLatin1String("Ret")).toInt(), 100);
    QVERIFY(reply.contains(QString::fromLatin1(name)));
}

void TestDvrSettings::readsContainersLeavesAndElements()
{
    start();
    const QJsonObject leaf = ask(1042, "General.General");
    QCOMPARE(leaf.value(QLatin1String("Ret")).toInt(), 100);
    QCOMPARE(leaf[QLatin1String("General.General")][QLatin1String("MachineName")].toString(),
             QStringLiteral("LocalHost"));
    const QJsonObject container = ask(1042, "General").value(QLatin1String("General")).toObject();
    QCOMPARE(container.value(QLatin1String("General")), leaf.value(QLatin1String("General.General")));
    QVERIFY(container.contains(QLatin1String("Location")));
    QCOMPARE(ask(1042, "Detect.MotionDetect").value(QLatin1String("Detect.MotionDetect")).toArray().size(),
             16);
    const QJsonObject element = ask(1042, "Detect.MotionDetect.[15]");
    QCOMPARE(element[QLatin1String("Detect.MotionDetect.[15]")][QLatin1String("Region")].toArray().size(),
             32);
    QCOMPARE(ask(1042, "Record.[0]").value(QLatin1String("Ret")).toInt(), 100);
    for (const char *missing :
         {"Detect.MotionDetect.[16]", "Detect.MotionDetect.[-1]", "Nope", "General.", ""})
        QCOMPARE(ask(1042, missing).value(QLatin1String("Ret")).toInt(), 607);
    QVERIFY(ask(1042, "Nope").value(QLatin1String("Nope")).isNull());
}

void TestDvrSettings::keepsWhatWasSet()
{
    start();
    QCOMPARE(m_client->ask(1040, set("General.General", "{\"MachineName\":\"Gate 7\",\"Odd\":[1,2]}")).ret(),
             100);
    const QJsonObject now = ask(1042, "General.General").value(QLatin1String("General.General")).toObject();
    QCOMPARE(now.value(QLatin1String("MachineName")).toString(), QStringLiteral("Gate 7"));
    QCOMPARE(now.value(QLatin1String("FontSize")).toInt(), 24);              // a sparse set keeps the rest
    QCOMPARE(now.value(QLatin1String("Odd")).toArray(), (QJsonArray{1, 2})); // unknown keys are kept
    QCOMPARE(ask(1044, "General.General")[QLatin1String("General.General")][QLatin1String("MachineName")]
                 .toString(),
             QStringLiteral("LocalHost"));

    QCOMPARE(m_client->ask(1040, set("Detect.MotionDetect.[3]", "{\"Level\":6}")).ret(), 100);
    QCOMPARE(
        ask(1042, "Detect.MotionDetect.[3]")[QLatin1String("Detect.MotionDetect.[3]")][QLatin1String("Level")]
            .toInt(),
        6);
    QCOMPARE(
        ask(1042, "Detect.MotionDetect.[4]")[QLatin1String("Detect.MotionDetect.[4]")][QLatin1String("Level")]
            .toInt(),
        3);

    QCOMPARE(m_client->ask(1040, set("General", "{\"AutoMaintain\":{\"AutoRebootHour\":5}}")).ret(), 100);
    QCOMPARE(
        ask(1042,
            "General.AutoMaintain")[QLatin1String("General.AutoMaintain")][QLatin1String("AutoRebootHour")]
            .toInt(),
        5);
}

void TestDvrSettings::refusesWhatCannotBeSet_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("ret");
    QTest::newRow("unknown") << QByteArray("Nope") << QByteArray("{}") << 607;
    QTest::newRow("another type") << QByteArray("General.General") << QByteArray("[]") << 606;
    QTest::newRow("another type of element") << QByteArray("Record.[0]") << QByteArray("7") << 606;
    QTest::newRow("no such element") << QByteArray("Record.[99]") << QByteArray("{}") << 607;
    QTest::newRow("container with an unknown part")
        << QByteArray("General") << QByteArray("{\"Nope\":{}}") << 607;
    QTest::newRow("container that is no object") << QByteArray("General") << QByteArray("5") << 606;
}

void TestDvrSettings::refusesWhatCannotBeSet()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, ret);
    start();
    QCOMPARE(m_client->ask(1040, set(name.constData(), value.constData())).ret(), ret);
}

void TestDvrSettings::keepsChannelTitles()
{
    start();
    const QJsonArray before = ask(1048, "ChannelTitle").value(QLatin1String("ChannelTitle")).toArray();
    QCOMPARE(before.size(), 16);
    QSet<QString> different;
    for (const QJsonValue &title : before)
        different.insert(title.toString());
    QCOMPARE(different.size(), 16);
    QCOMPARE(m_client->ask(1046, set("ChannelTitle", "[\"Yard\",\"Tor 2 \xC3\xA4\"]")).ret(), 100);
    const QJsonArray after = ask(1048, "ChannelTitle").value(QLatin1String("ChannelTitle")).toArray();
    QCOMPARE(after[0].toString(), QStringLiteral("Yard"));
    QCOMPARE(after[1].toString(), QString::fromUtf8("Tor 2 \xC3\xA4"));
    QCOMPARE(after[2], before[2]);
    QCOMPARE(ask(1042, "AVEnc.VideoWidget.[0]")[QLatin1String("AVEnc.VideoWidget.[0]")]
                                               [QLatin1String("ChannelTitle")][QLatin1String("Name")]
                                                   .toString(),
             QStringLiteral("Yard"));
}

void TestDvrSettings::tcpMaxConnTakesEffect()
{
    start();
    QCOMPARE(
        ask(1042, "NetWork.NetCommon")[QLatin1String("NetWork.NetCommon")][QLatin1String("TCPPort")].toInt(),
        int(m_device->port()));
    QCOMPARE(m_client->ask(1040, set("NetWork.NetCommon", "{\"TCPMaxConn\":1}")).ret(), 100);
    Stranger second(m_device->port());
    QCOMPARE(second.login().ret(), 123);
}

void TestDvrSettings::listsUsersGroupsAndRights()
{
    start();
    const auto users = m_client->ask(1472).json().value(QLatin1String("Users")).toArray();
    QCOMPARE(users.size(), 3);
    QCOMPARE(users[0][QLatin1String("Name")].toString(), QStringLiteral("admin"));
    QCOMPARE(users[0][QLatin1String("Group")].toString(), QStringLiteral("admin"));
    QCOMPARE(users[0][QLatin1String("Password")].toString(), QStringLiteral("tlJwpbo6"));
    QCOMPARE(users[2][QLatin1String("Password")].toString(), QStringLiteral("OxhlwSG8"));
    QCOMPARE(m_client->ask(1474, "{}").json().value(QLatin1String("Groups")).toArray().size(), 2);
    const auto rights = ask(1470, "").value(QLatin1String("AuthorityList")).toArray();
    for (const char *right : {"ShutDown", "Monitor_01", "Monitor_16", "Replay_16"})
        QVERIFY2(rights.contains(QLatin1String(right)), right);
    QVERIFY(!rights.contains(QLatin1String("Monitor_17")));
}

void TestDvrSettings::pushesAlarmsToWhoAskedForThem()
{
    DvrOptions options;
    options.alarmEverySeconds = 2;
    start(options);
    Stranger other(m_device->port());
    other.login();
    QCOMPARE(m_client->ask(1500, QByteArray()).ret(), 100);
    m_clock->advance(2s);
    const auto begin = m_client->receive();
    QVERIFY(begin);
    QCOMPARE(begin->id(), 1504);
    const QJsonObject info = begin->json().value(QLatin1String("AlarmInfo")).toObject();
    QCOMPARE(info.value(QLatin1String("Event")).toString(), QStringLiteral("VideoMotion"));
    QCOMPARE(info.value(QLatin1String("Status")).toString(), QStringLiteral("Start"));
    QCOMPARE(info.value(QLatin1String("Channel")).toInt(), 0);
    QCOMPARE(ask(1020, "WorkState")[QLatin1String("WorkState")][QLatin1String("AlarmState")]
                                   [QLatin1String("VideoMotion")]
                                       .toString(),
             QStringLiteral("0x00000001"));
    m_client->send(1505, "{\"Ret\":100}"); // taken without a word
    m_clock->advance(2s);
    const auto end = m_client->receive();
    QVERIFY(end);
    QCOMPARE(end->json()[QLatin1String("AlarmInfo")][QLatin1String("Status")].toString(),
             QStringLiteral("Stop"));
    QCOMPARE(m_client->ask(1502, QByteArray()).ret(), 100);
    m_clock->advance(10s);
    QVERIFY(!m_client->receive(30));
    QVERIFY(!other.receive(30));
}

void TestDvrSettings::movesCameras()
{
    start();
    const auto ptz = [&](const QByteArray &command, const QByteArray &rest) {
        return m_client->ask(1400, "{\"Name\":\"OPPTZControl\",\"OPPTZControl\":{\"Command\":\"" + command +
                                       "\",\"Parameter\":{" + rest + "}},\"SessionID\":\"" +
                                       m_client->sessionText() + "\"}");
    };
    QCOMPARE(ptz("DirectionLeft", "\"Channel\":0,\"Preset\":65535,\"Step\":5").ret(), 100);
    QCOMPARE(ptz("DirectionLeft", "\"Channel\":0,\"Preset\":-1,\"Step\":5").ret(), 100);
    QCOMPARE(ptz("SetPreset", "\"Channel\":0,\"Preset\":3").ret(), 100);
    QCOMPARE(ptz("GotoPreset", "\"Channel\":0,\"Preset\":3").ret(), 100);
    QCOMPARE(ptz("DirectionLeft", "\"Channel\":16").ret(), 103);
    QCOMPARE(ptz("Explode", "\"Channel\":0").ret(), 103);
    // The field: the inner key is not the Name: confirmed and ignored.
    QCOMPARE(m_client->ask(1400, m_client->named("OPPTZControl")).ret(), 100);
}

void TestDvrSettings::survivesAReboot()
{
    start();
    QCOMPARE(m_client->ask(1046, set("ChannelTitle", "[\"Yard\"]")).ret(), 100);
    m_device->reboot(1s);
    QVERIFY(m_client->waitClosed());
    m_clock->advance(1s);
    m_client = std::make_unique<Stranger>(m_device->port());
    QCOMPARE(m_client->login().ret(), 100);
    QCOMPARE(ask(1048, "ChannelTitle").value(QLatin1String("ChannelTitle")).toArray()[0].toString(),
             QStringLiteral("Yard"));
}

QTEST_GUILESS_MAIN(TestDvrSettings)
#include "tst_dvr_settings.moc"
