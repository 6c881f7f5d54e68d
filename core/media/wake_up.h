// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>

namespace opsdeck::media {

/// Tells one consumer (the wall) that some pipeline has a new picture. Shared by many pipelines; at most one call
/// is pending, however many pictures arrive before the consumer looks.
///
/// The consumer, in its own thread, calls `accept()` FIRST and then empties the mailboxes of all its pipelines:
/// a picture that arrives in between causes one more call, none is missed.
class WakeUp final
{
public:
    /// @param notify runs on a worker thread: it must return quickly, never block, and only hand over to the
    /// consumer's thread (e.g. QMetaObject::invokeMethod(wall, …, Qt::QueuedConnection)). It is not called any
    /// more once the last VideoPipeline that has this WakeUp is destroyed.
    explicit WakeUp(std::function<void()> notify)
        : m_notify(std::move(notify))
    {
    }

    /// Any thread: calls `notify` unless a call is pending already.
    void post()
    {
        if (!m_pending.exchange(true, std::memory_order_acq_rel))
            m_notify();
    }

    /// Consumer's thread, before it looks into the mailboxes.
    void accept() { m_pending.exchange(false, std::memory_order_acq_rel); }

private:
    const std::function<void()> m_notify;
    std::atomic<bool> m_pending{false};
};

} // namespace opsdeck::media
