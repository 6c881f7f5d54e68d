// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace opsdeck::store {
class SecretStore;
}

namespace opsdeck::dvr {

/// The passwords of the DVRs, behind the references of the site file. Holds none itself: it reads from and writes
/// to the secret store, which it asks for only when a device has a reference. GUI thread; never blocks.
class DevicePasswords final : public QObject
{
    Q_OBJECT
public:
    using OpenStore = std::function<store::SecretStore &()>;

    /// @param openStore may be empty: nothing is read and nothing kept.
    explicit DevicePasswords(OpenStore openStore, QObject *parent = nullptr);

    /// Device id to the name of its secret; replaces those before. What is being read of a device that has another one
    /// now, or none, is not told any more.
    void setReferences(const QHash<QString, QString> &references);
    bool hasReference(const QString &deviceId) const { return m_references.contains(deviceId); }
    /// Empty for a device without one.
    QString reference(const QString &deviceId) const { return m_references.value(deviceId); }
    /// Reads a password; it is told by `passwordRead` or `passwordMissing`, unless it is read again meanwhile. Nothing for
    /// a device without reference.
    void read(const QString &deviceId);
    /// Writes a password the operator entered, when the device has a reference.
    void keep(const QString &deviceId, const QString &password);
    /// For the dialog: where the password will be kept, translated.
    QString whereKept(const QString &deviceId) const;

Q_SIGNALS:
    void passwordRead(const QString &deviceId, const QString &password);
    void passwordMissing(const QString &deviceId, const opsdeck::base::Error &error);
    void keepingFailed(const QString &deviceId, const opsdeck::base::Error &error);

private:
    store::SecretStore &opened();

    OpenStore m_openStore;
    store::SecretStore *m_store = nullptr;
    QString m_file; ///< where secrets lie in the absence of a keychain
    QHash<QString, QString> m_references;
    QHash<QString, quint64> m_reading; ///< device id → the number of the reading that counts
    quint64 m_lastReading = 0;
};

} // namespace opsdeck::dvr
