// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/dvr_module.h"

#include <QJsonObject>

namespace opsdeck::dvr {

namespace {

constexpr auto kHost = "host";
constexpr auto kPort = "port";
constexpr auto kUser = "user";
constexpr auto kPasswordRef = "passwordRef";
constexpr auto kChannels = "channels";

constexpr int kDefaultPort = 34567;
constexpr int kMostChannels = 256;

QJsonValue at(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key));
}

bool isWhole(const QJsonValue &value, int lowest, int highest)
{
    const double number = value.toDouble(-1);
    // The range comes first: a number past an int's must not be cast to one.
    return value.isDouble() && number >= lowest && number <= highest && number == int(number);
}

/// Checks the settings of one DVR in site.json. Stateless.
class DvrModule final : public site::SystemModule
{
public:
    QString id() const override { return QStringLiteral("dvr"); }

    QStringList settingKeys() const override
    {
        QStringList keys;
        for (const char *key : {kHost, kPort, kUser, kPasswordRef, kChannels})
            keys.append(QString::fromLatin1(key));
        return keys;
    }

    QList<site::SettingsProblem> check(const QJsonObject &settings) const override
    {
        QList<site::SettingsProblem> problems;
        const auto wrong = [&problems](const char *key, const QString &message) {
            problems.append({QString::fromLatin1(key), message});
        };
        const QJsonValue host = at(settings, kHost);
        if (!host.isString() || host.toString().trimmed().isEmpty())
            wrong(kHost, QStringLiteral("must be a host name or address"));
        const QJsonValue port = at(settings, kPort);
        if (!port.isUndefined() && !isWhole(port, 1, 65535))
            wrong(kPort, QStringLiteral("must be a whole number from 1 to 65535"));
        const QJsonValue user = at(settings, kUser);
        if (!user.isString() || user.toString().isEmpty())
            wrong(kUser, QStringLiteral("must be the name of a user of the DVR"));
        const QJsonValue reference = at(settings, kPasswordRef);
        if (!reference.isUndefined() && !reference.isString())
            wrong(kPasswordRef, QStringLiteral("must be the name of a secret in the keychain"));
        const QJsonValue channels = at(settings, kChannels);
        if (!channels.isUndefined() && !isWhole(channels, 1, kMostChannels))
            wrong(kChannels, QStringLiteral("must be a whole number from 1 to %1").arg(kMostChannels));
        return problems;
    }
};

} // namespace

std::unique_ptr<site::SystemModule> makeSystemModule()
{
    return std::make_unique<DvrModule>();
}

DeviceSettings settingsFromSite(const QString &id, const QString &name, const QJsonObject &settings)
{
    DeviceSettings device;
    device.id = id;
    device.name = name;
    device.endpoint = {at(settings, kHost).toString().trimmed(),
                       quint16(at(settings, kPort).toInt(kDefaultPort))};
    device.userName = at(settings, kUser).toString();
    device.channelCount = at(settings, kChannels).toInt(0);
    return device;
}

QString passwordReference(const QJsonObject &settings)
{
    return at(settings, kPasswordRef).toString();
}

} // namespace opsdeck::dvr
