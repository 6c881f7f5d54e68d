// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/device.h"
#include "core/systems/dvr/message_header.h"

#include <QJsonObject>

#include <optional>

namespace opsdeck::dvr::sim {

class DvrConnection;

/// One message, as the desks see it.
struct Request {
    MessageHeader header;
    QJsonObject body; ///< empty when there was none
    QByteArray payload;
    Session *session = nullptr; ///< null before the login
    DvrConnection *from = nullptr;

    quint32 sessionId() const { return session ? session->id : 0; }
    QString name() const { return body.value(QLatin1String("Name")).toString(); }
};

/// What goes back. Default: nothing.
struct Answer {
    std::optional<QJsonObject> json;  ///< a JSON body
    std::optional<QByteArray> raw;    ///< another body, maybe empty: then only the header is sent
    std::optional<quint32> sequence;  ///< else the request's
    std::optional<quint32> sessionId; ///< else the request's session

    static Answer of(QJsonObject body) { return {std::move(body), {}, {}, {}}; }
    static Answer headerOnly() { return {{}, QByteArray(), {}, {}}; }
    static Answer nothing() { return {}; }
};

/// Answers the messages of one subject. The dispatcher has checked the login unless `isOpen` says otherwise.
class Desk
{
public:
    explicit Desk(Device &device)
        : m_device(device)
    {
    }
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;
    virtual ~Desk() = default;

    virtual QList<quint16> messageIds() const = 0;
    /// Whether the message is for clients that are not logged in, too.
    virtual bool isOpen(quint16 messageId) const
    {
        Q_UNUSED(messageId)
        return false;
    }
    virtual Answer handle(const Request &request) = 0;

protected:
    /// {"Name":name,"Ret":ret,"SessionID":…}
    Answer ret(const Request &request, int ret, const QString &name = QString()) const
    {
        return Answer::of(m_device.reply(name, ret, request.sessionId()));
    }
    Answer value(const Request &request, const QString &name, const QJsonValue &content) const
    {
        QJsonObject body = m_device.reply(name, 100, request.sessionId());
        body.insert(name, content);
        return Answer::of(body);
    }

    Device &m_device;
};

} // namespace opsdeck::dvr::sim
