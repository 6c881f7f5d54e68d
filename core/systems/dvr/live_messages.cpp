// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/live_messages.h"

namespace opsdeck::dvr {

namespace {

QString textOf(MonitorAction action)
{
    switch (action) {
    case MonitorAction::Start:
        return QStringLiteral("Start");
    case MonitorAction::Stop:
        return QStringLiteral("Stop");
    case MonitorAction::Claim:
        return QStringLiteral("Claim");
    case MonitorAction::Pause:
        return QStringLiteral("Pause");
    case MonitorAction::Continue:
        return QStringLiteral("Continue");
    case MonitorAction::Request:
        return QStringLiteral("Request");
    }
    Q_UNREACHABLE();
}

QString textOf(StreamKind stream)
{
    return stream == StreamKind::Main ? QStringLiteral("Main") : QStringLiteral("Extra1");
}

} // namespace

QJsonObject monitorBody(MonitorAction action, int channel, StreamKind stream, const QString &sessionId)
{
    const QJsonObject parameter{{QStringLiteral("Channel"), channel},
                                {QStringLiteral("CombinMode"), QStringLiteral("NONE")},
                                {QStringLiteral("StreamType"), textOf(stream)},
                                {QStringLiteral("TransMode"), QStringLiteral("TCP")}};
    return {{QStringLiteral("Name"), QStringLiteral("OPMonitor")},
            {QStringLiteral("OPMonitor"), QJsonObject{{QStringLiteral("Action"), textOf(action)},
                                                      {QStringLiteral("Parameter"), parameter}}},
            {QStringLiteral("SessionID"), sessionId}};
}

} // namespace opsdeck::dvr
