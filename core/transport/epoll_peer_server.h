// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/peer_table.h"

#ifdef Q_OS_LINUX

#include <QByteArray>
#include <QSocketNotifier>

#include <vector>

namespace opsdeck::transport {

/// One connection of an EpollPeerServer.
struct EpollPeer : PeerState {
    int fd = -1;
    bool isWaitingToWrite = false; ///< epoll tells when the socket takes bytes again
    qsizetype written = 0;         ///< of `unwritten`
    qsizetype discarded = 0;       ///< read while draining
    QByteArray unwritten;
};

/// PeerServer on one epoll descriptor, which is the only one that the thread's event loop watches: a connection costs some
/// hundred bytes here and no Qt object. Reads into one buffer for all; keeps bytes only of a peer that does not read.
class EpollPeerServer final : public PeerTable<EpollPeer>
{
public:
    EpollPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace);
    ~EpollPeerServer() override;

    base::Result<quint16> listen(const QHostAddress &address, quint16 port) override;
    bool isListening() const override { return m_listenFd >= 0; }
    void shut() override;
    void send(PeerId peer, QByteArrayView bytes) override;

private:
    using Peer = EpollPeer;

    void disconnect(Peer &peer) override;
    void beginDraining(Peer &peer) override;
    void turn();
    void acceptSome();
    void addPeer(int fd, const QHostAddress &address, quint16 port);
    void pauseAccepting(int error);
    void watchListener(bool watch);
    void readFrom(Peer &peer);
    void discardFrom(Peer &peer);
    void writeTo(Peer &peer);
    void watch(Peer &peer, bool forWriting);
    void finishWriting(Peer &peer);

    int m_epollFd = -1;
    int m_listenFd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<base::Timer> m_resumeTimer;
    std::vector<char> m_buffer;
};

} // namespace opsdeck::transport

#endif
