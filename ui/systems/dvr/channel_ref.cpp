// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/channel_ref.h"

#include <QStringList>
#include <QUrl>

namespace opsdeck::dvr {

namespace {

constexpr int kMaximumChannel = 1023;

} // namespace

QString nodeId(const QString &deviceId)
{
    return QStringLiteral("dvr/") + QString::fromLatin1(QUrl::toPercentEncoding(deviceId));
}

QString nodeId(const ChannelRef &channel)
{
    // Not by arg(): the encoded id holds percent signs.
    return nodeId(channel.deviceId) + QLatin1Char('/') + QString::number(channel.channel);
}

std::optional<NodeTarget> nodeTarget(const QString &nodeId)
{
    const QStringList parts = nodeId.split(QLatin1Char('/'));
    if (parts.size() < 2 || parts.size() > 3 || parts.at(0) != QLatin1String("dvr") || parts.at(1).isEmpty())
        return std::nullopt;
    NodeTarget target{QUrl::fromPercentEncoding(parts.at(1).toLatin1()), -1};
    if (parts.size() == 3) {
        bool isNumber = false;
        target.channel = parts.at(2).toInt(&isNumber);
        if (!isNumber || target.channel < 0 || target.channel > kMaximumChannel)
            return std::nullopt;
    }
    return target;
}

} // namespace opsdeck::dvr
