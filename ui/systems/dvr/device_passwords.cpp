// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/device_passwords.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "core/store/secret_store.h"

namespace opsdeck::dvr {

DevicePasswords::DevicePasswords(OpenStore openStore, QObject *parent)
    : QObject(parent)
    , m_openStore(std::move(openStore))
{
}

void DevicePasswords::setReferences(const QHash<QString, QString> &references)
{
    m_reading.removeIf([&](const auto &reading) {
        return references.value(reading.key()) != m_references.value(reading.key());
    });
    m_references = references;
}

store::SecretStore &DevicePasswords::opened()
{
    if (!m_store) {
        m_store = &m_openStore();
        // The store may live on another thread: what it says is kept here.
        connect(m_store, &store::SecretStore::fellBack, this, [this](const QString &path) { m_file = path; });
    }
    return *m_store;
}

void DevicePasswords::read(const QString &deviceId)
{
    const QString reference = m_references.value(deviceId);
    if (reference.isEmpty())
        return;
    if (!m_openStore) {
        Q_EMIT passwordMissing(deviceId, base::Error(store::SecretError::Unavailable,
                                                     QStringLiteral("there is no secret store")));
        return;
    }
    const quint64 number = ++m_lastReading;
    m_reading.insert(deviceId, number);
    opened().read(reference).then(
        base::on(this, [this, deviceId, number](const base::Result<QString> &answer) {
            if (m_reading.value(deviceId) != number)
                return;
            m_reading.remove(deviceId);
            if (answer)
                Q_EMIT passwordRead(deviceId, *answer);
            else
                Q_EMIT passwordMissing(deviceId, answer.error());
        }));
}

void DevicePasswords::keep(const QString &deviceId, const QString &password)
{
    const QString reference = m_references.value(deviceId);
    if (reference.isEmpty() || password.isEmpty() || !m_openStore)
        return;
    opened()
        .write(reference, password)
        .then(base::on(this, [this, deviceId](const base::Result<void> &answer) {
            if (!answer)
                Q_EMIT keepingFailed(deviceId, answer.error());
        }));
}

QString DevicePasswords::whereKept(const QString &deviceId) const
{
    if (!hasReference(deviceId) || !m_openStore)
        return tr("It is not kept: the site file names no place for it (passwordRef).");
    if (!m_file.isEmpty()) {
        return tr("There is no keychain on this computer: it will be kept in the file %1, which only you can "
                  "read.")
            .arg(base::plainText(m_file, 512));
    }
    return tr("It will be kept in the keychain of this computer.");
}

} // namespace opsdeck::dvr
