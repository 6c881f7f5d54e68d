// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/user_table.h"

#include "core/systems/dvr/password_hash.h"

#include <QJsonObject>

#include <algorithm>

namespace opsdeck::dvr::sim {

namespace {

constexpr int kTriesBeforeLock = 5;
constexpr std::chrono::minutes kLockTime{30};

constexpr const char *kRights[] = {
    "ShutDown",     "ChannelTitle",  "RecordConfig", "Backup",      "StorageManager", "Account",
    "SysInfo",      "QueryLog",      "DelLog",       "SysUpgrade",  "AutoMaintain",   "GeneralConfig",
    "EncodeConfig", "CommConfig",    "NetConfig",    "AlarmConfig", "VideoConfig",    "PtzConfig",
    "PTZControl",   "DefaultConfig", "Talk_01",      "IPCCamera",   "ImExport",
};

} // namespace

UserTable::UserTable(base::Clock &clock, const QList<UserOption> &users, int channels)
    : m_clock(clock)
    , m_users{{QStringLiteral("admin"), QString(), QStringLiteral("admin"), true},
              {QStringLiteral("guest"), QString(), QStringLiteral("user"), true},
              {QStringLiteral("default"), QStringLiteral("tluafed"), QStringLiteral("user"), true}}
    , m_channels(channels)
{
    for (const UserOption &option : users) {
        const auto known = std::find_if(m_users.begin(), m_users.end(),
                                        [&](const User &user) { return user.name == option.name; });
        if (known != m_users.end())
            known->password = option.password;
        else
            m_users.append({option.name, option.password, QStringLiteral("admin")});
    }
}

int UserTable::check(const QString &name, const QString &encryptType, const QString &credential)
{
    const auto user =
        std::find_if(m_users.begin(), m_users.end(), [&](const User &known) { return known.name == name; });
    if (user == m_users.end() || m_clock.monotonic() < user->lockedUntil)
        return 205;
    bool isRight = false;
    if (encryptType.compare(QLatin1String("MD5"), Qt::CaseInsensitive) == 0)
        isRight = credential.toUtf8() == passwordHash(user->password);
    else if (encryptType.compare(QLatin1String("NONE"), Qt::CaseInsensitive) == 0)
        isRight = credential == user->password;
    else
        return 102;
    if (isRight) {
        user->badTries = 0;
        return 100;
    }
    if (++user->badTries >= kTriesBeforeLock) {
        user->badTries = 0;
        user->lockedUntil = m_clock.monotonic() + kLockTime;
    }
    return 203;
}

QJsonArray UserTable::passwordsJson() const
{
    QJsonArray users;
    for (const User &user : m_users)
        users.append(
            QJsonObject{{QStringLiteral("name"), user.name}, {QStringLiteral("password"), user.password}});
    return users;
}

QJsonArray UserTable::rights() const
{
    QJsonArray rights;
    for (const char *right : kRights)
        rights.append(QLatin1String(right));
    for (const char *kind : {"Monitor", "Replay"}) {
        for (int channel = 1; channel <= m_channels; ++channel)
            rights.append(
                QStringLiteral("%1_%2").arg(QLatin1String(kind)).arg(channel, 2, 10, QLatin1Char('0')));
    }
    return rights;
}

QJsonArray UserTable::usersJson() const
{
    QJsonArray users;
    for (const User &user : m_users) {
        users.append(
            QJsonObject{{QStringLiteral("AuthorityList"), rights()},
                        {QStringLiteral("Group"), user.group},
                        {QStringLiteral("Memo"), QString()},
                        {QStringLiteral("Name"), user.name},
                        {QStringLiteral("Password"), QString::fromLatin1(passwordHash(user.password))},
                        {QStringLiteral("Reserved"), user.isReserved},
                        {QStringLiteral("Sharable"), true}});
    }
    return users;
}

QJsonArray UserTable::groupsJson() const
{
    QJsonArray groups;
    for (const char *name : {"admin", "user"}) {
        groups.append(QJsonObject{{QStringLiteral("AuthorityList"), rights()},
                                  {QStringLiteral("Memo"), QString()},
                                  {QStringLiteral("Name"), QLatin1String(name)}});
    }
    return groups;
}

} // namespace opsdeck::dvr::sim
