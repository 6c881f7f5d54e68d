// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_error_text.h"

#include "core/store/secret_store.h"
#include "core/systems/dvr/dvr_error.h"
#include "ui/kit/error_text.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DvrErrorText", text);
}

QString text(DvrError code)
{
    switch (code) {
    case DvrError::WrongPassword:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "wrong password"));
    case DvrError::UnknownUser:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "unknown user"));
    case DvrError::UserLocked:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "user locked or unknown"));
    case DvrError::UserBlacklisted:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "user barred by the device"));
    case DvrError::LoginRefused:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "login refused"));
    case DvrError::AlreadyLoggedIn:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "this user is logged in elsewhere"));
    case DvrError::TooManyConnections:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device has too many connections"));
    case DvrError::NotLoggedIn:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the session has expired"));
    case DvrError::NoRight:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "this user may not do that"));
    case DvrError::ChannelOffline:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "no camera on this channel"));
    case DvrError::NotSupported:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device cannot do that"));
    case DvrError::Refused:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device refused"));
    case DvrError::EmptyReply:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device gave an empty answer"));
    case DvrError::EncryptedLogin:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device wants an encrypted login"));
    case DvrError::ForcedLogout:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "logged out by the device"));
    case DvrError::KeepAliveLost:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device stopped answering"));
    case DvrError::StreamSilent:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "no picture from the device"));
    case DvrError::Oversize:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "the device announced too much data"));
    case DvrError::BadFrame:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "unreadable video from the device"));
    case DvrError::BadReply:
        return tr(QT_TRANSLATE_NOOP("DvrErrorText", "unreadable answer from the device"));
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
