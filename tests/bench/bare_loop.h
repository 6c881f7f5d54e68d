// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libswscale/swscale.h>
}

#include <QByteArray>
#include <QSize>

#include <vector>

namespace opsdeck::bench {

/// What the wall is measured against: the least a program can do with the libraries alone.
struct BareLoopSetup {
    std::vector<QByteArray> accessUnits; ///< Annex B, the first one a key frame; repeated when they run out
    AVCodecID codec = AV_CODEC_ID_H264;
    QSize target; ///< the tile's pixels
    int streams =
        1; ///< decoders alive at once, fed in turn, each elsewhere in the clip: the caches see what the wall's see
    int framesPerStream = 250;   ///< to decode and scale in each
    int swsFlags = SWS_BILINEAR; ///< swscale's own default quality is SWS_BICUBIC, which costs more
};

struct BareLoopResult {
    int frames = 0; ///< decoded and scaled, all streams together
    double cpuNanosecondsPerFrame = 0;
};

/// Decodes and scales, one thread, one frame after the other, no pacing, nothing else. Padding the access units,
/// opening the decoders and spreading them over the clip is done before the clock (CLOCK_PROCESS_CPUTIME_ID) starts. Frames the decoder refuses are not
/// counted; `frames` 0 = nothing could be decoded.
BareLoopResult bareLoop(const BareLoopSetup &setup);

} // namespace opsdeck::bench
