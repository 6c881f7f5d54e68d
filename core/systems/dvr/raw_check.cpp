// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/raw_check.h"

#include "core/systems/dvr/message_ids.h"

#include <QStringList>

#include <initializer_list>
#include <optional>

namespace opsdeck::dvr {

namespace {

struct EnumRow {
    const char *operation; ///< the key of the body's object
    const char *key;       ///< the enum in it
    std::initializer_list<const char *> texts;
    const char *last; ///< what the device makes of a text that it does not know
};

// Protocol page §1, §4.1, §4.2, §4.5, §4.6, §4.9, §4.12, §4.13.
const EnumRow kEnums[] = {
    {"OPMonitor", "Action", {"Start", "Stop", "Claim", "Pause", "Continue", "Request"}, "Request"},
    {"OPPlayBack",
     "Action",
     {"Start", "Stop", "Pause", "Continue", "Locate", "EOF", "Claim", "DownloadStart", "DownloadStop", "Fast",
      "Slow", "Request", "DownooadRequest", "DownloadPause", "DownloadContinue"},
     "DownloadContinue"},
    {"OPTalk", "Action", {"Start", "Stop", "Claim", "Request"}, "Request"},
    {"OPPTZControl",
     "Command",
     {"DirectionUp",
      "DirectionDown",
      "DirectionLeft",
      "DirectionRight",
      "DirectionLeftUp",
      "DirectionLeftDown",
      "DirectionRightUp",
      "DirectionRightDown",
      "ZoomWide",
      "ZoomTile",
      "FocusNear",
      "FocusFar",
      "IrisLarge",
      "IrisSmall",
      "Alarm",
      "LightOn",
      "LightOff",
      "SetPreset",
      "ClearPreset",
      "GotoPreset",
      "AutoPanOn",
      "AutoPanOff",
      "SetLimitLeft",
      "SetLimitRight",
      "AutoScanOn",
      "AutoScanOff",
      "AddTour",
      "DeleteTour",
      "StartTour",
      "StopTour",
      "ClearTour",
      "Position",
      "Aux",
      "Menu",
      "Flip",
      "Reset"},
     "Reset"},
    {"OPMachine", "Action", {"Reboot", "ShutDown"}, "ShutDown"},
    {"OPStorageManager", "Action", {"SetType", "Recover", "Partition", "Clear"}, "Clear"},
    {"OPSystemUpgrade", "Action", {"Start", "Abort"}, "Abort"},
    {"OPLogManager", "Action", {"RemoveAll"}, "RemoveAll"},
    {"OPNetKeyboard", "Status", {"KeyDown", "KeyUp"}, "KeyUp"},
    {"OPTrans", "Action", {"Start", "Stop"}, "Stop"},
};

struct DangerRow {
    const char *operation;
    const char *consequence;
};

const DangerRow kDangers[] = {
    {"OPMachine", "it restarts or shuts down the device"},
    {"OPStorageManager", "it can erase recordings"},
    {"OPDefaultConfig", "it puts settings back to factory defaults"},
    {"OPSystemUpgrade", "it starts or aborts a firmware upgrade"},
    {"OPLogManager", "it erases the device's log"},
};

std::optional<QString> danger(quint16 messageId)
{
    switch (messageId) {
    case id::kConfigSet:
        return QStringLiteral("it changes the device's configuration");
    case id::kUpgradeData:
        return QStringLiteral("it is firmware for the device");
    case id::kConfigImport:
        return QStringLiteral("it replaces the device's configuration");
    case 1476:
    case 1478:
    case 1480:
    case 1482:
    case 1484:
    case 1486:
    case 1488:
        return QStringLiteral("it changes the device's users or groups");
    case 1532:
        return QStringLiteral("it changes the device's network address");
    default:
        return std::nullopt;
    }
}

} // namespace

QString rawDanger(quint16 messageId, const QJsonObject &body)
{
    for (const EnumRow &row : kEnums) {
        const QJsonValue operation = body.value(QLatin1String(row.operation));
        if (!operation.isObject())
            continue;
        const QString text = operation.toObject().value(QLatin1String(row.key)).toString();
        bool isKnown = false;
        for (const char *known : row.texts)
            isKnown = isKnown || text.compare(QLatin1String(known), Qt::CaseInsensitive) == 0;
        if (!isKnown) {
            return QStringLiteral("%1.%2 \"%3\" is not on our list; a device would take it for \"%4\"")
                .arg(QLatin1String(row.operation), QLatin1String(row.key), text, QLatin1String(row.last));
        }
    }
    for (const DangerRow &row : kDangers) {
        if (body.contains(QLatin1String(row.operation)) ||
            body.value(QLatin1String("Name")).toString() == QLatin1String(row.operation))
            return QStringLiteral("%1: %2").arg(QLatin1String(row.operation), QLatin1String(row.consequence));
    }
    if (const auto consequence = danger(messageId))
        return QStringLiteral("message %1: %2").arg(messageId).arg(*consequence);
    return {};
}

} // namespace opsdeck::dvr
