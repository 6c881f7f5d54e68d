// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/crop.h"
#include "core/media/fit.h"
#include "core/media/libav_ptr.h"
#include "core/media/picture.h"
#include "core/media/pixel_pool.h"
#include "core/media/plane_halver.h"

#include <vector>

namespace opsdeck::media {

/// Scales decoded pictures to the size they are shown in, as 32-bit pixels. Owns swscale contexts for the last few
/// geometries and its scratch memory: one scaler per worker serves all streams, so that its tables stay in the cache.
/// Not thread-safe; any one thread at a time.
///
/// In three steps, each the cheapest of its kind (figures in tests/bench): halve while the source is at least twice as
/// large as the target (PlaneHalver), scale the planes with swscale (bilinear), convert to RGB at the target's size.
/// swscale's own way to RGB costs more than all three and filters worse.
class PictureScaler final
{
public:
    /// The longest side of a box, in pixels.
    static constexpr int kMaxSide = 8192;

    PictureScaler();
    ~PictureScaler();
    PictureScaler(const PictureScaler &) = delete;
    PictureScaler &operator=(const PictureScaler &) = delete;

    /// The size `source` gets in `box`. @param pixelShape width / height of one source pixel, > 0 (1 = square).
    static QSize fitted(QSize source, qreal pixelShape, QSize box, Fit fit);

    /// @param box 1×1 or more, in device pixels; cut to kMaxSide. @param pool where the pixels come from.
    /// @param part of the frame, see boundedPart(); taken without copying, moved to whole colour samples: the Picture's
    /// `crop` says what it became. The Picture's `receivedAt` and `number` are left to the caller.
    /// Errors: ScalingFailed, OutOfMemory.
    base::Result<Picture> scale(const AVFrame &frame, QSize box, Fit fit, PixelPool &pool,
                                const QRectF &part = kWholePicture);

private:
    struct Geometry {
        QSize source;
        QSize target; ///< even in both directions
        AVPixelFormat format = AV_PIX_FMT_NONE;
        int colorspace = 0; ///< SWS_CS_…
        bool fullRange = false;
        friend bool operator==(const Geometry &, const Geometry &) = default;
    };
    struct Stage {
        Geometry geometry;
        AvPtr<SwsContext> toPlanes; ///< null: the source has the target's size and format already
        AvPtr<AVFrame> planes;
        AvPtr<SwsContext> toRgb;
    };
    static constexpr size_t kStages = 8;

    Stage *stageFor(const Geometry &geometry);
    static bool prepare(Stage &stage);

    PlaneHalver m_halver;
    std::vector<Stage> m_stages; ///< the most recently used first
};

} // namespace opsdeck::media
