// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/error_text.h"

#include "core/store/secret_store.h"
#include "core/transport/byte_link.h"

#include <QCoreApplication>

namespace opsdeck::kit {

namespace {

using base::CommonError;
using base::ErrorClass;
using store::SecretError;
using transport::LinkError;

QString tr(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

QString text(LinkError code)
{
    switch (code) {
    case LinkError::ResolveFailed:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "no such host name"));
    case LinkError::ConnectionRefused:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "connection refused"));
    case LinkError::ConnectTimeout:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "no answer to the connection attempt"));
    case LinkError::NetworkUnreachable:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "network unreachable"));
    case LinkError::ClosedByPeer:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the device closed the connection"));
    case LinkError::IdleTimeout:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the device fell silent"));
    case LinkError::WriteOverflow:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the device stopped reading"));
    case LinkError::SocketFailed:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "connection failed"));
    case LinkError::ClosedByUs:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "connection closed"));
    }
    return QString();
}

QString text(CommonError code)
{
    switch (code) {
    case CommonError::Timeout:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "no answer in time"));
    case CommonError::Cancelled:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "cancelled"));
    case CommonError::NotConnected:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "not connected"));
    case CommonError::InvalidArgument:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "not a valid value"));
    case CommonError::FileFailed:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "file cannot be read or written"));
    }
    return QString();
}

QString text(SecretError code)
{
    switch (code) {
    case SecretError::NotFound:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "no password is kept for it"));
    case SecretError::Unavailable:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the keychain does not answer"));
    case SecretError::Refused:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the keychain is locked or refused"));
    case SecretError::TooOpen:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "others may read the password file"));
    case SecretError::Damaged:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the password file is damaged"));
    case SecretError::FileFailed:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the password file cannot be read or written"));
    case SecretError::KeyMalformed:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the site file's passwordRef is not a valid name"));
    }
    return QString();
}

QString text(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Refused:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the device refused"));
    case ErrorClass::Usage:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "not possible"));
    case ErrorClass::NoAnswer:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "no answer"));
    case ErrorClass::Protocol:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "the device sent something unreadable"));
    case ErrorClass::Local:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "failed on this computer"));
    case ErrorClass::Cancelled:
        return tr(QT_TRANSLATE_NOOP("ErrorText", "cancelled"));
    }
    return QString();
}

/// The code of `error` when it is one of E, which counts from 0 to `last` without a gap.
template <typename E>
QString textOf(const base::Error &error, E last)
{
    for (int i = 0; i <= int(last); ++i) {
        if (error.is(E(i)))
            return text(E(i));
    }
    return QString();
}

} // namespace

QString errorText(const base::Error &error)
{
    if (const QString link = textOf(error, LinkError::ClosedByUs); !link.isEmpty())
        return link;
    if (const QString common = textOf(error, CommonError::FileFailed); !common.isEmpty())
        return common;
    if (const QString secret = textOf(error, SecretError::KeyMalformed); !secret.isEmpty())
        return secret;
    return text(error.errorClass());
}

QString withDeviceCode(const QString &text, const base::Error &error)
{
    const QJsonValue ret = error.device().value(QLatin1String("ret"));
    if (!ret.isDouble())
        return text;
    return QStringLiteral("%1 (%2)").arg(text).arg(ret.toInt());
}

} // namespace opsdeck::kit
