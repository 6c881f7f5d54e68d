// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/raw_clip_writer.h"

#include "core/media/bitstream.h"
#include "core/media/media_error.h"

namespace opsdeck::media {

using base::fail;

RawClipWriter::RawClipWriter(const QString &path, VideoCodec codec, const ClipOptions &options)
    : m_file(path)
    , m_timeline(options.timing)
{
    m_summary.path = path;
    m_summary.codec = codec;
}

base::Result<void> RawClipWriter::write(const EncodedFrame &frame)
{
    if (m_error)
        return fail(*m_error);
    if (frame.kind == EncodedFrame::Kind::Audio)
        ++m_summary.audioSkipped;
    if (!frame.isVideo())
        return {};
    const bool key = frame.kind == EncodedFrame::Kind::Key;
    if (m_summary.videoFrames == 0 && !key) {
        ++m_summary.droppedBeforeKey;
        return {};
    }
    if (key) {
        const VideoCodec sniffed = sniffVideoCodec(frame.payload);
        const VideoCodec codec = sniffed != VideoCodec::Unknown ? sniffed : frame.videoCodec;
        if (codec != m_summary.codec) {
            return failed(
                {MediaError::CodecNotInFile, QStringLiteral("the stream is %1, %2 takes %3 only")
                                                 .arg(QLatin1String(codecName(codec)), m_file.path(),
                                                      QLatin1String(codecName(m_summary.codec)))});
        }
        ++m_summary.keyFrames;
    }
    if (auto written = m_file.write(frame.payload.constData(), frame.payload.size()); !written)
        return failed(written.error());
    m_timeline.next(frame);
    ++m_summary.videoFrames;
    m_summary.bytes += frame.payload.size();
    return {};
}

base::Result<ClipSummary> RawClipWriter::finish()
{
    if (m_error)
        return fail(*m_error);
    if (m_summary.videoFrames == 0)
        return fail(MediaError::NothingWritten,
                    QStringLiteral("no key frame came for %1").arg(m_file.path()));
    if (auto committed = m_file.commit(); !committed)
        return fail(committed.error());
    m_summary.duration = m_timeline.last() + m_timeline.step();
    return m_summary;
}

base::Result<void> RawClipWriter::failed(base::Error error)
{
    if (m_summary.videoFrames > 0)
        m_file.keep();
    m_error = std::move(error);
    return fail(*m_error);
}

} // namespace opsdeck::media
