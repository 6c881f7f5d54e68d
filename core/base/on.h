// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <type_traits>
#include <utility>

namespace opsdeck::base {

/// An object of the calling thread, to post to from others. Who holds it may do so at any time; after the end of the
/// thread nothing comes of it.
std::shared_ptr<QObject> letterBoxOfThisThread();

namespace detail {

template <typename Function>
struct ArgumentOf : ArgumentOf<decltype(&Function::operator())> {
};
template <typename Class, typename Result, typename Argument>
struct ArgumentOf<Result (Class::*)(Argument)> {
    using Type = std::decay_t<Argument>;
};
template <typename Class, typename Result, typename Argument>
struct ArgumentOf<Result (Class::*)(Argument) const> {
    using Type = std::decay_t<Argument>;
};

template <bool kIsAtOnce, typename Function>
auto inThisThread(QObject *context, Function function)
{
    using Answer = typename ArgumentOf<Function>::Type;
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    return [guard = QPointer<QObject>(context), letterBox = letterBoxOfThisThread(),
            function = std::move(function)](const Answer &answer) mutable {
        if (kIsAtOnce && letterBox->thread() == QThread::currentThread()) {
            if (guard)
                function(answer);
            return;
        }
        // invokeMethod takes copyable callables only. Whether the context is there is asked in its own thread.
        auto box = std::make_shared<Function>(std::move(function));
        QMetaObject::invokeMethod(
            letterBox.get(),
            [guard = guard, box = std::move(box), answer] {
                if (guard)
                    (*box)(answer);
            },
            Qt::QueuedConnection);
    };
}

} // namespace detail

/// For QFuture::then: `future.then(on(this, [this](const Answer &answer) { … }))` calls the function in this thread, at
/// once when the answer is here or comes from this thread, and never when `context` is gone. `future.then(context, …)` of
/// Qt 6.4 posts to the context itself, from the thread that answers: a context that is being destroyed meanwhile is
/// written to after its end.
/// @param context lives in the calling thread. @param function a lambda with one argument; may be move-only. When the
/// context goes while the answer is on its way, what the function holds lives until this thread handles its events: it must not
/// need the context for its own end.
template <typename Function>
auto on(QObject *context, Function function)
{
    return detail::inThisThread<true>(context, std::move(function));
}

/// The same, never at once: for who asks in the middle of something.
template <typename Function>
auto onLater(QObject *context, Function function)
{
    return detail::inThisThread<false>(context, std::move(function));
}

} // namespace opsdeck::base
