// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/media_demuxer.h"

#include <cstdlib>

using opsdeck::dvr::MediaDemuxer;
using opsdeck::media::EncodedFrame;

namespace {

/// Frames that came out, and their bytes; stops the process when one cannot be.
struct Totals {
    quint64 frames = 0;
    quint64 bytes = 0;

    void note(const EncodedFrame &frame)
    {
        ++frames;
        bytes += quint64(frame.payload.size());
        if (frame.payload.isEmpty() || frame.payload.size() > qsizetype(MediaDemuxer::kFrameCap) ||
            frame.width < 0 || frame.width > 8 * 1023 || frame.height < 0 || frame.height > 8 * 1023 ||
            frame.framesPerSecond > 31)
            std::abort();
    }
};

/// A well-formed frame: random bytes alone find too few of the ways behind a header.
QByteArray frameOf(quint8 selector, QByteArrayView payload)
{
    static constexpr quint8 kTypes[] = {0xFC, 0xFD, 0xFA, 0xFE, 0xF9, 0xFC, 0xFD, 0xFB};
    const quint8 type = kTypes[selector & 7];
    QByteArray bytes("\0\0\1", 3);
    bytes.append(char(type));
    QByteArray length;
    for (int shift = 0; shift < 32; shift += 8)
        length.append(char(quint64(payload.size()) >> shift & 0xff));
    if (type == 0xFC || type == 0xFE)
        bytes.append(char(2 | (selector & 0xf0)))
            .append("\x19\x58\x48", 3)
            .append(4, char(selector))
            .append(length);
    else if (type == 0xFD)
        bytes.append(length);
    else
        bytes.append("\x0E\x02", 2).append(length.first(2));
    if (selector & 8)
        bytes.append("\0\0\0\1\x67", 5);
    return bytes.append(payload);
}

} // namespace

/// The first byte says how the rest is fed: as it is or as frames, and in pieces of which size.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const quint8 mode = data[0];
    const QByteArrayView input(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    QByteArray stream;
    if (mode & 1) {
        // selector, length, payload, and again
        for (qsizetype at = 0; at + 2 <= input.size();) {
            const qsizetype length = qMin<qsizetype>(quint8(input[at + 1]), input.size() - at - 2);
            stream += frameOf(quint8(input[at]), input.sliced(at + 2, length));
            at += 2 + length;
        }
    } else {
        stream = input.toByteArray();
    }
    Totals totals;
    MediaDemuxer demuxer([&totals](EncodedFrame &&frame) { totals.note(frame); });
    const qsizetype piece = mode & 0x80 ? 1 + (mode >> 1 & 0x1f) : stream.size() + 1;
    int fed = 0;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        demuxer.feed(QByteArrayView(stream).sliced(at, qMin(piece, stream.size() - at)),
                     std::chrono::nanoseconds(1));
        if ((mode & 0x40) && ++fed % 7 == 0)
            demuxer.noteLoss();
    }
    const auto &counters = demuxer.counters();
    // Every byte is a frame's, a header's or garbage, once.
    if (totals.bytes + counters.garbageBytes > quint64(stream.size()) ||
        counters.frames + counters.audioFrames > totals.frames)
        std::abort();
    demuxer.reset();
    demuxer.feed(stream, std::chrono::nanoseconds(2));
    return 0;
}
