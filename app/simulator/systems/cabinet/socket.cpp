// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/socket.h"

#include "app/simulator/kit/simulator_module.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include "app/simulator/systems/cabinet/epoll_hub.h"

#include <sys/resource.h>
#else
#include <QTcpSocket>
#endif

namespace opsdeck::cabinet::sim {

#ifdef Q_OS_LINUX

std::unique_ptr<SocketHub> makeSocketHub()
{
    return std::make_unique<EpollHub>();
}

base::Result<void> allowOpenFiles(int wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= rlim_t(wanted))
        return {};
    limit.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, rlim_t(wanted)));
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= rlim_t(wanted))
        return {};
    return base::fail(simulator::SimulatorError::WrongUsage,
                      QStringLiteral("%1 open files are needed, this process may have %2 (ulimit -Hn)")
                          .arg(wanted)
                          .arg(quint64(limit.rlim_max)));
}

#else

namespace {

class QtSocket final : public Socket
{
public:
    QtSocket(const QString &host, quint16 port, SocketListener &listener)
        : m_socket(new QTcpSocket)
    {
        QTcpSocket *socket = m_socket;
        QObject::connect(socket, &QTcpSocket::connected, socket, [socket, &listener] {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            listener.socketOpened();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, &listener] {
            if (m_isReading)
                listener.socketReceived(socket->readAll());
        });
        QObject::connect(socket, &QTcpSocket::stateChanged, socket,
                         [socket, &listener](QAbstractSocket::SocketState state) {
                             if (state != QAbstractSocket::UnconnectedState)
                                 return;
                             QObject::disconnect(socket, nullptr, nullptr, nullptr);
                             listener.socketClosed();
                         });
        socket->connectToHost(host, port);
    }
    ~QtSocket() override
    {
        QObject::disconnect(m_socket, nullptr, nullptr, nullptr);
        m_socket->abort();
        m_socket->deleteLater();
    }
    void write(const QByteArray &bytes) override { m_socket->write(bytes); }
    void setReading(bool on) override
    {
        m_isReading = on;
        m_socket->setReadBufferSize(on ? 0 : 1);
    }

private:
    QTcpSocket *m_socket;
    bool m_isReading = true;
};

class QtHub final : public SocketHub
{
public:
    std::unique_ptr<Socket> dial(const QString &host, quint16 port, SocketListener &listener) override
    {
        return std::make_unique<QtSocket>(host, port, listener);
    }
};

} // namespace

std::unique_ptr<SocketHub> makeSocketHub()
{
    return std::make_unique<QtHub>();
}

base::Result<void> allowOpenFiles(int)
{
    return {};
}

#endif

} // namespace opsdeck::cabinet::sim
