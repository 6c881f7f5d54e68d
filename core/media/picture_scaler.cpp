// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_scaler.h"

#include "core/media/media_error.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <utility>

namespace opsdeck::media {

using base::fail;

namespace {

constexpr qsizetype kLineAlignment = 64;

/// The J formats say with their name what the range field says too; swscale wants only one of them.
AVPixelFormat plainFormat(AVPixelFormat format, bool *fullRange)
{
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        *fullRange = true;
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        *fullRange = true;
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        *fullRange = true;
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        *fullRange = true;
        return AV_PIX_FMT_YUV440P;
    default:
        return format;
    }
}

int swsColorspace(const AVFrame &frame)
{
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    case AVCOL_SPC_UNSPECIFIED:
        // Devices seldom say; the usual guess: high definition is BT.709.
        return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    default:
        return SWS_CS_ITU601;
    }
}

int evenUp(int value)
{
    return (value + 1) / 2 * 2;
}

/// The pixels of `part` along one direction, in whole steps of `1 << shift`. The length depends on the part's length
/// alone, so that moving it leaves the geometry, and with it the scaler's tables, as they are.
struct Stretch {
    int from;
    int length;
};
Stretch stretchOf(qreal from, qreal length, int pixels, int shift)
{
    const int step = 1 << shift;
    const int count = std::clamp(qRound(length * pixels / step) * step, std::min(2 * step, pixels), pixels);
    const int last = (pixels - count) / step * step;
    return {std::clamp(qRound(from * pixels / step) * step, 0, last), count};
}

/// Narrows the view to a part. Formats whose planes cannot be entered at any pixel stay whole.
/// @return the part it became.
QRectF cut(PlaneView &view, AVPixelFormat format, const QRectF &part)
{
    const AVPixFmtDescriptor *const description = av_pix_fmt_desc_get(format);
    constexpr uint64_t kUnfit = AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_PAL;
    if (part == kWholePicture || !description || (description->flags & kUnfit) != 0)
        return kWholePicture;
    const int shiftX = description->log2_chroma_w;
    const int shiftY = description->log2_chroma_h;
    const Stretch across = stretchOf(part.x(), part.width(), view.width, shiftX);
    const Stretch down = stretchOf(part.y(), part.height(), view.height, shiftY);
    // By the first component in each plane: its samples say how far a pixel is.
    std::array<bool, 4> isMoved{};
    for (int i = 0; i < description->nb_components; ++i) {
        const AVComponentDescriptor &component = description->comp[i];
        const auto plane = static_cast<size_t>(component.plane);
        if (std::exchange(isMoved[plane], true) || !view.data[plane])
            continue;
        const bool isColour = i == 1 || i == 2;
        view.data[plane] +=
            static_cast<ptrdiff_t>(down.from >> (isColour ? shiftY : 0)) * view.bytesPerLine[plane] +
            static_cast<ptrdiff_t>(across.from >> (isColour ? shiftX : 0)) * component.step;
    }
    const qreal width = view.width;
    const qreal height = view.height;
    view.width = across.length;
    view.height = down.length;
    return {across.from / width, down.from / height, across.length / width, down.length / height};
}

} // namespace

PictureScaler::PictureScaler() = default;
PictureScaler::~PictureScaler() = default;

QSize PictureScaler::fitted(QSize source, qreal pixelShape, QSize box, Fit fit)
{
    const QSize bounded = box.boundedTo(QSize(kMaxSide, kMaxSide)).expandedTo(QSize(1, 1));
    if (fit == Fit::Stretch || source.isEmpty())
        return bounded;
    const qreal shape = source.width() * pixelShape / source.height();
    const int width = std::min<int>(bounded.width(), qRound(bounded.height() * shape));
    const int height = std::min<int>(bounded.height(), qRound(bounded.width() / shape));
    return QSize(width, height).expandedTo(QSize(1, 1));
}

