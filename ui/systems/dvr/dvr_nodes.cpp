// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_nodes.h"

#include "core/base/hex.h"
#include "ui/kit/error_text.h"
#include "ui/kit/time_text.h"

#include <QCoreApplication>

#include <cmath>

namespace opsdeck::dvr {

namespace {

using State = DeviceStatus::State;
using kit::StateMark;

StateMark deviceMark(State state)
{
    switch (state) {
    case State::Online:
        return StateMark::Ok;
    case State::Connecting:
    case State::LoggingIn:
        return StateMark::Working;
    case State::NeedsOperator:
        return StateMark::Attention;
    case State::Waiting:
    case State::Stopped:
        break;
    }
    return StateMark::Off;
}

QString deviceFigure(const DeviceStatus &status, int channels)
{
    switch (status.state) {
    case State::Online:
        return channels > 0 ? QCoreApplication::translate("DvrNodes", "%1 ch").arg(channels) : QString();
    case State::Connecting:
    case State::LoggingIn:
        return QCoreApplication::translate("DvrNodes", "connecting");
    case State::NeedsOperator:
        return status.reason ? dvrErrorText(*status.reason)
                             : QCoreApplication::translate("DvrNodes", "stopped");
    case State::Waiting:
        return QCoreApplication::translate("DvrNodes", "offline");
    case State::Stopped:
        break;
    }
    return QString();
}

QString deviceToolTip(const DeviceSettings &settings, const DeviceStatus &status, int channels,
                      const QDateTime &now)
{
    const QString since = kit::momentText(status.since, now);
    QStringList lines{base::plainText(settings.name),
                      QStringLiteral("%1 · %2").arg(base::plainText(settings.endpoint.toString()),
                                                    base::plainText(settings.userName))};
    if (status.isOnline()) {
        if (!since.isEmpty()) {
            lines << QCoreApplication::translate("DvrNodes", "Online since %1 (%2)")
                         .arg(since, kit::durationText(std::chrono::seconds(status.since.secsTo(now))));
        }
        if (channels > 0) {
            const QString count = QCoreApplication::translate("DvrNodes", "Channels: %1").arg(channels);
            const QString type = base::plainText(status.deviceType, 32);
            lines << (type.isEmpty() ? count : QStringLiteral("%1 · %2").arg(type, count));
        }
    } else if (status.state == State::Waiting || status.state == State::NeedsOperator) {
        if (!since.isEmpty())
            lines << QCoreApplication::translate("DvrNodes", "Offline since %1").arg(since);
        if (status.reason)
            lines << kit::withDeviceCode(dvrErrorText(*status.reason), *status.reason);
        if (status.state == State::NeedsOperator)
            lines << QCoreApplication::translate("DvrNodes", "Does not try again by itself: see its menu");
    }
    if (status.reconnects > 0)
        lines << QCoreApplication::translate("DvrNodes", "Reconnects: %1").arg(status.reconnects);
    return lines.join(QLatin1Char('\n'));
}

void describeChannel(kit::SiteNode &node, const ShownChannel &shown)
{
    node.toolTip = shown.toolTip;
    node.isDim = false;
    switch (shown.kind) {
    case TileState::Kind::Live:
        node.mark = StateMark::Ok;
        if (shown.framesPerSecond > 0)
            node.figure = QString::number(std::lround(shown.framesPerSecond));
        break;
    case TileState::Kind::Stale:
        node.mark = StateMark::Attention;
        node.figure = QCoreApplication::translate("DvrNodes", "stale");
        break;
    case TileState::Kind::Offline:
        node.mark = StateMark::Off;
        node.figure = QCoreApplication::translate("DvrNodes", "offline");
        break;
    case TileState::Kind::Opening:
        node.mark = StateMark::Working;
        break;
    case TileState::Kind::Empty:
        break;
    }
}

} // namespace

int channelCount(const DeviceSettings &settings, const DeviceStatus &status)
{
    return settings.channelCount > 0 ? settings.channelCount : status.channelCount;
}

OperatorHelp helpFor(const DeviceStatus &status)
{
    if (status.state != State::NeedsOperator)
        return OperatorHelp::None;
    return status.reason ? helpFor(*status.reason) : OperatorHelp::TryAgain;
}

kit::SiteNode deviceNode(const DeviceSettings &settings, const DeviceStatus &status,
                         const QHash<ChannelRef, ShownChannel> &shown, const QDateTime &now)
{
    const int channels = channelCount(settings, status);
    kit::SiteNode device;
    device.id = nodeId(settings.id);
    device.deviceId = settings.id;
    device.name = base::plainText(settings.name.isEmpty() ? settings.id : settings.name);
    device.mark = deviceMark(status.state);
    device.figure = deviceFigure(status, channels);
    device.toolTip = deviceToolTip(settings, status, channels, now);
    device.canDrag = channels > 0;
    device.children.reserve(channels);
    for (int i = 0; i < channels; ++i) {
        const ChannelRef ref{settings.id, i};
        kit::SiteNode channel;
        channel.id = nodeId(ref);
        channel.name = channelName(i, status.channelTitles.value(i));
        channel.mark = status.isOnline() ? StateMark::None : StateMark::Off;
        channel.canDrag = true;
        channel.isDim = true;
        if (const auto found = shown.constFind(ref); found != shown.constEnd())
            describeChannel(channel, *found);
        else
            channel.toolTip =
                channel.name + QLatin1Char('\n') + QCoreApplication::translate("DvrNodes", "Not on the wall");
        device.children.append(channel);
    }
    return device;
}

QString stateName(DeviceStatus::State state)
{
    switch (state) {
    case State::Stopped:
        return QStringLiteral("stopped");
    case State::Connecting:
    case State::LoggingIn:
        return QStringLiteral("connecting");
    case State::Online:
        return QStringLiteral("online");
    case State::Waiting:
        return QStringLiteral("offline");
    case State::NeedsOperator:
        return QStringLiteral("needs-operator");
    }
    return QString();
}

QString stateName(TileState::Kind kind)
{
    switch (kind) {
    case TileState::Kind::Empty:
        return QStringLiteral("empty");
    case TileState::Kind::Opening:
        return QStringLiteral("opening");
    case TileState::Kind::Live:
        return QStringLiteral("live");
    case TileState::Kind::Stale:
        return QStringLiteral("stale");
    case TileState::Kind::Offline:
        return QStringLiteral("offline");
    }
    return QString();
}

} // namespace opsdeck::dvr
