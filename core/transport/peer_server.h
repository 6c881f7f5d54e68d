// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/transport/link_tap.h"

#include <QByteArrayView>
#include <QHostAddress>

#include <memory>

namespace opsdeck::transport {

/// Names one accepted connection; never used twice by the server that gave it. `slot()` is a small number that is free again
/// when the connection is gone: an index for tables.
class PeerId
{
public:
    static constexpr int kSlotBits = 20;
    static constexpr quint32 kMostSlots = 1U << kSlotBits;

    constexpr PeerId() = default;
    /// @param slot below kMostSlots. @param serial 1 or more, below 2^42.
    constexpr PeerId(quint32 slot, quint64 serial)
        : m_value(serial << kSlotBits | slot)
    {
    }
    static constexpr PeerId fromValue(quint64 value)
    {
        PeerId id;
        id.m_value = value;
        return id;
    }

    constexpr bool isNull() const { return m_value == 0; }
    constexpr quint32 slot() const { return quint32(m_value & (kMostSlots - 1)); }
    /// Fits into 62 bits.
    constexpr quint64 value() const { return m_value; }
    friend constexpr bool operator==(PeerId, PeerId) = default;

private:
    quint64 m_value = 0;
};

enum class PeerServerError {
    AddressTaken,   ///< another program listens there
    AddressNotOurs, ///< no such address on this machine
    Forbidden,      ///< a port that needs more rights
    TooManyFiles,   ///< this process or machine has no descriptors or memory left for another connection
    ListenFailed,
};
base::ErrorFacts errorFacts(PeerServerError code);

struct PeerLimits {
    /// What may wait unwritten for one peer; past it the peer is dropped with LinkError::WriteOverflow …
    qsizetype writeBufferBytes = 64 << 10;
    /// … as it is when it has read nothing of it for this long.
    std::chrono::milliseconds writeStall{30'000};
    /// How long a peer that is closed after writing may take to read the rest and close its side.
    std::chrono::milliseconds linger{2'000};
    /// How long no connection is accepted after accepting failed.
    std::chrono::milliseconds acceptPause{1'000};
    /// The kernel's buffers of one connection, each way; 0 = the machine's default.
    int socketBufferBytes = 16 << 10;
    /// Taken from one peer before the others have their turn.
    qsizetype readBytes = 16 << 10;
};

/// Hears what the peers do. Called on the server's thread; may call the server and close any peer, never delete the server.
class PeerListener
{
public:
    PeerListener() = default;
    PeerListener(const PeerListener &) = delete;
    PeerListener &operator=(const PeerListener &) = delete;
    virtual ~PeerListener() = default;

    virtual void peerConnected(PeerId peer, const QHostAddress &address, quint16 port) = 0;
    /// @param bytes valid during the call.
    virtual void peerBytes(PeerId peer, QByteArrayView bytes) = 0;
    /// The peer is gone; not told of a peer that the listener closed. Never from within a call of the server. @param reason
    /// LinkError: ClosedByPeer, SocketFailed, WriteOverflow.
    virtual void peerClosed(PeerId peer, const base::Error &reason) = 0;
    /// Accepting failed; it is tried again after PeerLimits::acceptPause.
    virtual void acceptPaused(const base::Error &reason) = 0;
};

/// Listens, and owns the many connections it accepted. Lives on one thread with an event loop; a turn of that loop does a
/// bounded amount of work, whatever a single peer sends. Calls about a peer that is gone are ignored.
class PeerServer
{
public:
    PeerServer() = default;
    PeerServer(const PeerServer &) = delete;
    PeerServer &operator=(const PeerServer &) = delete;
    /// Closes all; nobody is told.
    virtual ~PeerServer() = default;

    /// @param listener must outlive the server or be set to null before it goes.
    virtual void setListener(PeerListener *listener) = 0;
    /// @param port 0 = any. Answers the real one. Errors: PeerServerError.
    virtual base::Result<quint16> listen(const QHostAddress &address, quint16 port) = 0;
    virtual bool isListening() const = 0;
    /// Stops listening and closes every connection; the listener hears nothing of it.
    virtual void shut() = 0;
    /// All connections, also those that are being closed after writing.
    virtual int peers() const = 0;

    /// Written at once as far as the socket takes it, else kept. A failure is told by `peerClosed`, later.
    virtual void send(PeerId peer, QByteArrayView bytes) = 0;
    /// At once, dropping what is not yet written.
    virtual void close(PeerId peer) = 0;
    /// Lets what is queued go out first, so that a last answer is heard. Nothing more is read from the peer.
    virtual void closeAfterWriting(PeerId peer) = 0;
};

/// Who is to be named in the trace.
struct PeerTrace {
    LinkTapFactory *taps = nullptr; ///< null: no trace; must outlive the server
    QString system;                 ///< "cabinet"
};

/// Epoll where there is one, else QTcpServer. @param clock must outlive it.
std::unique_ptr<PeerServer> makePeerServer(base::Clock &clock, PeerLimits limits = {}, PeerTrace trace = {});

} // namespace opsdeck::transport
