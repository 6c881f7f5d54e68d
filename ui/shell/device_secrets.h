// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secret_store.h"

#include <QHash>

#include <functional>

namespace opsdeck::shell {

/// The passwords of the devices: those of the keychain, and in front of them those the operator gave for this run only,
/// because the keychain is locked or missing or because the site is a demonstration. Opens the keychain when it is first
/// asked for. GUI thread; what is kept for this run never leaves memory.
class DeviceSecrets final : public store::SecretStore
{
    Q_OBJECT
public:
    /// @param open the keychain; called once. May be empty: then nothing outlives this run.
    explicit DeviceSecrets(std::function<store::SecretStore &()> open, QObject *parent = nullptr);
    ~DeviceSecrets() override;

    /// From now nothing is written to the keychain and nothing removed from it.
    void setMemoryOnly(bool isMemoryOnly) { m_isMemoryOnly = isMemoryOnly; }
    bool isMemoryOnly() const { return m_isMemoryOnly || !m_open; }
    /// Counts for every later `read` of this run.
    void keepForThisRun(const QString &key, const QString &secret);

    QFuture<base::Result<QString>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<base::Result<void>> remove(const QString &key) override;
    bool isFallback() const override { return m_store && m_store->isFallback(); }
    QString path() const override { return m_store ? m_store->path() : QString(); }

private:
    store::SecretStore &opened();

    std::function<store::SecretStore &()> m_open;
    store::SecretStore *m_store = nullptr;
    bool m_isMemoryOnly = false;
    QHash<QString, QString> m_kept;
};

} // namespace opsdeck::shell
