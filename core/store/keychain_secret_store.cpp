// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keychain_secret_store.h"

#include <qt6keychain/keychain.h>

namespace opsdeck::store {

using base::fail;
using base::Reply;
using base::Result;

namespace {

QString service()
{
    return QStringLiteral("opsdeck");
}

base::Error errorOf(const QKeychain::Job *job)
{
    const QString detail = job->key() + QStringLiteral(": ") + job->errorString();
    switch (job->error()) {
    case QKeychain::EntryNotFound:
        return {SecretError::NotFound, detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return {SecretError::Refused, detail};
    default:
        return {SecretError::Unavailable, detail};
    }
}

tl::unexpected<base::Error> malformed(const QString &key)
{
    return fail(SecretError::KeyMalformed, QStringLiteral("\"%1\" names no secret").arg(key));
}

} // namespace

KeychainSecretStore::KeychainSecretStore(base::Clock &clock, std::chrono::milliseconds timeout,
                                         QObject *parent)
    : SecretStore(parent)
    , m_clock(clock)
    , m_timeout(timeout)
{
}

template <typename T>
void KeychainSecretStore::run(QKeychain::Job *job, const QString &key, Reply<T> reply,
                              std::function<Result<T>(QKeychain::Job *)> finish)
{
    job->setKey(key);
    struct Call {
        Reply<T> reply;
        std::unique_ptr<base::Timer> timer;
    };
    const auto call = std::make_shared<Call>(Call{std::move(reply), nullptr});
    call->timer = m_clock.makeTimer([waiting = std::weak_ptr<Call>(call), key, timeout = m_timeout] {
        // The job goes on, and goes when it has ended: QtKeychain cannot call one back.
        if (const auto late = waiting.lock())
            late->reply.answer(
                fail(SecretError::Unavailable, QStringLiteral("%1: the keychain did not answer within %2 ms")
                                                   .arg(key)
                                                   .arg(timeout.count())));
    });
    call->timer->start(m_timeout);
    connect(job, &QKeychain::Job::finished, this, [call, finish = std::move(finish)](QKeychain::Job *done) {
        call->timer->stop();
        call->reply.answer(finish(done));
    });
    job->start();
}

QFuture<Result<QString>> KeychainSecretStore::read(const QString &key)
{
    if (!isSecretKeyWellFormed(key))
        return base::answered<QString>(malformed(key));
    return base::callOn<QString>(this, [this, key](Reply<QString> reply) {
        run<QString>(new QKeychain::ReadPasswordJob(service(), this), key, std::move(reply),
                     [](QKeychain::Job *job) -> Result<QString> {
                         if (job->error() != QKeychain::NoError)
                             return fail(errorOf(job));
                         return static_cast<QKeychain::ReadPasswordJob *>(job)->textData();
                     });
    });
}

QFuture<Result<void>> KeychainSecretStore::write(const QString &key, const QString &secret)
{
    if (!isSecretKeyWellFormed(key))
        return base::answered<void>(malformed(key));
    return base::callOn<void>(this, [this, key, secret](Reply<void> reply) {
        auto *job = new QKeychain::WritePasswordJob(service(), this);
        job->setTextData(secret);
        run<void>(job, key, std::move(reply), [](QKeychain::Job *done) -> Result<void> {
            if (done->error() != QKeychain::NoError)
                return fail(errorOf(done));
            return {};
        });
    });
}

QFuture<Result<void>> KeychainSecretStore::remove(const QString &key)
{
    if (!isSecretKeyWellFormed(key))
        return base::answered<void>(malformed(key));
    return base::callOn<void>(this, [this, key](Reply<void> reply) {
        run<void>(new QKeychain::DeletePasswordJob(service(), this), key, std::move(reply),
                  [](QKeychain::Job *job) -> Result<void> {
                      if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
                          return fail(errorOf(job));
                      return {};
                  });
    });
}

} // namespace opsdeck::store
