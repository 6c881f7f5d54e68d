// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/muxed_clip_writer.h"

#include "core/media/bitstream.h"
#include "core/media/media_error.h"
#include "core/media/video_decoder.h"

extern "C" {
#include <libavformat/avformat.h>
}

#include <cstring>

namespace opsdeck::media {

using base::fail;
using std::chrono::microseconds;

namespace {

constexpr int kIoBufferBytes = 64 * 1024;
constexpr AVRational kMicroseconds{1, 1'000'000};
/// Sound and picture may be this far apart before the sound is moved (forwards only).
constexpr std::chrono::milliseconds kSoundGap{500};

AVCodecID soundCodecId(AudioCodec codec)
{
    switch (codec) {
    case AudioCodec::G711A:
        return AV_CODEC_ID_PCM_ALAW;
    case AudioCodec::G711U:
        return AV_CODEC_ID_PCM_MULAW;
    default:
        return AV_CODEC_ID_NONE;
    }
}

int sampleRateOf(const EncodedFrame &block)
{
    return block.sampleRate > 0 ? block.sampleRate : 8000;
}

VideoCodec codecOf(const EncodedFrame &key)
{
    const VideoCodec sniffed = sniffVideoCodec(key.payload);
    return sniffed != VideoCodec::Unknown ? sniffed : key.videoCodec;
}

bool setExtradata(AVCodecParameters *parameters, const QByteArray &sets)
{
    if (sets.isEmpty())
        return true;
    const auto size = static_cast<size_t>(sets.size());
    parameters->extradata = static_cast<uint8_t *>(av_mallocz(size + AV_INPUT_BUFFER_PADDING_SIZE));
    if (!parameters->extradata)
        return false;
    std::memcpy(parameters->extradata, sets.constData(), size);
    parameters->extradata_size = static_cast<int>(sets.size());
    return true;
}

} // namespace

MuxedClipWriter::MuxedClipWriter(const QString &path, const char *format, bool takesSound,
                                 const ClipOptions &options)
    : m_format(format)
    , m_takesSound(takesSound)
    , m_isFragmented(options.isCutSafe && qstrcmp(format, "mp4") == 0)
    , m_file(path)
    , m_timeline(options.timing)
    , m_packet(av_packet_alloc())
{
    routeLibavLog();
    m_summary.path = path;
}

MuxedClipWriter::~MuxedClipWriter()
{
    avformat_free_context(m_context);
    if (m_io) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
}

base::Result<void> MuxedClipWriter::open()
{
    if (auto opened = m_file.open(); !opened)
        return opened;
    avformat_alloc_output_context2(&m_context, nullptr, m_format, nullptr);
    auto *const buffer = static_cast<uint8_t *>(av_malloc(kIoBufferBytes));
    if (buffer)
        m_io = avio_alloc_context(buffer, kIoBufferBytes, 1, this, nullptr, &writeBytes, &seekTo);
    if (!m_context || !m_io || !m_packet)
        return fail(MediaError::OutOfMemory,
                    QStringLiteral("cannot set up a %1 file").arg(QLatin1String(m_format)));
    m_context->pb = m_io;
    m_context->flags |= AVFMT_FLAG_BITEXACT; // no library version in the customer's evidence
    return {};
}

int MuxedClipWriter::writeBytes(void *self, uint8_t *data, int size)
{
    auto *const writer = static_cast<MuxedClipWriter *>(self);
    if (auto written = writer->m_file.write(reinterpret_cast<const char *>(data), size); !written) {
        if (!writer->m_fileError)
            writer->m_fileError = written.error();
        return AVERROR(EIO);
    }
    return size;
}

int64_t MuxedClipWriter::seekTo(void *self, int64_t offset, int whence)
{
    auto *const writer = static_cast<MuxedClipWriter *>(self);
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return writer->m_file.size();
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += writer->m_file.position();
        break;
    case SEEK_END:
        offset += writer->m_file.size();
        break;
    default:
        return AVERROR(EINVAL);
    }
    return writer->m_file.seek(offset) ? offset : AVERROR(EIO);
}

