// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/peer_table.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace opsdeck::transport {

/// One connection of a QtPeerServer.
struct QtPeer : PeerState {
    QTcpSocket *socket = nullptr; ///< deleted later: we are mostly inside one of its signals
};

/// PeerServer with one QTcpSocket a peer: for machines without epoll. Some kilobytes and some system calls more for each.
class QtPeerServer final : public PeerTable<QtPeer>
{
public:
    QtPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace);
    ~QtPeerServer() override;

    base::Result<quint16> listen(const QHostAddress &address, quint16 port) override;
    bool isListening() const override { return m_server && m_server->isListening(); }
    void shut() override;
    void send(PeerId peer, QByteArrayView bytes) override;

private:
    using Peer = QtPeer;

    void disconnect(Peer &peer) override;
    void beginDraining(Peer &peer) override;
    void acceptAll();
    void addPeer(QTcpSocket *socket);
    void readFrom(PeerId id);
    void onWritten(PeerId id);
    void onEnd(PeerId id);

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<base::Timer> m_resumeTimer;
};

} // namespace opsdeck::transport
