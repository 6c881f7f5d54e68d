// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_module.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

constexpr auto kBind = "bind";
constexpr auto kPort = "port";
constexpr auto kAcceptNew = "acceptNew";
constexpr auto kKnownBanksOnly = "knownBanksOnly";
constexpr auto kChecksum = "checksum";
constexpr auto kCabinets = "cabinets";
constexpr auto kSn = "sn";
constexpr auto kName = "name";
constexpr auto kPlace = "place";

constexpr int kDefaultPort = 8992;
constexpr int kMostCabinets = 20'000;
constexpr int kLongestName = 256;

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

/// What is wrong with one entry of "cabinets"; empty = nothing.
QString faultOf(const QJsonValue &entry, QSet<QString> &seen)
{
    if (!entry.isObject())
        return QStringLiteral("must be an object with an \"sn\"");
    const QJsonObject cabinet = entry.toObject();
    const QString sn = at(cabinet, kSn).toString();
    if (!isSerialNumber(sn))
        return QStringLiteral("\"sn\" must be 1 to %1 printable ASCII characters").arg(kLongestSerialNumber);
    if (seen.contains(sn))
        return QStringLiteral("%1 is there twice").arg(sn);
    seen.insert(sn);
    for (const char *key : {kName, kPlace}) {
        const QJsonValue text = at(cabinet, key);
        if (!text.isUndefined() && (!text.isString() || text.toString().size() > kLongestName))
            return QStringLiteral("\"%1\" must be a text of at most %2 characters")
                .arg(QLatin1String(key))
                .arg(kLongestName);
    }
    return {};
}

/// Checks the settings of the cabinets' server in site.json. Stateless.
class CabinetModule final : public site::SystemModule
{
public:
    QString id() const override { return QStringLiteral("cabinet"); }

    QStringList settingKeys() const override
    {
        QStringList keys;
        for (const char *key : {kBind, kPort, kAcceptNew, kKnownBanksOnly, kChecksum, kCabinets})
            keys.append(QString::fromLatin1(key));
        return keys;
    }

    QList<site::SettingsProblem> check(const QJsonObject &settings) const override
    {
        QList<site::SettingsProblem> problems;
        const auto wrong = [&problems](const char *key, const QString &message) {
            problems.append({QString::fromLatin1(key), message});
        };
        const QJsonValue bind = at(settings, kBind);
        if (!bind.isUndefined() && (!bind.isString() || QHostAddress(bind.toString().trimmed()).isNull()))
            wrong(kBind, QStringLiteral("must be an address of this machine, 0.0.0.0 for all of them"));
        const QJsonValue port = at(settings, kPort);
        if (!port.isUndefined() && !isWhole(port, 1, 65535))
            wrong(kPort, QStringLiteral("must be a whole number from 1 to 65535"));
        for (const char *key : {kAcceptNew, kKnownBanksOnly}) {
            const QJsonValue value = at(settings, key);
            if (!value.isUndefined() && !value.isBool())
                wrong(key, QStringLiteral("must be true or false"));
        }
        const QJsonValue checksum = at(settings, kChecksum);
        if (!checksum.isUndefined() && checksum.toString() != QStringLiteral("lenient") &&
            checksum.toString() != QStringLiteral("strict"))
            wrong(kChecksum, QStringLiteral("must be \"lenient\" or \"strict\""));
        checkCabinets(at(settings, kCabinets), wrong);
        return problems;
    }

private:
    template <typename Wrong>
    static void checkCabinets(const QJsonValue &value, const Wrong &wrong)
    {
        if (value.isUndefined())
            return;
        const QJsonArray cabinets = value.toArray();
        if (!value.isArray() || cabinets.size() > kMostCabinets) {
            wrong(kCabinets, QStringLiteral("must be a list of at most %1 cabinets").arg(kMostCabinets));
            return;
        }
        QSet<QString> seen;
        for (qsizetype i = 0; i < cabinets.size(); ++i) {
            const QString fault = faultOf(cabinets[i], seen);
            if (!fault.isEmpty()) {
                // The first is enough: a list that is wrong is mostly wrong all through.
                wrong(kCabinets, QStringLiteral("entry %1: %2").arg(i + 1).arg(fault));
                return;
            }
        }
    }
};

} // namespace

std::unique_ptr<site::SystemModule> makeSystemModule()
{
    return std::make_unique<CabinetModule>();
}

ServerSettings settingsFromSite(const QString &id, const QString &name, const QJsonObject &settings)
{
    ServerSettings server;
    server.id = id;
    server.name = name;
    if (const QJsonValue bind = at(settings, kBind); bind.isString())
        server.bind = QHostAddress(bind.toString().trimmed());
    server.port = quint16(at(settings, kPort).toInt(kDefaultPort));
    server.acceptNew = at(settings, kAcceptNew).toBool();
    server.knownBanksOnly = at(settings, kKnownBanksOnly).toBool();
    server.strictChecksum = at(settings, kChecksum).toString() == QStringLiteral("strict");
    const QJsonArray cabinets = at(settings, kCabinets).toArray();
    for (const QJsonValue &entry : cabinets) {
        const QJsonObject cabinet = entry.toObject();
        store::KnownCabinet known;
        known.sn = at(cabinet, kSn).toString();
        known.name = at(cabinet, kName).toString();
        known.place = at(cabinet, kPlace).toString();
        server.cabinets.append(known);
    }
    return server;
}

} // namespace opsdeck::cabinet
