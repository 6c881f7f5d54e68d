// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <memory>

namespace opsdeck::media {

/// The few pixel buffers one stream's pictures take turns in: one on the screen, one in the mailbox, one being
/// written. A buffer is free again when its last Picture is gone, in whatever thread that happens; `take()` itself is
/// called by one thread at a time. Allocates only when all are in use or the size changes.
class PixelPool final
{
public:
    /// @param bytes > 0. @return a buffer of that size, aligned to 64 bytes, that nobody else uses; null when there is
    /// no memory. Its bytes are not initialised.
    std::shared_ptr<uchar[]> take(qsizetype bytes);
    /// Forgets the buffers; those in use live as long as their pictures.
    void clear();

private:
    static constexpr int kBuffers = 4;
    std::array<std::shared_ptr<uchar[]>, kBuffers> m_buffers;
    qsizetype m_bytes = 0;
};

} // namespace opsdeck::media
