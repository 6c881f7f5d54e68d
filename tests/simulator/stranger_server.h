// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/cabinet_fleet_simulator.h"
#include "tests/support/manual_clock.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

namespace opsdeck::test {

inline QByteArray hex(const char *text)
{
    return QByteArray::fromHex(QByteArray(text).replace(' ', ""));
}

/// One connection at a server that knows the cabinet protocol from its page alone: bytes and nothing else.
class CabinetPeer
{
public:
    explicit CabinetPeer(QTcpSocket *socket)
        : m_socket(socket)
    {
        m_socket->setParent(nullptr);
    }

    /// The next frame, from its PacketLen to its end. Empty: none came.
    QByteArray receive(int wait = 3000)
    {
        const QDeadlineTimer deadline(wait);
        for (;;) {
            m_bytes += m_socket->readAll();
            if (m_bytes.size() >= 2) {
                const int whole = 2 + (quint8(m_bytes[0]) << 8 | quint8(m_bytes[1]));
                if (m_bytes.size() >= whole) {
                    const QByteArray frame = m_bytes.left(whole);
                    m_bytes.remove(0, whole);
                    return frame;
                }
            }
            if (deadline.hasExpired())
                return {};
            QSignalSpy arrived(m_socket.get(), &QTcpSocket::readyRead);
            if (m_socket->bytesAvailable() == 0 && m_socket->state() == QAbstractSocket::ConnectedState)
                arrived.wait(int(deadline.remainingTime()));
            else if (m_socket->state() != QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0)
                return {};
        }
    }

    /// Everything that has come and was not taken as frames.
    QByteArray rawBytes(int atLeast = 0, int wait = 3000)
    {
        const QDeadlineTimer deadline(wait);
        for (;;) {
            m_bytes += m_socket->readAll();
            if (m_bytes.size() >= atLeast || deadline.hasExpired())
                return m_bytes;
            QSignalSpy arrived(m_socket.get(), &QTcpSocket::readyRead);
            if (m_socket->bytesAvailable() == 0)
                arrived.wait(int(deadline.remainingTime()));
        }
    }

    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }

    QByteArray ask(const char *request, int wait = 3000)
    {
        send(hex(request));
        return receive(wait);
    }

    bool waitClosed(int wait = 3000)
    {
        return QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; },
                               wait);
    }
    void close() { m_socket->abort(); }
    QTcpSocket &socket() { return *m_socket; }

private:
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_bytes;
};

/// A server on loopback and a fleet that dials it, with time standing still.
class CabinetStage
{
public:
    CabinetStage()
    {
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        options.port = server.serverPort();
        options.count = 1;
        options.models = {8};
        options.lifeSeconds = 0;
        options.chargeSeconds = 0;
    }

    /// @return why the fleet could not be made; empty = it dials.
    QString begin(const QStringList &faults = {})
    {
        options.faults = faults;
        auto made = cabinet::sim::CabinetFleetSimulator::make(options, clock);
        if (!made)
            return made.error().detail();
        fleet = std::move(*made);
        fleet->start();
        move(0);
        return {};
    }

    void move(int ms) { clock.advance(std::chrono::milliseconds(ms)); }

    /// The next cabinet that dials in; null: nobody came.
    std::unique_ptr<CabinetPeer> accept(int wait = 3000)
    {
        if (!QTest::qWaitFor([this] { return server.hasPendingConnections(); }, wait))
            return nullptr;
        return std::make_unique<CabinetPeer>(server.nextPendingConnection());
    }

    /// The same, logged in.
    std::unique_ptr<CabinetPeer> acceptLogin()
    {
        auto peer = accept();
        if (!peer)
            return nullptr;
        const QByteArray login = peer->receive();
        if (login.size() < 17 || login[2] != '\x60')
            return nullptr;
        const auto before = fleet->counters().logins;
        peer->send(hex("0008 60 01 01 11223344 01"));
        if (!QTest::qWaitFor([&] { return fleet->counters().logins == before + 1; }))
            return nullptr;
        return peer;
    }

    cabinet::sim::Board &board(int number = 0) { return fleet->at(number).board(); }
    QString sn(int number = 0) { return QString::fromLatin1(board(number).sn()); }

    ManualClock clock;
    QTcpServer server;
    cabinet::sim::CabinetOptions options;
    std::unique_ptr<cabinet::sim::CabinetFleetSimulator> fleet;
};

} // namespace opsdeck::test
