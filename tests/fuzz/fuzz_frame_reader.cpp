// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any pieces: the same frames as in one piece, no byte lost, memory bounded.
#include "core/transport/frame_reader.h"

#include <cstdlib>

using namespace opsdeck;
using transport::FrameReader;
using transport::HeaderVerdict;

namespace {

constexpr qsizetype kHeader = 4;
constexpr qint64 kCap = 300;

HeaderVerdict inspect(QByteArrayView header)
{
    if (header[1] == 'n')
        return {HeaderVerdict::Kind::Frame, -1, {}};
    if (header[1] != 'd')
        return {};
    const qint64 size = quint8(header[2]) << 8 | quint8(header[3]);
    if (size > kCap)
        return {HeaderVerdict::Kind::Refuse, 0, {}};
    return {HeaderVerdict::Kind::Frame, size, {}};
}

struct Outcome {
    QByteArray frames;
    bool refused = false;
};

void drain(FrameReader &reader, Outcome &outcome)
{
    for (;;) {
        const auto next = reader.next();
        if (!next) {
            outcome.refused = true;
            if (reader.bufferedBytes() != 0)
                std::abort();
            return;
        }
        if (!*next) {
            if (reader.bufferedBytes() > kHeader + kCap)
                std::abort();
            return;
        }
        outcome.frames += (*next)->header.toByteArray() + (*next)->payload.toByteArray();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const auto step = qsizetype(data[0]) + 1;
    const QByteArray stream(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    FrameReader whole(kHeader, 'H', inspect);
    Outcome first;
    whole.append(stream);
    drain(whole, first);
    FrameReader pieces(kHeader, 'H', inspect);
    Outcome second;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        pieces.append(QByteArrayView(stream).sliced(at, std::min(step, stream.size() - at)));
        drain(pieces, second);
    }
    if (first.frames != second.frames || first.refused != second.refused)
        std::abort();
    if (!first.refused &&
        quint64(first.frames.size()) + whole.garbageBytes() + quint64(whole.bufferedBytes()) !=
            quint64(stream.size()))
        std::abort();
    return 0;
}
