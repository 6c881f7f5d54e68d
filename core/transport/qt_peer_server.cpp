// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/qt_peer_server.h"

#include "core/transport/byte_link.h"

#include <QNetworkProxy>

namespace opsdeck::transport {

namespace {

constexpr int kBacklog = 4096;
constexpr int kPendingConnections = 256;

PeerServerError errorOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return PeerServerError::AddressTaken;
    case QAbstractSocket::SocketAddressNotAvailableError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return PeerServerError::AddressNotOurs;
    case QAbstractSocket::SocketAccessError:
        return PeerServerError::Forbidden;
    case QAbstractSocket::SocketResourceError:
        return PeerServerError::TooManyFiles;
    default:
        return PeerServerError::ListenFailed;
    }
}

/// An IPv4 address that came through an IPv6 socket is shown as what it is.
QHostAddress plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

QtPeerServer::QtPeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace)
    : PeerTable(clock, limits, std::move(trace))
{
}

QtPeerServer::~QtPeerServer()
{
    shut();
}

base::Result<quint16> QtPeerServer::listen(const QHostAddress &address, quint16 port)
{
    shut();
    m_server = std::make_unique<QTcpServer>();
    m_server->setProxy(QNetworkProxy::NoProxy);
    m_server->setListenBacklogSize(kBacklog);
    m_server->setMaxPendingConnections(kPendingConnections);
    if (!m_server->listen(address, port)) {
        const auto error =
            base::Error(errorOf(m_server->serverError()),
                        QStringLiteral("%1: %2").arg(Endpoint{address.toString(), port}.toString(),
                                                     m_server->errorString()));
        m_server.reset();
        return base::fail(error);
    }
    m_resumeTimer = m_clock.makeTimer([this] {
        if (m_server)
            m_server->resumeAccepting();
    });
    QObject::connect(m_server.get(), &QTcpServer::newConnection, &m_context, [this] { acceptAll(); });
    // By then the server has stopped accepting by itself.
    QObject::connect(m_server.get(), &QTcpServer::acceptError, &m_context, [this] {
        m_resumeTimer->start(m_limits.acceptPause);
        if (m_listener)
            m_listener->acceptPaused(base::Error(PeerServerError::TooManyFiles, m_server->errorString()));
    });
    return m_server->serverPort();
}

void QtPeerServer::shut()
{
    releaseAll();
    m_resumeTimer.reset();
    if (m_server) {
        m_server->disconnect(&m_context);
        m_server->close();
        m_server.release()->deleteLater();
    }
}

void QtPeerServer::acceptAll()
{
    while (m_server) {
        QTcpSocket *socket = m_server->nextPendingConnection();
        if (!socket)
            return;
        addPeer(socket);
    }
}

void QtPeerServer::addPeer(QTcpSocket *socket)
{
    // Else it would go with the server object, and be deleted twice.
    socket->setParent(nullptr);
    Peer *peer = take();
    if (!peer) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    peer->socket = socket;
    const PeerId id = peer->id;
    socket->setReadBufferSize(m_limits.readBytes);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    if (m_limits.socketBufferBytes > 0) {
        socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, m_limits.socketBufferBytes);
        socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, m_limits.socketBufferBytes);
    }
    QObject::connect(socket, &QTcpSocket::readyRead, &m_context, [this, id] { readFrom(id); });
    QObject::connect(socket, &QTcpSocket::bytesWritten, &m_context, [this, id] { onWritten(id); });
    QObject::connect(socket, &QTcpSocket::errorOccurred, &m_context, [this, id] { onEnd(id); });
    QObject::connect(socket, &QTcpSocket::disconnected, &m_context, [this, id] { onEnd(id); });
    const QHostAddress address = plain(socket->peerAddress());
    const quint16 port = socket->peerPort();
    makeTap(*peer, address, port);
    if (peer->tap)
        peer->tap->opened(plain(socket->localAddress()), socket->localPort(), address, port);
    if (m_listener)
        m_listener->peerConnected(id, address, port);
    // What came before we listened to it has told so already.
    if (find(id) && socket->bytesAvailable() > 0)
        readFrom(id);
}

void QtPeerServer::readFrom(PeerId id)
{
    Peer *peer = find(id);
    if (!peer || peer->isDoomed)
        return;
    if (peer->isDraining) {
        peer->socket->skip(peer->socket->bytesAvailable());
        return;
    }
    const QByteArray bytes = peer->socket->read(m_limits.readBytes);
    if (bytes.isEmpty())
        return;
    if (peer->tap)
        peer->tap->received(bytes);
    if (m_listener)
        m_listener->peerBytes(id, bytes);
    peer = find(id);
    // The rest in the next turn: the others come first.
    if (peer && peer->socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            &m_context, [this, id] { readFrom(id); }, Qt::QueuedConnection);
}

void QtPeerServer::send(PeerId id, QByteArrayView bytes)
{
    Peer *peer = find(id);
    if (!peer || peer->isDraining || peer->isDoomed || bytes.isEmpty())
        return;
    const qint64 before = peer->socket->bytesToWrite();
    if (before + bytes.size() > m_limits.writeBufferBytes) {
        doom(
            *peer, LinkError::WriteOverflow,
            QStringLiteral("the peer does not read: %1 bytes wait to be written").arg(before + bytes.size()));
        return;
    }
    if (peer->tap)
        peer->tap->sent(bytes.toByteArray());
    peer->socket->write(bytes.data(), bytes.size());
    if (before == 0)
        m_deadlines.set(id.value(), m_limits.writeStall);
}

void QtPeerServer::onWritten(PeerId id)
{
    Peer *peer = find(id);
    if (!peer || peer->isDraining)
        return;
    if (peer->socket->bytesToWrite() > 0)
        m_deadlines.set(id.value(), m_limits.writeStall);
    else
        m_deadlines.clear(id.value());
}

void QtPeerServer::onEnd(PeerId id)
{
    Peer *peer = find(id);
    if (!peer || peer->isDoomed)
        return;
    if (peer->isDraining) {
        release(*peer);
        return;
    }
    // What arrived before the end still counts.
    while (peer && !peer->isDoomed && peer->socket->bytesAvailable() > 0) {
        const qint64 left = peer->socket->bytesAvailable();
        readFrom(id);
        peer = find(id);
        if (peer && peer->socket->bytesAvailable() >= left)
            break;
    }
    if (!peer)
        return;
    const auto error = peer->socket->error();
    const bool isPeers =
        error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::UnknownSocketError;
    doom(*peer, isPeers ? LinkError::ClosedByPeer : LinkError::SocketFailed, peer->socket->errorString());
}

void QtPeerServer::beginDraining(Peer &peer)
{
    peer.socket->skip(peer.socket->bytesAvailable());
    peer.socket->disconnectFromHost();
}

void QtPeerServer::disconnect(Peer &peer)
{
    peer.socket->disconnect(&m_context);
    peer.socket->abort();
    peer.socket->deleteLater();
}

} // namespace opsdeck::transport
