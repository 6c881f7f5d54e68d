// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/deadline_queue.h"
#include "core/transport/peer_server.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <vector>

namespace opsdeck::transport {

/// PeerServer with one QTcpSocket a peer: for machines without epoll. Some kilobytes and some system calls more for each.
class QtPeerServer final : public PeerServer
{
public:
    QtPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace);
    ~QtPeerServer() override;

    void setListener(PeerListener *listener) override { m_listener = listener; }
    base::Result<quint16> listen(const QHostAddress &address, quint16 port) override;
    bool isListening() const override { return m_server && m_server->isListening(); }
    void shut() override;
    int peers() const override { return int(m_count); }
    void send(PeerId peer, QByteArrayView bytes) override;
    void close(PeerId peer) override;
    void closeAfterWriting(PeerId peer) override;

private:
    struct Peer {
        PeerId id;
        QTcpSocket *socket = nullptr; ///< deleted later: we are mostly inside one of its signals
        bool isDraining = false;
        bool isDoomed = false;
        std::unique_ptr<LinkTap> tap;
    };
    struct Doom {
        PeerId id;
        base::Error reason;
    };

    void acceptAll();
    void addPeer(QTcpSocket *socket);
    void readFrom(PeerId id);
    void onWritten(PeerId id);
    void onEnd(PeerId id);
    void doom(Peer &peer, LinkError code, const QString &detail);
    void tellDoomed();
    void release(Peer &peer, const QString &reason);
    void onDeadline(PeerId id);
    Peer *find(PeerId id);

    base::Clock &m_clock;
    const PeerLimits m_limits;
    const PeerTrace m_trace;
    PeerListener *m_listener = nullptr;
    QObject m_context; ///< of the connections, and of what is posted to our own thread
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<base::Timer> m_resumeTimer;
    DeadlineQueue m_deadlines;
    std::deque<Peer> m_peers;
    std::vector<quint32> m_free;
    std::vector<Doom> m_doomed;
    quint64 m_lastSerial = 0;
    qsizetype m_count = 0;
};

} // namespace opsdeck::transport
