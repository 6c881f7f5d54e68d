// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/dispatcher.h"

#include "app/simulator/systems/dvr/dvr_connection.h"
#include "app/simulator/systems/dvr/vendor_json.h"
#include "core/systems/dvr/message_ids.h"

#include <QJsonDocument>

#include <algorithm>

namespace opsdeck::dvr::sim {

namespace {

// What a client sends and nobody answers: media, and the answers to our own pushes.
constexpr quint16 kAlarmReply = 1505;
bool isUnanswered(quint16 messageId)
{
    switch (messageId) {
    case id::kForceLogoutReply:
    case id::kMonitorData:
    case id::kPlayData:
    case id::kDownloadData:
    case id::kTalkFromClient:
    case id::kTalkFromDevice:
    case kAlarmReply:
        return true;
    default:
        return false;
    }
}

// Trailers in the field: 0A 00, 0A, 00, none, and a stray backslash.
QByteArray withoutTrailer(QByteArray text)
{
    while (!text.isEmpty() && QByteArrayView("\0\r\n \\", 5).contains(text.back()))
        text.chop(1);
    return text;
}

} // namespace

Dispatcher::Dispatcher(Device &device)
    : m_device(device)
{
}

void Dispatcher::add(std::unique_ptr<Desk> desk)
{
    for (const quint16 id : desk->messageIds())
        m_byId.insert(id, desk.get());
    m_desks.push_back(std::move(desk));
}

void Dispatcher::receive(DvrConnection &from, const MessageHeader &header, const QByteArray &payload)
{
    Request request{header, {}, payload, nullptr, &from};
    const Answer answer = answerOf(request);
    if (!answer.json && !answer.raw)
        return;
    MessageHeader reply;
    reply.version = m_device.quirks.has(Quirk::VersionZero) ? 0 : 1;
    reply.sessionId = answer.sessionId.value_or(header.sessionId);
    reply.sequence = answer.sequence.value_or(header.sequence);
    reply.messageId = replyId(header.messageId);
    if (answer.json)
        send(from, reply, vendorJson(*answer.json, m_device.quirks), true);
    else
        send(from, reply, *answer.raw, false);
}

Answer Dispatcher::answerOf(Request &request)
{
    const MessageHeader &header = request.header;
    Desk *desk = m_byId.value(header.messageId);
    if (!desk && isUnanswered(header.messageId))
        return Answer::nothing();
    const auto refuse = [&](int ret) {
        return Answer::of(m_device.reply(QString(), ret, request.sessionId()));
    };

    bool isBroken = false;
    if (!isMediaStyle(header.messageId)) {
        const QByteArray text = withoutTrailer(request.payload);
        const QJsonDocument document = QJsonDocument::fromJson(text);
        isBroken = !text.isEmpty() && !document.isObject();
        request.body = document.object();
    }
    // Data sockets never log in: the number of the main socket's session in the header or the JSON will do.
    quint32 named = header.sessionId;
    request.session = m_device.sessions.find(named);
    if (!request.session) {
        const quint32 inJson = parseSessionId(request.body.value(QLatin1String("SessionID")).toString());
        if (inJson != 0)
            named = inJson;
        request.session = m_device.sessions.find(named);
    }
    if (request.session)
        request.session->lastSign = m_device.clock.monotonic();
    if (isBroken) {
        ++m_device.counters.malformedBodies;
        return refuse(117);
    }
    const bool isOpen = desk && desk->isOpen(header.messageId);
    if (!request.session && !isOpen) {
        Answer answer = refuse(m_device.sessions.hasExpired(named) ? 202 : 105);
        if (header.messageId == id::kMonitorClaim)
            answer.sequence = header.sequence + 1;
        return answer;
    }
    // The field: an id the firmware does not know is an "illegal request".
    if (!desk)
        return refuse(103);
    return desk->handle(request);
}

void Dispatcher::push(DvrConnection &to, quint16 messageId, quint32 sessionId, const QJsonObject &body)
{
    MessageHeader header;
    header.version = m_device.quirks.has(Quirk::VersionZero) ? 0 : 1;
    header.sessionId = sessionId;
    header.sequence = m_pushSequence++;
    header.messageId = messageId;
    send(to, header, vendorJson(body, m_device.quirks), true);
}

void Dispatcher::send(DvrConnection &to, MessageHeader header, const QByteArray &payload, bool isJson)
{
    constexpr qsizetype kFragment = 64;
    if (!isJson || !m_device.quirks.has(Quirk::FragmentReplies) || payload.size() <= kFragment) {
        to.outlet().answer(encodeMessage(header, payload));
        return;
    }
    // The number of packets has eight bits.
    const qsizetype bytes = std::max(kFragment, payload.size() / 250 + 1);
    const qsizetype total = (payload.size() + bytes - 1) / bytes;
    QByteArray message;
    for (qsizetype part = 0; part < total; ++part) {
        header.byte12 = quint8(total);
        header.byte13 = quint8(part);
        message += encodeMessage(header, QByteArrayView(payload).sliced(
                                             part * bytes, std::min(bytes, payload.size() - part * bytes)));
    }
    to.outlet().answer(message);
}

} // namespace opsdeck::dvr::sim
