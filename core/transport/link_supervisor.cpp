// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/link_supervisor.h"

#include <QPointer>

#include <utility>

namespace opsdeck::transport {

using std::chrono::milliseconds;

LinkSupervisor::LinkSupervisor(ByteLink &link, base::Clock &clock, Backoff::Policy policy, std::uint32_t seed,
                               QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_clock(clock)
    , m_backoff(policy, seed)
    , m_waitTimer(clock.makeTimer([this] { attempt(); }))
    , m_steadyTimer(clock.makeTimer([this] { m_backoff.reset(); }))
{
    connect(&m_link, &ByteLink::opened, this, [this] { setState(State::Connected); });
    connect(&m_link, &ByteLink::closed, this, &LinkSupervisor::onEnded);
    connect(&m_link, &ByteLink::failed, this, &LinkSupervisor::onEnded);
}

milliseconds LinkSupervisor::remainingWait() const
{
    if (m_state != State::Waiting)
        return milliseconds::zero();
    const auto left = std::chrono::ceil<milliseconds>(m_attemptAt - m_clock.monotonic());
    return std::max(left, milliseconds::zero());
}

void LinkSupervisor::start(const Endpoint &endpoint)
{
    const QPointer<LinkSupervisor> guard(this);
    stop();
    if (guard)
        m_link.close(); // it may still be writing out its last words
    if (!guard)
        return;
    m_endpoint = endpoint;
    m_backoff.reset();
    m_backoff.next(); // the first attempt comes at once
    attempt();
}

void LinkSupervisor::stop()
{
    m_waitTimer->stop();
    m_steadyTimer->stop();
    m_forcedDelay = milliseconds(-1);
    const QPointer<LinkSupervisor> guard(this);
    setState(State::Stopped);
    if (guard && m_state == State::Stopped)
        m_link.closeAfterWriting();
}

void LinkSupervisor::sessionUp()
{
    if (m_state != State::Connected)
        return;
    m_wasUp = true;
    m_steadyTimer->start(kSteadyAfter);
}

void LinkSupervisor::retryAfter(milliseconds delay)
{
    if (m_state == State::Stopped)
        return;
    m_forcedDelay = std::max(delay, milliseconds::zero());
    if (m_link.state() != ByteLink::State::Closed) {
        m_link.closeAfterWriting(); // its end comes to onEnded()
        return;
    }
    onEnded(base::Error(LinkError::ClosedByUs, QStringLiteral("asked to try again")));
}

void LinkSupervisor::retryNow()
{
    if (m_state == State::Waiting) {
        m_waitTimer->stop();
        attempt();
    }
}

void LinkSupervisor::attempt()
{
    m_attemptStartedAt = m_clock.monotonic();
    m_wasUp = false;
    const QPointer<LinkSupervisor> guard(this);
    setState(State::Connecting);
    // Whoever heard that may have stopped us.
    if (guard && m_state == State::Connecting)
        m_link.open(m_endpoint);
}

void LinkSupervisor::onEnded(const base::Error &reason)
{
    if (m_state == State::Stopped)
        return;
    m_steadyTimer->stop();
    const milliseconds forced = std::exchange(m_forcedDelay, milliseconds(-1));
    milliseconds wait = forced;
    if (forced.count() < 0) {
        wait = m_backoff.next();
        // The delay counts from one attempt to the next: an attempt that hung for seconds has waited already.
        if (!m_wasUp) {
            const auto spent = std::chrono::floor<milliseconds>(m_clock.monotonic() - m_attemptStartedAt);
            wait = std::max(std::min(wait, m_backoff.policy().first), wait - spent);
        }
    }
    m_attemptAt = m_clock.monotonic() + wait;
    m_waitTimer->start(wait);
    const QPointer<LinkSupervisor> guard(this);
    setState(State::Waiting);
    // Whoever heard that may have stopped us or tried again already.
    if (!guard || m_state != State::Waiting)
        return;
    Q_EMIT waiting(reason, wait);
}

void LinkSupervisor::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace opsdeck::transport
