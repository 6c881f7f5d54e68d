// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_store.h"

#include <QRegularExpression>

namespace opsdeck::store {

base::ErrorFacts errorFacts(SecretError code)
{
    using base::ErrorClass;
    switch (code) {
    case SecretError::NotFound:
        return {"secret-not-found", ErrorClass::Local};
    case SecretError::Unavailable:
        return {"keychain-unavailable", ErrorClass::Local};
    case SecretError::Refused:
        return {"keychain-refused", ErrorClass::Local};
    case SecretError::TooOpen:
        return {"secret-file-too-open", ErrorClass::Local};
    case SecretError::Damaged:
        return {"secret-file-damaged", ErrorClass::Local};
    case SecretError::FileFailed:
        return {"secret-file-failed", ErrorClass::Local};
    case SecretError::KeyMalformed:
        return {"secret-key-malformed", ErrorClass::Usage};
    }
    return {"secret-file-failed", ErrorClass::Local};
}

QString secretKey(const QString &deviceId, const QString &what)
{
    return QStringLiteral("opsdeck/%1/%2").arg(deviceId, what);
}

bool isSecretKeyWellFormed(const QString &key)
{
    static const QRegularExpression kKey(
        QStringLiteral("\\Aopsdeck/[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]{1,64}\\z"));
    return kKey.match(key).hasMatch();
}

} // namespace opsdeck::store
