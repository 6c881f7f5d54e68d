// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_settings.h"

#include "core/base/hex.h"
#include "core/store/journal.h"
#include "core/store/settings_store.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace opsdeck::events {

namespace {

constexpr int kLongestName = 64;
constexpr int kMostDays = 3650;

/// Of lupdate's context opsdeck::events::EventSettings.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::events::EventSettings)
};

QString retentionKey()
{
    return QStringLiteral("events.retentionDays");
}

QString operatorKey()
{
    return QStringLiteral("events.operatorName");
}

QString pageTitle()
{
    return Texts::tr("Events");
}

kit::SettingRow row(const QString &key, kit::SettingRow::Kind kind, const QJsonValue &fallback)
{
    kit::SettingRow row;
    row.key = key;
    row.page = QStringLiteral("events");
    row.pageTitle = pageTitle;
    row.kind = kind;
    row.fallback = fallback;
    return row;
}

} // namespace

QList<kit::SettingRow> EventSettings::rows()
{
    kit::SettingRow retention =
        row(retentionKey(), kit::SettingRow::Kind::Number, store::Journal::kDefaultRetentionDays);
    retention.label = [] { return Texts::tr("Events are kept for"); };
    retention.hint = [] { return Texts::tr("Older ones are deleted; 0 keeps all of them"); };
    retention.maximum = kMostDays;
    retention.unit = [] { return Texts::tr("days"); };
    kit::SettingRow name = row(operatorKey(), kit::SettingRow::Kind::Text, QString());
    name.label = [] { return Texts::tr("Operator's name"); };
    name.hint = [] { return Texts::tr("Who acknowledges and acts, in events"); };
    name.maximum = kLongestName;
    name.emptyText = [] { return defaultOperatorName(); };
    return {retention, name};
}

EventSettings EventSettings::read(const store::SettingsStore &settings)
{
    EventSettings read;
    const QList<kit::SettingRow> all = rows();
    for (const kit::SettingRow &row : all) {
        const QJsonValue value = kit::settingValue(settings, row);
        if (row.key == retentionKey())
            read.retentionDays = value.toInt();
        else
            read.operatorName = base::plainText(value.toString().trimmed(), kLongestName);
    }
    if (read.operatorName.isEmpty())
        read.operatorName = defaultOperatorName();
    return read;
}

bool EventSettings::isRetention(const QString &key)
{
    return key == retentionKey();
}

QString EventSettings::defaultOperatorName()
{
    QString user;
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        if (user.isEmpty())
            user = qEnvironmentVariable(name);
    }
    if (user.isEmpty())
        user = QStringLiteral("operator");
    const QString host = QSysInfo::machineHostName().section(QLatin1Char('.'), 0, 0);
    const QString both = host.isEmpty() ? user : QStringLiteral("%1@").arg(user) + host;
    return base::plainText(both, kLongestName);
}

} // namespace opsdeck::events
