// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/bell.h"

#include <QMutex>
#include <QMutexLocker>
#include <QObject>

namespace opsdeck::store {

struct Bell::State {
    QMutex mutex;
    std::unique_ptr<QObject> owner = std::make_unique<QObject>(); ///< null when the bell is gone
    std::function<void()> onRung;
    bool isRung = false;
};

void Bell::Rope::ring() const
{
    const QMutexLocker lock(&m_state->mutex);
    if (!m_state->owner || std::exchange(m_state->isRung, true))
        return;
    QMetaObject::invokeMethod(m_state->owner.get(), m_state->onRung, Qt::QueuedConnection);
}

Bell::Bell(base::Clock &clock, std::chrono::milliseconds delay, std::function<void()> heard)
    : m_delay(delay)
    , m_heard(std::move(heard))
    , m_timer(clock.makeTimer([this] { hear(); }))
    , m_state(std::make_shared<State>())
{
    m_state->onRung = [this] {
        if (m_delay.count() > 0)
            m_timer->start(m_delay);
        else
            hear();
    };
}

void Bell::hear()
{
    {
        const QMutexLocker lock(&m_state->mutex);
        m_state->isRung = false;
    }
    m_heard();
}

Bell::~Bell()
{
    std::unique_ptr<QObject> owner;
    const QMutexLocker lock(&m_state->mutex);
    owner.swap(m_state->owner);
}

} // namespace opsdeck::store
