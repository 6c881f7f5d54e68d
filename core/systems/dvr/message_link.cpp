// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/message_link.h"

#include "core/base/hex.h"
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"

#include <QPointer>

namespace opsdeck::dvr {

using transport::ByteLink;

namespace {

constexpr qsizetype kShownGarbage = 32;

} // namespace

namespace {

bool isClaimReply(quint16 messageId)
{
    return messageId == replyId(id::kMonitorClaim) || messageId == replyId(id::kPlayClaim) ||
           messageId == replyId(id::kTalkClaim);
}

} // namespace

MessageLink::MessageLink(std::unique_ptr<ByteLink> link, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_link(std::move(link))
    , m_reader(MessageHeader::kBytes, MessageHeader::kHeadFlag, inspectHeader)
    , m_ledger(clock)
{
    connect(m_link.get(), &ByteLink::opened, this, &MessageLink::onOpened);
    connect(m_link.get(), &ByteLink::bytesReceived, this, &MessageLink::onBytes);
    connect(m_link.get(), &ByteLink::closed, this, &MessageLink::onEnded);
    connect(m_link.get(), &ByteLink::failed, this, &MessageLink::onEnded);
}

MessageLink::~MessageLink()
{
    m_link->disconnect(this);
    // The link may be in the middle of telling us something.
    m_link.release()->deleteLater();
    m_ledger.failAll(base::Error(base::CommonError::Cancelled, QStringLiteral("the session was closed")));
}

void MessageLink::request(quint16 messageId, const QJsonObject &body, std::chrono::milliseconds timeout,
                          const QString &what, Done done)
{
    request(messageId, encodeBody(body), timeout, what, std::move(done));
}

void MessageLink::request(quint16 messageId, const QByteArray &payload, std::chrono::milliseconds timeout,
                          const QString &what, Done done)
{
    if (!isOpen()) {
        done(base::fail(base::CommonError::NotConnected, what + QStringLiteral(": not connected")));
        return;
    }
    MessageHeader header;
    header.sessionId = m_sessionId;
    header.sequence = m_sequence++;
    header.messageId = messageId;
    m_ledger.add(replyId(messageId), header.sequence, timeout, what, std::move(done));
    m_link->send(encodeMessage(header, payload));
}

void MessageLink::send(quint16 messageId, const QJsonObject &body, quint32 sequence)
{
    MessageHeader header;
    header.sessionId = m_sessionId;
    header.sequence = sequence;
    header.messageId = messageId;
    m_link->send(encodeMessage(header, encodeBody(body)));
}

bool MessageLink::settleAs(quint16 answerId, Message message)
{
    const quint32 sequence = message.header.sequence;
    return m_ledger.settle(answerId, sequence, std::move(message));
}

void MessageLink::closeBecause(base::Error reason)
{
    if (!m_link || m_link->state() == ByteLink::State::Closed)
        return;
    m_endReason = std::move(reason);
    m_link->close();
}

void MessageLink::onOpened()
{
    ++m_generation;
    m_reader.reset();
    m_partial = Message();
    m_sequence = 0;
    m_strayAnswers = 0;
    m_sawMessage = false;
    m_firstBytes.clear();
    m_endReason.reset();
    Q_EMIT opened();
}

std::optional<base::Error> MessageLink::onlyGarbage(const QString &what) const
{
    if (m_sawMessage || m_firstBytes.isEmpty())
        return std::nullopt;
    return base::Error(DvrError::BadReply, QStringLiteral("%1: what came is no DVRIP message: %2 (\"%3\")")
                                               .arg(what, base::hexPreview(m_firstBytes),
                                                    base::plainText(QString::fromLatin1(m_firstBytes))));
}

void MessageLink::onBytes(const QByteArray &bytes)
{
    const QPointer<MessageLink> self(this);
    const quint32 generation = m_generation;
    if (!m_sawMessage && m_firstBytes.size() < kShownGarbage)
        m_firstBytes += bytes.first(qMin(bytes.size(), kShownGarbage - m_firstBytes.size()));
    m_reader.append(bytes);
    while (self && m_generation == generation && isOpen()) {
        auto frame = m_reader.next();
        if (!frame) {
            closeBecause(frame.error());
            return;
        }
        if (!*frame)
            return;
        m_sawMessage = true;
        dispatch(MessageHeader::decode((*frame)->header), (*frame)->payload);
    }
}

void MessageLink::dispatch(const MessageHeader &header, QByteArrayView payload)
{
    if (isMediaStyle(header.messageId)) {
        // Media goes by message id, never by what the payload looks like; snapshots and exports are answers too.
        if (m_ledger.isWaitingFor(header.messageId))
            settle({header, payload.toByteArray()});
        else if (m_mediaHandler)
            m_mediaHandler(header, payload);
        return;
    }
    if (header.totalPackets() <= 1) {
        settle({header, payload.toByteArray()});
        return;
    }
    if (header.currentPacket() == 0 || m_partial.header.messageId != header.messageId)
        m_partial = Message{header, QByteArray()};
    if (m_partial.payload.size() + payload.size() > kControlPayloadCap) {
        closeBecause(base::Error(DvrError::Oversize,
                                 QStringLiteral("message %1 in %2 fragments is larger than %3 bytes")
                                     .arg(header.messageId)
                                     .arg(header.totalPackets())
                                     .arg(kControlPayloadCap)));
        return;
    }
    m_partial.payload.append(payload);
    if (header.currentPacket() + 1 >= header.totalPackets())
        settle(std::exchange(m_partial, Message()));
}

void MessageLink::settle(Message message)
{
    const int kind = message.header.messageId;
    if (m_ledger.isWaitingFor(kind)) {
        // Claim replies carry the request's number + 1: on one socket the claims of two channels must not be mixed up.
        const quint32 sequence = message.header.sequence - (isClaimReply(message.header.messageId) ? 1 : 0);
        m_ledger.settle(kind, sequence, std::move(message));
        return;
    }
    // Requests are even but for the claims; an odd id that nobody waits for is an answer that came too late.
    if (kind % 2 == 1)
        ++m_strayAnswers;
    Q_EMIT messageReceived(message);
}

void MessageLink::onEnded(const base::Error &reason)
{
    ++m_generation;
    // A peer that talks something else and hangs up is better described by what it said.
    const auto garbage = m_endReason ? std::nullopt : onlyGarbage(QStringLiteral("the peer is no DVR"));
    const base::Error why = m_endReason.value_or(garbage.value_or(reason));
    m_endReason.reset();
    const QPointer<MessageLink> self(this);
    m_ledger.failAll(why);
    if (self)
        Q_EMIT ended(why);
}

} // namespace opsdeck::dvr
