// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/login_desk.h"

#include "app/simulator/systems/dvr/dvr_connection.h"
#include "app/simulator/systems/dvr/vendor_json.h"
#include "core/systems/dvr/message_ids.h"

namespace opsdeck::dvr::sim {

LoginDesk::LoginDesk(Device &device, std::function<void(quint32)> endSession)
    : Desk(device)
    , m_endSession(std::move(endSession))
{
}

QList<quint16> LoginDesk::messageIds() const
{
    return {id::kLogin, id::kLogout, id::kKeepAlive, id::kForceLogoutReply};
}

bool LoginDesk::isOpen(quint16 messageId) const
{
    return messageId == id::kLogin || messageId == id::kForceLogoutReply;
}

Answer LoginDesk::handle(const Request &request)
{
    switch (request.header.messageId) {
    case id::kLogin:
        return login(request);
    case id::kLogout: {
        const Answer answer = ret(request, 100);
        ++m_device.counters.logouts;
        m_endSession(request.sessionId());
        return answer;
    }
    case id::kForceLogoutReply:
        if (request.from->closesAfterLogoutAnswer)
            request.from->closeSoon();
        else if (m_device.quirks.has(Quirk::KeepAlive1005))
            return keepAlive(request);
        return Answer::nothing();
    default:
        return m_device.quirks.has(Quirk::KeepAlive1005) ? ret(request, 103) : keepAlive(request);
    }
}

Answer LoginDesk::keepAlive(const Request &request)
{
    if (!request.session)
        return ret(request, 105);
    if (m_device.quirks.has(Quirk::EmptyBodyKeepAlive))
        return Answer::headerOnly();
    return ret(request, 100, QStringLiteral("KeepAlive"));
}

Answer LoginDesk::refuse(const Request &request, int why)
{
    ++m_device.counters.refusedLogins;
    return ret(request, why);
}

Answer LoginDesk::login(const Request &request)
{
    if (m_device.quirks.has(Quirk::ClaimBeforeLogin) && !request.from->claimSeen) {
        ++m_device.counters.refusedLogins;
        // Empty JSON, but with the trailer: there are clients that cut the last two bytes before they look.
        return {{}, QByteArray("\n\0", 2), {}, {}};
    }
    if (m_device.faults.isOn(QStringLiteral("empty-login-reply")))
        return Answer::headerOnly();
    if (const auto code = m_device.faults.value(QStringLiteral("refuse-login")))
        return refuse(request, int(*code));
    if (m_device.sessions.ofMain(request.from))
        return refuse(request, 104);
    const auto text = [&](const char *key) { return request.body.value(QLatin1String(key)).toString(); };
    // Old clients leave EncryptType out and mean MD5.
    const QString encryptType =
        request.body.value(QLatin1String("EncryptType")).toString(QStringLiteral("MD5"));
    if (const int why = m_device.users.check(text("UserName"), encryptType, text("PassWord")); why != 100)
        return refuse(request, why);
    if (m_device.sessions.count() >= m_device.connectionLimit())
        return refuse(request, 123);

    const Session &session = m_device.sessions.add(text("UserName"), text("LoginType"), *request.from);
    ++m_device.counters.logins;
    QJsonObject body{{QStringLiteral("ChannelNum"), m_device.options.channels},
                     {QStringLiteral("DataUseAES"), false},
                     {m_device.quirks.has(Quirk::SpecDeviceType) ? QStringLiteral("DeviceType")
                                                                 : QStringLiteral("DeviceType "),
                      QStringLiteral("DVR")},
                     {QStringLiteral("ExtraChannel"), 0},
                     {QStringLiteral("Ret"), 100},
                     {QStringLiteral("SessionID"), sessionIdText(session.id, m_device.quirks)}};
    if (!m_device.quirks.has(Quirk::NoAliveInterval))
        body.insert(QStringLiteral("AliveInterval"), m_device.options.aliveIntervalSeconds);
    Answer answer = Answer::of(body);
    answer.sessionId = session.id;
    return answer;
}

} // namespace opsdeck::dvr::sim
