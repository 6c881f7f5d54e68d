// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "core/systems/cabinet/frame.h"

namespace opsdeck::cabinet {

/// The commands of the wire (manual, §3; 0x83 of newer boards).
enum class Command : quint8 {
    Login = 0x60,
    Heartbeat = 0x61,
    Version = 0x62,
    SetServerAddress = 0x63,
    Inventory = 0x64,
    Rent = 0x65,
    Return = 0x66,
    Reboot = 0x67,
    Upgrade = 0x68,
    Iccid = 0x69,
    ServerAddress = 0x6A,
    SetVolume = 0x70,
    Network = 0x72,
    Volume = 0x77,
    Eject = 0x80,
    SlotFault = 0x83,
};
/// "0x6a".
QString commandText(quint8 command);
/// A board of VSN 2 or later.
constexpr bool isVsn2(quint8 vsn)
{
    return vsn >= 2;
}

enum class LoginResult : quint8 { Refused = 0, Ok = 1, WrongTime = 2 };

struct Login {
    quint32 rand = 0; ///< a VSN 2 board's nonce too
    quint16 magic = 0;
    QString
        sn; ///< what is not printable ASCII is written as \x1b, a backslash as \x5c: no two SNs look the same
    int slotCount = 0; ///< VSN 2 only; 0 = not told
};

struct EjectAnswer {
    bool isOk = false;
    EjectedBank bank;
};

struct ReturnedBank {
    int slot = 0;
    QByteArray bank;
    std::optional<SlotEntry::Health> health;
};

struct SlotFault {
    int event = 0; ///< 1–5 as cabinet.md says; others are kept
    int slot = 0;
    QByteArray bank;
};

/// Bits 2, 1, 0 of a VSN 2 status: a connector of the bank is broken.
bool isFaulty(const SlotEntry::Health &health);

// What a cabinet says. Error: WrongAnswer, whose detail is "cabinet answered 0x77 with 10 bytes, expected 1". A string may
// lack its trailing NUL; what is not printable is shown as replacement characters.
base::Result<Login> decodeLogin(QByteArrayView payload, quint8 vsn);
base::Result<QString> decodeVersion(QByteArrayView payload);
base::Result<QString> decodeIccid(QByteArrayView payload);
/// Slots 1–255; of two entries of one slot or one bank the later counts. Entries without a bank (isNoBank) are there as well.
base::Result<QList<SlotEntry>> decodeInventory(QByteArrayView payload, quint8 vsn);
/// @param command Rent or Eject.
base::Result<EjectAnswer> decodeEjected(Command command, QByteArrayView payload);
base::Result<ReturnedBank> decodeReturn(QByteArrayView payload, quint8 vsn);
base::Result<ServerAddress> decodeServerAddress(QByteArrayView payload);
base::Result<int> decodeVolume(QByteArrayView payload);
/// The Result: true = done.
base::Result<bool> decodeSetVolume(QByteArrayView payload);
base::Result<Network> decodeNetwork(QByteArrayView payload);
base::Result<SlotFault> decodeSlotFault(QByteArrayView payload);
/// Of the commands whose answer only says "received".
base::Result<void> decodeEmpty(Command command, QByteArrayView payload);

// What the console says: payloads. The caller has checked the ranges.
QByteArray encodeLoginResult(LoginResult result);
QByteArray encodeReturnResult(int slot, store::ReturnResult result);
QByteArray encodeSlot(int slot);
QByteArray encodeServerAddress(const ServerAddress &address);
QByteArray encodeVolume(int level);
QByteArray encodeUpgrade(const FtpUpgrade &what);

/// m[15]<<24 | m[11]<<16 | m[7]<<8 | m[3] with m = MD5(payload + secret): what a VSN 2 board wants to see.
quint32 vsn2Token(QByteArrayView payload, const QByteArray &secret);

} // namespace opsdeck::cabinet
