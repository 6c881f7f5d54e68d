// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/epoll_peer_server.h"

#ifdef Q_OS_LINUX

#include "core/transport/listen_socket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace opsdeck::transport {

namespace {

constexpr int kEventsPerTurn = 256;
constexpr int kAcceptsPerTurn = 64;
/// A peer that is being closed and still sends this much is cut off.
constexpr qsizetype kMostDiscarded = 64 << 10;
/// Of epoll's data; no peer has it.
constexpr quint64 kListenerKey = 0;

QString systemText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

EpollPeerServer::EpollPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace)
    : PeerTable(clock, limits, std::move(trace))
    , m_buffer(std::size_t(limits.readBytes))
{
}

EpollPeerServer::~EpollPeerServer()
{
    shut();
}

base::Result<quint16> EpollPeerServer::listen(const QHostAddress &address, quint16 port)
{
    shut();
    auto socket = openListenSocket(address, port, m_limits.socketBufferBytes);
    if (!socket)
        return base::fail(socket.error());
    m_epollFd = ::epoll_create1(EPOLL_CLOEXEC);
    if (m_epollFd < 0) {
        const int error = errno;
        ::close(socket->fd);
        return base::fail(PeerServerError::ListenFailed, systemText(error));
    }
    m_listenFd = socket->fd;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kListenerKey;
    if (::epoll_ctl(m_epollFd, EPOLL_CTL_ADD, m_listenFd, &event) != 0) {
        const int error = errno;
        shut();
        return base::fail(PeerServerError::ListenFailed, systemText(error));
    }
    m_resumeTimer = m_clock.makeTimer([this] { watchListener(true); });
    m_notifier = std::make_unique<QSocketNotifier>(m_epollFd, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &m_context, [this] { turn(); });
    return socket->port;
}

void EpollPeerServer::shut()
{
    releaseAll();
    m_resumeTimer.reset();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        // We may be inside its signal.
        m_notifier.release()->deleteLater();
    }
    for (int *fd : {&m_listenFd, &m_epollFd}) {
        if (*fd >= 0)
            ::close(std::exchange(*fd, -1));
    }
}

void EpollPeerServer::turn()
{
    std::array<epoll_event, kEventsPerTurn> events;
    const int count = ::epoll_wait(m_epollFd, events.data(), kEventsPerTurn, 0);
    for (int i = 0; i < count && m_epollFd >= 0; ++i) {
        const epoll_event &event = events[std::size_t(i)];
        if (event.data.u64 == kListenerKey) {
            acceptSome();
            continue;
        }
        const PeerId id = PeerId::fromValue(event.data.u64);
        // An earlier event of this turn may have closed it.
        Peer *peer = find(id);
        if (peer && (event.events & EPOLLOUT))
            writeTo(*peer);
        peer = find(id);
        if (!peer || !(event.events & (EPOLLIN | EPOLLERR | EPOLLHUP)))
            continue;
        if (peer->isDraining)
            discardFrom(*peer);
        else if (!peer->isDoomed)
            readFrom(*peer);
    }
    tellDoomed();
}

void EpollPeerServer::acceptSome()
{
    for (int i = 0; i < kAcceptsPerTurn && m_listenFd >= 0; ++i) {
        sockaddr_storage from{};
        socklen_t size = sizeof(from);
        const int fd =
            ::accept4(m_listenFd, reinterpret_cast<sockaddr *>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            const int error = errno;
            if (error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM)
                pauseAccepting(error);
            // Else nobody waits, or somebody left before he was let in: the next one is told by epoll.
            return;
        }
        const auto [address, port] = addressOf(from);
        addPeer(fd, address, port);
    }
}

