// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/dvr_connection.h"

#include "app/simulator/systems/dvr/device.h"

#include <utility>

namespace opsdeck::dvr::sim {

DvrConnection::DvrConnection(QTcpSocket *socket, Device &device, QObject *parent)
    : QObject(parent)
    , m_device(device)
    , m_socket(socket)
    , m_reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader)
    , m_outlet(*socket, device)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_device.counters.connections;
    connect(m_socket, &QTcpSocket::readyRead, this, &DvrConnection::read);
    // Queued: a socket can die inside a write, while somebody goes through a list of streams.
    connect(m_socket, &QTcpSocket::disconnected, this, &DvrConnection::closed, Qt::QueuedConnection);
}

void DvrConnection::closeSoon()
{
    m_socket->disconnectFromHost();
}

void DvrConnection::closeAfter(std::chrono::milliseconds wait)
{
    m_closeTimer = m_device.clock.makeTimer([this] { closeSoon(); });
    m_closeTimer->start(wait);
}

void DvrConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    m_device.counters.bytesReceived += quint64(bytes.size());
    m_reader.append(bytes);
    for (;;) {
        const auto next = m_reader.next();
        const quint64 garbage = m_reader.garbageBytes();
        m_device.counters.garbageBytes += garbage - std::exchange(m_garbageCounted, garbage);
        if (!next) {
            ++m_device.counters.refusedHeaders;
            cut();
            return;
        }
        if (!*next)
            return;
        const MessageHeader header = MessageHeader::decode((*next)->header);
        ++m_device.counters.messages[header.messageId];
        Q_EMIT messageReceived(header, (*next)->payload.toByteArray());
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
}

} // namespace opsdeck::dvr::sim
