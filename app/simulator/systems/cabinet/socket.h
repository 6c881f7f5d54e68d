// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace opsdeck::cabinet::sim {

/// What a dialling socket tells. Called in the fleet's thread; the socket may be destroyed inside.
class SocketListener
{
public:
    SocketListener() = default;
    SocketListener(const SocketListener &) = delete;
    SocketListener &operator=(const SocketListener &) = delete;
    virtual ~SocketListener() = default;

    virtual void socketOpened() = 0;
    virtual void socketReceived(const QByteArray &bytes) = 0;
    /// It failed to connect, or the other side closed it. Last word of that socket, once.
    virtual void socketClosed() = 0;
};

/// One TCP connection that is being made or stands. Destroyed = closed.
class Socket
{
public:
    Socket() = default;
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    virtual ~Socket() = default;

    virtual void write(const QByteArray &bytes) = 0;
    virtual void setReading(bool on) = 0;
};

/// Makes sockets. Outlives them.
class SocketHub
{
public:
    SocketHub() = default;
    SocketHub(const SocketHub &) = delete;
    SocketHub &operator=(const SocketHub &) = delete;
    virtual ~SocketHub() = default;

    /// Starts to connect. @param host a name or an address. @param listener must outlive the socket.
    virtual std::unique_ptr<Socket> dial(const QString &host, quint16 port, SocketListener &listener) = 0;
};

/// On Linux sockets share one epoll: Qt's own notifiers cost the more, the more of them there are. Elsewhere QTcpSocket.
std::unique_ptr<SocketHub> makeSocketHub();
/// Raises this process's limit of open files as far as it may. Errors: WrongUsage when it stays below `wanted`.
base::Result<void> allowOpenFiles(int wanted);

} // namespace opsdeck::cabinet::sim
