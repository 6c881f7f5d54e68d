// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QMutex>
#include <QObject>

#include <memory>

namespace opsdeck::cabinet {

/// Brings answers of other threads to the thread of one object, and none once that object closed it: the answering thread
/// may be in the middle of it while the object goes. (QFuture::then with a context looks at the object without a lock.)
class Mailbox
{
public:
    /// @param owner must call `close` before it goes.
    explicit Mailbox(QObject *owner)
        : m_box(std::make_shared<Box>())
    {
        m_box->owner = owner;
    }

    void close()
    {
        const QMutexLocker lock(&m_box->mutex);
        m_box->owner = nullptr;
    }

    /// @param take called with the answer in the owner's thread; must be copyable.
    template <typename T, typename Take>
    void deliver(QFuture<T> future, Take take) const
    {
        future.then([box = m_box, take = std::move(take)](const T &answer) mutable {
            const QMutexLocker lock(&box->mutex);
            if (box->owner)
                QMetaObject::invokeMethod(
                    box->owner, [take = std::move(take), answer]() mutable { take(answer); },
                    Qt::QueuedConnection);
        });
    }

private:
    struct Box {
        QMutex mutex;
        QObject *owner = nullptr;
    };
    std::shared_ptr<Box> m_box;
};

} // namespace opsdeck::cabinet
