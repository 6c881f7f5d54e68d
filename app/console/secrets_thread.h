// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/secret_store.h"

#include <QThread>

namespace opsdeck::console {

/// The keychain on a thread of its own: asking it loads libraries and talks to other programs, which the window
/// must not wait for. Owns that thread. Its signals come in the thread of this object.
class SecretsThread final : public store::SecretStore
{
    Q_OBJECT
public:
    /// @param clock must outlive this object.
    explicit SecretsThread(base::Clock &clock, QObject *parent = nullptr);
    /// Joins the thread; calls that are not answered yet are answered with Cancelled.
    ~SecretsThread() override;

    QFuture<base::Result<QString>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<base::Result<void>> remove(const QString &key) override;

    /// What `fellBack` told; this object's thread.
    bool isFallback() const override { return !m_path.isEmpty(); }
    QString path() const override { return m_path; }

private:
    struct Remote;
    template <typename T, typename Call>
    QFuture<base::Result<T>> forward(Call call);

    QThread m_thread;
    Remote *m_remote;
    QString m_path;
};

} // namespace opsdeck::console
