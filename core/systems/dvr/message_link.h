// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/message_header.h"
#include "core/transport/byte_link.h"
#include "core/transport/frame_reader.h"
#include "core/transport/request_ledger.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace opsdeck::dvr {

/// One whole message, its fragments joined.
struct Message {
    MessageHeader header;
    QByteArray payload;

    bool isNull() const { return header.messageId == 0; }
};

/// DVRIP messages over one link: main, media or data socket alike. Owns the link; cuts the stream into messages, joins fragments, matches
/// answers to requests. Knows no login and never reconnects. Lives on the link's thread.
/// Any callback may close or delete this object.
class MessageLink final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<Message>)>;
    /// Media packets; the payload is valid during the call only.
    using MediaHandler = std::function<void(const MessageHeader &header, QByteArrayView payload)>;

    /// @param clock must outlive this object.
    MessageLink(std::unique_ptr<transport::ByteLink> link, base::Clock &clock, QObject *parent = nullptr);
    ~MessageLink() override;

    transport::ByteLink &link() { return *m_link; }
    bool isOpen() const { return m_link && m_link->state() == transport::ByteLink::State::Open; }

    void setSessionId(quint32 sessionId) { m_sessionId = sessionId; }
    quint32 sessionId() const { return m_sessionId; }

    /// Sends a request and waits for its answer (id + 1). The answer is whatever came; its Ret is the caller's business.
    /// Errors: NotConnected, Timeout, or the reason the link ended.
    void request(quint16 messageId, const QByteArray &payload, std::chrono::milliseconds timeout,
                 const QString &what, Done done);
    /// The same with a JSON body and the trailer.
    void request(quint16 messageId, const QJsonObject &body, std::chrono::milliseconds timeout,
                 const QString &what, Done done);
    /// Sends without waiting (an answer to the device).
    void send(quint16 messageId, const QJsonObject &body, quint32 sequence);
    bool isWaitingFor(quint16 answerId) const { return m_ledger.isWaitingFor(answerId); }
    /// Gives a message to the request that waits for `answerId`, although the message carries another id.
    bool settleAs(quint16 answerId, Message message);

    /// Closes the link; `ended` carries `reason` instead of "closed by us".
    void closeBecause(base::Error reason);

    void setMediaHandler(MediaHandler handler) { m_mediaHandler = std::move(handler); }

    quint64 garbageBytes() const { return m_reader.garbageBytes(); }
    /// When nothing but garbage has come since the link was opened: BadReply, showing how it begins. The peer is no DVR.
    std::optional<base::Error> onlyGarbage(const QString &what) const;
    /// Answers nobody waited for, since the link was opened.
    quint64 strayAnswers() const { return m_strayAnswers; }

Q_SIGNALS:
    void opened();
    /// After `opened`, or instead of it. Every waiting request has failed with this reason already.
    void ended(const opsdeck::base::Error &reason);
    /// A message that answers no request (an event, a demand, a stray answer).
    void messageReceived(const opsdeck::dvr::Message &message);

private:
    void onOpened();
    void onBytes(const QByteArray &bytes);
    void onEnded(const base::Error &reason);
    void dispatch(const MessageHeader &header, QByteArrayView payload);
    void settle(Message message);

    base::Clock &m_clock;
    std::unique_ptr<transport::ByteLink> m_link;
    transport::FrameReader m_reader;
    transport::RequestLedger<Message> m_ledger;
    MediaHandler m_mediaHandler;
    Message m_partial; ///< fragments so far
    std::optional<base::Error> m_endReason;
    quint32 m_sessionId = 0;
    quint32 m_sequence = 0;
    quint64 m_strayAnswers = 0;
    bool m_sawMessage = false;
    QByteArray m_firstBytes;  ///< of the connection, as long as no message was seen
    quint32 m_generation = 0; ///< counts connections, so that a handler that reopened the link is noticed
};

} // namespace opsdeck::dvr
