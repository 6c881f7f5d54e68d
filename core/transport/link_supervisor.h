// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transport/backoff.h"
#include "core/transport/byte_link.h"

namespace opsdeck::transport {

/// The only one that reconnects a link. It opens the link, waits out the back-off after every end, and
/// forgets the back-off once a session has been up for 30 s. What a session is (login, handshake) its owner
/// says by `sessionUp()`. Lives on the link's thread; does not own the link.
class LinkSupervisor final : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Connecting, Connected, Waiting };
    Q_ENUM(State)

    static constexpr std::chrono::seconds kSteadyAfter{30};

    /// @param link and @param clock must outlive this object. @param seed of the jitter.
    LinkSupervisor(ByteLink &link, base::Clock &clock, Backoff::Policy policy, std::uint32_t seed,
                   QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Time to the next attempt while Waiting; 0 otherwise.
    std::chrono::milliseconds remainingWait() const;

    void start(const Endpoint &endpoint);
    /// Closes the link (what is queued still goes out) and stays away until `start()`.
    void stop();
    /// The session works (logged in); from now the 30 s count.
    void sessionUp();
    /// Closes the link when it is open (what is queued still goes out) and tries again after exactly `delay`, whatever the back-off says.
    void retryAfter(std::chrono::milliseconds delay);
    /// Ends a wait at once ("try now").
    void retryNow();

Q_SIGNALS:
    void stateChanged(opsdeck::transport::LinkSupervisor::State state);
    /// The link ended or could not be opened; the next attempt comes after `wait`.
    void waiting(const opsdeck::base::Error &reason, std::chrono::milliseconds wait);

private:
    void attempt();
    void onEnded(const base::Error &reason);
    void setState(State state);

    ByteLink &m_link;
    base::Clock &m_clock;
    Backoff m_backoff;
    std::unique_ptr<base::Timer> m_waitTimer;
    std::unique_ptr<base::Timer> m_steadyTimer;
    Endpoint m_endpoint;
    State m_state = State::Stopped;
    std::chrono::milliseconds m_forcedDelay{-1};
    base::Clock::Nanoseconds m_attemptAt{0};        ///< when the next one is due
    base::Clock::Nanoseconds m_attemptStartedAt{0}; ///< when the last one began
    bool m_wasUp = false;
};

} // namespace opsdeck::transport
