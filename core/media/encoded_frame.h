// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>

#include <chrono>

namespace opsdeck::media {

Q_NAMESPACE

enum class VideoCodec { Unknown, Mpeg4, H264, H265, Jpeg };
Q_ENUM_NS(VideoCodec)

enum class AudioCodec { Unknown, G711A, G711U, Pcm8, Pcm16, ImaAdpcm, MsAdpcm, G726, G729 };
Q_ENUM_NS(AudioCodec)

/// One frame as it came from a device, still encoded. A value, cheap to copy (the payload is shared); crosses
/// threads.
struct EncodedFrame {
    enum class Kind { Key, Delta, Audio, Info };

    Kind kind = Kind::Info;
    VideoCodec videoCodec = VideoCodec::Unknown; ///< Key and Delta
    AudioCodec audioCodec = AudioCodec::Unknown; ///< Audio
    int width = 0;                               ///< Key: pixels as the frame header says, 0 = unknown
    int height = 0;
    int framesPerSecond = 0; ///< Key: as the header says, 0 = unknown
    int sampleRate = 0;      ///< Audio: Hz, 0 = unknown
    QDateTime deviceTime;    ///< Key: the device's local time, 1 s resolution; invalid = unknown
    QByteArray payload;      ///< Annex B (video), samples (audio), text or bytes (info); no device framing
    /// When the last byte of the frame had been received, by the Clock's monotonic time; 0 = unknown (a
    /// file).
    std::chrono::nanoseconds receivedAt{0};
    /// Something between this frame and the one before was lost or unreadable: deltas may not decode cleanly.
    bool afterLoss = false;

    bool isVideo() const { return kind == Kind::Key || kind == Kind::Delta; }
};

/// "h264", "h265", "mpeg4", "jpeg", "unknown": the names of JSON and file endings.
const char *codecName(VideoCodec codec);
/// "g711a", "g711u", "pcm8", …, "unknown".
const char *codecName(AudioCodec codec);

} // namespace opsdeck::media

Q_DECLARE_METATYPE(opsdeck::media::EncodedFrame)
