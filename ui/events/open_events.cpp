// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/open_events.h"

#include "core/base/on.h"

#include <QLocale>

namespace opsdeck::events {

using store::Severity;

OpenEvents::OpenEvents(EventSource &source, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_timer(clock.makeTimer([this] { count(); }))
{
    connect(&m_source, &EventSource::added, this, &OpenEvents::countSoon);
    connect(&m_source, &EventSource::acknowledged, this, &OpenEvents::countSoon);
    connect(&m_source, &EventSource::pruned, this, &OpenEvents::countSoon);
}

OpenEvents::~OpenEvents() = default;

void OpenEvents::start()
{
    m_isStarted = true;
    count();
}

QString OpenEvents::figure(int count)
{
    const QString number = QLocale().toString(count);
    return count >= kMost ? number + QLatin1Char('+') : number;
}

void OpenEvents::countSoon()
{
    if (!m_isStarted)
        return;
    if (m_isCounting)
        m_isStale = true;
    else if (!m_timer->isActive())
        m_timer->start(kPause);
}

void OpenEvents::count()
{
    if (m_isCounting)
        return;
    m_isCounting = true;
    m_isStale = false;
    m_fresh = Counts();
    const auto end = [this](bool isGood) {
        m_isCounting = false;
        if (isGood && m_fresh != m_counts) {
            m_counts = m_fresh;
            Q_EMIT changed();
        }
        if (m_isStale)
            countSoon();
    };
    using Answer = base::Result<int>;
    m_source.countOpen(Severity::Alarm, kMost).then(base::on(this, [this, end](const Answer &alarms) {
        if (!alarms)
            return end(false);
        m_fresh.alarms = *alarms;
        m_source.countOpen(Severity::Attention, kMost)
            .then(base::on(this, [this, end](const Answer &attention) {
                if (!attention)
                    return end(false);
                m_fresh.attention = *attention;
                end(true);
            }));
    }));
}

} // namespace opsdeck::events
