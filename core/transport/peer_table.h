// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/byte_link.h"
#include "core/transport/deadline_queue.h"
#include "core/transport/peer_server.h"

#include <QObject>

#include <deque>
#include <utility>
#include <vector>

namespace opsdeck::transport {

/// What every kind of PeerServer knows of one connection; each adds its socket.
struct PeerState {
    PeerId id;               ///< null: the slot is free
    bool isDraining = false; ///< closed for the listener; the rest goes out
    bool isDoomed = false;   ///< it failed; the listener is about to hear of it
    std::unique_ptr<LinkTap> tap;
};

/// The half of a PeerServer that is the same whatever the sockets are: which peers there are, how they end, and who hears of
/// it when. Owns the peers, never their sockets: `disconnect` closes one. @tparam Peer a PeerState with its socket.
template <typename Peer>
class PeerTable : public PeerServer
{
public:
    void setListener(PeerListener *listener) final { m_listener = listener; }
    int peers() const final { return int(m_count); }
    void close(PeerId id) final
    {
        if (Peer *peer = find(id); peer && !peer->isDraining)
            release(*peer);
    }
    void closeAfterWriting(PeerId id) final
    {
        Peer *peer = find(id);
        if (!peer || peer->isDraining)
            return;
        if (peer->isDoomed) {
            release(*peer);
            return;
        }
        peer->isDraining = true;
        m_deadlines.set(id.value(), m_limits.linger);
        beginDraining(*peer);
    }

protected:
    PeerTable(base::Clock &clock, PeerLimits limits, PeerTrace trace)
        : m_clock(clock)
        , m_limits(limits)
        , m_trace(std::move(trace))
        , m_deadlines(clock, [this](DeadlineQueue::Key key) { onDeadline(PeerId::fromValue(key)); })
    {
    }

    /// Closes the socket at once; the peer's slot is used again afterwards.
    virtual void disconnect(Peer &peer) = 0;
    /// Ends our side when the rest is written; from then on nothing is read but to be thrown away.
    virtual void beginDraining(Peer &peer) = 0;

    /// A new peer, without a socket; null when there are too many. Those found before stay where they are.
    Peer *take()
    {
        quint32 slot = quint32(m_peers.size());
        if (!m_free.empty()) {
            slot = m_free.back();
            m_free.pop_back();
        } else if (slot >= PeerId::kMostSlots) {
            return nullptr;
        } else {
            m_peers.emplace_back();
        }
        Peer &peer = m_peers[slot];
        peer.id = PeerId(slot, ++m_lastSerial);
        ++m_count;
        return &peer;
    }
    /// The slot is free again. For a peer that has no socket yet; else `release`.
    void giveBack(Peer &peer)
    {
        const quint32 slot = peer.id.slot();
        peer = Peer();
        m_free.push_back(slot);
        --m_count;
    }
    Peer *find(PeerId id)
    {
        if (id.isNull() || id.slot() >= m_peers.size())
            return nullptr;
        Peer &peer = m_peers[id.slot()];
        return peer.id == id ? &peer : nullptr;
    }

    /// Gives it a tap where there is a trace.
    void makeTap(Peer &peer, const QHostAddress &address, quint16 port)
    {
        if (m_trace.taps)
            peer.tap = m_trace.taps->makeTap(m_trace.system, Endpoint{address.toString(), port}.toString());
    }

    /// It failed: it ends in a later turn of the loop, and the listener hears why.
    void doom(Peer &peer, LinkError code, const QString &detail)
    {
        if (peer.isDraining) {
            release(peer);
            return;
        }
        if (std::exchange(peer.isDoomed, true))
            return;
        // Not told at once: we may be in a call of the listener's.
        if (m_doomed.empty())
            QMetaObject::invokeMethod(
                &m_context, [this] { tellDoomed(); }, Qt::QueuedConnection);
        m_doomed.push_back({peer.id, base::Error(code, detail)});
    }
    void tellDoomed()
    {
        std::vector<Doom> doomed;
        doomed.swap(m_doomed);
        for (const Doom &doom : doomed) {
            Peer *peer = find(doom.id);
            if (!peer)
                continue;
            release(*peer, doom.reason.detail());
            if (m_listener)
                m_listener->peerClosed(doom.id, doom.reason);
        }
    }

    void release(Peer &peer, const QString &reason = QStringLiteral("closed by us"))
    {
        if (peer.tap)
            peer.tap->closed(reason);
        disconnect(peer);
        m_deadlines.clear(peer.id.value());
        giveBack(peer);
    }
    /// Nobody is told.
    void releaseAll()
    {
        for (Peer &peer : m_peers) {
            if (!peer.id.isNull())
                release(peer);
        }
        m_doomed.clear();
        m_deadlines.clearAll();
    }

    base::Clock &m_clock;
    const PeerLimits m_limits;
    const PeerTrace m_trace;
    PeerListener *m_listener = nullptr;
    QObject m_context;         ///< of what is connected and posted to our own thread
    DeadlineQueue m_deadlines; ///< of peers that do not read, or are being closed

private:
    struct Doom {
        PeerId id;
        base::Error reason;
    };

    void onDeadline(PeerId id)
    {
        Peer *peer = find(id);
        if (!peer)
            return;
        if (peer->isDraining)
            release(*peer);
        else
            doom(*peer, LinkError::WriteOverflow,
                 QStringLiteral("the peer has read nothing for %1 ms").arg(m_limits.writeStall.count()));
    }

    std::deque<Peer> m_peers; ///< by slot; a deque, so that references hold while it grows
    std::vector<quint32> m_free;
    std::vector<Doom> m_doomed;
    quint64 m_lastSerial = 0;
    qsizetype m_count = 0;
};

} // namespace opsdeck::transport
