// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"
#include "ui/kit/site_node.h"
#include "ui/systems/dvr/tile_text.h"

namespace opsdeck::dvr {

/// What the tree needs to know of a channel that is on the wall.
struct ShownChannel {
    TileState::Kind kind = TileState::Kind::Empty;
    double framesPerSecond = 0;
    QString toolTip;
};

/// How many channels a device has: what the operator fixed, else what the device said; 0 = not known.
int channelCount(const DeviceSettings &settings, const DeviceStatus &status);

/// The row of one DVR with its channels. Pure, but for the translation. @param now UTC.
kit::SiteNode deviceNode(const DeviceSettings &settings, const DeviceStatus &status,
                         const QHash<ChannelRef, ShownChannel> &shown, const QDateTime &now);

/// What can be done about a device that waits for the operator; None for the others.
OperatorHelp helpFor(const DeviceStatus &status);

/// "online", "offline", "connecting", "needs-operator", "stopped": for reports.
QString stateName(DeviceStatus::State state);
QString stateName(TileState::Kind kind);

} // namespace opsdeck::dvr
