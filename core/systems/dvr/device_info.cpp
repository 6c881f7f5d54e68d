// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/device_info.h"

#include "core/base/hex.h"
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"

#include <QJsonArray>

namespace opsdeck::dvr {

namespace {

// A reply has at most 1 MiB; these caps keep what is shown sane.
constexpr qsizetype kChannelCap = 256;
constexpr qsizetype kPartitionCap = 256;

base::Result<QJsonValue> partOf(const QJsonObject &reply, const QString &name, QJsonValue::Type type)
{
    const QJsonValue part = reply.value(name);
    if (part.type() != type) {
        return base::fail(DvrError::BadReply,
                          QStringLiteral("the answer has no \"%1\" of the right type").arg(name));
    }
    return part;
}

QString textOf(const QJsonObject &object, const char *key)
{
    return base::plainText(object.value(QLatin1String(key)).toString(), 128).trimmed();
}

int numberAt(const QJsonObject &object, const char *key)
{
    return countOf(object.value(QLatin1String(key)));
}

quint64 maskAt(const QJsonObject &object, const char *key)
{
    return quint64(numberOf(object.value(QLatin1String(key))).value_or(0));
}

StoragePartition::Kind kindOf(int driverType)
{
    using Kind = StoragePartition::Kind;
    static constexpr Kind kKinds[] = {Kind::ReadWrite, Kind::ReadOnly, Kind::Events, Kind::Redundant,
                                      Kind::Snapshot};
    return driverType >= 0 && driverType < int(std::size(kKinds)) ? kKinds[driverType] : Kind::Unknown;
}

} // namespace

base::Result<SystemInfo> parseSystemInfo(const QJsonObject &reply)
{
    const auto part = partOf(reply, QStringLiteral("SystemInfo"), QJsonValue::Object);
    if (!part)
        return base::fail(part.error());
    const QJsonObject object = part->toObject();
    SystemInfo info;
    info.serialNo = textOf(object, "SerialNo");
    info.softwareVersion = textOf(object, "SoftWareVersion");
    info.hardware = textOf(object, "HardWare");
    info.hardwareVersion = textOf(object, "HardWareVersion");
    info.deviceModel = textOf(object, "DeviceModel");
    info.buildTime = textOf(object, "BuildTime");
    info.videoInChannels = numberAt(object, "VideoInChannel");
    info.digitalChannels = numberAt(object, "DigChannel");
    info.extraChannels = numberAt(object, "ExtraChannel");
    info.audioInChannels = numberAt(object, "AudioInChannel");
    info.talkInChannels = numberAt(object, "TalkInChannel");
    info.alarmInChannels = numberAt(object, "AlarmInChannel");
    info.alarmOutChannels = numberAt(object, "AlarmOutChannel");
    info.runTime = std::chrono::minutes(numberAt(object, "DeviceRunTime"));
    return info;
}

base::Result<QList<StoragePartition>> parseStorageInfo(const QJsonObject &reply)
{
    const auto part = partOf(reply, QStringLiteral("StorageInfo"), QJsonValue::Array);
    if (!part)
        return base::fail(part.error());
    QList<StoragePartition> partitions;
    for (const QJsonValue &diskValue : part->toArray()) {
        const QJsonObject disk = diskValue.toObject();
        QJsonValue number = disk.value(QLatin1String("PlysicalNo"));
        if (number.isUndefined())
            number = disk.value(QLatin1String("PhysicalNo"));
        for (const QJsonValue &value : disk.value(QLatin1String("Partition")).toArray()) {
            const QJsonObject object = value.toObject();
            StoragePartition partition;
            partition.disk = countOf(number);
            partition.partition = numberAt(object, "LogicSerialNo");
            partition.kind = kindOf(numberAt(object, "DirverType"));
            partition.isCurrent = object.value(QLatin1String("IsCurrent")).toBool();
            partition.totalMiB = numberAt(object, "TotalSpace");
            partition.freeMiB = numberAt(object, "RemainSpace");
            partition.status = numberAt(object, "Status");
            if (partition.totalMiB > 0 && partitions.size() < kPartitionCap)
                partitions.append(partition);
        }
    }
    return partitions;
}

base::Result<WorkState> parseWorkState(const QJsonObject &reply)
{
    const auto part = partOf(reply, QStringLiteral("WorkState"), QJsonValue::Object);
    if (!part)
        return base::fail(part.error());
    const QJsonObject object = part->toObject();
    const QJsonObject alarms = object.value(QLatin1String("AlarmState")).toObject();
    WorkState state;
    state.alarmIn = maskAt(alarms, "AlarmIn");
    state.alarmOut = maskAt(alarms, "AlarmOut");
    state.videoBlind = maskAt(alarms, "VideoBlind");
    state.videoLoss = maskAt(alarms, "VideoLoss");
    state.videoMotion = maskAt(alarms, "VideoMotion");
    for (const QJsonValue &value : object.value(QLatin1String("ChannelState")).toArray()) {
        const QJsonObject channel = value.toObject();
        if (state.channels.size() < kChannelCap)
            state.channels.append(
                {numberAt(channel, "Bitrate"), channel.value(QLatin1String("Record")).toBool()});
    }
    return state;
}

base::Result<OemInfo> parseOemInfo(const QJsonObject &reply)
{
    const auto part = partOf(reply, QStringLiteral("OEMInfo"), QJsonValue::Object);
    if (!part)
        return base::fail(part.error());
    const QJsonObject object = part->toObject();
    const QJsonValue oemId = object.value(QLatin1String("OEMID"));
    const auto number = oemId.isDouble() ? numberOf(oemId) : std::nullopt;
    return OemInfo{textOf(object, "Name"), textOf(object, "Address"), textOf(object, "Telephone"),
                   number ? QString::number(*number) : textOf(object, "OEMID")};
}

base::Result<QStringList> parseChannelTitles(const QJsonObject &reply)
{
    const auto part = partOf(reply, QStringLiteral("ChannelTitle"), QJsonValue::Array);
    if (!part)
        return base::fail(part.error());
    QStringList titles;
    for (const QJsonValue &value : part->toArray()) {
        if (titles.size() < kChannelCap)
            titles.append(base::plainText(value.toString(), 64).trimmed());
    }
    return titles;
}

} // namespace opsdeck::dvr
