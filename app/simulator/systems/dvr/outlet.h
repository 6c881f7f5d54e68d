// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <memory>

class QTcpSocket;

namespace opsdeck::dvr::sim {

struct Device;

/// The sending side of one connection: everything goes out here, so that the faults of sending are in one
/// place. Never reads. Does not own the socket.
class Outlet
{
public:
    Outlet(QTcpSocket &socket, Device &device);

    /// A message that answers, or a push: one or several packets of JSON.
    void answer(const QByteArray &message);
    /// One or several media frames, already cut into packets.
    /// @param packetStarts where in `bytes` each packet's header is.
    void media(const QByteArray &bytes, const QList<qsizetype> &packetStarts);
    /// Bytes that the peer has not taken yet.
    qint64 backlog() const;

private:
    void later(std::chrono::milliseconds delay, const QByteArray &bytes);
    void sendDue();
    void releaseHeld();
    void now(QByteArray bytes);
    void trickle();
    void write(const QByteArray &bytes);
    void writeInPieces(const QByteArray &bytes);
    bool isMute() const;

    QTcpSocket &m_socket;
    Device &m_device;
    const bool m_isSilent;
    quint64 m_messages = 0;
    quint64 m_frames = 0;
    std::multimap<base::Clock::Nanoseconds, QByteArray> m_delayed;
    qint64 m_delayedBytes = 0;
    QByteArray m_held; ///< the first answer of a pair that is to be swapped
    QByteArray m_trickle;
    std::unique_ptr<base::Timer> m_dueTimer;
    std::unique_ptr<base::Timer> m_heldTimer;
    std::unique_ptr<base::Timer> m_trickleTimer;
};

} // namespace opsdeck::dvr::sim
