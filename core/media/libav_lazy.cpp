// SPDX-License-Identifier: GPL-3.0-or-later
// libav comes with some hundred libraries, which take longer to load than the rest of the program together. This file
// stands before it on Linux: each function of libav that the program calls is defined here and looks for the real one when
// it is called first, so that a program that decodes nothing never loads libav, and the window does so on a decoder's
// thread. A function that is not here fails the link. Any thread.
#include "core/media/libav_ptr.h"

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <dlfcn.h>

#include <QtGlobal>

namespace {

#define OPSDECK_NAME_OF(library, major) library ".so." AV_STRINGIFY(major)
constexpr auto kUtil = OPSDECK_NAME_OF("libavutil", LIBAVUTIL_VERSION_MAJOR);
constexpr auto kCodec = OPSDECK_NAME_OF("libavcodec", LIBAVCODEC_VERSION_MAJOR);
constexpr auto kFormat = OPSDECK_NAME_OF("libavformat", LIBAVFORMAT_VERSION_MAJOR);
constexpr auto kScale = OPSDECK_NAME_OF("libswscale", LIBSWSCALE_VERSION_MAJOR);
#undef OPSDECK_NAME_OF

/// Ends the program when it is not there, as the loader would have done at the start.
void *find(const char *library, const char *function)
{
    // The same handle each time: libraries are counted, and never unloaded.
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    void *found = handle ? dlsym(handle, function) : nullptr;
    if (!found)
        qFatal("cannot load libav: %s", dlerror());
    return found;
}

} // namespace

