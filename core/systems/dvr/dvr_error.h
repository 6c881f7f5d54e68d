// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::dvr {

enum class DvrError {
    WrongPassword,      ///< Ret 203
    UnknownUser,        ///< Ret 204, 113
    UserLocked,         ///< Ret 205: locked or, on some firmware, unknown
    UserBlacklisted,    ///< Ret 206
    LoginRefused,       ///< Ret 106 and every other refusal of a login
    AlreadyLoggedIn,    ///< Ret 104, 207
    TooManyConnections, ///< Ret 123, 122
    NotLoggedIn,        ///< Ret 105, 202: the session has expired
    NoRight,            ///< Ret 107
    ChannelOffline,     ///< Ret 121
    NotSupported,       ///< Ret 102, 103, 605, 607
    Refused,            ///< any other Ret outside the success set
    EmptyReply,         ///< an answer without a body where one belongs
    EncryptedLogin,     ///< the device wants the RSA + AES login
    ForcedLogout,       ///< 1004 from the device
    KeepAliveLost,      ///< two keep-alives without an answer
    StreamSilent,       ///< no frame although the session is up
    Oversize,           ///< a length past our cap
    BadFrame,           ///< media framing that cannot be followed
    BadReply,           ///< JSON that is broken, too deep or of the wrong type
};
base::ErrorFacts errorFacts(DvrError code);

/// What a return code means, in English, for logs and the `device` object of JSON; empty for unknown codes.
QString retMeaning(int ret);

/// The error of a return code that is not a success, with {"ret":…,"meaning":…} in its device part.
/// @param what was asked, e.g. "login".
base::Error retError(int ret, const QString &what);

} // namespace opsdeck::dvr
