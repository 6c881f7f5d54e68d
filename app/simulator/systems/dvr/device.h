// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/kit/fault_menu.h"
#include "app/simulator/systems/dvr/clip_library.h"
#include "app/simulator/systems/dvr/config_store.h"
#include "app/simulator/systems/dvr/counters.h"
#include "app/simulator/systems/dvr/dvr_options.h"
#include "app/simulator/systems/dvr/quirks.h"
#include "app/simulator/systems/dvr/session_table.h"
#include "app/simulator/systems/dvr/user_table.h"

#include <functional>

namespace opsdeck::dvr::sim {

/// The state of one simulated DVR that its parts share. One thread. Survives a reboot but for the sessions.
struct Device {
    Device(const DvrOptions &deviceOptions, base::Clock &deviceClock,
           std::shared_ptr<const ClipLibrary> clips, simulator::FaultMenu faultMenu, Quirks deviceQuirks);

    const DvrOptions options;
    base::Clock &clock;
    const std::shared_ptr<const ClipLibrary> library;
    simulator::FaultMenu faults;
    const Quirks quirks;
    Counters counters;
    QRandomGenerator chance; ///< of faults
    UserTable users;
    SessionTable sessions;
    ConfigStore config;
    base::Clock::Nanoseconds bootedAt;
    qint64 timeOffsetSeconds = 0; ///< set by OPTimeSetting
    quint64 motionMask = 0;       ///< channels with an alarm that has started and not stopped

    /// Set by the owner.
    std::function<void()> reboot;
    std::function<void()> shutDown;

    const Clip &clip(int channel) const;
    bool isOffline(int channel) const;
    QDateTime localTime() const;
    int connectionLimit() const; ///< TCPMaxConn as configured
    /// {"Name":name,"Ret":ret,"SessionID":…}
    QJsonObject reply(const QString &name, int ret, quint32 sessionId) const;
};

} // namespace opsdeck::dvr::sim
