// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_loop.h"

#include <ctime>
#include <memory>

namespace opsdeck::bench {

namespace {

struct Free {
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
};

struct Stream {
    std::unique_ptr<AVCodecContext, Free> decoder;
    std::unique_ptr<SwsContext, Free> scaler;
    std::vector<uint8_t> pixels;
    size_t position = 0; ///< the next access unit
};

using Packets = std::vector<std::unique_ptr<AVPacket, Free>>;

/// In frames: how far apart the streams are in the clip.
constexpr size_t kStreamOffset = 7;

double cpuNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

std::vector<Stream> openStreams(const BareLoopSetup &setup)
{
    std::vector<Stream> streams(static_cast<size_t>(setup.streams));
    const AVCodec *const codec = avcodec_find_decoder(setup.codec);
    if (!codec)
        return {};
    for (Stream &stream : streams) {
        stream.decoder.reset(avcodec_alloc_context3(codec));
        stream.decoder->thread_count = 1;
        if (avcodec_open2(stream.decoder.get(), codec, nullptr) < 0)
            return {};
    }
    return streams;
}

void scale(Stream &stream, const AVFrame &frame, const BareLoopSetup &setup)
{
    const int width = setup.target.width();
    const int height = setup.target.height();
    const int stride = (width * 4 + 63) / 64 * 64;
    if (!stream.scaler) {
        stream.scaler.reset(sws_getContext(frame.width, frame.height,
                                           static_cast<AVPixelFormat>(frame.format), width, height,
                                           AV_PIX_FMT_RGB32, setup.swsFlags, nullptr, nullptr, nullptr));
        stream.pixels.resize(static_cast<size_t>(stride) * static_cast<size_t>(height) + 64);
    }
    uint8_t *const planes[4] = {stream.pixels.data()};
    const int strides[4] = {stride};
    sws_scale(stream.scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
}

/// @return how many pictures were decoded and scaled.
int decodeNext(Stream &stream, const Packets &packets, AVFrame &frame, const BareLoopSetup &setup)
{
    const AVPacket *const packet = packets[stream.position].get();
    stream.position = (stream.position + 1) % packets.size();
    int pictures = 0;
    if (avcodec_send_packet(stream.decoder.get(), packet) < 0)
        return 0;
    while (avcodec_receive_frame(stream.decoder.get(), &frame) >= 0) {
        scale(stream, frame, setup);
        ++pictures;
    }
    return pictures;
}

} // namespace

BareLoopResult bareLoop(const BareLoopSetup &setup)
{
    BareLoopResult result;
    Packets packets;
    for (const QByteArray &unit : setup.accessUnits) {
        packets.emplace_back(av_packet_alloc());
        if (av_new_packet(packets.back().get(), static_cast<int>(unit.size())) < 0)
            return result;
        std::copy(unit.begin(), unit.end(), packets.back()->data);
    }
    std::vector<Stream> streams = openStreams(setup);
    if (packets.empty() || streams.empty())
        return result;
    const std::unique_ptr<AVFrame, Free> frame(av_frame_alloc());

    // Real streams are not in step: each starts elsewhere in the clip, and gets there by decoding.
    for (size_t i = 0; i < streams.size(); ++i) {
        for (size_t ahead = i * kStreamOffset % packets.size(); ahead > 0; --ahead)
            decodeNext(streams[i], packets, *frame, setup);
    }
    const double begin = cpuNanoseconds();
    for (int i = 0; i < setup.framesPerStream; ++i) {
        for (Stream &stream : streams)
            result.frames += decodeNext(stream, packets, *frame, setup);
    }
    if (result.frames > 0)
        result.cpuNanosecondsPerFrame = (cpuNanoseconds() - begin) / result.frames;
    return result;
}

} // namespace opsdeck::bench
