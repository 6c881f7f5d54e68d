// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/peer_server.h"

#ifdef Q_OS_LINUX

#include "core/transport/deadline_queue.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <deque>
#include <vector>

namespace opsdeck::transport {

/// PeerServer on one epoll descriptor, which is the only one that the thread's event loop watches: a connection costs some
/// hundred bytes here and no Qt object. Reads into one buffer for all; keeps bytes only of a peer that does not read.
class EpollPeerServer final : public PeerServer
{
public:
    EpollPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace);
    ~EpollPeerServer() override;

    void setListener(PeerListener *listener) override { m_listener = listener; }
    base::Result<quint16> listen(const QHostAddress &address, quint16 port) override;
    bool isListening() const override { return m_listenFd >= 0; }
    void shut() override;
    int peers() const override { return int(m_count); }
    void send(PeerId peer, QByteArrayView bytes) override;
    void close(PeerId peer) override;
    void closeAfterWriting(PeerId peer) override;

private:
    struct Peer {
        PeerId id;
        int fd = -1;
        bool isWaitingToWrite = false; ///< epoll tells when the socket takes bytes again
        bool isDraining = false;       ///< closed for the listener; the rest goes out
        bool isDoomed = false;         ///< it failed; the listener is about to hear of it
        qsizetype written = 0;         ///< of `unwritten`
        qsizetype discarded = 0;       ///< read while draining
        QByteArray unwritten;
        std::unique_ptr<LinkTap> tap;
    };
    struct Doom {
        PeerId id;
        base::Error reason;
    };

    void turn();
    void acceptSome();
    void addPeer(int fd, const QHostAddress &address, quint16 port);
    void pauseAccepting(int error);
    void watchListener(bool watch);
    Peer *find(PeerId id);
    void readFrom(Peer &peer);
    void discardFrom(Peer &peer);
    void writeTo(Peer &peer);
    void watch(Peer &peer, bool forWriting);
    void doom(Peer &peer, LinkError code, const QString &detail);
    void tellDoomed();
    void finishWriting(Peer &peer);
    void release(Peer &peer, const QString &reason);
    void onDeadline(PeerId id);

    base::Clock &m_clock;
    const PeerLimits m_limits;
    const PeerTrace m_trace;
    PeerListener *m_listener = nullptr;
    int m_epollFd = -1;
    int m_listenFd = -1;
    QObject m_context; ///< of what is posted to our own thread
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unique_ptr<base::Timer> m_resumeTimer;
    DeadlineQueue m_deadlines; ///< of peers that do not read, or are being closed
    std::deque<Peer> m_peers;  ///< by slot; a deque, so that references hold while it grows
    std::vector<quint32> m_free;
    std::vector<Doom> m_doomed;
    std::vector<char> m_buffer;
    quint64 m_lastSerial = 0;
    qsizetype m_count = 0;
};

} // namespace opsdeck::transport

#endif
