// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/device_info.h"

#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace opsdeck;
using namespace opsdeck::dvr;

class TestDeviceInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSystemInfoOfACamera();
    void readsSystemInfoOfTheVendorsDocument();
    void readsStorageWithTheVendorsMisspelling();
    void readsStorageOfTheVendorsDocument();
    void seesThatThereIsNoDisk();
    void readsTheKindOfAPartition_data();
    void readsTheKindOfAPartition();
    void readsWorkStateOfTheVendorsDocument();
    void readsMasksInEveryForm_data();
    void readsMasksInEveryForm();
    void readsWorkStateWithoutChannels();
    void readsOemInfo_data();
    void readsOemInfo();
    void readsChannelTitles();
    void makesEveryTextPlain();
    void boundsLists();
    void refusesAnotherRequestsAnswer_data();
    void refusesAnotherRequestsAnswer();
    void survivesWrongTypesInside_data();
    void survivesWrongTypesInside();
};

namespace {

QJsonObject fixture(const char *name)
{
    QFile file(QStringLiteral(OPSDECK_TEST_DATA "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseBody(file.readAll()).value_or(QJsonObject());
}

QJsonObject fromJson(const QByteArray &json)
{
    return parseBody(json).value_or(QJsonObject());
}

} // namespace

void TestDeviceInfo::readsSystemInfoOfACamera()
{
    const auto info = parseSystemInfo(fixture("1021_system_info_page.json"));
    QVERIFY(info.has_value());
    QCOMPARE(info->serialNo, QStringLiteral("09d53d540f99b818"));
    QCOMPARE(info->softwareVersion, QStringLiteral("V5.00.R02.00030747.10010.349f17.0000000"));
    QCOMPARE(info->hardware, QStringLiteral("XM530_50X50-WG_8M"));
    QCOMPARE(info->hardwareVersion, QStringLiteral("1.01"));
    QCOMPARE(info->deviceModel, QStringLiteral("50X50-WG"));
    QCOMPARE(info->buildTime, QStringLiteral("2020-11-24 16:47:14"));
    QCOMPARE(info->videoInChannels, 1);
    QCOMPARE(info->digitalChannels, 0);
    QCOMPARE(info->audioInChannels, 1);
    QCOMPARE(info->talkInChannels, 1);
    QCOMPARE(info->alarmInChannels, 1);
    QCOMPARE(info->alarmOutChannels, 1);
    QCOMPARE(info->runTime, std::chrono::minutes(0x2054));
}

void TestDeviceInfo::readsSystemInfoOfTheVendorsDocument()
{
    const auto info = parseSystemInfo(fixture("1021_system_info_vendor.json"));
    QVERIFY(info.has_value());
    QCOMPARE(info->softwareVersion, QStringLiteral("JF1.00.R01"));
    QCOMPARE(info->videoInChannels, 8);
    QCOMPARE(info->extraChannels, 1);
    QCOMPARE(info->audioInChannels, 4);
    QCOMPARE(info->alarmInChannels, 8);
    QCOMPARE(info->alarmOutChannels, 2);
    QCOMPARE(info->runTime, std::chrono::minutes(410));
    QVERIFY(info->deviceModel.isEmpty());
}

void TestDeviceInfo::readsStorageWithTheVendorsMisspelling()
{
    const auto partitions = parseStorageInfo(fixture("1021_storage_info_page.json"));
    QVERIFY(partitions.has_value());
    QCOMPARE(partitions->size(), 2);
    const StoragePartition &first = partitions->at(0);
    QCOMPARE(first.disk, 1);
    QCOMPARE(first.partition, 0);
    QVERIFY(first.kind == StoragePartition::Kind::ReadWrite);
    QVERIFY(first.isCurrent);
    QCOMPARE(first.totalMiB, 0x7075);
    QCOMPARE(first.freeMiB, 0x5ce);
    QCOMPARE(first.status, 0);
    const StoragePartition &second = partitions->at(1);
    QCOMPARE(second.partition, 1);
    QVERIFY(second.kind == StoragePartition::Kind::Snapshot);
    QVERIFY(!second.isCurrent);
    QCOMPARE(second.status, 1);
}

void TestDeviceInfo::readsStorageOfTheVendorsDocument()
{
    const auto partitions = parseStorageInfo(fixture("1021_storage_info_vendor.json"));
    QVERIFY(partitions.has_value());
    QCOMPARE(partitions->size(), 1); // the second is all zero
    QCOMPARE(partitions->at(0).disk, 3);
    QCOMPARE(partitions->at(0).totalMiB, 0x746fc);
    QCOMPARE(partitions->at(0).freeMiB, 0x73130);
}

void TestDeviceInfo::seesThatThereIsNoDisk()
{
    const auto partitions = parseStorageInfo(fixture("1021_storage_info_no_disk.json"));
    QVERIFY(partitions.has_value());
    QVERIFY(partitions->isEmpty());
    QVERIFY(parseStorageInfo(fromJson(R"({"StorageInfo":[]})"))->isEmpty());
}

void TestDeviceInfo::readsTheKindOfAPartition_data()
{
    using Kind = StoragePartition::Kind;
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *type, Kind kind) {
        QTest::newRow(type) << QByteArray(type) << int(kind);
    };
    row("0", Kind::ReadWrite);
    row("1", Kind::ReadOnly);
    row("2", Kind::Events);
    row("3", Kind::Redundant);
    row("4", Kind::Snapshot);
    row("5", Kind::Unknown);
    row("2147483647", Kind::Unknown);
    row("\"0x00000002\"", Kind::Events);
}

void TestDeviceInfo::readsTheKindOfAPartition()
{
    QFETCH(QByteArray, type);
    const auto partitions = parseStorageInfo(
        fromJson(R"({"StorageInfo":[{"Partition":[{"TotalSpace":"0x1","DirverType":)" + type + "}]}]}"));
    QCOMPARE(partitions->size(), 1);
    QTEST(int(partitions->at(0).kind), "kind");
}

void TestDeviceInfo::readsWorkStateOfTheVendorsDocument()
{
    const auto state = parseWorkState(fixture("1021_work_state_vendor.json"));
    QVERIFY(state.has_value());
    QCOMPARE(state->alarmIn, 8u);
    QCOMPARE(state->alarmOut, 1u);
    QCOMPARE(state->videoBlind, 0u);
    QCOMPARE(state->videoLoss, 1u);
    QCOMPARE(state->videoMotion, 0u);
    QCOMPARE(state->channels.size(), 3);
    QCOMPARE(state->channels.at(1).kbitPerSecond, 9);
    QVERIFY(state->channels.at(1).recording);
    QVERIFY(!state->channels.at(2).recording);
}

void TestDeviceInfo::readsMasksInEveryForm_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<quint64>("mask");
    QTest::newRow("hex") << QByteArray("\"0x0000000A\"") << quint64(10);
    QTest::newRow("number") << QByteArray("10") << quint64(10);
    QTest::newRow("32 channels") << QByteArray("\"0xFFFFFFFF\"") << quint64(0xffffffff);
    QTest::newRow("channel 63") << QByteArray("\"0x8000000000000000\"") << (quint64(1) << 63);
    QTest::newRow("64 channels") << QByteArray("\"0xFFFFFFFFFFFFFFFF\"") << ~quint64(0);
    QTest::newRow("negative: all of a signed 32") << QByteArray("-1") << ~quint64(0);
    QTest::newRow("word") << QByteArray("\"none\"") << quint64(0);
    QTest::newRow("list") << QByteArray("[1]") << quint64(0);
}

