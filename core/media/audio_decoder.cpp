// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_decoder.h"

#include "core/media/media_error.h"

#include <cstring>

namespace opsdeck::media {

using base::fail;

namespace {

AVCodecID codecId(AudioCodec codec)
{
    switch (codec) {
    case AudioCodec::G711A:
        return AV_CODEC_ID_PCM_ALAW;
    case AudioCodec::G711U:
        return AV_CODEC_ID_PCM_MULAW;
    case AudioCodec::Pcm8:
        return AV_CODEC_ID_PCM_U8;
    case AudioCodec::Pcm16:
        return AV_CODEC_ID_PCM_S16LE;
    default:
        return AV_CODEC_ID_NONE;
    }
}

/// The decoder gives 8-bit PCM as it is.
void appendSamples(const AVFrame &frame, QByteArray *samples)
{
    const auto count = static_cast<qsizetype>(frame.nb_samples);
    const qsizetype before = samples->size();
    samples->resize(before + count * 2);
    auto *const out = samples->data() + before;
    if (frame.format == AV_SAMPLE_FMT_S16) {
        std::memcpy(out, frame.data[0], static_cast<size_t>(count) * 2);
        return;
    }
    for (qsizetype i = 0; i < count; ++i) {
        const auto sample = static_cast<qint16>((frame.data[0][i] - 128) * 256);
        std::memcpy(out + i * 2, &sample, sizeof sample);
    }
}

} // namespace

AudioDecoder::AudioDecoder()
    : m_packet(av_packet_alloc())
    , m_frame(av_frame_alloc())
{
    routeLibavLog();
}

AudioDecoder::~AudioDecoder() = default;

base::Result<PcmBlock> AudioDecoder::decode(const EncodedFrame &frame)
{
    if (frame.kind != EncodedFrame::Kind::Audio)
        return fail(MediaError::UnknownCodec, QStringLiteral("not a sound frame"));
    if (frame.payload.isEmpty() || frame.payload.size() > kMaxBlockBytes) {
        return fail(MediaError::UndecodableFrame,
                    QStringLiteral("a sound block of %1 bytes").arg(frame.payload.size()));
    }
    if (!m_context || m_codec != frame.audioCodec) {
        if (auto opened = open(frame.audioCodec); !opened)
            return fail(opened.error());
    }
    // An odd byte behind 16-bit samples is no sample.
    const qsizetype sampleBytes = m_codec == AudioCodec::Pcm16 ? 2 : 1;
    const qsizetype size = frame.payload.size() / sampleBytes * sampleBytes;
    PcmBlock block;
    block.sampleRate = frame.sampleRate > 0 ? frame.sampleRate : kDefaultSampleRate;
    if (size == 0)
        return fail(MediaError::UndecodableFrame, QStringLiteral("a sound block of one byte"));
    if (av_new_packet(m_packet.get(), static_cast<int>(size)) < 0)
        return fail(MediaError::OutOfMemory, QStringLiteral("no memory for a sound block"));
    std::memcpy(m_packet->data, frame.payload.constData(), static_cast<size_t>(size));
    int code = avcodec_send_packet(m_context.get(), m_packet.get());
    av_packet_unref(m_packet.get());
    while (code >= 0) {
        code = avcodec_receive_frame(m_context.get(), m_frame.get());
        if (code >= 0)
            appendSamples(*m_frame, &block.samples);
    }
    av_frame_unref(m_frame.get());
    if (code != AVERROR(EAGAIN))
        return fail(MediaError::UndecodableFrame, QStringLiteral("sound: %1").arg(libavErrorText(code)));
    return block;
}

base::Result<void> AudioDecoder::open(AudioCodec codec)
{
    m_context.reset();
    const AVCodec *const decoder = avcodec_find_decoder(codecId(codec));
    if (!decoder) {
        return fail(
            MediaError::UnknownCodec,
            QStringLiteral("no decoder for sound of kind \"%1\"").arg(QLatin1String(codecName(codec))));
    }
    AvPtr<AVCodecContext> context(avcodec_alloc_context3(decoder));
    if (!context || !m_packet || !m_frame)
        return fail(MediaError::OutOfMemory, QStringLiteral("cannot allocate a decoder"));
    context->thread_count = 1;
    context->sample_rate =
        kDefaultSampleRate; // the block carries the real one; decoding does not depend on it
    context->ch_layout = AV_CHANNEL_LAYOUT_MONO;
    if (const int code = avcodec_open2(context.get(), decoder, nullptr); code < 0)
        return fail(MediaError::UnknownCodec, libavErrorText(code));
    m_context = std::move(context);
    m_codec = codec;
    return {};
}

} // namespace opsdeck::media
