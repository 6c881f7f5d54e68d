// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <mutex>

namespace opsdeck::media {

/// Sound between a network that brings it in bursts and a loudspeaker that takes it evenly: 16-bit samples of one channel
/// in, the same out, silence where there are none. Thread-safe; neither side waits for the other.
///
/// Playing (again) starts when kAhead is there. What waits is at most kMost: beyond it the oldest is dropped down to
/// kAhead, so that sound is never later than half a second.
class JitterBuffer final
{
public:
    static constexpr std::chrono::milliseconds kAhead{120};
    static constexpr std::chrono::milliseconds kMost{500};

    /// @param sampleRate 1–192000 Hz; another than before empties the buffer.
    void setSampleRate(int sampleRate);
    int sampleRate() const;

    /// Whole samples; half a sample at the end is ignored.
    void push(const QByteArray &samples);
    /// Fills all of `out`, with silence where nothing is ready. @param bytes even.
    void pull(char *out, qint64 bytes);
    void clear();

    std::chrono::milliseconds waiting() const;
    /// How much was dropped because it came too late.
    std::chrono::milliseconds dropped() const;

private:
    qint64 bytesOf(std::chrono::milliseconds time) const { return time.count() * m_sampleRate / 1000 * 2; }
    std::chrono::milliseconds timeOf(qint64 bytes) const;

    mutable std::mutex m_mutex;
    QByteArray m_samples; ///< from m_begin on
    qsizetype m_begin = 0;
    int m_sampleRate = 8000;
    bool m_isPlaying = false;
    qint64 m_droppedBytes = 0;
};

} // namespace opsdeck::media
