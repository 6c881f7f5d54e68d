// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/reply.h"
#include "core/store/secret_store.h"

namespace QKeychain {
class Job;
}

namespace opsdeck::store {

/// Secrets in the desktop's keychain, through QtKeychain, under the service "opsdeck". Its thread must have an
/// event loop: the keychain answers there. A keychain that does not answer gets Unavailable after `timeout`.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    /// Long enough for a person to unlock the keychain.
    static constexpr std::chrono::seconds kTimeout{60};

    /// @param clock must outlive this object.
    explicit KeychainSecretStore(base::Clock &clock, std::chrono::milliseconds timeout = kTimeout,
                                 QObject *parent = nullptr);

    QFuture<base::Result<QString>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<base::Result<void>> remove(const QString &key) override;

    bool isFallback() const override { return false; }
    QString path() const override { return {}; }

private:
    template <typename T>
    void run(QKeychain::Job *job, const QString &key, base::Reply<T> reply,
             std::function<base::Result<T>(QKeychain::Job *)> finish);

    base::Clock &m_clock;
    const std::chrono::milliseconds m_timeout;
};

} // namespace opsdeck::store
