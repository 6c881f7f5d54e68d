// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/fill_plan.h"

#include <algorithm>

namespace opsdeck::dvr {

QList<ChannelRef> fillPlan(int tiles, const QList<DeviceChannels> &devices)
{
    QList<int> shares(devices.size(), 0);
    int left = tiles;
    // One tile a device and round: bounded by the number of tiles.
    for (bool gave = true; gave && left > 0;) {
        gave = false;
        for (qsizetype i = 0; i < devices.size() && left > 0; ++i) {
            if (shares.at(i) >= std::max(1, devices.at(i).channels))
                continue;
            ++shares[i];
            --left;
            gave = true;
        }
    }
    QList<ChannelRef> plan;
    for (qsizetype i = 0; i < devices.size(); ++i) {
        for (int channel = 0; channel < shares.at(i); ++channel)
            plan.append({devices.at(i).deviceId, channel});
    }
    return plan;
}

} // namespace opsdeck::dvr
