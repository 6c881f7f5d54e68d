// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_writer.h"
#include "core/media/libav_ptr.h"
#include "core/media/part_file.h"

#include <optional>
#include <vector>

struct AVFormatContext;
struct AVIOContext;
struct AVStream;

namespace opsdeck::media {

/// MP4 and Matroska through libavformat. See ClipWriter.
///
/// Its header must say what tracks there are, and whether there is sound is only known once some came: a file that can
/// hold sound keeps back the first frames until a sound block or `kHeldFrames` video frames were there. Sound that
/// starts later is counted as skipped.
class MuxedClipWriter final : public ClipWriter
{
public:
    static constexpr size_t kHeldFrames = 50;

    /// @param format libavformat's name: "mp4" or "matroska".
    MuxedClipWriter(const QString &path, const char *format, bool takesSound, const ClipOptions &options);
    ~MuxedClipWriter() override;

    base::Result<void> open();
    base::Result<void> write(const EncodedFrame &frame) override;
    base::Result<ClipSummary> finish() override;

private:
    base::Result<void> begin();
    base::Result<void> describeVideo(const EncodedFrame &key, const QByteArray &parameterSets);
    base::Result<void> addSound(const EncodedFrame &block);
    base::Result<void> mux(const EncodedFrame &frame);
    base::Result<void> muxVideo(const EncodedFrame &frame);
    base::Result<void> muxSound(const EncodedFrame &frame);
    base::Result<void> writePacket(AVStream *stream, const EncodedFrame &frame,
                                   std::chrono::microseconds time, std::chrono::microseconds duration);
    bool startsClip(const EncodedFrame &frame);
    base::Result<void> failed(base::Error error);
    base::Error muxError(int code, const QString &doing) const;

    static int writeBytes(void *self, uint8_t *data, int size);
    static int64_t seekTo(void *self, int64_t offset, int whence);

    const char *const m_format;
    const bool m_takesSound;
    const bool m_isFragmented;
    PartFile m_file;
    ClipTimeline m_timeline;
    ClipSummary m_summary;
    std::optional<base::Error> m_error;
    std::optional<base::Error> m_fileError; ///< what the disk said, when libavformat only has a number

    AVFormatContext *m_context = nullptr;
    AVIOContext *m_io = nullptr;
    AVStream *m_video = nullptr;
    AVStream *m_sound = nullptr;
    AvPtr<AVPacket> m_packet;
    AudioCodec m_soundCodec = AudioCodec::Unknown;
    int m_sampleRate = 0;
    std::chrono::microseconds m_nextSound{-1};
    std::vector<EncodedFrame> m_held;
    bool m_started = false;    ///< the first key frame came
    bool m_headerDone = false; ///< tracks are fixed
};

} // namespace opsdeck::media
