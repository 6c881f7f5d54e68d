// SPDX-License-Identifier: GPL-3.0-or-later
// Frames with any bytes through the decoder and the scaler. The first byte of the input says how to cut and label it.
#include "core/media/picture_scaler.h"
#include "core/media/video_decoder.h"

#include <QByteArray>

using namespace opsdeck::media;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // Larger inputs find nothing new and cost time.
    constexpr size_t kMaxInput = 64 * 1024;
    if (size < 2 || size > kMaxInput)
        return 0;
    const int label = data[0] & 7;
    const auto frameBytes = static_cast<qsizetype>(64 + (data[0] >> 3) * 64);
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1));

    VideoDecoder decoder;
    PictureScaler scaler;
    PixelPool pool;
    for (qsizetype at = 0; at < bytes.size(); at += frameBytes) {
        EncodedFrame frame;
        frame.kind =
            at == 0 || (at / frameBytes) % 8 == 0 ? EncodedFrame::Kind::Key : EncodedFrame::Kind::Delta;
        frame.videoCodec = static_cast<VideoCodec>(label % 5);
        frame.payload = bytes.mid(at, frameBytes);
        const auto outcome = decoder.decode(frame);
        if (!outcome || !decoder.picture())
            continue;
        const QSize pixels = decoder.size();
        if (qint64(pixels.width()) * pixels.height() > VideoDecoder::kMaxPixels)
            __builtin_trap();
        const auto picture = scaler.scale(*decoder.picture(), QSize(60, 40), Fit::KeepAspect, pool);
        if (picture && (picture->size.width() > 60 || picture->size.height() > 40))
            __builtin_trap();
    }
    return 0;
}
