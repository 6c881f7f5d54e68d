// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"

#include <QHash>

#include <memory>
#include <vector>

namespace opsdeck::dvr::sim {

/// Gives each message to the desk that knows it, after finding its session, and sends the answer. A request is
/// never met with silence: unknown ones are answered Ret 103, broken ones 117, strangers 105 or 202.
class Dispatcher
{
public:
    explicit Dispatcher(Device &device);

    void add(std::unique_ptr<Desk> desk);
    void receive(DvrConnection &from, const MessageHeader &header, const QByteArray &payload);
    /// A message of the device's own accord, to a session's main socket.
    void push(DvrConnection &to, quint16 messageId, quint32 sessionId, const QJsonObject &body);

private:
    Answer answerOf(Request &request);
    void send(DvrConnection &to, MessageHeader header, const QByteArray &payload, bool isJson);

    Device &m_device;
    std::vector<std::unique_ptr<Desk>> m_desks;
    QHash<quint16, Desk *> m_byId;
    quint32 m_pushSequence = 0;
};

} // namespace opsdeck::dvr::sim