#define OPSDECK_FORWARD(library, result, name, parameters, arguments)                                        \
    result name parameters                                                                                   \
    {                                                                                                        \
        static const auto real = reinterpret_cast<decltype(&name)>(find(library, #name));                    \
        return real arguments;                                                                               \
    }

extern "C" {
OPSDECK_FORWARD(kUtil, int64_t, av_rescale_q, (int64_t a, AVRational b, AVRational c), (a, b, c))
OPSDECK_FORWARD(kUtil, int, av_log_format_line2,
                (void *of, int level, const char *format, va_list values, char *line, int size, int *prefix),
                (of, level, format, values, line, size, prefix))
OPSDECK_FORWARD(kUtil, void, av_log_set_callback, (void (*callback)(void *, int, const char *, va_list)),
                (callback))
OPSDECK_FORWARD(kUtil, void, av_freep, (void *memory), (memory))
OPSDECK_FORWARD(kUtil, void *, av_malloc, (size_t size), (size))
OPSDECK_FORWARD(kUtil, void *, av_mallocz, (size_t size), (size))
OPSDECK_FORWARD(kUtil, int, av_strerror, (int number, char *text, size_t size), (number, text, size))
OPSDECK_FORWARD(kUtil, void, av_dict_free, (AVDictionary * *dictionary), (dictionary))
OPSDECK_FORWARD(kUtil, int, av_dict_set,
                (AVDictionary * *dictionary, const char *key, const char *value, int flags),
                (dictionary, key, value, flags))
OPSDECK_FORWARD(kUtil, const AVPixFmtDescriptor *, av_pix_fmt_desc_get, (AVPixelFormat format), (format))
OPSDECK_FORWARD(kUtil, AVBufferRef *, av_buffer_alloc, (size_t size), (size))
OPSDECK_FORWARD(kUtil, int, av_buffer_get_ref_count, (const AVBufferRef *buffer), (buffer))
OPSDECK_FORWARD(kUtil, AVBufferRef *, av_buffer_ref, (const AVBufferRef *buffer), (buffer))
OPSDECK_FORWARD(kUtil, void, av_buffer_unref, (AVBufferRef * *buffer), (buffer))
OPSDECK_FORWARD(kUtil, AVFrame *, av_frame_alloc, (), ())
OPSDECK_FORWARD(kUtil, AVFrame *, av_frame_clone, (const AVFrame *frame), (frame))
OPSDECK_FORWARD(kUtil, void, av_frame_free, (AVFrame * *frame), (frame))
OPSDECK_FORWARD(kUtil, int, av_frame_get_buffer, (AVFrame * frame, int align), (frame, align))
OPSDECK_FORWARD(kUtil, void, av_frame_unref, (AVFrame * frame), (frame))

OPSDECK_FORWARD(kCodec, AVCodecContext *, avcodec_alloc_context3, (const AVCodec *codec), (codec))
OPSDECK_FORWARD(kCodec, void, avcodec_free_context, (AVCodecContext * *context), (context))
OPSDECK_FORWARD(kCodec, int, avcodec_open2,
                (AVCodecContext * context, const AVCodec *codec, AVDictionary **options),
                (context, codec, options))
OPSDECK_FORWARD(kCodec, int, avcodec_receive_frame, (AVCodecContext * context, AVFrame *frame),
                (context, frame))
OPSDECK_FORWARD(kCodec, int, avcodec_send_packet, (AVCodecContext * context, const AVPacket *packet),
                (context, packet))
OPSDECK_FORWARD(kCodec, unsigned, avcodec_version, (), ())
OPSDECK_FORWARD(kCodec, const AVCodec *, avcodec_find_decoder, (AVCodecID id), (id))
OPSDECK_FORWARD(kCodec, int, av_new_packet, (AVPacket * packet, int size), (packet, size))
OPSDECK_FORWARD(kCodec, AVPacket *, av_packet_alloc, (), ())
OPSDECK_FORWARD(kCodec, void, av_packet_free, (AVPacket * *packet), (packet))
OPSDECK_FORWARD(kCodec, void, av_packet_unref, (AVPacket * packet), (packet))

OPSDECK_FORWARD(kFormat, AVIOContext *, avio_alloc_context,
                (unsigned char *buffer, int size, int isWriting, void *of,
                 int (*read)(void *, uint8_t *, int), int (*write)(void *, uint8_t *, int),
                 int64_t (*seek)(void *, int64_t, int)),
                (buffer, size, isWriting, of, read, write, seek))
OPSDECK_FORWARD(kFormat, void, avio_context_free, (AVIOContext * *context), (context))
OPSDECK_FORWARD(kFormat, void, avio_flush, (AVIOContext * context), (context))
OPSDECK_FORWARD(kFormat, int, av_interleaved_write_frame, (AVFormatContext * context, AVPacket *packet),
                (context, packet))
OPSDECK_FORWARD(kFormat, int, av_write_trailer, (AVFormatContext * context), (context))
OPSDECK_FORWARD(kFormat, int, avformat_alloc_output_context2,
                (AVFormatContext * *context, const AVOutputFormat *format, const char *name,
                 const char *file),
                (context, format, name, file))
OPSDECK_FORWARD(kFormat, void, avformat_free_context, (AVFormatContext * context), (context))
OPSDECK_FORWARD(kFormat, AVStream *, avformat_new_stream, (AVFormatContext * context, const AVCodec *codec),
                (context, codec))
OPSDECK_FORWARD(kFormat, int, avformat_query_codec,
                (const AVOutputFormat *format, AVCodecID id, int compliance), (format, id, compliance))
OPSDECK_FORWARD(kFormat, unsigned, avformat_version, (), ())
OPSDECK_FORWARD(kFormat, int, avformat_write_header, (AVFormatContext * context, AVDictionary **options),
                (context, options))

OPSDECK_FORWARD(kScale, void, sws_freeContext, (SwsContext * context), (context))
OPSDECK_FORWARD(kScale, const int *, sws_getCoefficients, (int space), (space))
OPSDECK_FORWARD(kScale, SwsContext *, sws_getContext,
                (int width, int height, AVPixelFormat format, int toWidth, int toHeight,
                 AVPixelFormat toFormat, int flags, SwsFilter *filter, SwsFilter *toFilter,
                 const double *parameters),
                (width, height, format, toWidth, toHeight, toFormat, flags, filter, toFilter, parameters))
OPSDECK_FORWARD(kScale, int, sws_isSupportedInput, (AVPixelFormat format), (format))
OPSDECK_FORWARD(kScale, int, sws_scale,
                (SwsContext * context, const uint8_t *const slice[], const int stride[], int y, int height,
                 uint8_t *const to[], const int toStride[]),
                (context, slice, stride, y, height, to, toStride))
OPSDECK_FORWARD(kScale, int, sws_setColorspaceDetails,
                (SwsContext * context, const int table[4], int isFull, const int toTable[4], int isToFull,
                 int brightness, int contrast, int saturation),
                (context, table, isFull, toTable, isToFull, brightness, contrast, saturation))
OPSDECK_FORWARD(kScale, unsigned, swscale_version, (), ())
}
