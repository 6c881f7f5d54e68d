// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/strip_feed.h"

#include "core/base/on.h"
#include "core/base/worker.h"

namespace opsdeck::shell {

StripFeed::StripFeed(MainWindow &window, base::Clock &clock, kit::StallMeter &stalls, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
    , m_stalls(stalls)
    , m_timer(clock.makeTimer([this] { beat(); }))
{
}

void StripFeed::beat()
{
    const QDateTime now = m_clock.now();
    // A little after the second: a timer that fires early would show the old one for another second.
    m_timer->start(std::chrono::milliseconds(1000 - now.time().msec() + 5));
    const QDateTime local = now.toLocalTime();
    m_window.showTime(local);
    m_figures.today = local.date();
    // /proc is a file: not in this thread. A global pool, because it is a moment's work of no owner.
    base::runOnWorker(kit::processUse).then(base::on(this, [this](const kit::ProcessUse &use) {
        show(use);
    }));
}

void StripFeed::show(const kit::ProcessUse &use)
{
    m_figures.cpuPercent = m_cpu.look(use.cpu, m_clock.monotonic());
    m_figures.residentBytes = use.residentBytes;
    m_figures.longestStall = m_stalls.longest();
    m_figures.systems = kit::SystemFigures();
    for (const kit::SystemUi *system : std::as_const(m_systems)) {
        const kit::SystemFigures figures = system->figures();
        m_figures.systems.linksUp += figures.linksUp;
        m_figures.systems.linksDown += figures.linksDown;
        m_figures.systems.framesPerSecond += figures.framesPerSecond;
        m_figures.systems.dropped += figures.dropped;
    }
    if (m_figures.systems.framesPerSecond > 0)
        m_stalls.noteActivity();
    m_window.showFigures(m_figures);
}

} // namespace opsdeck::shell
