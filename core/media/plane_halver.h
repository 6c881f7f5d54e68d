// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/libav_ptr.h"

#include <array>
#include <vector>

namespace opsdeck::media {

/// Planes of a picture that somebody else owns.
struct PlaneView {
    std::array<const uint8_t *, 4> data{};
    std::array<int, 4> bytesPerLine{};
    int width = 0;
    int height = 0;
};

/// Halves planar 8-bit pictures in both directions by averaging 2×2 pixels, again and again. Owns the memory of the
/// results. Not thread-safe.
///
/// Why: swscale's cost grows with the source's size whatever the target's; for tiles a quarter as wide as their stream,
/// its good filters cost a third of the decoding. Averaging is a few µs with SIMD and does no worse than its box filter.
class PlaneHalver final
{
public:
    /// Whether the format is one this class can halve: 8-bit planar YUV or grey without palette or alpha.
    static bool canHalve(AVPixelFormat format);

    /// @param source a picture of `format`; @param times how often to halve, 1 or more.
    /// @return a view of the halved picture (sizes rounded up), valid until the next call.
    PlaneView halve(const PlaneView &source, AVPixelFormat format, int times);

private:
    std::array<std::vector<uint8_t>, 2> m_memory;
};

} // namespace opsdeck::media