base::Result<Picture> PictureScaler::scale(const AVFrame &frame, QSize box, Fit fit, PixelPool &pool,
                                           const QRectF &part)
{
    if (frame.width < 1 || frame.height < 1 || frame.width > kMaxSide * 2 || frame.height > kMaxSide * 2)
        return fail(MediaError::ScalingFailed,
                    QStringLiteral("a picture of %1×%2").arg(frame.width).arg(frame.height));
    const AVRational aspect = frame.sample_aspect_ratio;
    const qreal pixelShape =
        aspect.num > 0 && aspect.den > 0 ? std::clamp(qreal(aspect.num) / aspect.den, 0.1, 10.0) : 1.0;

    Picture picture;
    picture.sourceSize = QSize(frame.width, frame.height);

    Geometry geometry;
    geometry.fullRange = frame.color_range == AVCOL_RANGE_JPEG;
    geometry.format = plainFormat(static_cast<AVPixelFormat>(frame.format), &geometry.fullRange);
    geometry.colorspace = swsColorspace(frame);
    // swscale ends the process on formats it does not know.
    if (sws_isSupportedInput(geometry.format) <= 0)
        return fail(MediaError::ScalingFailed, QStringLiteral("pixels of format %1").arg(frame.format));
    PlaneView source;
    std::copy_n(frame.data, 4, source.data.begin());
    std::copy_n(frame.linesize, 4, source.bytesPerLine.begin());
    source.width = frame.width;
    source.height = frame.height;
    picture.crop = cut(source, geometry.format, boundedPart(part));
    picture.size = fitted(QSize(source.width, source.height), pixelShape, box, fit);
    // swscale's fast way to RGB works on pairs of lines and of pixels.
    geometry.target = QSize(evenUp(picture.size.width()), evenUp(picture.size.height()));
    int halvings = 0;
    while (source.width >> (halvings + 1) >= geometry.target.width() &&
           source.height >> (halvings + 1) >= geometry.target.height())
        ++halvings;
    if (halvings > 0 && PlaneHalver::canHalve(geometry.format))
        source = m_halver.halve(source, geometry.format, halvings);
    geometry.source = QSize(source.width, source.height);

    Stage *const stage = stageFor(geometry);
    if (!stage) {
        return fail(MediaError::ScalingFailed,
                    QStringLiteral("cannot scale %1×%2 pixels of format %3 to %4×%5")
                        .arg(frame.width)
                        .arg(frame.height)
                        .arg(frame.format)
                        .arg(picture.size.width())
                        .arg(picture.size.height()));
    }
    picture.bytesPerLine =
        (geometry.target.width() * qsizetype(4) + kLineAlignment - 1) / kLineAlignment * kLineAlignment;
    auto pixels = pool.take(picture.bytesPerLine * geometry.target.height() + kLineAlignment);
    if (!pixels)
        return fail(MediaError::OutOfMemory, QStringLiteral("no memory for a picture"));

    if (stage->toPlanes) {
        sws_scale(stage->toPlanes.get(), source.data.data(), source.bytesPerLine.data(), 0, source.height,
                  stage->planes->data, stage->planes->linesize);
        std::copy_n(stage->planes->data, 4, source.data.begin());
        std::copy_n(stage->planes->linesize, 4, source.bytesPerLine.begin());
    }
    uint8_t *const rgb[4] = {pixels.get()};
    const int rgbStride[4] = {static_cast<int>(picture.bytesPerLine)};
    sws_scale(stage->toRgb.get(), source.data.data(), source.bytesPerLine.data(), 0, geometry.target.height(),
              rgb, rgbStride);
    picture.pixels = std::move(pixels);
    return picture;
}

PictureScaler::Stage *PictureScaler::stageFor(const Geometry &geometry)
{
    const auto found = std::find_if(m_stages.begin(), m_stages.end(),
                                    [&geometry](const Stage &stage) { return stage.geometry == geometry; });
    if (found != m_stages.end()) {
        std::rotate(m_stages.begin(), found, found + 1);
        return &m_stages.front();
    }
    Stage stage;
    stage.geometry = geometry;
    if (!prepare(stage))
        return nullptr;
    if (m_stages.size() == kStages)
        m_stages.pop_back();
    m_stages.insert(m_stages.begin(), std::move(stage));
    return &m_stages.front();
}

bool PictureScaler::prepare(Stage &stage)
{
    routeLibavLog();
    const Geometry &geometry = stage.geometry;
    const int *const coefficients = sws_getCoefficients(geometry.colorspace);
    const int range = geometry.fullRange ? 1 : 0;
    const int width = geometry.target.width();
    const int height = geometry.target.height();
    if (geometry.source != geometry.target || geometry.format != AV_PIX_FMT_YUV420P) {
        stage.toPlanes.reset(sws_getContext(geometry.source.width(), geometry.source.height(),
                                            geometry.format, width, height, AV_PIX_FMT_YUV420P, SWS_BILINEAR,
                                            nullptr, nullptr, nullptr));
        stage.planes.reset(av_frame_alloc());
        if (!stage.toPlanes || !stage.planes)
            return false;
        // The range stays what it is: only the last step looks at it. Formats that have none refuse; that is fine.
        sws_setColorspaceDetails(stage.toPlanes.get(), coefficients, range, coefficients, range, 0, 1 << 16,
                                 1 << 16);
        stage.planes->format = AV_PIX_FMT_YUV420P;
        stage.planes->width = width;
        stage.planes->height = height;
        if (av_frame_get_buffer(stage.planes.get(), kLineAlignment) < 0)
            return false;
    }
    stage.toRgb.reset(sws_getContext(width, height, AV_PIX_FMT_YUV420P, width, height, AV_PIX_FMT_RGB32,
                                     SWS_BILINEAR, nullptr, nullptr, nullptr));
    return stage.toRgb && sws_setColorspaceDetails(stage.toRgb.get(), coefficients, range, coefficients, 1, 0,
                                                   1 << 16, 1 << 16) >= 0;
}

} // namespace opsdeck::media
