// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_stores.h"

#include "core/base/reply.h"
#include "core/store/file_secret_store.h"
#include "core/store/keychain_secret_store.h"

#include <QStandardPaths>

namespace opsdeck::store {

using base::Reply;
using base::Result;

std::unique_ptr<SecretStores> SecretStores::open(base::Clock &clock, const QString &path)
{
    return std::make_unique<SecretStores>(std::make_unique<KeychainSecretStore>(clock),
                                          std::make_unique<FileSecretStore>(path), clock);
}

QString SecretStores::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/opsdeck/secrets.json");
}

SecretStores::SecretStores(std::unique_ptr<SecretStore> keychain, std::unique_ptr<SecretStore> file,
                           base::Clock &clock, QObject *parent)
    : SecretStore(parent)
    , m_keychain(std::move(keychain))
    , m_file(std::move(file))
    , m_probeTimer(clock.makeTimer([this] {
        choose(false, QStringLiteral("the keychain did not answer within %1 s").arg(kProbeTimeout.count()));
    }))
{
    m_probeTimer->start(kProbeTimeout);
    // A secret that nobody wrote: a keychain that works says so without asking its user for anything.
    m_keychain->read(secretKey(QStringLiteral("probe"), QStringLiteral("none")))
        .then(this, [this](const Result<QString> &answer) {
            const bool works = answer || answer.error().is(SecretError::NotFound);
            const QString reason = works ? QString() : answer.error().detail();
            // Queued: the answer may be here already (nobody is connected yet), or come from our destructor.
            QMetaObject::invokeMethod(
                this, [this, works, reason] { choose(works, reason); }, Qt::QueuedConnection);
        });
}

void SecretStores::choose(bool keychainWorks, const QString &reason)
{
    if (m_chosen)
        return;
    m_probeTimer->stop();
    m_chosen = keychainWorks ? m_keychain.get() : m_file.get();
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &call : waiting)
        call();
    if (!keychainWorks)
        Q_EMIT fellBack(m_file->path(), reason);
    Q_EMIT settled();
}

template <typename T, typename Call>
QFuture<Result<T>> SecretStores::whenChosen(Call call)
{
    return base::callOn<T>(this, [this, call = std::move(call)](Reply<T> reply) {
        const auto box = std::make_shared<Reply<T>>(std::move(reply));
        auto pass = [this, box, call] {
            // In whatever thread it comes: the answer only changes hands.
            call(*m_chosen).then([box](const Result<T> &answer) { box->answer(answer); });
        };
        if (m_chosen)
            pass();
        else
            m_waiting.push_back(std::move(pass));
    });
}

QFuture<Result<QString>> SecretStores::read(const QString &key)
{
    return whenChosen<QString>([key](SecretStore &store) { return store.read(key); });
}

QFuture<Result<void>> SecretStores::write(const QString &key, const QString &secret)
{
    return whenChosen<void>([key, secret](SecretStore &store) { return store.write(key, secret); });
}

QFuture<Result<void>> SecretStores::remove(const QString &key)
{
    return whenChosen<void>([key](SecretStore &store) { return store.remove(key); });
}

} // namespace opsdeck::store
