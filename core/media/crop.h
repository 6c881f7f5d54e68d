// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <algorithm>
#include <cmath>

namespace opsdeck::media {

/// All of a picture. A part of a picture is said in shares of its width and height, 0–1, so that it means the same for
/// every stream of a camera.
inline constexpr QRectF kWholePicture{0, 0, 1, 1};
/// The narrowest part that is shown alone: a 16th of the width and of the height.
inline constexpr qreal kSmallestPart = 1.0 / 16;

/// The part that is shown when `part` is asked for: at least kSmallestPart in both directions, moved inside the picture.
/// Whatever is no rectangle with a size counts as the whole picture.
inline QRectF boundedPart(const QRectF &part)
{
    const bool isReal = std::isfinite(part.x()) && std::isfinite(part.y()) && std::isfinite(part.width()) &&
                        std::isfinite(part.height());
    if (!isReal || part.width() <= 0 || part.height() <= 0)
        return kWholePicture;
    const qreal width = std::clamp<qreal>(part.width(), kSmallestPart, 1);
    const qreal height = std::clamp<qreal>(part.height(), kSmallestPart, 1);
    return {std::clamp<qreal>(part.x(), 0, 1 - width), std::clamp<qreal>(part.y(), 0, 1 - height), width,
            height};
}

} // namespace opsdeck::media
