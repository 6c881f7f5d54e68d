// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/socket.h"

#include "app/simulator/kit/simulator_module.h"
#include "core/base/file_limit.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include "app/simulator/systems/cabinet/epoll_hub.h"
#else
#include <QTcpSocket>
#endif

namespace opsdeck::cabinet::sim {

#ifdef Q_OS_LINUX

std::unique_ptr<SocketHub> makeSocketHub()
{
    return std::make_unique<EpollHub>();
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

#endif

base::Result<void> allowOpenFiles(int wanted)
{
    const auto allowed = base::raiseFileLimit(wanted);
    if (!allowed)
        return base::fail(allowed.error());
    if (*allowed >= wanted)
        return {};
    return base::fail(simulator::SimulatorError::WrongUsage,
                      QStringLiteral("%1 open files are needed, this process may have %2 (ulimit -Hn)")
                          .arg(wanted)
                          .arg(*allowed));
}

} // namespace opsdeck::cabinet::sim
