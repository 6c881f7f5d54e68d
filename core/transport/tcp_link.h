// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/transport/byte_link.h"
#include "core/transport/link_tap.h"

#include <QTcpSocket>

namespace opsdeck::transport {

/// Limits of a TcpLink.
struct TcpLimits {
    std::chrono::milliseconds connectTimeout{5000};
    /// Without a received byte for this long the link closes with IdleTimeout; 0 = never.
    std::chrono::milliseconds idleDeadline{0};
    qint64 writeBufferBytes = 1 << 20;
    /// What may wait unread in the socket; past it TCP itself slows the peer down.
    qint64 readBufferBytes = 1 << 20;
};

/// ByteLink over a TCP client socket. Owns its socket and tap; lives on the thread it was made in.
class TcpLink final : public ByteLink
{
    Q_OBJECT
public:
    /// @param clock must outlive this object. @param tap may be null.
    TcpLink(base::Clock &clock, TcpLimits limits, std::unique_ptr<LinkTap> tap, QObject *parent = nullptr);
    ~TcpLink() override;

    State state() const override { return m_state; }
    void open(const Endpoint &endpoint) override;
    void send(const QByteArray &bytes) override;
    void close() override;
    void closeAfterWriting() override;

private:
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void onSocketError(QAbstractSocket::SocketError code);
    void end(LinkError code, const QString &detail);
    void dropSocket();

    base::Clock &m_clock;
    TcpLimits m_limits;
    std::unique_ptr<LinkTap> m_tap;
    std::unique_ptr<base::Timer> m_connectTimer;
    std::unique_ptr<base::Timer> m_idleTimer;
    std::unique_ptr<QTcpSocket> m_socket;
    Endpoint m_endpoint;
    State m_state = State::Closed;
    bool m_draining = false;
    base::Clock::Nanoseconds m_lastReceived{0};
};

} // namespace opsdeck::transport
