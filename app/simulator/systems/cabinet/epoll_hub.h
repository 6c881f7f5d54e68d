// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/socket.h"

#include <QObject>
#include <QSocketNotifier>

#include <unordered_map>

namespace opsdeck::cabinet::sim {

class EpollSocket;

/// All sockets of the fleet on one epoll, which Qt's event loop watches as one file. Linux only; one thread.
class EpollHub final : public QObject, public SocketHub
{
    Q_OBJECT
public:
    EpollHub();
    ~EpollHub() override;

    std::unique_ptr<Socket> dial(const QString &host, quint16 port, SocketListener &listener) override;

private:
    friend class EpollSocket;
    void poll();
    /// Null when it is gone.
    EpollSocket *find(quint64 id) const;

    int m_epoll;
    quint64 m_lastId = 0;
    std::unordered_map<quint64, EpollSocket *> m_sockets;
    QByteArray m_buffer;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace opsdeck::cabinet::sim
