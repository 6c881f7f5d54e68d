// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/reply.h"
#include "core/store/secret_store.h"

#include <QHash>

#include <optional>
#include <vector>

namespace opsdeck::test {

/// A keychain in memory, which may be locked or missing.
class MadeUpSecrets final : public store::SecretStore
{
public:
    QFuture<base::Result<QString>> read(const QString &key) override
    {
        ++reads;
        if (failure)
            return base::answered<QString>(base::fail(*failure, QStringLiteral("made up")));
        if (!kept.contains(key))
            return base::answered<QString>(base::fail(store::SecretError::NotFound, key));
        return base::answered<QString>(kept.value(key));
    }
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override
    {
        ++writes;
        if (isHeld) {
            held.emplace_back();
            return held.back().future();
        }
        if (failure)
            return base::answered<void>(base::fail(*failure, QStringLiteral("made up")));
        kept.insert(key, secret);
        return base::answered<void>({});
    }
    QFuture<base::Result<void>> remove(const QString &key) override
    {
        if (failure)
            return base::answered<void>(base::fail(*failure, QStringLiteral("made up")));
        kept.remove(key);
        return base::answered<void>({});
    }
    bool isFallback() const override { return false; }
    QString path() const override { return QString(); }

    QHash<QString, QString> kept;
    std::optional<store::SecretError> failure;
    bool isHeld = false; ///< writes wait in `held`, as while its user is asked to unlock it
    std::vector<base::Reply<void>> held;
    int reads = 0;
    int writes = 0;
};

} // namespace opsdeck::test
