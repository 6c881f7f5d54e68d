// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include <functional>

namespace opsdeck::store {
class SecretStore;
}

namespace opsdeck::dvr {

/// The passwords of the DVRs, behind the references of the site file. Holds none itself: it reads from and writes
/// to the secret store. GUI thread; never blocks.
class DevicePasswords final : public QObject
{
    Q_OBJECT
public:
    /// @param store may be null: nothing is read and nothing kept. Must outlive this object.
    explicit DevicePasswords(store::SecretStore *store, QObject *parent = nullptr);

    /// Device id to the name of its secret.
    void setReferences(const QHash<QString, QString> &references) { m_references = references; }
    /// Reads all of them, then calls `done` (in this thread, unless `context` is gone) with device id to password;
    /// what cannot be read is missing.
    void readAll(QObject *context, std::function<void(const QHash<QString, QString> &)> done);
    /// Writes a password the operator entered, when the device has a reference.
    void keep(const QString &deviceId, const QString &password);
    /// For the dialog: where the password will be kept.
    QString whereKept(const QString &deviceId) const;

Q_SIGNALS:
    void passwordRead(const QString &deviceId, const QString &password);

private:
    store::SecretStore *m_store;
    QHash<QString, QString> m_references;
};

} // namespace opsdeck::dvr
