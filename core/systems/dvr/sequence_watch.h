// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace opsdeck::dvr {

/// Counts gaps in the packet numbers of one media stream. Devices number as they like (from 0, from 1, not at all), so a gap counts only
/// once the numbers have proved to go up by one.
class SequenceWatch
{
public:
    /// Packets missing in front of the packet with this number.
    quint32 missingBefore(quint32 sequence)
    {
        const quint32 step = sequence - m_last;
        m_last = sequence;
        if (!m_started) {
            m_started = true;
            return 0;
        }
        if (step == 1) {
            m_steady = qMin(m_steady + 1, kProof);
            return 0;
        }
        const bool trusted = m_steady == kProof;
        m_steady = 0;
        // A jump back or very far is a restart of the counter, not a loss.
        return trusted && step > 1 && step < kFarthestGap ? step - 1 : 0;
    }

private:
    static constexpr int kProof = 8;
    static constexpr quint32 kFarthestGap = 1 << 16;
    quint32 m_last = 0;
    int m_steady = 0;
    bool m_started = false;
};

} // namespace opsdeck::dvr
