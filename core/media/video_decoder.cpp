// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_decoder.h"

#include "core/media/bitstream.h"
#include "core/media/media_error.h"

#include <cstring>
#include <utility>

namespace opsdeck::media {

using base::fail;

namespace {

QString describe(const EncodedFrame &frame, VideoCodec codec)
{
    return QStringLiteral("a %1 %2 frame of %3 bytes")
        .arg(QLatin1String(codecName(codec)),
             frame.kind == EncodedFrame::Kind::Key ? QLatin1String("key") : QLatin1String("delta"))
        .arg(frame.payload.size());
}

} // namespace

VideoDecoder::VideoDecoder()
    : m_packet(av_packet_alloc())
    , m_picture(av_frame_alloc())
    , m_next(av_frame_alloc())
{
    routeLibavLog();
}

VideoDecoder::~VideoDecoder() = default;

base::Result<VideoDecoder::Outcome> VideoDecoder::decode(const EncodedFrame &frame)
{
    Outcome outcome;
    releasePicture();
    if (!frame.isVideo()) {
        outcome.skipped = true;
        return outcome;
    }
    const bool key = frame.kind == EncodedFrame::Kind::Key;
    if (frame.afterLoss && !key)
        m_waitingForKey = true;
    if (m_waitingForKey && !key) {
        outcome.skipped = true;
        return outcome;
    }
    if (frame.payload.isEmpty() || frame.payload.size() > kMaxFrameBytes) {
        m_waitingForKey = true;
        return fail(MediaError::UndecodableFrame, describe(frame, m_codec));
    }
    if (key) {
        const VideoCodec sniffed = sniffVideoCodec(frame.payload);
        const VideoCodec codec = sniffed != VideoCodec::Unknown ? sniffed : frame.videoCodec;
        if (codec != m_codec || !m_context || needsFreshStart(frame.payload)) {
            if (auto opened = open(codec); !opened) {
                m_waitingForKey = true;
                return fail(opened.error());
            }
        }
    }
    if (auto filled = fillPacket(frame.payload); !filled)
        return fail(filled.error());

    int failure = avcodec_send_packet(m_context.get(), m_packet.get());
    av_packet_unref(m_packet.get());
    if (failure >= 0) {
        for (;;) {
            const int code = avcodec_receive_frame(m_context.get(), m_next.get());
            if (code < 0) {
                failure = code == AVERROR(EAGAIN) || code == AVERROR_EOF ? 0 : code;
                break;
            }
            std::swap(m_picture, m_next);
            av_frame_unref(m_next.get());
            m_hasPicture = true;
            ++outcome.pictures;
            outcome.damaged |=
                (m_picture->flags & AV_FRAME_FLAG_CORRUPT) != 0 || m_picture->decode_error_flags != 0;
        }
    }
    if (failure < 0)
        return refuse(frame, failure);
    m_suspect |= outcome.damaged;
    if (m_hasPicture)
        m_size = QSize(m_picture->width, m_picture->height);
    // A "key frame" with parameter sets alone starts nothing. (With reordering a picture may come later.)
    if (m_waitingForKey && (m_hasPicture || hasPictureData(m_codec, frame.payload)))
        m_waitingForKey = false;
    return outcome;
}

/// What damaged frames said (a size, a reordering delay, coding tools) stays in the decoder even when the next key frame
/// says otherwise. So after trouble the next key frame that can gets a new decoder.
bool VideoDecoder::needsFreshStart(const QByteArray &keyFrame)
{
    // A delay that grows on its own is damage as well, unless it comes back at once: then the stream does reorder.
    const int delay = m_context->has_b_frames;
    if (delay <= m_delay)
        m_grownDelay = 0;
    else if (delay == m_grownDelay)
        m_delay = delay;
    else {
        m_grownDelay = delay;
        m_suspect = true;
    }
    return m_suspect && (m_codec == VideoCodec::Jpeg || !parameterSets(m_codec, keyFrame).isEmpty());
}

void VideoDecoder::releasePicture()
{
    if (m_hasPicture)
        av_frame_unref(m_picture.get());
    m_hasPicture = false;
}

void VideoDecoder::close()
{
    releasePicture();
    m_context.reset();
    m_input.reset();
    m_waitingForKey = true;
}

base::Result<void> VideoDecoder::open(VideoCodec codec)
{
    close();
    const AVCodec *const decoder = avcodec_find_decoder(libavCodecId(codec));
    if (!decoder) {
        return fail(MediaError::UnknownCodec,
                    QStringLiteral("no decoder for codec \"%1\"").arg(QLatin1String(codecName(codec))));
    }
    AvPtr<AVCodecContext> context(avcodec_alloc_context3(decoder));
    if (!context || !m_packet || !m_picture || !m_next)
        return fail(MediaError::OutOfMemory, QStringLiteral("cannot allocate a decoder"));
    context->thread_count = 1;
    // The devices send no B-frames: a picture is due with its frame, not a frame later.
    context->flags |= AV_CODEC_FLAG_LOW_DELAY;
    // Pictures with concealed damage are shown (and counted) rather than held back: a moving picture with a smear says
    // more than none. It also lets streams start at I-frames that are no IDR, as some devices send them.
    context->flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
    context->max_pixels = kMaxPixels;
    if (const int code = avcodec_open2(context.get(), decoder, nullptr); code < 0) {
        return fail(MediaError::UnknownCodec,
                    QStringLiteral("cannot open the %1 decoder: %2")
                        .arg(QLatin1String(codecName(codec)), libavErrorText(code)));
    }
    m_context = std::move(context);
    if (codec != m_codec)
        m_delay = m_grownDelay = 0;
    m_codec = codec;
    m_suspect = false;
    return {};
}

base::Result<void> VideoDecoder::fillPacket(const QByteArray &payload)
{
    // libavcodec copies what is not in a buffer of its own kind and allocates for it; a buffer kept for the stream
    // makes that one small memcpy a frame. A decoder that still holds it (none of ours does) gets to keep it.
    const auto needed = static_cast<size_t>(payload.size()) + AV_INPUT_BUFFER_PADDING_SIZE;
    if (!m_input || m_input->size < needed || av_buffer_get_ref_count(m_input.get()) > 1)
        m_input.reset(av_buffer_alloc(needed + needed / 2));
    m_packet->buf = m_input ? av_buffer_ref(m_input.get()) : nullptr;
    if (!m_packet->buf)
        return fail(MediaError::OutOfMemory,
                    QStringLiteral("cannot hold a frame of %1 bytes").arg(payload.size()));
    m_packet->data = m_packet->buf->data;
    m_packet->size = static_cast<int>(payload.size());
    std::memcpy(m_packet->data, payload.constData(), static_cast<size_t>(payload.size()));
    std::memset(m_packet->data + payload.size(), 0, AV_INPUT_BUFFER_PADDING_SIZE);
    return {};
}

base::Result<VideoDecoder::Outcome> VideoDecoder::refuse(const EncodedFrame &frame, int code)
{
    // A frame that carried no picture leaves no hole: some devices mix such frames in every few seconds.
    if (frame.kind == EncodedFrame::Kind::Key || hasPictureData(m_codec, frame.payload))
        m_waitingForKey = true;
    m_suspect = true;
    releasePicture();
    if (code == AVERROR(ENOMEM))
        return fail(MediaError::OutOfMemory, describe(frame, m_codec));
    return fail(MediaError::UndecodableFrame,
                QStringLiteral("%1: %2").arg(describe(frame, m_codec), libavErrorText(code)));
}

} // namespace opsdeck::media
