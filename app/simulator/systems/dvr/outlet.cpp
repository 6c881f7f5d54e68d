// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/outlet.h"

#include "app/simulator/systems/dvr/device.h"
#include "core/systems/dvr/message_header.h"

#include <QTcpSocket>
#include <QtEndian>

#include <algorithm>

namespace opsdeck::dvr::sim {

using std::chrono::milliseconds;

namespace {
// How long one answer waits for the next one to change places with.
constexpr milliseconds kSwapWait{300};
} // namespace

Outlet::Outlet(QTcpSocket &socket, Device &device)
    : m_socket(socket)
    , m_device(device)
    , m_isSilent(device.faults.isOn(QStringLiteral("silent")))
    , m_dueTimer(device.clock.makeTimer([this] { sendDue(); }))
    , m_heldTimer(device.clock.makeTimer([this] { releaseHeld(); }))
    , m_trickleTimer(device.clock.makeTimer([this] { trickle(); }))
{
}

bool Outlet::isMute() const
{
    return m_isSilent || m_device.faults.isOn(QStringLiteral("half-open"));
}

void Outlet::answer(const QByteArray &message)
{
    if (m_device.faults.isClear() && m_held.isEmpty() && !m_isSilent) {
        now(message);
        return;
    }
    const auto &faults = m_device.faults;
    milliseconds wait(qint64(faults.value(QStringLiteral("delay")).value_or(0)));
    if (const auto late = faults.value(QStringLiteral("late")))
        wait += milliseconds(qint64(*late * 1000));
    const int copies = faults.isOn(QStringLiteral("duplicate")) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        if (wait > milliseconds::zero()) {
            later(wait, message);
        } else if (!m_held.isEmpty()) {
            now(message);
            releaseHeld();
        } else if (faults.isOn(QStringLiteral("out-of-order"))) {
            m_held = message;
            m_heldTimer->start(kSwapWait);
        } else {
            now(message);
        }
    }
}

void Outlet::media(const QByteArray &bytes, const QList<qsizetype> &packetStarts)
{
    m_device.counters.mediaPackets += quint64(packetStarts.size());
    ++m_frames;
    if (m_device.faults.isClear() && !m_isSilent) {
        m_messages += quint64(packetStarts.size());
        write(bytes);
        return;
    }
    const auto &faults = m_device.faults;
    if (const auto after = faults.value(QStringLiteral("half-frame")); after && double(m_frames) > *after) {
        if (!isMute())
            write(bytes.left(bytes.size() / 2));
        m_socket.disconnectFromHost();
        return;
    }
    const milliseconds wait(qint64(faults.value(QStringLiteral("delay")).value_or(0)));
    const double garble = faults.value(QStringLiteral("garble")).value_or(0);
    for (qsizetype i = 0; i < packetStarts.size(); ++i) {
        const qsizetype end = i + 1 < packetStarts.size() ? packetStarts[i + 1] : bytes.size();
        QByteArray packet = bytes.mid(packetStarts[i], end - packetStarts[i]);
        if (packet.size() > MessageHeader::kBytes && m_device.chance.generateDouble() < garble) {
            const auto at = m_device.chance.bounded(int(MessageHeader::kBytes), int(packet.size()));
            packet[at] = char(packet[at] ^ m_device.chance.bounded(1, 256));
        }
        if (wait > milliseconds::zero())
            later(wait, packet);
        else
            now(packet);
    }
}

qint64 Outlet::backlog() const
{
    return m_socket.bytesToWrite() + m_delayedBytes + m_trickle.size();
}

void Outlet::later(milliseconds delay, const QByteArray &bytes)
{
    m_delayed.emplace(m_device.clock.monotonic() + delay, bytes);
    m_delayedBytes += bytes.size();
    if (!m_dueTimer->isActive())
        sendDue();
}

void Outlet::sendDue()
{
    const auto time = m_device.clock.monotonic();
    while (!m_delayed.empty() && m_delayed.begin()->first <= time) {
        const QByteArray bytes = m_delayed.begin()->second;
        m_delayed.erase(m_delayed.begin());
        m_delayedBytes -= bytes.size();
        now(bytes);
    }
    if (!m_delayed.empty())
        m_dueTimer->start(std::chrono::ceil<milliseconds>(m_delayed.begin()->first - time));
}

void Outlet::releaseHeld()
{
    m_heldTimer->stop();
    if (!m_held.isEmpty())
        now(std::exchange(m_held, QByteArray()));
}

void Outlet::now(QByteArray bytes)
{
    if (isMute())
        return;
    ++m_messages;
    const auto &faults = m_device.faults;
    if (faults.isClear() && m_trickle.isEmpty()) {
        write(bytes);
        return;
    }
    if (const auto every = faults.value(QStringLiteral("oversize"))) {
        if (m_messages % std::max<quint64>(1, quint64(*every)) == 0)
            qToLittleEndian(quint32(0x7FFFFFFF), bytes.data() + 16);
    }
    if (const auto share = faults.value(QStringLiteral("garbage"));
        share && m_device.chance.generateDouble() < *share) {
        QByteArray garbage(m_device.chance.bounded(1, 65), '\0');
        for (char &byte : garbage)
            byte = char(m_device.chance.bounded(256));
        bytes.prepend(garbage);
    }
    if (faults.isOn(QStringLiteral("slow-loris")) || !m_trickle.isEmpty()) {
        m_trickle += bytes;
        if (!m_trickleTimer->isActive())
            trickle();
    } else if (faults.isOn(QStringLiteral("cut-packets"))) {
        writeInPieces(bytes);
    } else {
        write(bytes);
    }
    if (const auto after = faults.value(QStringLiteral("drop-after"));
        after && double(m_messages) >= *after) {
        m_socket.flush();
        m_socket.abort();
    }
}

void Outlet::trickle()
{
    if (m_trickle.isEmpty())
        return;
    const auto wait = m_device.faults.value(QStringLiteral("slow-loris"));
    const qsizetype count = wait ? 1 : m_trickle.size();
    if (!isMute())
        write(m_trickle.left(count));
    m_trickle.remove(0, count);
    if (!m_trickle.isEmpty())
        m_trickleTimer->start(milliseconds(qint64(wait.value_or(0))));
}

void Outlet::writeInPieces(const QByteArray &bytes)
{
    // Tiny around the headers, where a wrong reader breaks; larger in the body, or a stream could not keep up.
    constexpr qsizetype kTinyUpTo = 48;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const int longest = at < kTinyUpTo ? 3 : 1400;
        const qsizetype count =
            std::min<qsizetype>(m_device.chance.bounded(1, longest + 1), bytes.size() - at);
        write(bytes.mid(at, count));
        m_socket.flush();
        at += count;
    }
}

void Outlet::write(const QByteArray &bytes)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    m_device.counters.bytesSent += quint64(bytes.size());
    m_socket.write(bytes);
}

} // namespace opsdeck::dvr::sim