void EpollPeerServer::addPeer(int fd, const QHostAddress &address, quint16 port)
{
    Peer *peer = take();
    if (!peer) {
        ::close(fd);
        return;
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = peer->id.value();
    if (::epoll_ctl(m_epollFd, EPOLL_CTL_ADD, fd, &event) != 0) {
        const int error = errno;
        ::close(fd);
        giveBack(*peer);
        pauseAccepting(error);
        return;
    }
    peer->fd = fd;
    makeTap(*peer, address, port);
    if (peer->tap) {
        sockaddr_storage local{};
        socklen_t size = sizeof(local);
        ::getsockname(fd, reinterpret_cast<sockaddr *>(&local), &size);
        const auto [ourAddress, ourPort] = addressOf(local);
        peer->tap->opened(ourAddress, ourPort, address, port);
    }
    if (m_listener)
        m_listener->peerConnected(peer->id, address, port);
}

void EpollPeerServer::pauseAccepting(int error)
{
    // The listening socket stays ready: watched on, it would turn the loop round and round.
    watchListener(false);
    m_resumeTimer->start(m_limits.acceptPause);
    if (m_listener)
        m_listener->acceptPaused(base::Error(PeerServerError::TooManyFiles, systemText(error)));
}

void EpollPeerServer::watchListener(bool watch)
{
    epoll_event event{};
    if (watch)
        event.events = EPOLLIN;
    event.data.u64 = kListenerKey;
    if (m_listenFd >= 0)
        ::epoll_ctl(m_epollFd, EPOLL_CTL_MOD, m_listenFd, &event);
}

void EpollPeerServer::readFrom(Peer &peer)
{
    const ssize_t count = ::recv(peer.fd, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    if (count > 0) {
        if (peer.tap)
            peer.tap->received(QByteArray(m_buffer.data(), count));
        if (m_listener)
            m_listener->peerBytes(peer.id, QByteArrayView(m_buffer.data(), count));
        return;
    }
    if (count == 0) {
        doom(peer, LinkError::ClosedByPeer, QStringLiteral("the peer closed the connection"));
        return;
    }
    const int error = errno;
    if (error != EAGAIN && error != EINTR)
        doom(peer, LinkError::SocketFailed, systemText(error));
}

void EpollPeerServer::discardFrom(Peer &peer)
{
    const ssize_t count = ::recv(peer.fd, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    const bool isOver = count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR);
    peer.discarded += std::max<ssize_t>(count, 0);
    if (isOver || peer.discarded > kMostDiscarded)
        release(peer);
}

void EpollPeerServer::send(PeerId id, QByteArrayView bytes)
{
    Peer *peer = find(id);
    if (!peer || peer->isDraining || peer->isDoomed || bytes.isEmpty())
        return;
    if (peer->tap)
        peer->tap->sent(bytes.toByteArray());
    if (peer->unwritten.isEmpty()) {
        const ssize_t count =
            ::send(peer->fd, bytes.data(), std::size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count == bytes.size())
            return;
        if (count < 0 && errno != EAGAIN && errno != EINTR && errno != ENOBUFS) {
            doom(*peer, LinkError::SocketFailed, systemText(errno));
            return;
        }
        bytes = bytes.sliced(std::max<ssize_t>(count, 0));
    }
    const qsizetype waiting = peer->unwritten.size() - peer->written + bytes.size();
    if (waiting > m_limits.writeBufferBytes) {
        doom(*peer, LinkError::WriteOverflow,
             QStringLiteral("the peer does not read: %1 bytes wait to be written").arg(waiting));
        return;
    }
    if (peer->unwritten.isEmpty())
        m_deadlines.set(id.value(), m_limits.writeStall);
    peer->unwritten.append(bytes.data(), bytes.size());
    watch(*peer, true);
}

void EpollPeerServer::writeTo(Peer &peer)
{
    if (peer.unwritten.isEmpty() || peer.isDoomed)
        return;
    const ssize_t count =
        ::send(peer.fd, peer.unwritten.constData() + peer.written,
               std::size_t(peer.unwritten.size() - peer.written), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0) {
        if (errno == EAGAIN || errno == EINTR || errno == ENOBUFS)
            return;
        doom(peer, LinkError::SocketFailed, systemText(errno));
        return;
    }
    peer.written += count;
    if (peer.written < peer.unwritten.size()) {
        if (!peer.isDraining)
            m_deadlines.set(peer.id.value(), m_limits.writeStall);
        return;
    }
    // Given back, not kept for the next time: there are thousands of peers.
    peer.unwritten = QByteArray();
    peer.written = 0;
    watch(peer, false);
    if (peer.isDraining)
        finishWriting(peer);
    else
        m_deadlines.clear(peer.id.value());
}

void EpollPeerServer::watch(Peer &peer, bool forWriting)
{
    if (peer.isWaitingToWrite == forWriting)
        return;
    peer.isWaitingToWrite = forWriting;
    epoll_event event{};
    event.events = forWriting ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = peer.id.value();
    ::epoll_ctl(m_epollFd, EPOLL_CTL_MOD, peer.fd, &event);
}

void EpollPeerServer::beginDraining(Peer &peer)
{
    if (peer.unwritten.isEmpty())
        finishWriting(peer);
}

void EpollPeerServer::finishWriting(Peer &peer)
{
    // Our side ends; the socket is closed when theirs does. Closed now, with bytes of theirs unread, it would answer them
    // with a reset, and the peer might never see our last words.
    ::shutdown(peer.fd, SHUT_WR);
}

void EpollPeerServer::disconnect(Peer &peer)
{
    // Closing takes it out of the epoll set: nobody else has a copy of the descriptor.
    ::close(peer.fd);
}

} // namespace opsdeck::transport

#endif
