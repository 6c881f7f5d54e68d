// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

namespace opsdeck::store {

enum class SecretError {
    NotFound,
    Unavailable,  ///< there is no keychain, or it does not answer
    Refused,      ///< the keychain or its user said no
    TooOpen,      ///< others may read the file with the secrets
    Damaged,      ///< the file with the secrets is not what it should be; it is left as it is
    FileFailed,   ///< the file cannot be read or written
    KeyMalformed, ///< not `opsdeck/<device id>/<what>`
};
base::ErrorFacts errorFacts(SecretError code);

/// "opsdeck/<deviceId>/<what>", e.g. `secretKey("north", "password")`; what site.json writes under "passwordRef".
QString secretKey(const QString &deviceId, const QString &what);
/// True for `opsdeck/<device id>/<what>`, each part of letters, digits, '.', '_' and '-'.
bool isSecretKeyWellFormed(const QString &key);

/// Where secrets are kept, by key. Secrets are texts of any length above 0. The calls may come from any
/// thread; take the answers with `.then(context, …)`. Every call is answered in bounded time.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Errors: NotFound and the others of SecretError.
    virtual QFuture<base::Result<QString>> read(const QString &key) = 0;
    /// Replaces what is there.
    virtual QFuture<base::Result<void>> write(const QString &key, const QString &secret) = 0;
    /// What is not there is removed already: no error.
    virtual QFuture<base::Result<void>> remove(const QString &key) = 0;

    /// True when secrets lie in a plain file: the window says so, with `path()`.
    virtual bool isFallback() const = 0;
    /// Of the file; empty for the keychain.
    virtual QString path() const = 0;

Q_SIGNALS:
    /// There is no usable keychain: from now the file is used. At most once.
    void fellBack(const QString &path, const QString &reason);
};

} // namespace opsdeck::store
