// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_secrets.h"

#include "core/base/reply.h"

namespace opsdeck::shell {

DeviceSecrets::DeviceSecrets(std::function<store::SecretStore &()> open, QObject *parent)
    : SecretStore(parent)
    , m_open(std::move(open))
{
}

DeviceSecrets::~DeviceSecrets() = default;

store::SecretStore &DeviceSecrets::opened()
{
    if (!m_store) {
        m_store = &m_open();
        connect(m_store, &store::SecretStore::fellBack, this, &store::SecretStore::fellBack);
    }
    return *m_store;
}

void DeviceSecrets::keepForThisRun(const QString &key, const QString &secret)
{
    m_kept.insert(key, secret);
}

QFuture<base::Result<QString>> DeviceSecrets::read(const QString &key)
{
    if (const auto kept = m_kept.constFind(key); kept != m_kept.constEnd())
        return base::answered<QString>(*kept);
    if (isMemoryOnly())
        return base::answered<QString>(base::fail(store::SecretError::NotFound, key));
    return opened().read(key);
}

QFuture<base::Result<void>> DeviceSecrets::write(const QString &key, const QString &secret)
{
    if (isMemoryOnly()) {
        keepForThisRun(key, secret);
        return base::answered<void>({});
    }
    m_kept.remove(key);
    return opened().write(key, secret);
}

QFuture<base::Result<void>> DeviceSecrets::remove(const QString &key)
{
    m_kept.remove(key);
    if (isMemoryOnly())
        return base::answered<void>({});
    return opened().remove(key);
}

} // namespace opsdeck::shell
