// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/libav_ptr.h"

#include <array>
#include <mutex>

namespace opsdeck::media {

Q_LOGGING_CATEGORY(lcLibav, "opsdeck.libav", QtWarningMsg)

namespace {

void toCategory(void *context, int level, const char *format, va_list arguments)
{
    if (level > AV_LOG_WARNING || !lcLibav().isDebugEnabled())
        return;
    std::array<char, 512> line{};
    int prefix = 1;
    av_log_format_line2(context, level, format, arguments, line.data(), static_cast<int>(line.size()),
                        &prefix);
    qCDebug(lcLibav).noquote() << QByteArray(line.data()).trimmed();
}

} // namespace

void routeLibavLog()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(toCategory); });
}

QString libavErrorText(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

AVCodecID libavCodecId(VideoCodec codec)
{
    switch (codec) {
    case VideoCodec::Mpeg4:
        return AV_CODEC_ID_MPEG4;
    case VideoCodec::H264:
        return AV_CODEC_ID_H264;
    case VideoCodec::H265:
        return AV_CODEC_ID_HEVC;
    case VideoCodec::Jpeg:
        return AV_CODEC_ID_MJPEG;
    case VideoCodec::Unknown:
        break;
    }
    return AV_CODEC_ID_NONE;
}

} // namespace opsdeck::media
