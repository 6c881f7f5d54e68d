// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/device_passwords.h"

namespace opsdeck::dvr {

DevicePasswords::DevicePasswords(store::SecretStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

void DevicePasswords::readAll(QObject *context, std::function<void(const QHash<QString, QString> &)> done)
{
    Q_UNUSED(context)
    done({});
}

void DevicePasswords::keep(const QString &, const QString &) {}

QString DevicePasswords::whereKept(const QString &) const
{
    return QString();
}

} // namespace opsdeck::dvr
