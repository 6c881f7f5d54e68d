// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace opsdeck::dvr {

/// The 8-character hash of a password that DVRIP sends instead of it (EncryptType "MD5"): MD5 of the UTF-8
/// text, each pair of digest bytes added and taken mod 62 in 0-9A-Za-z. It is as good as the password: treat
/// it as a secret.
QByteArray passwordHash(const QString &password);

} // namespace opsdeck::dvr
