// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/secret_store.h"

#include <QJsonObject>
#include <QThreadPool>

namespace opsdeck::store {

/// Secrets in a plain JSON file for machines without a keychain. The file has mode 0600 from its creation on, in
/// a folder with 0700 (when this class makes it); it is replaced as a whole or not at all, under a lock that
/// other programs of ours respect. A file that others may read is refused, not mended: what was in it must be
/// taken for known. Does its file work on a thread of its own.
class FileSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit FileSecretStore(const QString &path, QObject *parent = nullptr);
    /// Waits for calls that were made.
    ~FileSecretStore() override;

    QFuture<base::Result<QString>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<base::Result<void>> remove(const QString &key) override;

    bool isFallback() const override { return true; }
    QString path() const override { return m_path; }

private:
    base::Result<QJsonObject> load() const;
    base::Result<void> change(const QString &key, const std::optional<QString> &secret) const;
    base::Result<void> prepare() const;

    template <typename T, typename Work>
    QFuture<base::Result<T>> later(const QString &key, Work work);

    const QString m_path;
    QThreadPool m_pool;
};

} // namespace opsdeck::store
