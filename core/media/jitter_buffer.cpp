// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/jitter_buffer.h"

#include <algorithm>
#include <cstring>

namespace opsdeck::media {

namespace {

constexpr int kHighestRate = 192'000;

} // namespace

void JitterBuffer::setSampleRate(int sampleRate)
{
    const std::lock_guard lock(m_mutex);
    sampleRate = std::clamp(sampleRate, 1, kHighestRate);
    if (sampleRate == m_sampleRate)
        return;
    m_sampleRate = sampleRate;
    m_samples.clear();
    m_begin = 0;
    m_isPlaying = false;
}

int JitterBuffer::sampleRate() const
{
    const std::lock_guard lock(m_mutex);
    return m_sampleRate;
}

void JitterBuffer::push(const QByteArray &samples)
{
    const std::lock_guard lock(m_mutex);
    // Room is made from what was played, so that the memory stays what a burst once needed.
    if (m_begin > 0) {
        m_samples.remove(0, m_begin);
        m_begin = 0;
    }
    m_samples.append(samples.constData(), samples.size() / 2 * 2);
    if (m_samples.size() <= bytesOf(kMost))
        return;
    const qsizetype late = m_samples.size() - qsizetype(bytesOf(kAhead));
    m_samples.remove(0, late);
    m_droppedBytes += late;
}

void JitterBuffer::pull(char *out, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    const qint64 ready = m_samples.size() - m_begin;
    const qint64 taken = m_isPlaying || ready >= bytesOf(kAhead) ? std::min(bytes, ready) : 0;
    if (taken > 0)
        std::memcpy(out, m_samples.constData() + m_begin, size_t(taken));
    if (taken < bytes)
        std::memset(out + taken, 0, size_t(bytes - taken));
    m_begin += qsizetype(taken);
    m_isPlaying = taken == bytes;
}

void JitterBuffer::clear()
{
    const std::lock_guard lock(m_mutex);
    m_samples.clear();
    m_begin = 0;
    m_isPlaying = false;
}

std::chrono::milliseconds JitterBuffer::timeOf(qint64 bytes) const
{
    return std::chrono::milliseconds(bytes * 1000 / (qint64(2) * m_sampleRate));
}

std::chrono::milliseconds JitterBuffer::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return timeOf(m_samples.size() - m_begin);
}

std::chrono::milliseconds JitterBuffer::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return timeOf(m_droppedBytes);
}

} // namespace opsdeck::media
