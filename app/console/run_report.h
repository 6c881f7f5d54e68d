// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/process_meter.h"
#include "ui/kit/stall_meter.h"
#include "ui/kit/ui_system_module.h"
#include "ui/shell/launch_options.h"

#include <QPixmap>

namespace opsdeck::console {

/// What one run of the program measured, for `--report` and `--screenshot`. GUI thread.
class RunReport
{
public:
    /// All must outlive this object.
    RunReport(const base::Clock &clock, kit::StallMeter &stalls)
        : m_clock(clock)
        , m_stalls(stalls)
    {
    }

    void addSystem(kit::SystemUi &system) { m_systems.append(&system); }
    /// The first painting is on the screen.
    void notePainted();
    /// Measuring begins anew: the end of the warm-up, or the start.
    void restart();

    QJsonObject toJson() const;
    /// "North lot DVR: online, 200 fps", one line a device.
    QStringList deviceLines() const;
    /// Tiles that have a channel but showed no picture, or no tile at all.
    bool isAnyTileEmpty() const;

private:
    const base::Clock &m_clock;
    kit::StallMeter &m_stalls;
    QList<kit::SystemUi *> m_systems;
    std::optional<std::chrono::milliseconds> m_firstPaint;
    std::chrono::microseconds m_cpuAtStart{0};
    base::Clock::Nanoseconds m_startedAt{0};
};

} // namespace opsdeck::console
