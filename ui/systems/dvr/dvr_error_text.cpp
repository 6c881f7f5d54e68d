// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_error_text.h"

#include "core/store/secret_store.h"
#include "core/systems/dvr/dvr_error.h"
#include "ui/kit/error_text.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

QString text(DvrError code)
{
    switch (code) {
    case DvrError::WrongPassword:
        return QCoreApplication::translate("DvrErrorText", "wrong password");
    case DvrError::UnknownUser:
        return QCoreApplication::translate("DvrErrorText", "unknown user");
    case DvrError::UserLocked:
        return QCoreApplication::translate("DvrErrorText", "user locked or unknown");
    case DvrError::UserBlacklisted:
        return QCoreApplication::translate("DvrErrorText", "user barred by the device");
    case DvrError::LoginRefused:
        return QCoreApplication::translate("DvrErrorText", "login refused");
    case DvrError::AlreadyLoggedIn:
        return QCoreApplication::translate("DvrErrorText", "this user is logged in elsewhere");
    case DvrError::TooManyConnections:
        return QCoreApplication::translate("DvrErrorText", "the device has too many connections");
    case DvrError::NotLoggedIn:
        return QCoreApplication::translate("DvrErrorText", "the session has expired");
    case DvrError::NoRight:
        return QCoreApplication::translate("DvrErrorText", "this user may not do that");
    case DvrError::ChannelOffline:
        return QCoreApplication::translate("DvrErrorText", "no camera on this channel");
    case DvrError::NotSupported:
        return QCoreApplication::translate("DvrErrorText", "the device cannot do that");
    case DvrError::Refused:
        return QCoreApplication::translate("DvrErrorText", "the device refused");
    case DvrError::EmptyReply:
        return QCoreApplication::translate("DvrErrorText", "the device gave an empty answer");
    case DvrError::EncryptedLogin:
        return QCoreApplication::translate("DvrErrorText", "the device wants an encrypted login");
    case DvrError::ForcedLogout:
        return QCoreApplication::translate("DvrErrorText", "logged out by the device");
    case DvrError::KeepAliveLost:
        return QCoreApplication::translate("DvrErrorText", "the device stopped answering");
    case DvrError::StreamSilent:
        return QCoreApplication::translate("DvrErrorText", "no picture from the device");
    case DvrError::Oversize:
        return QCoreApplication::translate("DvrErrorText", "the device announced too much data");
    case DvrError::BadFrame:
        return QCoreApplication::translate("DvrErrorText", "unreadable video from the device");
    case DvrError::BadReply:
        return QCoreApplication::translate("DvrErrorText", "unreadable answer from the device");
    }
    return QString();
}

} // namespace

QString dvrErrorText(const base::Error &error)
{
    for (int i = 0; i <= int(DvrError::BadReply); ++i) {
        if (error.is(DvrError(i)))
            return text(DvrError(i));
    }
    return kit::errorText(error);
}

OperatorHelp helpFor(const base::Error &error)
{
    for (const DvrError code : {DvrError::WrongPassword, DvrError::UnknownUser, DvrError::LoginRefused}) {
        if (error.is(code))
            return OperatorHelp::EnterPassword;
    }
    for (int i = 0; i <= int(store::SecretError::KeyMalformed); ++i) {
        if (error.is(store::SecretError(i)))
            return OperatorHelp::EnterPassword;
    }
    return OperatorHelp::TryAgain;
}

} // namespace opsdeck::dvr