base::Result<void> MuxedClipWriter::write(const EncodedFrame &frame)
{
    if (m_error)
        return fail(*m_error);
    if (frame.kind == EncodedFrame::Kind::Info)
        return {};
    if (frame.kind == EncodedFrame::Kind::Audio &&
        (!m_takesSound || !m_started || soundCodecId(frame.audioCodec) == AV_CODEC_ID_NONE)) {
        ++m_summary.audioSkipped;
        return {};
    }
    if (!m_started && !startsClip(frame)) {
        if (!m_error) {
            ++m_summary.droppedBeforeKey;
            return {};
        }
        return fail(*m_error);
    }
    if (m_headerDone)
        return mux(frame);
    m_held.push_back(frame);
    if (m_takesSound && frame.isVideo() && m_held.size() < kHeldFrames)
        return {};
    return begin();
}

/// Whether the clip can begin with this frame; if so, its codec and size are known afterwards.
bool MuxedClipWriter::startsClip(const EncodedFrame &frame)
{
    if (frame.kind != EncodedFrame::Kind::Key)
        return false;
    m_summary.codec = codecOf(frame);
    const QByteArray sets = parameterSets(m_summary.codec, frame.payload);
    if (sets.isEmpty() && m_summary.codec != VideoCodec::Jpeg)
        return false;
    if (auto described = describeVideo(frame, sets); !described)
        return false;
    m_started = m_video != nullptr;
    return m_started;
}

