// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/bank_ledger.h"

#include <QDateTime>
#include <QHostAddress>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace opsdeck::cabinet {

constexpr int kLongestSerialNumber = 64;
/// What an operator may write as an SN: 1–64 printable ASCII characters without a blank. A cabinet's own SN is taken as it
/// comes, whatever its shape.
bool isSerialNumber(const QString &text);
/// The slots that the SN's two model digits say; 0 where they do not (model 16 is a series, other SNs have no model).
int slotsOfModel(const QString &sn);

/// A power bank as an inventory reports it (0x64).
struct SlotEntry {
    int slot = 0;    ///< 1–255 as the cabinet counts
    QByteArray bank; ///< 8 raw bytes: the key
    int level = 0;   ///< 0–4; what is beyond is kept and shown as unknown
    /// VSN 2 boards only.
    struct Health {
        int millivolts = 0;
        int milliamperes = 0;
        int celsius = 0;
        int status = 0; ///< bit 7 locked, bit 2/1/0 micro-USB/Type-C/Lightning fault
        int stateOfHealth = 0;
        friend bool operator==(const Health &, const Health &) = default;
    };
    std::optional<Health> health;

    friend bool operator==(const SlotEntry &, const SlotEntry &) = default;
};

/// 20 % for level 0 … 100 % for level 4; nothing for any other.
std::optional<int> percentOf(int level);
/// `RL1A7C000041`: the first four bytes as text when all four are ASCII letters or digits, the last four always hex; else all
/// 16 hex digits. @param bank 8 bytes; anything else is shown as hex.
QString bankName(const QByteArray &bank);
/// The other way; nothing when the text is neither form.
std::optional<QByteArray> bankFromName(const QString &text);

/// Eight zero bytes are no power bank's: some boards report an empty slot like that.
bool isNoBank(QByteArrayView bank);
QList<SlotEntry> withoutEmptySlots(const QList<SlotEntry> &entries);

struct Network {
    int signal = 0;   ///< CSQ 0–31; 99 and others = unknown
    int bitError = 0; ///< SER
    int mode = 0;     ///< 2 GSM/GPRS/EDGE, 3 WCDMA, 5 Wi-Fi, 7 LTE; others are "unknown (n)"
    friend bool operator==(const Network &, const Network &) = default;
};
/// "LTE", "unknown (4)".
QString networkModeName(int mode);

struct ServerAddress {
    QString host;
    QString port;             ///< a string on the wire; shown as it came
    int heartbeatSeconds = 0; ///< 1–255
    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

struct FtpUpgrade {
    QString host;
    int port = 21; ///< 1–65535
    QString file;
    QString user;
    QString password;
};

/// The answer of a rent or eject.
struct EjectedBank {
    int slot = 0;
    QByteArray bank; ///< 8 bytes
    friend bool operator==(const EjectedBank &, const EjectedBank &) = default;
};

enum class CabinetError {
    NotConnected,   ///< no such cabinet is on line
    Refused,        ///< the cabinet answered with Result 0
    NoAnswer,       ///< time-out; nothing was changed by it as far as is known
    OutcomeUnknown, ///< a rent or eject without an answer: the next inventory settles it
    ConnectionLost, ///< before the answer came
    QueueFull,      ///< too many requests of this kind wait
    OutOfRange,     ///< an argument; checked before anything is sent
    WrongAnswer,    ///< "cabinet answered 0x77 with 10 bytes, expected 1"
    SlotEmpty,      ///< nothing to rent: "best" found no bank
    BankOutOfUse,   ///< to be rented, and flagged in the ledger
    SecretMissing,  ///< a VSN 2 board without its secret
    PortTaken,      ///< another program listens there
    AddressNotOurs, ///< the bind address is not of this machine
    TooFewFiles,    ///< the limit of open files is too low
};
base::ErrorFacts errorFacts(CabinetError code);

/// What is known of one cabinet; a value.
struct CabinetStatus {
    enum class State {
        NeverSeen, ///< accepted, and has not dialled in since the program started
        Online,
        Offline,
    };
    QString sn;
    QString name; ///< the operator's; may be empty
    QString place;
    State state = State::NeverSeen;
    QDateTime since;       ///< of the state; UTC
    QString offlineReason; ///< English: "nothing heard for 90 s"
    QString offlineKey;    ///< the same as the text key of its event: "cabinet.offline.silent"
    QString address;       ///< "127.0.0.1:40212" of the last connection
    int modelSlots = 0;    ///< from the SN's model digits or the first inventory; 0 = unknown
    int vsn = 1;
    bool hasSecretMissing = false; ///< VSN 2 without its secret: listened to only
    bool isStrict = false;
    QDateTime lastHeartbeat;   ///< UTC; null = none yet
    int heartbeatSeconds = 30; ///< the last one set or reported, 30 until known
    std::optional<QList<SlotEntry>>
        inventory; ///< of the last inventory, kept up to date by rents and returns; nothing = never
    QDateTime inventoryAt;
    QString version;
    QString iccid;
    std::optional<Network> network;
    std::optional<ServerAddress> serverAddress;
    std::optional<int> volume; ///< 0–15
    quint64 wrongChecksums = 0;
    int conflicts = 0;    ///< of its SN, since the start
    quint64 revision = 0; ///< counts up with every change

