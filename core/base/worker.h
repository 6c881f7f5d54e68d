// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace opsdeck::base {

/// Runs `work()` on a thread of `pool` and returns the future of its answer at once; for what may wait for a disk or take
/// long. @param work copyable; what it refers to must outlive it. @param pool must not be cleared: work that is thrown
/// away is never answered.
template <typename Work>
QFuture<std::invoke_result_t<Work &>> runOn(QThreadPool &pool, Work work)
{
    using Answer = std::invoke_result_t<Work &>;
    // The pool takes copyable callables only: the promise travels in a shared box.
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    pool.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

/// The same on the pool that everybody shares, for work of no owner.
template <typename Work>
QFuture<std::invoke_result_t<Work &>> runOnWorker(Work work)
{
    return runOn(*QThreadPool::globalInstance(), std::move(work));
}

} // namespace opsdeck::base