base::Result<void> MuxedClipWriter::describeVideo(const EncodedFrame &key, const QByteArray &sets)
{
    // The frame header counts in blocks of eight pixels; the decoder knows exactly.
    VideoDecoder decoder;
    const auto outcome = decoder.decode(key);
    m_summary.size = outcome && outcome->pictures > 0 ? decoder.size() : QSize(key.width, key.height);
    if (m_summary.size.isEmpty())
        return {};
    if (avformat_query_codec(m_context->oformat, libavCodecId(m_summary.codec), FF_COMPLIANCE_NORMAL) != 1) {
        return failed(
            {MediaError::CodecNotInFile, QStringLiteral("%1 cannot hold %2")
                                             .arg(m_file.path(), QLatin1String(codecName(m_summary.codec)))});
    }
    AVStream *const stream = avformat_new_stream(m_context, nullptr);
    if (!stream || !setExtradata(stream->codecpar, sets))
        return failed({MediaError::OutOfMemory, QStringLiteral("cannot add a track")});
    stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
    stream->codecpar->codec_id = libavCodecId(m_summary.codec);
    stream->codecpar->width = m_summary.size.width();
    stream->codecpar->height = m_summary.size.height();
    if (const AVFrame *const picture = decoder.picture()) {
        stream->codecpar->format = picture->format;
        stream->codecpar->sample_aspect_ratio = stream->sample_aspect_ratio = picture->sample_aspect_ratio;
    }
    stream->time_base = {1, 90'000};
    if (key.framesPerSecond > 0)
        stream->avg_frame_rate = {key.framesPerSecond, 1};
    m_video = stream;
    return {};
}

base::Result<void> MuxedClipWriter::addSound(const EncodedFrame &block)
{
    AVStream *const stream = avformat_new_stream(m_context, nullptr);
    if (!stream)
        return failed({MediaError::OutOfMemory, QStringLiteral("cannot add a track")});
    m_soundCodec = block.audioCodec;
    m_sampleRate = sampleRateOf(block);
    stream->codecpar->codec_type = AVMEDIA_TYPE_AUDIO;
    stream->codecpar->codec_id = soundCodecId(block.audioCodec);
    stream->codecpar->sample_rate = m_sampleRate;
    stream->codecpar->ch_layout = AV_CHANNEL_LAYOUT_MONO;
    stream->codecpar->bits_per_coded_sample = 8;
    stream->codecpar->block_align = 1;
    stream->time_base = {1, m_sampleRate};
    m_sound = stream;
    return {};
}

base::Result<void> MuxedClipWriter::begin()
{
    for (const EncodedFrame &frame : m_held) {
        if (frame.kind == EncodedFrame::Kind::Audio && !m_sound) {
            if (auto added = addSound(frame); !added)
                return added;
        }
    }
    AVDictionary *how = nullptr;
    if (m_isFragmented) {
        // A fragment begins at a key frame, but not for each one a second has, and not later than a slow disk can bear.
        av_dict_set(&how, "movflags", "frag_keyframe+empty_moov+default_base_moof", 0);
        av_dict_set(&how, "min_frag_duration", "1000000", 0);
        av_dict_set(&how, "frag_duration", "5000000", 0);
    }
    const int code = avformat_write_header(m_context, &how);
    av_dict_free(&how);
    if (code < 0)
        return failed(muxError(code, QStringLiteral("begin")));
    m_headerDone = true;
    const auto held = std::exchange(m_held, {});
    for (const EncodedFrame &frame : held) {
        if (auto written = mux(frame); !written)
            return written;
    }
    return {};
}

base::Result<void> MuxedClipWriter::mux(const EncodedFrame &frame)
{
    return frame.isVideo() ? muxVideo(frame) : muxSound(frame);
}

base::Result<void> MuxedClipWriter::muxVideo(const EncodedFrame &frame)
{
    const bool key = frame.kind == EncodedFrame::Kind::Key;
    if (key && codecOf(frame) != m_summary.codec) {
        return failed({MediaError::CodecNotInFile, QStringLiteral("the stream changed from %1 to %2")
                                                       .arg(QLatin1String(codecName(m_summary.codec)),
                                                            QLatin1String(codecName(codecOf(frame))))});
    }
    const microseconds time = m_timeline.next(frame);
    ++m_summary.videoFrames;
    m_summary.keyFrames += key ? 1 : 0;
    return writePacket(m_video, frame, time, m_timeline.step());
}

base::Result<void> MuxedClipWriter::muxSound(const EncodedFrame &frame)
{
    if (!m_sound || frame.audioCodec != m_soundCodec || sampleRateOf(frame) != m_sampleRate ||
        frame.payload.isEmpty()) {
        ++m_summary.audioSkipped;
        return {};
    }
    // Sound runs by its own samples; only a gap in the stream moves it to where the picture is.
    if (m_nextSound.count() < 0 || m_timeline.last() - m_nextSound > kSoundGap)
        m_nextSound = m_timeline.last();
    const microseconds duration(frame.payload.size() * 1'000'000 / m_sampleRate);
    const microseconds time = std::exchange(m_nextSound, m_nextSound + duration);
    ++m_summary.audioFrames;
    return writePacket(m_sound, frame, time, duration);
}

base::Result<void> MuxedClipWriter::writePacket(AVStream *stream, const EncodedFrame &frame,
                                                microseconds time, microseconds duration)
{
    if (av_new_packet(m_packet.get(), static_cast<int>(frame.payload.size())) < 0)
        return failed({MediaError::OutOfMemory, QStringLiteral("no memory for a frame")});
    std::memcpy(m_packet->data, frame.payload.constData(), static_cast<size_t>(frame.payload.size()));
    m_packet->stream_index = stream->index;
    m_packet->pts = m_packet->dts = av_rescale_q(time.count(), kMicroseconds, stream->time_base);
    m_packet->duration = av_rescale_q(duration.count(), kMicroseconds, stream->time_base);
    if (frame.kind != EncodedFrame::Kind::Delta)
        m_packet->flags |= AV_PKT_FLAG_KEY;
    const int code = av_interleaved_write_frame(m_context, m_packet.get());
    av_packet_unref(m_packet.get());
    if (code < 0 || m_fileError)
        return failed(muxError(code, QStringLiteral("write")));
    return {};
}

base::Result<ClipSummary> MuxedClipWriter::finish()
{
    if (m_error)
        return fail(*m_error);
    if (!m_started)
        return fail(MediaError::NothingWritten,
                    QStringLiteral("no key frame came for %1").arg(m_file.path()));
    if (!m_headerDone) {
        if (auto begun = begin(); !begun)
            return fail(begun.error());
    }
    const int code = av_write_trailer(m_context);
    avio_flush(m_io);
    if (code < 0 || m_fileError) {
        failed(muxError(code, QStringLiteral("complete")));
        return fail(*m_error);
    }
    m_summary.bytes = m_file.size();
    if (auto committed = m_file.commit(); !committed)
        return fail(committed.error());
    m_summary.duration = m_timeline.last() + m_timeline.step();
    return m_summary;
}

base::Result<void> MuxedClipWriter::failed(base::Error error)
{
    if (m_started)
        m_file.keep();
    m_error = std::move(error);
    return fail(*m_error);
}

base::Error MuxedClipWriter::muxError(int code, const QString &doing) const
{
    if (m_fileError)
        return *m_fileError;
    return {MediaError::FileFailed,
            QStringLiteral("cannot %1 %2: %3").arg(doing, m_file.partPath(), libavErrorText(code))};
}

} // namespace opsdeck::media
