// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/error_text.h"

#include "core/store/database.h"
#include "core/store/secret_store.h"
#include "core/transport/byte_link.h"

#include <QCoreApplication>

namespace opsdeck::kit {

namespace {

using base::CommonError;
using base::ErrorClass;
using store::DatabaseError;
using store::SecretError;
using transport::LinkError;

QString text(LinkError code)
{
    switch (code) {
    case LinkError::ResolveFailed:
        return QCoreApplication::translate("ErrorText", "no such host name");
    case LinkError::ConnectionRefused:
        return QCoreApplication::translate("ErrorText", "connection refused");
    case LinkError::ConnectTimeout:
        return QCoreApplication::translate("ErrorText", "no answer to the connection attempt");
    case LinkError::NetworkUnreachable:
        return QCoreApplication::translate("ErrorText", "network unreachable");
    case LinkError::ClosedByPeer:
        return QCoreApplication::translate("ErrorText", "the device closed the connection");
    case LinkError::IdleTimeout:
        return QCoreApplication::translate("ErrorText", "the device fell silent");
    case LinkError::WriteOverflow:
        return QCoreApplication::translate("ErrorText", "the device stopped reading");
    case LinkError::SocketFailed:
        return QCoreApplication::translate("ErrorText", "connection failed");
    case LinkError::ClosedByUs:
        return QCoreApplication::translate("ErrorText", "connection closed");
    }
    return QString();
}

QString text(CommonError code)
{
    switch (code) {
    case CommonError::Timeout:
        return QCoreApplication::translate("ErrorText", "no answer in time");
    case CommonError::Cancelled:
        return QCoreApplication::translate("ErrorText", "cancelled");
    case CommonError::NotConnected:
        return QCoreApplication::translate("ErrorText", "not connected");
    case CommonError::InvalidArgument:
        return QCoreApplication::translate("ErrorText", "not a valid value");
    case CommonError::FileFailed:
        return QCoreApplication::translate("ErrorText", "file cannot be read or written");
    }
    return QString();
}

QString text(SecretError code)
{
    switch (code) {
    case SecretError::NotFound:
        return QCoreApplication::translate("ErrorText", "no password kept");
    case SecretError::Unavailable:
        return QCoreApplication::translate("ErrorText", "the keychain does not answer");
    case SecretError::Refused:
        return QCoreApplication::translate("ErrorText", "the keychain is locked or refused");
    case SecretError::TooOpen:
        return QCoreApplication::translate("ErrorText", "others may read the password file");
    case SecretError::Damaged:
        return QCoreApplication::translate("ErrorText", "the password file is damaged");
    case SecretError::FileFailed:
        return QCoreApplication::translate("ErrorText", "the password file cannot be read or written");
    case SecretError::KeyMalformed:
        return QCoreApplication::translate("ErrorText", "the site file's passwordRef is not a valid name");
    }
    return QString();
}

QString text(DatabaseError code)
{
    switch (code) {
    case DatabaseError::NotOpen:
        return QCoreApplication::translate("ErrorText", "the database is not open");
    case DatabaseError::DiskFull:
        return QCoreApplication::translate("ErrorText", "the disk is full");
    case DatabaseError::ReadOnly:
        return QCoreApplication::translate("ErrorText", "the database may not be written");
    case DatabaseError::Locked:
        return QCoreApplication::translate("ErrorText", "another program holds the database");
    case DatabaseError::Damaged:
        return QCoreApplication::translate("ErrorText", "the database is damaged");
    case DatabaseError::Newer:
        return QCoreApplication::translate("ErrorText", "the database is from a later version");
    case DatabaseError::Failed:
        return QCoreApplication::translate("ErrorText", "the database failed");
    }
    return QString();
}

QString text(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Refused:
        return QCoreApplication::translate("ErrorText", "the device refused");
    case ErrorClass::Usage:
        return QCoreApplication::translate("ErrorText", "not possible");
    case ErrorClass::NoAnswer:
        return QCoreApplication::translate("ErrorText", "no answer");
    case ErrorClass::Protocol:
        return QCoreApplication::translate("ErrorText", "the device sent something unreadable");
    case ErrorClass::Local:
        return QCoreApplication::translate("ErrorText", "failed on this computer");
    case ErrorClass::Cancelled:
        return QCoreApplication::translate("ErrorText", "cancelled");
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
    if (const QString database = textOf(error, DatabaseError::Failed); !database.isEmpty())
        return database;
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
