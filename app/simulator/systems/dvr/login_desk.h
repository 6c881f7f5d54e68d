// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/desk.h"

namespace opsdeck::dvr::sim {

/// Login, logout, keep-alive and the answer to a forced logout.
class LoginDesk final : public Desk
{
public:
    /// @param endSession closes a session's sockets and streams.
    LoginDesk(Device &device, std::function<void(quint32 sessionId)> endSession);

    QList<quint16> messageIds() const override;
    bool isOpen(quint16 messageId) const override;
    Answer handle(const Request &request) override;

private:
    Answer login(const Request &request);
    Answer refuse(const Request &request, int ret);
    Answer keepAlive(const Request &request);
    std::function<void(quint32)> m_endSession;
};

} // namespace opsdeck::dvr::sim
