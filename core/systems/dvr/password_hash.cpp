// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/password_hash.h"

#include <QCryptographicHash>

namespace opsdeck::dvr {

QByteArray passwordHash(const QString &password)
{
    static constexpr char kAlphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const QByteArray digest = QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Md5);
    QByteArray hash;
    for (int i = 0; i < 8; ++i) {
        const int sum = quint8(digest[2 * i]) + quint8(digest[2 * i + 1]);
        hash.append(kAlphabet[sum % 62]);
    }
    return hash;
}

} // namespace opsdeck::dvr
