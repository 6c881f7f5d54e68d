// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_secret_store.h"

#include "core/base/file_lock.h"
#include "core/base/reply.h"
#include "core/base/whole_file.h"
#include "core/base/worker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace opsdeck::store {

using base::fail;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                         QFile::WriteOther | QFile::ExeOther;
constexpr qint64 kMaximumFileBytes = 1 << 20;
constexpr std::chrono::milliseconds kLockPatience{2000};
constexpr int kVersion = 1;

QString versionKey()
{
    return QStringLiteral("version");
}

QString secretsKey()
{
    return QStringLiteral("secrets");
}

} // namespace

FileSecretStore::FileSecretStore(const QString &path, QObject *parent)
    : SecretStore(parent)
    , m_path(path)
{
    m_pool.setMaxThreadCount(1);
}

FileSecretStore::~FileSecretStore()
{
    m_pool.waitForDone();
}

template <typename T, typename Work>
QFuture<base::Result<T>> FileSecretStore::later(const QString &key, Work work)
{
    if (!isSecretKeyWellFormed(key))
        return base::answered<T>(
            fail(SecretError::KeyMalformed, QStringLiteral("\"%1\" names no secret").arg(key)));
    return base::runOn(m_pool, [work = std::move(work)]() -> base::Result<T> { return work(); });
}

QFuture<base::Result<QString>> FileSecretStore::read(const QString &key)
{
    return later<QString>(key, [this, key]() -> base::Result<QString> {
        const auto secrets = load();
        if (!secrets)
            return fail(secrets.error());
        const QJsonValue secret = secrets->value(secretsKey()).toObject().value(key);
        if (!secret.isString())
            return fail(SecretError::NotFound, QStringLiteral("%1 holds no %2").arg(m_path, key));
        return secret.toString();
    });
}

QFuture<base::Result<void>> FileSecretStore::write(const QString &key, const QString &secret)
{
    return later<void>(key, [this, key, secret] { return change(key, secret); });
}

QFuture<base::Result<void>> FileSecretStore::remove(const QString &key)
{
    return later<void>(key, [this, key] { return change(key, std::nullopt); });
}

base::Result<QJsonObject> FileSecretStore::load() const
{
    QFile file(m_path);
    const QJsonObject nothing{{versionKey(), kVersion}, {secretsKey(), QJsonObject()}};
    if (!file.exists())
        return nothing;
    if (!file.open(QIODevice::ReadOnly))
        return fail(SecretError::FileFailed, m_path + QStringLiteral(": ") + file.errorString());
    if (file.permissions() & kOthers)
        return fail(
            SecretError::TooOpen,
            QStringLiteral("%1: other users may read it; close it (chmod 600) and change the passwords "
                           "in it")
                .arg(m_path));
    const QByteArray json = file.read(kMaximumFileBytes + 1);
    if (json.isEmpty() && file.error() == QFile::NoError)
        return nothing; // made, but never written
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (json.size() > kMaximumFileBytes || object.value(versionKey()).toInt() != kVersion ||
        !object.value(secretsKey()).isObject())
        return fail(SecretError::Damaged, m_path + QStringLiteral(": not a file of secrets (version 1)"));
    return object;
}

base::Result<void> FileSecretStore::prepare() const
{
    const QFileInfo info(m_path);
    const QDir folder = info.absoluteDir();
    const QString name = folder.dirName();
    QDir above = folder;
    // The folder itself gets 0700 at its birth; those above it are the user's business.
    if (!folder.exists() && !(QDir().mkpath(QFileInfo(folder.absolutePath()).absolutePath()) &&
                              above.cdUp() && above.mkdir(name, kOwnerOnly | QFile::ExeOwner)))
        return fail(SecretError::FileFailed,
                    QStringLiteral("%1: the folder cannot be made").arg(folder.absolutePath()));
    return {};
}

base::Result<void> FileSecretStore::change(const QString &key, const std::optional<QString> &secret) const
{
    if (!secret && !QFile::exists(m_path))
        return {};
    if (auto prepared = prepare(); !prepared)
        return prepared;
    base::FileLock lock(m_path);
    // Where no lock can be made (a full disk, a folder that may not be written) the writing will say why.
    if (const auto locked = lock.lock(kLockPatience); !locked && locked.error().is(base::FileLockError::Held))
        return fail(SecretError::FileFailed, m_path + QStringLiteral(": another program keeps it locked"));
    auto object = load();
    if (!object)
        return fail(object.error());
    QJsonObject secrets = object->value(secretsKey()).toObject();
    if (!secret && !secrets.contains(key))
        return {};
    if (secret)
        secrets.insert(key, *secret);
    else
        secrets.remove(key);
    object->insert(secretsKey(), secrets);
    const QByteArray json = QJsonDocument(*object).toJson();
    return base::replaceFile(m_path, json, kOwnerOnly).map_error([](const base::Error &error) {
        return base::Error(SecretError::FileFailed, error.detail());
    });
}

} // namespace opsdeck::store
