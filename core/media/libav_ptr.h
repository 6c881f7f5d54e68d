// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswscale/swscale.h>
}

#include "core/media/encoded_frame.h"

#include <QLoggingCategory>

#include <memory>

namespace opsdeck::media {

Q_DECLARE_LOGGING_CATEGORY(lcLibav)

struct AvDeleter {
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVBufferRef *buffer) const { av_buffer_unref(&buffer); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

template <typename T>
using AvPtr = std::unique_ptr<T, AvDeleter>;

/// Sends what libav has to say to the log category "opsdeck.libav" at debug level instead of stderr: what a device
/// sends must not fill the terminal. The libraries have one log for the whole process; called by whoever opens one of
/// their objects, does its work once.
void routeLibavLog();

/// libav's name of a codec; AV_CODEC_ID_NONE for Unknown.
AVCodecID libavCodecId(VideoCodec codec);

/// libav's words for one of its negative return codes.
QString libavErrorText(int code);

} // namespace opsdeck::media
