// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_frame.h"
#include "core/media/libav_ptr.h"

#include <QSize>

namespace opsdeck::media {

/// Decodes one stream's frames: owns one libavcodec decoder (H.264, H.265, MPEG-4 or JPEG, single-threaded: streams
/// run side by side, not slices), opened anew when the codec changes. Not thread-safe; any one thread at a time. Never
/// waits for more input: the picture of a frame comes with that frame. Never crashes on any input and never takes
/// pictures of more than `kMaxPixels`.
///
/// At the start, after `waitForKey()`, after a frame marked `afterLoss` and after a frame it could not decode, it skips
/// to the next key frame. Damage that the decoder could conceal gives a picture, reported as damaged.
class VideoDecoder final
{
public:
    /// The largest picture: 8192×4320.
    static constexpr qint64 kMaxPixels = 8192LL * 4320;
    /// The longest encoded frame, in bytes.
    static constexpr qsizetype kMaxFrameBytes = 16 << 20;

    struct Outcome {
        int pictures = 0;     ///< 0 or 1, seldom more; `picture()` is the newest
        bool damaged = false; ///< a picture has concealed errors
        bool skipped = false; ///< not decoded: a key frame must come first
    };

    VideoDecoder();
    ~VideoDecoder();
    VideoDecoder(const VideoDecoder &) = delete;
    VideoDecoder &operator=(const VideoDecoder &) = delete;

    /// Decodes one frame; frames that are not video are skipped. The codec is what the bytes say; where they are not
    /// decisive, what the frame header says. Errors: UnknownCodec, UndecodableFrame (also: more pixels than the cap),
    /// OutOfMemory; the
    /// next frame may be given after any of them.
    base::Result<Outcome> decode(const EncodedFrame &frame);

    /// The newest picture, valid until the next `decode`, `releasePicture` or `close`; null when there is none.
    const AVFrame *picture() const { return m_hasPicture ? m_picture.get() : nullptr; }
    /// Gives the picture's memory back to the decoder.
    void releasePicture();

    /// Skips everything up to the next key frame.
    void waitForKey() { m_waitingForKey = true; }
    bool isWaitingForKey() const { return m_waitingForKey; }

    /// Frees the decoder and its pictures; the next key frame opens it again.
    void close();

    /// What is being decoded; Unknown before the first key frame.
    VideoCodec codec() const { return m_codec; }
    /// Of the last picture, in pixels; empty before the first.
    QSize size() const { return m_size; }

private:
    base::Result<void> open(VideoCodec codec);
    bool needsFreshStart(const QByteArray &keyFrame);
    base::Result<void> fillPacket(const QByteArray &payload);
    base::Result<Outcome> refuse(const EncodedFrame &frame, int code);

    AvPtr<AVCodecContext> m_context;
    AvPtr<AVPacket> m_packet;
    AvPtr<AVFrame> m_picture;
    AvPtr<AVFrame> m_next;      ///< receiving empties its frame before it fails
    AvPtr<AVBufferRef> m_input; ///< reused for every frame: the decoder wants padding behind its input
    VideoCodec m_codec = VideoCodec::Unknown;
    QSize m_size;
    bool m_hasPicture = false;
    bool m_waitingForKey = true;
    bool m_suspect = false; ///< damaged frames may have left their mark in the decoder
    int m_delay = 0;        ///< pictures that reordering holds back; 0 unless the stream insists
    int m_grownDelay = 0;
};

} // namespace opsdeck::media
