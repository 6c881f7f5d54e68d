// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/kit/line_port.h"

#include "app/simulator/kit/simulator_module.h"

#include <QTcpSocket>

namespace opsdeck::simulator {

namespace {
constexpr qint64 kLongestLine = 4096;
}

LinePort::LinePort(Command command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
{
    connect(&m_server, &QTcpServer::newConnection, this, &LinePort::take);
}

base::Result<quint16> LinePort::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        return base::fail(SimulatorError::PortInUse,
                          QStringLiteral("control port %1: %2").arg(port).arg(m_server.errorString()));
    }
    return m_server.serverPort();
}

void LinePort::take()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            while (socket->canReadLine()) {
                const QString line = QString::fromUtf8(socket->readLine(kLongestLine)).trimmed();
                const auto answer = m_command(line);
                QString text = answer ? *answer : QStringLiteral("error: ") + answer.error().detail();
                if (text.isEmpty())
                    text = QStringLiteral("ok");
                socket->write(text.toUtf8() + '\n');
            }
            if (socket->bytesAvailable() > kLongestLine)
                socket->abort();
        });
    }
}

} // namespace opsdeck::simulator
