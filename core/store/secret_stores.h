// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/secret_store.h"

#include <functional>
#include <memory>
#include <vector>

namespace opsdeck::store {

/// Uses a keychain when there is one and a file when there is not. It asks the keychain once, at its
/// construction; calls made before that is answered (3 s at most) wait. What the file was given in a run without a
/// keychain is still found in one with it, until it is written anew or removed: then it leaves the file. Lives on a
/// thread with an event loop.
class SecretStores final : public SecretStore
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kProbeTimeout{3};

    /// The programs' way: the desktop's keychain, else the file `path` (see `defaultPath()`).
    /// @param clock must outlive what is returned.
    static std::unique_ptr<SecretStores> open(base::Clock &clock, const QString &path);
    /// "opsdeck/secrets.json" in the user's configuration folder.
    static QString defaultPath();

    SecretStores(std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file, base::Clock &clock,
                 QObject *parent = nullptr);

    QFuture<base::Result<QString>> read(const QString &key) override;
    QFuture<base::Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<base::Result<void>> remove(const QString &key) override;

    /// False as long as the keychain is being asked. Call these two on this object's thread.
    bool isFallback() const override { return m_chosen && m_chosen->isFallback(); }
    QString path() const override { return m_chosen ? m_chosen->path() : QString(); }
    /// Whether the choice is made.
    bool isSettled() const { return m_chosen != nullptr; }

Q_SIGNALS:
    /// The choice is made (after `fellBack`, when that comes). Once.
    void settled();

private:
    void choose(bool keychainWorks, const QString &reason);
    template <typename T, typename Call>
    QFuture<base::Result<T>> whenChosen(Call call);

    std::unique_ptr<SecretStore> m_keychain;
    std::unique_ptr<SecretStore> m_file;
    SecretStore *m_chosen = nullptr;
    std::unique_ptr<base::Timer> m_probeTimer;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace opsdeck::store
