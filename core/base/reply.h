// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPointer>
#include <QPromise>
#include <QThread>

#include <memory>
#include <utility>

namespace opsdeck::base {

/// The answering side of a QFuture<Result<T>>: answers exactly once. If it is destroyed without having
/// answered (the event was dropped, the session is gone), the caller gets `CommonError::Cancelled`, never
/// silence. Move-only; may be moved to another thread.
template <typename T>
class Reply
{
public:
    Reply()
        : m_promise(std::make_unique<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    Reply(Reply &&) noexcept = default;
    Reply &operator=(Reply &&other) noexcept
    {
        if (this != &other) {
            abandon();
            m_promise = std::move(other.m_promise);
        }
        return *this;
    }
    ~Reply() { abandon(); }

    QFuture<Result<T>> future() const { return m_promise->future(); }
    bool isOpen() const { return m_promise != nullptr; }

    /// Answers; a second answer is ignored.
    void answer(Result<T> result)
    {
        if (auto promise = std::exchange(m_promise, nullptr)) {
            promise->addResult(std::move(result));
            promise->finish();
        }
    }

private:
    void abandon()
    {
        if (m_promise)
            answer(
                fail(CommonError::Cancelled, QStringLiteral("the call was dropped before it was answered")));
    }

    std::unique_ptr<QPromise<Result<T>>> m_promise;
};

/// A future that has its answer already.
template <typename T>
QFuture<Result<T>> answered(Result<T> result)
{
    Reply<T> reply;
    auto future = reply.future();
    reply.answer(std::move(result));
    return future;
}

/// Runs `work(Reply<T>)` in the thread of `target` (at once when that is this thread) and returns its future.
/// When `target` is gone before the work ran, the answer is `CommonError::Cancelled`.
template <typename T, typename Work>
QFuture<Result<T>> callOn(QObject *target, Work work)
{
    Reply<T> reply;
    auto future = reply.future();
    if (target->thread() == QThread::currentThread()) {
        work(std::move(reply));
        return future;
    }
    // invokeMethod takes copyable callables only: the reply travels in a shared box.
    auto box = std::make_shared<Reply<T>>(std::move(reply));
    QMetaObject::invokeMethod(
        target, [box, work = std::move(work)]() mutable { work(std::move(*box)); }, Qt::QueuedConnection);
    return future;
}

} // namespace opsdeck::base
