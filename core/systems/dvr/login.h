// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"
#include "core/systems/dvr/message_link.h"

#include <QJsonObject>

#include <chrono>

namespace opsdeck::dvr {

/// What to try at the next login; changed by what the device answered to the last one (protocol page §2).
struct LoginPlan {
    bool claimFirst =
        false;         ///< firmware V5.06 answers a plain login with nothing until a Claim came on the socket
    int loginType = 0; ///< index into the login types we try
};

/// What a successful login told.
struct LoginFacts {
    quint32 sessionId = 0;
    std::chrono::seconds aliveInterval{20};
    int channelCount = 0;
    QString deviceType;
};

/// What to do after an answer to a login.
struct LoginVerdict {
    enum class Next {
        Done,        ///< `facts` hold
        AgainAtOnce, ///< reconnect and follow the changed plan
        AgainLater,  ///< back-off
        AskOperator, ///< never by itself: a wrong password tried five times locks the user for 30 minutes
    };
    Next next = Next::AgainLater;
    LoginFacts facts;
    std::optional<base::Error> error;
};

/// The SessionID of the Claim that some firmware wants to see before a login.
constexpr quint32 kPreLoginSessionId = 0x0001869F;

/// Body of message 1000.
QJsonObject loginBody(const DeviceSettings &settings, const LoginPlan &plan);
/// Body of the Claim before the login. Where its DHParameter sits is not public, so it is the plain Claim.
QJsonObject preLoginClaimBody();
/// Judges the answer to a login and changes `plan` for the next attempt. Pure.
LoginVerdict judgeLogin(const base::Result<Message> &answer, LoginPlan &plan);

} // namespace opsdeck::dvr
