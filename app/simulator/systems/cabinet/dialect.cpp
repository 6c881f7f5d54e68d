// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/dialect.h"

#include <QCryptographicHash>

namespace opsdeck::cabinet::sim {

quint32 vsn2Token(const QByteArray &payload, const QByteArray &secret)
{
    const QByteArray m = QCryptographicHash::hash(payload + secret, QCryptographicHash::Md5);
    const auto byte = [&m](int at) { return quint32(quint8(m[at])); };
    return byte(15) << 24 | byte(11) << 16 | byte(7) << 8 | byte(3);
}

quint8 manualChecksum(quint8 command, const QByteArray &payload)
{
    const quint8 right = checksumOf(payload);
    switch (command) {
    case kReboot:
    case kSetAddress:
        return 0x01; // of an empty payload
    case kEject:
    case kVolume:
    case kSetVolume:
        return quint8(right ^ 0x40); // 75 is printed as 35
    case kNetwork:
        return 0x00;
    default:
        return right;
    }
}

} // namespace opsdeck::cabinet::sim
