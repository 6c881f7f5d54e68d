// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/control_desk.h"

#include "core/systems/dvr/message_ids.h"

#include <algorithm>

namespace opsdeck::dvr::sim {

namespace {

constexpr quint16 kTimeSync = 1590;
const QString &timeFormat()
{
    static const QString format = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    return format;
}

bool isText(const QString &text, const char *other)
{
    return text.compare(QLatin1String(other), Qt::CaseInsensitive) == 0;
}

struct Step {
    const char *command;
    int pan;
    int tilt;
    int zoom;
};
constexpr Step kSteps[] = {
    {"DirectionUp", 0, 1, 0},      {"DirectionDown", 0, -1, 0},      {"DirectionLeft", -1, 0, 0},
    {"DirectionRight", 1, 0, 0},   {"DirectionLeftUp", -1, 1, 0},    {"DirectionLeftDown", -1, -1, 0},
    {"DirectionRightUp", 1, 1, 0}, {"DirectionRightDown", 1, -1, 0}, {"ZoomTile", 0, 0, 1},
    {"ZoomWide", 0, 0, -1},
};
// Commands that are taken without an effect that anybody could see.
constexpr const char *kAccepted[] = {
    "FocusNear",   "FocusFar",  "IrisLarge",  "IrisSmall",    "Alarm",         "LightOn",
    "LightOff",    "AutoPanOn", "AutoPanOff", "SetLimitLeft", "SetLimitRight", "AutoScanOn",
    "AutoScanOff", "AddTour",   "DeleteTour", "StartTour",    "StopTour",      "ClearTour",
    "Position",    "Aux",       "Menu",       "Flip",
};

} // namespace

QList<quint16> ControlDesk::messageIds() const
{
    return {id::kSystemManager, id::kTimeQuery, id::kPtz, id::kGuard, id::kUnguard, kTimeSync};
}

Answer ControlDesk::handle(const Request &request)
{
    switch (request.header.messageId) {
    case id::kTimeQuery: {
        const QString name = QStringLiteral("OPTimeQuery");
        return value(request, name, m_device.localTime().toString(timeFormat()));
    }
    case id::kPtz:
        return move(request);
    case id::kGuard:
    case id::kUnguard:
        request.session->isGuarded = request.header.messageId == id::kGuard;
        return ret(request, 100);
    case kTimeSync:
        return setTime(request, request.body.value(QLatin1String("OPTimeSettingNoRTC")).toString(),
                       QString());
    default:
        return manage(request);
    }
}

Answer ControlDesk::setTime(const Request &request, const QString &text, const QString &replyName)
{
    const QDateTime wanted = QDateTime::fromString(text, timeFormat());
    if (!wanted.isValid())
        return ret(request, 117, replyName);
    m_device.timeOffsetSeconds += m_device.localTime().secsTo(wanted);
    return ret(request, 100, replyName);
}

Answer ControlDesk::manage(const Request &request)
{
    const QString name = request.name();
    if (name == QLatin1String("OPTimeSetting"))
        return setTime(request, request.body.value(name).toString(), name);
    if (name == QLatin1String("OPMachine")) {
        const QString action = request.body.value(name).toObject().value(QLatin1String("Action")).toString();
        if (isText(action, "Reboot"))
            m_device.reboot();
        else if (isText(action, "ShutDown") || m_device.quirks.has(Quirk::LastEnumEntry))
            m_device.shutDown();
        else
            return ret(request, 103);
        return ret(request, 100);
    }
    return ret(request, 103);
}

Answer ControlDesk::move(const Request &request)
{
    const QString name = request.name();
    const QJsonObject operation = request.body.value(name).toObject();
    const QJsonObject parameter = operation.value(QLatin1String("Parameter")).toObject();
    QString command = operation.value(QLatin1String("Command")).toString();
    const int channel = parameter.value(QLatin1String("Channel")).toInt(-1);
    // The field: an inner key that is not the Name is confirmed and ignored.
    if (operation.isEmpty())
        return ret(request, 100);
    if (channel < 0 || channel >= m_device.options.channels)
        return ret(request, 103);
    const int preset = parameter.value(QLatin1String("Preset")).toInt();
    const int speed = std::clamp(parameter.value(QLatin1String("Step")).toInt(1), 1, 8);
    Position &position = m_positions[channel];
    for (const Step &step : kSteps) {
        if (!isText(command, step.command))
            continue;
        if (preset != -1) { // -1 is the stop
            position.pan += step.pan * speed;
            position.tilt += step.tilt * speed;
            position.zoom += step.zoom;
        }
        return ret(request, 100);
    }
    const bool isKnown = std::any_of(std::begin(kAccepted), std::end(kAccepted),
                                     [&](const char *known) { return isText(command, known); });
    if (isKnown)
        return ret(request, 100);
    if (isText(command, "SetPreset"))
        m_presets[channel][preset] = position;
    else if (isText(command, "GotoPreset"))
        position = m_presets[channel].value(preset, position);
    else if (isText(command, "ClearPreset"))
        m_presets[channel].remove(preset);
    else if (isText(command, "Reset") || m_device.quirks.has(Quirk::LastEnumEntry))
        position = Position();
    else
        return ret(request, 103);
    return ret(request, 100);
}

} // namespace opsdeck::dvr::sim
