// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_stores.h"

#include "core/base/on.h"
#include "core/base/reply.h"
#include "core/store/file_secret_store.h"
#include "core/store/keychain_secret_store.h"

#include <QStandardPaths>

namespace opsdeck::store {

using base::Reply;
using base::Result;

namespace {

template <typename T>
using Box = std::shared_ptr<Reply<T>>;

/// In whatever thread it comes: the answer only changes hands.
template <typename T>
void handOn(QFuture<Result<T>> from, const Box<T> &to)
{
    from.then([to](const Result<T> &answer) { to->answer(answer); });
}

} // namespace

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
        .then(base::on(this, [this](const Result<QString> &answer) {
            const bool works = answer || answer.error().is(SecretError::NotFound);
            const QString reason = works ? QString() : answer.error().detail();
            // Queued: the answer may be here already (nobody is connected yet), or come from our destructor.
            QMetaObject::invokeMethod(
                this, [this, works, reason] { choose(works, reason); }, Qt::QueuedConnection);
        }));
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
        if (m_chosen)
            call(*m_chosen, box);
        else
            m_waiting.push_back([this, box, call] { call(*m_chosen, box); });
    });
}

QFuture<Result<QString>> SecretStores::read(const QString &key)
{
    return whenChosen<QString>([this, key](SecretStore &store, const Box<QString> &box) {
        if (store.isFallback()) {
            handOn(store.read(key), box);
            return;
        }
        store.read(key).then(base::on(this, [this, box, key](const Result<QString> &answer) {
            if (answer || !answer.error().is(SecretError::NotFound)) {
                box->answer(answer);
                return;
            }
            // Kept when the keychain could not be used.
            m_file->read(key).then(
                [box, answer](const Result<QString> &inFile) { box->answer(inFile ? inFile : answer); });
        }));
    });
}

QFuture<Result<void>> SecretStores::write(const QString &key, const QString &secret)
{
    return whenChosen<void>([this, key, secret](SecretStore &store, const Box<void> &box) {
        if (store.isFallback()) {
            handOn(store.write(key, secret), box);
            return;
        }
        store.write(key, secret).then(base::on(this, [this, box, key](const Result<void> &answer) {
            if (!answer) {
                box->answer(answer);
                return;
            }
            // The older one in the file is of no use any more. It would not be read first: no matter when it stays.
            m_file->remove(key).then([box](const Result<void> &) { box->answer({}); });
        }));
    });
}

QFuture<Result<void>> SecretStores::remove(const QString &key)
{
    return whenChosen<void>([this, key](SecretStore &store, const Box<void> &box) {
        if (store.isFallback()) {
            handOn(store.remove(key), box);
            return;
        }
        store.remove(key).then(base::on(this, [this, box, key](const Result<void> &answer) {
            if (answer)
                handOn(m_file->remove(key), box);
            else
                box->answer(answer);
        }));
    });
}

} // namespace opsdeck::store
