// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/rate_limit.h"
#include "core/systems/cabinet/request_book.h"
#include "core/transport/peer_server.h"

#include <bitset>

namespace opsdeck::cabinet {

struct CabinetRecord;
class CabinetSession;

/// What a session needs of the server.
class SessionHost
{
public:
    virtual ~SessionHost() = default;
    virtual base::Clock::Nanoseconds monotonic() const = 0;
    virtual void sendTo(transport::PeerId peer, QByteArrayView bytes) = 0;
    /// When the session has to look after its requests; nothing: not at all.
    virtual void setRequestDeadline(CabinetSession &session,
                                    std::optional<base::Clock::Nanoseconds> deadline) = 0;
    /// Its heartbeat has changed: when it has been silent for too long has to be looked at anew.
    virtual void heartbeatChanged(CabinetSession &session) = 0;
};

/// One connection: what it has sent of a frame, who it is, what it was asked. Thousands of them: holds no memory of its own
/// while nothing is going on. Lives on the I/O thread; owned by the server.
class CabinetSession
{
public:
    using Nanoseconds = base::Clock::Nanoseconds;

    /// A return that the database has not yet decided.
    struct PendingReturn {
        int slot;
        QByteArray bank;
        quint32 token; ///< of the newest repeat
    };

    CabinetSession(SessionHost &host, transport::PeerId peer, QHostAddress from, quint16 port);

    transport::PeerId peer() const { return m_peer; }
    /// "127.0.0.1:40212".
    QString address() const;
    const QHostAddress &host() const { return m_from; }

    /// Answers a frame of the cabinet's, with its token.
    void answer(Command command, quint32 token, QByteArrayView payload);
    /// Sends it or lets it wait; `done` is called in any case, at once with QueueFull or SecretMissing.
    void request(Request request);
    /// The request that this answer belongs to; nothing: nobody asked. @param slot see RequestBook::take.
    std::optional<Request> takeAnswered(Command command, std::optional<int> slot);
    /// Ends those that waited too long, with NoAnswer.
    void endLateRequests();
    /// Ends all, with ConnectionLost.
    void endRequests();
    /// @param seconds 1–255. Holds for what is heard until now, too.
    void setHeartbeat(int seconds);

    CabinetRecord *record = nullptr; ///< null before the login
    FrameCutter cutter;
    std::vector<PendingReturn> returns;
    RateLimit frames;
    RateLimit faults; ///< of those that go into the journal
    Nanoseconds lastHeard{0};
    int heartbeatSeconds = 30; ///< three of these without a frame end the connection
    quint8 vsn = 1;
    bool isClosed = false;         ///< dropped, and about to be deleted
    bool hasToldHeartbeat = false; ///< we set one, which holds after the cabinet's next start
    // Told once a connection:
    bool hasToldUnknown = false;
    bool hasToldUnasked = false;
    std::bitset<256> toldBad; ///< by command

private:
    void send(const Request &request);
    void afterRequests();

    SessionHost &m_host;
    const transport::PeerId m_peer;
    const QHostAddress m_from;
    const quint16 m_port;
    RequestBook m_requests;
};

} // namespace opsdeck::cabinet
