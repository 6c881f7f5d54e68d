// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/keep_alive.h"

#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"

namespace opsdeck::dvr {

KeepAlive::KeepAlive(MessageLink &link, base::Clock &clock, std::function<void(const base::Error &)> onLost)
    : m_link(link)
    , m_onLost(std::move(onLost))
    , m_timer(clock.makeTimer([this] {
        m_timer->start(m_interval);
        ask(m_interval, false);
    }))
{
}

KeepAlive::~KeepAlive()
{
    *m_alive = false;
}

void KeepAlive::start(std::chrono::seconds interval, const QString &sessionText)
{
    stop();
    m_interval = interval;
    m_sessionText = sessionText;
    m_timer->start(interval);
}

void KeepAlive::stop()
{
    ++m_generation;
    m_missed = 0;
    m_probing = false;
    m_timer->stop();
}

void KeepAlive::probe()
{
    if (m_probing || !m_timer->isActive())
        return;
    m_probing = true;
    ask(kProbeTimeout, true);
}

void KeepAlive::ask(std::chrono::milliseconds timeout, bool isProbe)
{
    const QJsonObject body{{QStringLiteral("Name"), QStringLiteral("KeepAlive")},
                           {QStringLiteral("SessionID"), m_sessionText}};
    m_link.request(
        id::kKeepAlive, body, timeout, QStringLiteral("keep-alive"),
        [this, alive = m_alive, generation = m_generation, isProbe](const base::Result<Message> &answer) {
            if (!*alive || generation != m_generation)
                return;
            if (isProbe)
                m_probing = false;
            if (answer) {
                m_missed = 0;
                // An answer without a readable Ret is a sign of life as good as any.
                const auto ret = parseBody(answer->payload).and_then(retOf);
                if (ret && isSessionExpired(*ret)) {
                    stop();
                    m_onLost(retError(*ret, QStringLiteral("keep-alive")));
                }
                return;
            }
            if (!answer.error().is(base::CommonError::Timeout))
                return; // the link ended, its owner knows
            if (!isProbe && ++m_missed < 2)
                return;
            stop();
            m_onLost(base::Error(DvrError::KeepAliveLost,
                                 isProbe ? QStringLiteral("the device does not answer (probe of 2 s)")
                                         : QStringLiteral("two keep-alives without an answer")));
        });
}

} // namespace opsdeck::dvr
