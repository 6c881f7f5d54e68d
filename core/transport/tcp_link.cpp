// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/tcp_link.h"

#include <QNetworkProxy>
#include <QPointer>

namespace opsdeck::transport {

namespace {

LinkError linkErrorOf(QAbstractSocket::SocketError code)
{
    switch (code) {
    case QAbstractSocket::ConnectionRefusedError:
        return LinkError::ConnectionRefused;
    case QAbstractSocket::HostNotFoundError:
        return LinkError::ResolveFailed;
    case QAbstractSocket::RemoteHostClosedError:
        return LinkError::ClosedByPeer;
    case QAbstractSocket::SocketTimeoutError:
        return LinkError::ConnectTimeout;
    case QAbstractSocket::NetworkError:
        return LinkError::NetworkUnreachable;
    default:
        return LinkError::SocketFailed;
    }
}

} // namespace

TcpLink::TcpLink(base::Clock &clock, TcpLimits limits, std::unique_ptr<LinkTap> tap, QObject *parent)
    : ByteLink(parent)
    , m_clock(clock)
    , m_limits(limits)
    , m_tap(std::move(tap))
    , m_connectTimer(clock.makeTimer([this] {
        end(LinkError::ConnectTimeout, QStringLiteral("no connection to %1 within %2 ms")
                                           .arg(m_endpoint.toString())
                                           .arg(m_limits.connectTimeout.count()));
    }))
    , m_idleTimer(clock.makeTimer([this] {
        // Re-armed lazily: a timer restart for every packet would cost more than the packet.
        const auto silent =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonic() - m_lastReceived);
        if (silent < m_limits.idleDeadline) {
            m_idleTimer->start(m_limits.idleDeadline - silent);
            return;
        }
        end(LinkError::IdleTimeout, QStringLiteral("%1 sent nothing for %2 ms")
                                        .arg(m_endpoint.toString())
                                        .arg(m_limits.idleDeadline.count()));
    }))
{
}

TcpLink::~TcpLink()
{
    // No signals from a destructor; the tap still learns the end.
    if (m_state == State::Open && m_tap)
        m_tap->closed(QStringLiteral("closed by us"));
    dropSocket();
}

void TcpLink::open(const Endpoint &endpoint)
{
    const QPointer<TcpLink> guard(this);
    close();
    // A slot that heard the old connection's end may have deleted this link or opened it again.
    if (!guard || m_state != State::Closed)
        return;
    m_endpoint = endpoint;
    m_state = State::Opening;
    m_draining = false;
    m_socket = std::make_unique<QTcpSocket>();
    // A site device is never behind the desktop's web proxy.
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(m_limits.readBufferBytes);
    connect(m_socket.get(), &QTcpSocket::connected, this, &TcpLink::onConnected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &TcpLink::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &TcpLink::onDisconnected);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &TcpLink::onSocketError);
    m_connectTimer->start(m_limits.connectTimeout);
    m_socket->connectToHost(endpoint.host, endpoint.port);
}

void TcpLink::send(const QByteArray &bytes)
{
    if (m_state != State::Open || m_draining)
        return;
    if (m_socket->bytesToWrite() + bytes.size() > m_limits.writeBufferBytes) {
        end(LinkError::WriteOverflow, QStringLiteral("%1 does not read: %2 bytes wait to be written")
                                          .arg(m_endpoint.toString())
                                          .arg(m_socket->bytesToWrite() + bytes.size()));
        return;
    }
    if (m_tap)
        m_tap->sent(bytes);
    m_socket->write(bytes);
}

void TcpLink::close()
{
    if (m_state != State::Closed)
        end(LinkError::ClosedByUs, QStringLiteral("closed by us"));
}

void TcpLink::closeAfterWriting()
{
    if (m_state != State::Open || m_socket->bytesToWrite() == 0) {
        close();
        return;
    }
    m_draining = true;
    m_idleTimer->stop();
    // A peer that does not read must not keep the link for ever.
    m_connectTimer->start(m_limits.connectTimeout);
    m_socket->disconnectFromHost();
}

void TcpLink::onConnected()
{
    m_connectTimer->stop();
    m_state = State::Open;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_lastReceived = m_clock.monotonic();
    if (m_limits.idleDeadline.count() > 0)
        m_idleTimer->start(m_limits.idleDeadline);
    if (m_tap)
        m_tap->opened(m_socket->localAddress(), m_socket->localPort(), m_socket->peerAddress(),
                      m_socket->peerPort());
    Q_EMIT opened();
}

void TcpLink::onReadyRead()
{
    if (m_draining) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    const QByteArray bytes = m_socket->readAll();
    if (bytes.isEmpty())
        return;
    m_lastReceived = m_clock.monotonic();
    if (m_tap)
        m_tap->received(bytes);
    Q_EMIT bytesReceived(bytes);
}

void TcpLink::onDisconnected()
{
    if (m_draining)
        end(LinkError::ClosedByUs, QStringLiteral("closed by us"));
    else
        end(LinkError::ClosedByPeer, QStringLiteral("%1 closed the connection").arg(m_endpoint.toString()));
}

void TcpLink::onSocketError(QAbstractSocket::SocketError code)
{
    if (m_draining) {
        end(LinkError::ClosedByUs, QStringLiteral("closed by us"));
        return;
    }
    const QString detail = QStringLiteral("%1: %2").arg(m_endpoint.toString(), m_socket->errorString());
    // What arrived before the peer closed still counts.
    if (code == QAbstractSocket::RemoteHostClosedError && m_state == State::Open) {
        const QPointer<TcpLink> guard(this);
        const QTcpSocket *socket = m_socket.get();
        onReadyRead();
        // A slot may have deleted this link, or opened it again: then the error is not the new socket's.
        if (!guard || m_socket.get() != socket)
            return;
    }
    end(linkErrorOf(code), detail);
}

void TcpLink::end(LinkError code, const QString &detail)
{
    if (m_state == State::Closed)
        return;
    const bool wasOpen = m_state == State::Open;
    m_state = State::Closed;
    dropSocket();
    const base::Error reason = m_draining ? base::Error(LinkError::ClosedByUs, QStringLiteral("closed by us"))
                                          : base::Error(code, detail);
    if (wasOpen) {
        if (m_tap)
            m_tap->closed(reason.detail());
        Q_EMIT closed(reason);
    } else {
        Q_EMIT failed(reason);
    }
}

void TcpLink::dropSocket()
{
    m_connectTimer->stop();
    m_idleTimer->stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    // We may be inside one of the socket's own signals.
    m_socket.release()->deleteLater();
}

} // namespace opsdeck::transport
