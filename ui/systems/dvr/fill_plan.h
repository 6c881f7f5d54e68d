// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/channel_ref.h"

#include <QList>

namespace opsdeck::dvr {

struct DeviceChannels {
    QString deviceId;
    int channels = 0; ///< 0 = not known: one tile, so that its state is seen
};

/// Which channels an untouched wall shows: the tiles are shared out among the devices as evenly as their channels
/// allow, each device's channels together and in order. At most `tiles` channels.
QList<ChannelRef> fillPlan(int tiles, const QList<DeviceChannels> &devices);

} // namespace opsdeck::dvr
