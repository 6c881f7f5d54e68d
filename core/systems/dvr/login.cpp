// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/login.h"

#include "core/base/hex.h"
#include "core/systems/dvr/control_body.h"
#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/live_messages.h"
#include "core/systems/dvr/message_ids.h"
#include "core/systems/dvr/password_hash.h"

namespace opsdeck::dvr {

namespace {

using Next = LoginVerdict::Next;

// In the order they are tried; on our list of what devices know (protocol page §2).
constexpr const char *kLoginTypes[] = {"DVRIP-Web", "DVRIP-Xm030", "DVRIP-Mobile"};
constexpr int kLoginTypeCount = int(std::size(kLoginTypes));

LoginVerdict refusal(int ret, LoginPlan &plan)
{
    LoginVerdict verdict;
    verdict.error = retError(ret, QStringLiteral("login"));
    switch (ret) {
    case 104:
    case 106:
    case 107:
    case 113:
    case 125:
    case 203:
    case 204:
    case 205:
    case 206:
    case 207:
    case 430:
        verdict.next = Next::AskOperator;
        break;
    case 102:
    case 103:
        plan.loginType = (plan.loginType + 1) % kLoginTypeCount;
        verdict.next = plan.loginType == 0 ? Next::AgainLater : Next::AgainAtOnce;
        break;
    default:
        verdict.next = Next::AgainLater;
        break;
    }
    return verdict;
}

LoginVerdict unreadable(const base::Error &error, LoginPlan &plan)
{
    LoginVerdict verdict;
    verdict.error = error;
    // One fresh try with a Claim in front; when that fails too, the plain login gets its turn after the back-off.
    verdict.next = plan.claimFirst ? Next::AgainLater : Next::AgainAtOnce;
    plan.claimFirst = !plan.claimFirst;
    if (!plan.claimFirst)
        verdict.error =
            error.within(QStringLiteral("neither a plain login nor one after a Claim is answered"));
    return verdict;
}

} // namespace

QJsonObject loginBody(const DeviceSettings &settings, const LoginPlan &plan)
{
    return {{QStringLiteral("EncryptType"), QStringLiteral("MD5")},
            {QStringLiteral("LoginType"),
             QString::fromLatin1(kLoginTypes[qBound(0, plan.loginType, kLoginTypeCount - 1)])},
            {QStringLiteral("PassWord"), QString::fromLatin1(passwordHash(settings.password))},
            {QStringLiteral("UserName"), settings.userName}};
}

QJsonObject preLoginClaimBody()
{
    return monitorBody(MonitorAction::Claim, 0, StreamKind::Main, sessionIdText(kPreLoginSessionId));
}

LoginVerdict judgeLogin(const base::Result<Message> &answer, LoginPlan &plan)
{
    if (!answer)
        return {Next::AgainLater, {}, answer.error()};
    const auto body = parseBody(answer->payload);
    if (!body)
        return unreadable(body.error().within(QStringLiteral("login")), plan);
    const auto ret = retOf(*body);
    if (!ret)
        return unreadable(ret.error().within(QStringLiteral("login")), plan);
    if (!isSuccess(*ret))
        return refusal(*ret, plan);

    LoginFacts facts;
    const auto inBody = parseSessionId(body->value(QLatin1String("SessionID")).toString());
    facts.sessionId = inBody && *inBody != 0 ? *inBody : answer->header.sessionId;
    if (facts.sessionId == 0) {
        return {Next::AgainLater,
                {},
                base::Error(DvrError::BadReply, QStringLiteral("login: the answer has no usable SessionID"))};
    }
    const int alive = countOf(body->value(QLatin1String("AliveInterval")), 20);
    facts.aliveInterval = std::chrono::seconds(qBound(2, alive == 0 ? 20 : alive, 300));
    facts.channelCount = qMin(countOf(body->value(QLatin1String("ChannelNum"))), 256);
    // With the trailing space, as it is on the wire; some documents have it without.
    QJsonValue type = body->value(QLatin1String("DeviceType "));
    if (type.isUndefined())
        type = body->value(QLatin1String("DeviceType"));
    facts.deviceType = base::plainText(type.toString(), 32);
    return {Next::Done, facts, std::nullopt};
}

} // namespace opsdeck::dvr
