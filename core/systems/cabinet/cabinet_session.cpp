// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/cabinet_session.h"

#include "core/systems/cabinet/cabinet_record.h"
#include "core/transport/byte_link.h"

namespace opsdeck::cabinet {

CabinetSession::CabinetSession(SessionHost &host, transport::PeerId peer, QHostAddress from, quint16 port)
    : lastHeard(host.monotonic())
    , m_host(host)
    , m_peer(peer)
    , m_from(std::move(from))
    , m_port(port)
{
}

QString CabinetSession::address() const
{
    return transport::Endpoint{m_from.toString(), m_port}.toString();
}

void CabinetSession::answer(Command command, quint32 token, QByteArrayView payload)
{
    m_host.sendTo(m_peer, encodeFrame(quint8(command), vsn, token, payload));
}

void CabinetSession::send(const Request &request)
{
    const quint32 token = isVsn2(vsn) && record ? vsn2Token(request.payload, record->secret) : kToken;
    m_host.sendTo(m_peer, encodeFrame(quint8(request.command), vsn, token, request.payload));
}

void CabinetSession::request(Request request)
{
    if (record && record->status.hasSecretMissing) {
        request.done(
            base::fail(CabinetError::SecretMissing,
                       QStringLiteral("%1 takes no commands without its secret").arg(record->status.sn)),
            {});
        return;
    }
    if (!m_requests.add(request, m_host.monotonic(), [this](const Request &r) { send(r); })) {
        request.done(base::fail(CabinetError::QueueFull, QStringLiteral("%1 requests %2 wait already")
                                                             .arg(RequestBook::kMostWaiting)
                                                             .arg(commandText(quint8(request.command)))),
                     {});
        return;
    }
    afterRequests();
}

std::optional<Request> CabinetSession::takeAnswered(Command command, std::optional<int> slot)
{
    auto request = m_requests.take(command, slot, m_host.monotonic(), [this](const Request &r) { send(r); });
    if (request)
        afterRequests();
    return request;
}

void CabinetSession::endLateRequests()
{
    const auto late = m_requests.takeLate(m_host.monotonic(), [this](const Request &r) { send(r); });
    afterRequests();
    for (const Request &request : late)
        request.done(base::fail(CabinetError::NoAnswer, QStringLiteral("no answer to %1 within %2 s")
                                                            .arg(commandText(quint8(request.command)))
                                                            .arg(request.timeout.count() / 1000)),
                     request.sentAt);
}

void CabinetSession::endRequests()
{
    for (const Request &left : m_requests.takeAll())
        left.done(base::fail(CabinetError::ConnectionLost,
                             QStringLiteral("the connection ended before the answer to %1")
                                 .arg(commandText(quint8(left.command)))),
                  left.sentAt);
}

void CabinetSession::setHeartbeat(int seconds)
{
    heartbeatSeconds = seconds;
    m_host.heartbeatChanged(*this);
}

void CabinetSession::afterRequests()
{
    m_host.setRequestDeadline(*this, m_requests.nextDeadline());
}

} // namespace opsdeck::cabinet
