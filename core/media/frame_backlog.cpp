// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/frame_backlog.h"

#include <algorithm>

namespace opsdeck::media {

size_t FrameBacklog::push(EncodedFrame frame, Nanoseconds now)
{
    if (frame.kind == EncodedFrame::Kind::Key && m_primed > 0)
        clear();
    m_bytes += frame.payload.size();
    m_frames.push_back({std::move(frame), now});
    if (!isTooMuch())
        return 0;
    size_t dropped = cutToNewestKey();
    if (isTooMuch())
        dropped += clear();
    return dropped;
}

void FrameBacklog::prime(const QList<EncodedFrame> &frames, Nanoseconds now)
{
    clear();
    for (const EncodedFrame &frame : frames) {
        m_bytes += frame.payload.size();
        m_frames.push_back({frame, now});
    }
    m_primed = m_frames.size();
    m_primedBytes = m_bytes;
}

size_t FrameBacklog::dropLate(Nanoseconds now)
{
    if (!isLate(now))
        return 0;
    size_t dropped = cutToNewestKey();
    if (isLate(now))
        dropped += clear();
    return dropped;
}

EncodedFrame FrameBacklog::takeFirst()
{
    EncodedFrame frame = takeFront();
    if (m_lost) {
        frame.afterLoss = true;
        m_lost = false;
    }
    return frame;
}

EncodedFrame FrameBacklog::takeFront()
{
    EncodedFrame frame = std::move(m_frames.front().frame);
    m_frames.pop_front();
    m_bytes -= frame.payload.size();
    if (m_primed > 0) {
        --m_primed;
        m_primedBytes -= frame.payload.size();
    }
    return frame;
}

size_t FrameBacklog::clear()
{
    const size_t dropped = m_frames.size();
    m_frames.clear();
    m_bytes = 0;
    m_primed = 0;
    m_primedBytes = 0;
    m_lost = m_lost || dropped > 0;
    return dropped;
}

size_t FrameBacklog::cutToNewestKey()
{
    const auto newest = std::find_if(m_frames.rbegin(), m_frames.rend(), [](const Entry &entry) {
        return entry.frame.kind == EncodedFrame::Kind::Key;
    });
    if (newest == m_frames.rend())
        return clear();
    size_t dropped = 0;
    for (auto left = std::distance(newest, m_frames.rend()) - 1; left > 0; --left, ++dropped)
        takeFront();
    return dropped;
}

} // namespace opsdeck::media
