// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/pixel_pool.h"

#include <atomic>
#include <new>

namespace opsdeck::media {

namespace {

constexpr std::align_val_t kAlignment{64};

std::shared_ptr<uchar[]> allocate(qsizetype bytes)
{
    void *const memory = ::operator new(static_cast<size_t>(bytes), kAlignment, std::nothrow);
    if (!memory)
        return nullptr;
    return {static_cast<uchar *>(memory), [](uchar *p) { ::operator delete(p, kAlignment); }};
}

} // namespace

std::shared_ptr<uchar[]> PixelPool::take(qsizetype bytes)
{
    if (bytes != m_bytes) {
        clear();
        m_bytes = bytes;
    }
    for (auto &buffer : m_buffers) {
        if (!buffer)
            return buffer = allocate(bytes);
        if (buffer.use_count() == 1) {
            // Only this pool knows it, so nobody can take a share any more; the fence orders the last reader's reads
            // (before it gave up its share) before our writes.
            std::atomic_thread_fence(std::memory_order_acquire);
            return buffer;
        }
    }
    return allocate(bytes);
}

void PixelPool::clear()
{
    for (auto &buffer : m_buffers)
        buffer.reset();
}

} // namespace opsdeck::media