    int banks() const { return inventory ? int(inventory->size()) : 0; }
    /// Slots without a bank; 0 while the number of slots is unknown.
    int freeSlots() const { return inventory && modelSlots > banks() ? modelSlots - banks() : 0; }
    int banksAtLeast80() const;

    friend bool operator==(const CabinetStatus &, const CabinetStatus &) = default;
};

/// Somebody who dialled in and is not on the allow-list.
struct WaitingCabinet {
    QString sn;
    QString address;
    QDateTime lastTried; ///< UTC
    int tries = 0;
    friend bool operator==(const WaitingCabinet &, const WaitingCabinet &) = default;
};

/// What the server lets its peers do.
struct ServerLimits {
    int connections = 16'000;
    /// Connections without a login, in all and of one address; the oldest of them gives way to a new one.
    int withoutLogin = 2'000;
    int withoutLoginPerAddress = 500;
    /// Unknown cabinets that `acceptNew` lets in: so many at once, then one in each pause; in all and of one address (IPv6:
    /// of one /64 network). The others wait to be accepted by an operator. At once goes a whole fleet, also one whose SIM
    /// cards all come from one address of their carrier.
    int newAtOnce = 20'000;
    std::chrono::seconds newPause{1};
    int newPerAddressAtOnce = 16'000;
    std::chrono::seconds newPerAddressPause{10};
    std::chrono::seconds loginDeadline{10};
    /// Frames of one cabinet: so many a second in the long run, so many at once; past that it is disconnected.
    int framesPerSecond = 50;
    int framesAtOnce = 200;
    std::chrono::seconds answerTime{10};
    std::chrono::seconds ejectTime{20}; ///< of rent and eject
    /// Cabinets asked for inventory, version … after their login.
    int queriedPerSecond = 200;
    friend bool operator==(const ServerLimits &, const ServerLimits &) = default;
};

/// How the server is run; from the site file's device or the command line.
struct ServerSettings {
    QString id = QStringLiteral("cabinets"); ///< the device's id, for the journal
    QString name;
    QHostAddress bind = QHostAddress(QHostAddress::Any);
    quint16 port = 8992;    ///< 0 = any (tests)
    bool acceptNew = false; ///< an unknown SN joins the allow-list by its login
    bool knownBanksOnly = false;
    bool strictChecksum = false; ///< for all; a cabinet may be set strict by itself
    /// Of the site file: they join the allow-list (sn, name, place) where they are not on it yet.
    QList<store::KnownCabinet> cabinets;
    ServerLimits limits;
    friend bool operator==(const ServerSettings &, const ServerSettings &) = default;
};

struct ServerState {
    bool isListening = false;
    quint16 port = 0; ///< the real one
    /// Why it does not listen; it is tried again every 10 s. TooFewFiles: it does, for fewer cabinets than it should.
    std::optional<base::Error> problem;
    int connections = 0; ///< all, also those before their login
    friend bool operator==(const ServerState &, const ServerState &) = default;
};

} // namespace opsdeck::cabinet

Q_DECLARE_METATYPE(opsdeck::cabinet::CabinetStatus)
