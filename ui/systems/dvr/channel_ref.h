// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace opsdeck::dvr {

/// One channel of one device. `channel` counts from 0 (on the screen from 1).
struct ChannelRef {
    QString deviceId;
    int channel = -1;

    bool isNull() const { return channel < 0; }
    friend bool operator==(const ChannelRef &, const ChannelRef &) = default;
};

inline size_t qHash(const ChannelRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.deviceId, ref.channel);
}

/// The ids of our rows in the site tree. Device ids come from the site file and may hold any character.
QString nodeId(const QString &deviceId);
QString nodeId(const ChannelRef &channel);

/// What a tree row stands for: a device (channel -1) or a channel. Empty for rows of other systems and nonsense.
struct NodeTarget {
    QString deviceId;
    int channel = -1;
};
std::optional<NodeTarget> nodeTarget(const QString &nodeId);

} // namespace opsdeck::dvr
