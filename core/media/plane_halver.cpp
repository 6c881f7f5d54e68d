// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/plane_halver.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>

namespace opsdeck::media {

namespace {

constexpr int kLineAlignment = 64;

int alignedLine(int bytes)
{
    return (bytes + kLineAlignment - 1) / kLineAlignment * kLineAlignment;
}

/// Averages two lines of `width` pixels into (width + 1) / 2; an odd last column counts twice.
void halveLine(const uint8_t *upper, const uint8_t *lower, uint8_t *out, int width)
{
    const int pairs = width / 2;
    int i = 0;
#ifdef __SSE2__
    const __m128i evenBytes = _mm_set1_epi16(0xff);
    const auto load = [](const uint8_t *from) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
    };
    const auto pairAverage = [evenBytes](__m128i v) {
        return _mm_avg_epu16(_mm_and_si128(v, evenBytes), _mm_srli_epi16(v, 8));
    };
    for (; i + 16 <= pairs; i += 16) {
        const __m128i left = _mm_avg_epu8(load(upper + 2 * i), load(lower + 2 * i));
        const __m128i right = _mm_avg_epu8(load(upper + 2 * i + 16), load(lower + 2 * i + 16));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(out + i),
                         _mm_packus_epi16(pairAverage(left), pairAverage(right)));
    }
#endif
    const auto average = [](int a, int b) { return (a + b + 1) / 2; };
    for (; i < pairs; ++i) {
        out[i] = static_cast<uint8_t>(
            average(average(upper[2 * i], lower[2 * i]), average(upper[2 * i + 1], lower[2 * i + 1])));
    }
    if (width % 2 != 0)
        out[pairs] = static_cast<uint8_t>(average(upper[width - 1], lower[width - 1]));
}

void halvePlane(const uint8_t *from, int fromStride, int width, int height, uint8_t *to, int toStride)
{
    for (int y = 0; y < height; y += 2) {
        const uint8_t *const upper = from + static_cast<ptrdiff_t>(y) * fromStride;
        const uint8_t *const lower = y + 1 < height ? upper + fromStride : upper;
        halveLine(upper, lower, to + static_cast<ptrdiff_t>(y / 2) * toStride, width);
    }
}

} // namespace

bool PlaneHalver::canHalve(AVPixelFormat format)
{
    const AVPixFmtDescriptor *const description = av_pix_fmt_desc_get(format);
    if (!description)
        return false;
    constexpr uint64_t kUnfit = AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_RGB |
                                AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_ALPHA;
    if ((description->flags & kUnfit) != 0 ||
        (description->nb_components != 1 && description->nb_components != 3))
        return false;
    for (int i = 0; i < description->nb_components; ++i) {
        const AVComponentDescriptor &component = description->comp[i];
        if (component.depth != 8 || component.step != 1 || component.plane != i || component.shift != 0)
            return false;
    }
    return true;
}

PlaneView PlaneHalver::halve(const PlaneView &source, AVPixelFormat format, int times)
{
    const AVPixFmtDescriptor *const description = av_pix_fmt_desc_get(format);
    const int planes = description->nb_components;
    PlaneView view = source;
    for (int step = 0; step < times; ++step) {
        PlaneView half;
        half.width = (view.width + 1) / 2;
        half.height = (view.height + 1) / 2;
        std::array<size_t, 4> offsets{};
        size_t total = 0;
        for (int plane = 0; plane < planes; ++plane) {
            const int shiftX = plane == 0 ? 0 : description->log2_chroma_w;
            const int shiftY = plane == 0 ? 0 : description->log2_chroma_h;
            const auto slot = static_cast<size_t>(plane);
            half.bytesPerLine[slot] = alignedLine(AV_CEIL_RSHIFT(half.width, shiftX));
            offsets[slot] = total;
            total += static_cast<size_t>(half.bytesPerLine[slot]) *
                     static_cast<size_t>(AV_CEIL_RSHIFT(half.height, shiftY));
        }
        // Two memories in turn: each step reads the one before. swscale may read a little behind the end.
        std::vector<uint8_t> &memory = m_memory[static_cast<size_t>(step % 2)];
        if (memory.size() < total + kLineAlignment)
            memory.resize(total + kLineAlignment);
        for (int plane = 0; plane < planes; ++plane) {
            const auto slot = static_cast<size_t>(plane);
            const int shiftX = plane == 0 ? 0 : description->log2_chroma_w;
            const int shiftY = plane == 0 ? 0 : description->log2_chroma_h;
            uint8_t *const to = memory.data() + offsets[slot];
            halvePlane(view.data[slot], view.bytesPerLine[slot], AV_CEIL_RSHIFT(view.width, shiftX),
                       AV_CEIL_RSHIFT(view.height, shiftY), to, half.bytesPerLine[slot]);
            half.data[slot] = to;
        }
        view = half;
    }
    return view;
}

} // namespace opsdeck::media
