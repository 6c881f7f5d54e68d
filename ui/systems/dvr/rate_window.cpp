// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/rate_window.h"

namespace opsdeck::dvr {

void RateWindow::look(quint64 frames, quint64 bytes, base::Clock::Nanoseconds at)
{
    m_samples.push_back({frames, bytes, at});
    if (m_samples.size() > kSamples)
        m_samples.pop_front();
}

void RateWindow::restart()
{
    m_framesBefore = framesPerSecond();
    m_kilobitsBefore = kilobitsPerSecond();
    m_samples.clear();
}

double RateWindow::perSecond(quint64 Sample::*what) const
{
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const double seconds = double((last.at - first.at).count()) / 1e9;
    return seconds > 0 && last.*what >= first.*what ? double(last.*what - first.*what) / seconds : 0;
}

double RateWindow::framesPerSecond() const
{
    return m_samples.size() < 2 ? m_framesBefore : perSecond(&Sample::frames);
}

double RateWindow::kilobitsPerSecond() const
{
    return m_samples.size() < 2 ? m_kilobitsBefore : perSecond(&Sample::bytes) * 8 / 1000;
}

} // namespace opsdeck::dvr
