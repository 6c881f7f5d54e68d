// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/info_desk.h"

#include "app/simulator/systems/dvr/device_data.h"
#include "core/systems/dvr/message_ids.h"

#include <QJsonArray>

namespace opsdeck::dvr::sim {

namespace {

constexpr quint16 kRights = 1470;
constexpr quint16 kUsers = 1472;
constexpr quint16 kGroups = 1474;
constexpr quint16 kChannelAbility = 1362;

QString hex32(quint64 number)
{
    return QStringLiteral("0x%1").arg(quint32(number), 8, 16, QLatin1Char('0'));
}

int kilobitsPerSecond(const Encoding &encoding)
{
    qint64 bytes = 0;
    for (const AccessUnit &unit : encoding.units)
        bytes += unit.bytes.size();
    return int(bytes * 8 * encoding.framesPerSecond / encoding.units.size() / 1000);
}

} // namespace

InfoDesk::InfoDesk(Device &device)
    : Desk(device)
    , m_info(deviceData(QStringLiteral("info.json"), device.options.channels))
    // The body of EncodeCapability is ours: no document we have shows one.
    , m_abilities(deviceData(QStringLiteral("abilities.json"), device.options.channels))
{
}

QList<quint16> InfoDesk::messageIds() const
{
    return {id::kSystemInfo, id::kAbilityGet, kChannelAbility, kRights, kUsers, kGroups};
}

Answer InfoDesk::handle(const Request &request)
{
    // The lists of rights, users and groups come without a Name, as in the field.
    const auto list = [&](const char *key, const QJsonArray &rows) {
        QJsonObject body = m_device.reply(QString(), 100, request.sessionId());
        body.remove(QLatin1String("Name"));
        body.insert(QLatin1String(key), rows);
        return Answer::of(body);
    };
    switch (request.header.messageId) {
    case id::kSystemInfo:
        return information(request);
    case kRights:
        return list("AuthorityList", m_device.users.rights());
    case kUsers:
        return list("Users", m_device.users.usersJson());
    case kGroups:
        return list("Groups", m_device.users.groupsJson());
    default:
        return ability(request);
    }
}

Answer InfoDesk::information(const Request &request) const
{
    const QString name = request.name();
    if (name == QLatin1String("SystemInfo"))
        return value(request, name, systemInfo());
    if (name == QLatin1String("StorageInfo"))
        return value(request, name, storageInfo());
    if (name == QLatin1String("WorkState"))
        return value(request, name, workState());
    if (name == QLatin1String("OEMInfo"))
        return value(request, name, m_info.value(name));
    return ret(request, 103);
}

Answer InfoDesk::ability(const Request &request) const
{
    // "MotionArea.[0]" is "MotionArea" of channel 0; all channels are the same here.
    const QString name = request.name();
    const QString plain = name.section(QLatin1String(".["), 0, 0);
    if (!m_abilities.contains(plain))
        return ret(request, 103);
    if (plain == QLatin1String("NetAbility")) {
        QJsonObject network = m_abilities.value(plain).toObject();
        network.insert(QLatin1String("CurTcpNum"), int(m_device.sessions.count()));
        network.insert(QLatin1String("MaxTcpNum"), m_device.connectionLimit());
        return value(request, name, network);
    }
    return value(request, name, m_abilities.value(plain));
}

QJsonObject InfoDesk::systemInfo() const
{
    QJsonObject info = m_info.value(QLatin1String("SystemInfo")).toObject();
    const auto running =
        std::chrono::floor<std::chrono::minutes>(m_device.clock.monotonic() - m_device.bootedAt);
    info.insert(QLatin1String("DeviceRunTime"), hex32(quint64(running.count())));
    info.insert(QLatin1String("VideoInChannel"), m_device.options.channels);
    info.insert(
        QLatin1String("SerialNo"),
        QStringLiteral("%1").arg(0x09d53d5400000000ull + m_device.options.seed, 16, 16, QLatin1Char('0')));
    return info;
}

QJsonValue InfoDesk::storageInfo() const
{
    if (m_device.quirks.has(Quirk::NoDisk))
        return m_info.value(QLatin1String("NoStorage"));
    QJsonArray disks = m_info.value(QLatin1String("StorageInfo")).toArray();
    if (!m_device.quirks.has(Quirk::SpecStorageNames))
        return disks;
    for (auto disk = disks.begin(); disk != disks.end(); ++disk) {
        QJsonObject object = disk->toObject();
        object.insert(QLatin1String("PhysicalNo"), object.take(QLatin1String("PlysicalNo")));
        *disk = object;
    }
    return disks;
}

QJsonObject InfoDesk::workState() const
{
    QJsonArray channels;
    quint64 lost = 0;
    for (int channel = 0; channel < m_device.options.channels; ++channel) {
        const bool isOffline = m_device.isOffline(channel);
        if (isOffline)
            lost |= 1ull << channel;
        channels.append(QJsonObject{
            {QStringLiteral("Bitrate"), isOffline ? 0 : kilobitsPerSecond(m_device.clip(channel).main)},
            {QStringLiteral("Record"), !isOffline}});
    }
    return {{QStringLiteral("AlarmState"),
             QJsonObject{{QStringLiteral("AlarmIn"), hex32(0)},
                         {QStringLiteral("AlarmOut"), hex32(0)},
                         {QStringLiteral("VideoBlind"), hex32(0)},
                         {QStringLiteral("VideoLoss"), hex32(lost)},
                         {QStringLiteral("VideoMotion"), hex32(m_device.motionMask)}}},
            {QStringLiteral("ChannelState"), channels}};
}

} // namespace opsdeck::dvr::sim