void TestDeviceInfo::readsMasksInEveryForm()
{
    QFETCH(QByteArray, json);
    const auto state =
        parseWorkState(fromJson(R"({"WorkState":{"AlarmState":{"VideoMotion":)" + json + "}}}"));
    QVERIFY(state.has_value());
    QTEST(state->videoMotion, "mask");
}

void TestDeviceInfo::readsWorkStateWithoutChannels()
{
    const auto state =
        parseWorkState(fromJson(R"({"WorkState":{"AlarmState":{"AlarmIn":"0x00000001"}},"Ret":100})"));
    QVERIFY(state.has_value());
    QCOMPARE(state->alarmIn, 1u);
    QVERIFY(state->channels.isEmpty());
    const auto bare = parseWorkState(fromJson(R"({"WorkState":{}})"));
    QVERIFY(bare.has_value());
    QCOMPARE(bare->videoLoss, 0u);
}

void TestDeviceInfo::readsOemInfo_data()
{
    QTest::addColumn<QByteArray>("oemId");
    QTest::addColumn<QString>("expected");
    QTest::newRow("number") << QByteArray("12345") << QStringLiteral("12345");
    QTest::newRow("text") << QByteArray("\"General\"") << QStringLiteral("General");
    QTest::newRow("absurd") << QByteArray("1e300") << QString();
    QTest::newRow("null") << QByteArray("null") << QString();
}

void TestDeviceInfo::readsOemInfo()
{
    QFETCH(QByteArray, oemId);
    const auto info = parseOemInfo(fromJson(
        R"({"OEMInfo":{"Address":"Street 1","Name":"Maker","Telephone":"+86 1","OEMID":)" + oemId + "}}"));
    QVERIFY(info.has_value());
    QCOMPARE(info->name, QStringLiteral("Maker"));
    QCOMPARE(info->address, QStringLiteral("Street 1"));
    QCOMPARE(info->telephone, QStringLiteral("+86 1"));
    QTEST(info->oemId, "expected");
}

void TestDeviceInfo::readsChannelTitles()
{
    const auto titles = parseChannelTitles(
        fromJson("{\"ChannelTitle\":[\"Gate "
                 "\",\"\xc7\xb0\xc3\xc5\",7,null,\"\"],\"Name\":\"ChannelTitle\",\"Ret\":100}"));
    QVERIFY(titles.has_value());
    QCOMPARE(*titles,
             QStringList({QStringLiteral("Gate"), QStringLiteral("前门"), QString(), QString(), QString()}));
}

