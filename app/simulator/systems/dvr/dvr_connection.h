// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/outlet.h"
#include "core/systems/dvr/message_header.h"
#include "core/transport/frame_reader.h"

#include <QObject>
#include <QTcpSocket>

namespace opsdeck::dvr::sim {

/// One client's socket: cuts what it sends into messages and hands them on. Owns the socket; says `closed` once,
/// from the event loop, when it is gone.
class DvrConnection final : public QObject
{
    Q_OBJECT
public:
    /// @param socket connected; becomes this object's.
    DvrConnection(QTcpSocket *socket, Device &device, QObject *parent);

    Outlet &outlet() { return m_outlet; }
    /// Closes once what was written has been sent.
    void closeSoon();
    /// Closes after a while, whatever happens.
    void closeAfter(std::chrono::milliseconds wait);
    /// Closes at once.
    void cut() { m_socket->abort(); }

    bool claimSeen = false; ///< an OPMonitor Claim came before the login (quirk claim-before-login)
    bool closesAfterLogoutAnswer = false; ///< logged out by force: closed when the client has answered

Q_SIGNALS:
    void messageReceived(const opsdeck::dvr::MessageHeader &header, const QByteArray &payload);
    void closed();

private:
    void read();

    Device &m_device;
    QTcpSocket *m_socket;
    transport::FrameReader m_reader;
    Outlet m_outlet;
    quint64 m_garbageCounted = 0;
    std::unique_ptr<base::Timer> m_closeTimer;
};

} // namespace opsdeck::dvr::sim
