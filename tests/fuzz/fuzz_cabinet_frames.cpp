// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any pieces: the same frames as in one piece, no byte lost, memory bounded.
#include "core/systems/cabinet/frame.h"

#include <cstdlib>

using namespace opsdeck;
using namespace opsdeck::cabinet;

namespace {

struct Outcome {
    QByteArray frames;
    bool isRefused = false;
    qsizetype buffered = 0;
};

Outcome cut(QByteArrayView stream, qsizetype step)
{
    Outcome outcome;
    FrameCutter cutter;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        const QByteArray piece = stream.sliced(at, std::min(step, stream.size() - at)).toByteArray();
        QByteArrayView input = piece;
        for (;;) {
            const auto frame = cutter.next(input);
            if (!frame) {
                if (frame.error().detail().isEmpty())
                    std::abort();
                outcome.isRefused = true;
                return outcome;
            }
            if (!*frame)
                break;
            QByteArray whole =
                encodeFrame((*frame)->command, (*frame)->vsn, (*frame)->token, (*frame)->payload);
            if (((*frame)->checksum == quint8(whole[4])) != (*frame)->isChecksumRight())
                std::abort();
            whole[4] = char((*frame)->checksum);
            outcome.frames += whole;
        }
        if (!input.isEmpty() || cutter.bufferedBytes() > 2 + kLongestPacket)
            std::abort();
    }
    outcome.buffered = cutter.bufferedBytes();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArrayView stream(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const Outcome whole = cut(stream, std::max<qsizetype>(stream.size(), 1));
    const Outcome pieces = cut(stream, qsizetype(data[0]) + 1);
    if (whole.frames != pieces.frames || whole.isRefused != pieces.isRefused)
        std::abort();
    if (!stream.startsWith(whole.frames))
        std::abort();
    if (!whole.isRefused && whole.frames.size() + whole.buffered != stream.size())
        std::abort();
    return 0;
}
