// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/secrets_thread.h"

#include "core/base/reply.h"
#include "core/store/secret_stores.h"

namespace opsdeck::console {

/// The half that lives on the thread.
struct SecretsThread::Remote : QObject {
    std::unique_ptr<store::SecretStores> stores;
};

SecretsThread::SecretsThread(base::Clock &clock, QObject *parent)
    : SecretStore(parent)
    , m_remote(new Remote)
{
    m_thread.setObjectName(QStringLiteral("secrets"));
    m_remote->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_remote, [this, remote = m_remote, &clock] {
        remote->stores = store::SecretStores::open(clock, store::SecretStores::defaultPath());
        connect(remote->stores.get(), &store::SecretStore::fellBack, this,
                [this](const QString &path, const QString &reason) {
                    m_path = path;
                    Q_EMIT fellBack(path, reason);
                });
    });
}

SecretsThread::~SecretsThread()
{
    // Ends with the thread, behind what is queued on it.
    QMetaObject::invokeMethod(m_remote, [remote = m_remote] { remote->stores.reset(); });
    m_remote->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

template <typename T, typename Call>
QFuture<base::Result<T>> SecretsThread::forward(Call call)
{
    return base::callOn<T>(m_remote, [remote = m_remote, call = std::move(call)](base::Reply<T> reply) {
        const auto box = std::make_shared<base::Reply<T>>(std::move(reply));
        if (remote->stores)
            call(*remote->stores).then([box](const base::Result<T> &answer) { box->answer(answer); });
    });
}

QFuture<base::Result<QString>> SecretsThread::read(const QString &key)
{
    return forward<QString>([key](store::SecretStore &store) { return store.read(key); });
}

QFuture<base::Result<void>> SecretsThread::write(const QString &key, const QString &secret)
{
    return forward<void>([key, secret](store::SecretStore &store) { return store.write(key, secret); });
}

QFuture<base::Result<void>> SecretsThread::remove(const QString &key)
{
    return forward<void>([key](store::SecretStore &store) { return store.remove(key); });
}

} // namespace opsdeck::console
