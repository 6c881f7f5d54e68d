// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/replay_buffer.h"

#include <algorithm>

namespace opsdeck::media {

ReplayLimits ReplayLimits::bounded() const
{
    return {std::clamp(span, kShortest, kLongest), std::clamp(bytes, kFewestBytes, kMostBytes)};
}

ReplayBuffer::ReplayBuffer(const ReplayLimits &limits)
    : m_limits(limits.bounded())
{
}

void ReplayBuffer::setLimits(const ReplayLimits &limits)
{
    const std::lock_guard lock(m_mutex);
    m_limits = limits.bounded();
}

ReplayLimits ReplayBuffer::limits() const
{
    const std::lock_guard lock(m_mutex);
    return m_limits;
}

qint64 ReplayBuffer::costOf(const EncodedFrame &frame)
{
    return qint64(frame.payload.capacity()) + kFrameOverhead;
}

void ReplayBuffer::push(const EncodedFrame &frame)
{
    const std::lock_guard lock(m_mutex);
    const bool isKey = frame.kind == EncodedFrame::Kind::Key;
    if (frame.kind == EncodedFrame::Kind::Info || (m_frames.empty() && !isKey))
        return;
    if (isKey)
        m_keys.push_back(m_dropped + qint64(m_frames.size()));
    m_bytes += costOf(frame);
    m_frames.push_back(frame);
    cutLocked();
}

void ReplayBuffer::cutLocked()
{
    const auto first = [this](size_t key) -> const EncodedFrame & {
        return m_frames[size_t(m_keys[key] - m_dropped)];
    };
    while (m_keys.size() > 1 && m_frames.back().receivedAt - first(1).receivedAt >= m_limits.span)
        dropFirstGroupLocked();
    while (!m_keys.empty() && m_bytes > m_limits.bytes)
        dropFirstGroupLocked();
}

void ReplayBuffer::dropFirstGroupLocked()
{
    m_keys.pop_front();
    const size_t count = m_keys.empty() ? m_frames.size() : size_t(m_keys.front() - m_dropped);
    for (size_t i = 0; i < count; ++i) {
        m_bytes -= costOf(m_frames.front());
        m_frames.pop_front();
    }
    m_dropped += qint64(count);
}

void ReplayBuffer::clear()
{
    std::deque<EncodedFrame> gone; // freed after the lock
    const std::lock_guard lock(m_mutex);
    gone.swap(m_frames);
    m_keys.clear();
    m_dropped = 0;
    m_bytes = 0;
}

QList<EncodedFrame> ReplayBuffer::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return QList<EncodedFrame>(m_frames.begin(), m_frames.end());
}

QList<EncodedFrame> ReplayBuffer::sinceNewestKey() const
{
    const std::lock_guard lock(m_mutex);
    if (m_keys.empty())
        return {};
    return QList<EncodedFrame>(m_frames.begin() + (m_keys.back() - m_dropped), m_frames.end());
}

qint64 ReplayBuffer::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::chrono::nanoseconds ReplayBuffer::span() const
{
    const std::lock_guard lock(m_mutex);
    return m_frames.empty() ? Nanoseconds(0) : m_frames.back().receivedAt - m_frames.front().receivedAt;
}

} // namespace opsdeck::media
