// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/process_meter.h"
#include "ui/kit/stall_meter.h"
#include "ui/shell/main_window.h"

namespace opsdeck::shell {

/// Once a second, on the second: looks at the process (on a worker), sums up the systems' figures, and shows them
/// and the time. GUI thread.
class StripFeed final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    StripFeed(MainWindow &window, base::Clock &clock, kit::StallMeter &stalls, QObject *parent = nullptr);

    void addSystem(const kit::SystemUi &system) { m_systems.append(&system); }
    void setSiteName(const QString &name) { m_figures.siteName = name; }
    void start() { beat(); }

private:
    void beat();
    void show(const kit::ProcessUse &use);

    MainWindow &m_window;
    base::Clock &m_clock;
    kit::StallMeter &m_stalls;
    QList<const kit::SystemUi *> m_systems;
    std::unique_ptr<base::Timer> m_timer;
    kit::CpuShare m_cpu;
    StripFigures m_figures;
};

} // namespace opsdeck::shell