void TestDeviceInfo::makesEveryTextPlain()
{
    const QByteArray evil = R"("a\u0000b\u001b[31m\u202e..\/..\/etc<b>")";
    const QString plain = QString::fromUtf8("a\xef\xbf\xbd"
                                            "b\xef\xbf\xbd[31m\xef\xbf\xbd../../etc<b>");
    QCOMPARE(parseSystemInfo(fromJson(R"({"SystemInfo":{"SerialNo":)" + evil + "}}"))->serialNo, plain);
    QCOMPARE(parseOemInfo(fromJson(R"({"OEMInfo":{"Name":)" + evil + "}}"))->name, plain);
    QCOMPARE(parseChannelTitles(fromJson(R"({"ChannelTitle":[)" + evil + "]}"))->first(), plain);
    const QByteArray large = '"' + QByteArray(100000, 'x') + '"';
    QVERIFY(parseSystemInfo(fromJson(R"({"SystemInfo":{"HardWare":)" + large + "}}"))->hardware.size() < 200);
    QVERIFY(parseChannelTitles(fromJson(R"({"ChannelTitle":[)" + large + "]}"))->first().size() < 100);
}

void TestDeviceInfo::boundsLists()
{
    QByteArray titles;
    QByteArray channels;
    QByteArray disks;
    for (int i = 0; i < 5000; ++i) {
        titles += "\"x\",";
        channels += "{\"Bitrate\":1},";
        disks += R"({"Partition":[{"TotalSpace":"0x1"},{"TotalSpace":"0x1"}]},)";
    }
    titles.chop(1);
    channels.chop(1);
    disks.chop(1);
    QCOMPARE(parseChannelTitles(fromJson(R"({"ChannelTitle":[)" + titles + "]}"))->size(), 256);
    QCOMPARE(
        parseWorkState(fromJson(R"({"WorkState":{"ChannelState":[)" + channels + "]}}"))->channels.size(),
        256);
    QCOMPARE(parseStorageInfo(fromJson(R"({"StorageInfo":[)" + disks + "]}"))->size(), 256);
}

void TestDeviceInfo::refusesAnotherRequestsAnswer_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("only Ret") << QByteArray(R"({"Name":"","Ret":100})");
    QTest::newRow("another") << QByteArray(R"({"Name":"General.General","General.General":{},"Ret":100})");
    QTest::newRow("null parts") << QByteArray(
        R"({"SystemInfo":null,"StorageInfo":null,"WorkState":null,"OEMInfo":null,"ChannelTitle":null})");
    QTest::newRow("list where an object belongs, and the reverse")
        << QByteArray(R"({"SystemInfo":[],"StorageInfo":{},"WorkState":[],"OEMInfo":[],"ChannelTitle":{}})");
    QTest::newRow("texts") << QByteArray(
        R"({"SystemInfo":"","StorageInfo":"","WorkState":"","OEMInfo":"","ChannelTitle":""})");
}

void TestDeviceInfo::refusesAnotherRequestsAnswer()
{
    QFETCH(QByteArray, json);
    const QJsonObject reply = fromJson(json);
    QVERIFY(!reply.isEmpty());
    QVERIFY(parseSystemInfo(reply).error().is(DvrError::BadReply));
    QVERIFY(parseStorageInfo(reply).error().is(DvrError::BadReply));
    QVERIFY(parseWorkState(reply).error().is(DvrError::BadReply));
    QVERIFY(parseOemInfo(reply).error().is(DvrError::BadReply));
    QVERIFY(parseChannelTitles(reply).error().is(DvrError::BadReply));
    QVERIFY(parseSystemInfo(reply).error().detail().contains(QLatin1String("SystemInfo")));
}

void TestDeviceInfo::survivesWrongTypesInside_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {"null", "true", "\"text\"", "[]", "[[[]]]", "{}", "-1", "1e300", "\"0x\"", "{\"Partition\":7}"})
        QTest::newRow(value) << QByteArray(value);
}

void TestDeviceInfo::survivesWrongTypesInside()
{
    QFETCH(QByteArray, value);
    const auto info =
        parseSystemInfo(fromJson(R"({"SystemInfo":{"SerialNo":)" + value + R"(,"VideoInChannel":)" + value +
                                 R"(,"DeviceRunTime":)" + value + "}}"));
    QVERIFY(info.has_value());
    QVERIFY(info->videoInChannels >= 0);
    QVERIFY(info->runTime.count() >= 0);
    QVERIFY(parseStorageInfo(fromJson(R"({"StorageInfo":[)" + value + "]}"))->isEmpty());
    const auto state = parseWorkState(
        fromJson(R"({"WorkState":{"AlarmState":)" + value + R"(,"ChannelState":[)" + value + "]}}"));
    QCOMPARE(state->channels.size(), 1);
    QVERIFY(state->channels.at(0).kbitPerSecond >= 0);
    QVERIFY(
        parseOemInfo(fromJson(R"({"OEMInfo":{"Name":)" + value + R"(,"OEMID":)" + value + "}}")).has_value());
    QCOMPARE(parseChannelTitles(fromJson(R"({"ChannelTitle":[)" + value + "]}"))->size(), 1);
}

QTEST_GUILESS_MAIN(TestDeviceInfo)
#include "tst_device_info.moc"
