// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/messages.h"

#include "core/base/hex.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtEndian>

namespace opsdeck::cabinet {

namespace {

constexpr qsizetype kBankBytes = 8;
constexpr qsizetype kEntryBytes = 10;
constexpr qsizetype kReturnBytes = 9;
constexpr qsizetype kHealthBytes = 7;
constexpr int kLoudest = 15;
constexpr int kNonceBytes = 4;

tl::unexpected<base::Error> wrong(Command command, const QString &what)
{
    return base::fail(CabinetError::WrongAnswer,
                      QStringLiteral("cabinet answered %1 with %2").arg(commandText(quint8(command)), what));
}

tl::unexpected<base::Error> wrongSize(Command command, qsizetype size, qsizetype expected)
{
    return wrong(command, QStringLiteral("%1 bytes, expected %2").arg(size).arg(expected));
}

/// Reads a payload from front to back; what is past its end reads as 0 and makes `isWhole()` false.
class PayloadReader
{
public:
    explicit PayloadReader(QByteArrayView payload)
        : m_payload(payload)
    {
    }

    int u8()
    {
        const QByteArrayView bytes = take(1);
        return bytes.isEmpty() ? 0 : quint8(bytes[0]);
    }
    int u16()
    {
        const QByteArrayView bytes = take(2);
        return bytes.isEmpty() ? 0 : qFromBigEndian<quint16>(bytes.data());
    }
    quint32 u32()
    {
        const QByteArrayView bytes = take(4);
        return bytes.isEmpty() ? 0 : qFromBigEndian<quint32>(bytes.data());
    }
    QByteArray bank() { return take(kBankBytes).toByteArray(); }
    /// A counted string without the NUL at its end, if there is one.
    QByteArrayView string()
    {
        QByteArrayView bytes = take(u16());
        if (bytes.endsWith('\0'))
            bytes.chop(1);
        return bytes;
    }
    SlotEntry::Health health()
    {
        SlotEntry::Health health;
        health.millivolts = u16();
        health.milliamperes = u16();
        health.celsius = u8();
        health.status = u8();
        health.stateOfHealth = u8();
        return health;
    }

    /// What was read is all that there is.
    bool isWhole() const { return m_wanted == m_payload.size(); }
    /// How many bytes what was read takes.
    qsizetype wanted() const { return m_wanted; }
    qsizetype left() const { return m_payload.size() - m_wanted; }

private:
    QByteArrayView take(qsizetype count)
    {
        const qsizetype from = m_wanted;
        m_wanted += count;
        if (count == 0 || m_wanted > m_payload.size())
            return {};
        return m_payload.sliced(from, count);
    }

    QByteArrayView m_payload;
    qsizetype m_wanted = 0;
};

QString shown(QByteArrayView text)
{
    return base::plainText(QString::fromUtf8(text));
}

QString snText(QByteArrayView bytes)
{
    QString text;
    for (const char byte : bytes) {
        const quint8 value = quint8(byte);
        if (value > ' ' && value < 0x7f && value != '\\')
            text.append(QLatin1Char(byte));
        else
            text.append(QStringLiteral("\\x%1").arg(value, 2, 16, QLatin1Char('0')));
    }
    return text;
}

base::Result<QString> decodeText(Command command, QByteArrayView payload)
{
    PayloadReader reader(payload);
    const QByteArrayView text = reader.string();
    if (!reader.isWhole())
        return wrongSize(command, payload.size(), reader.wanted());
    return shown(text);
}

QByteArray u16(qsizetype value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray counted(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return u16(bytes.size() + 1) + bytes + '\0';
}

} // namespace

QString commandText(quint8 command)
{
    return QStringLiteral("0x%1").arg(command, 2, 16, QLatin1Char('0'));
}

bool isFaulty(const SlotEntry::Health &health)
{
    constexpr int kConnectors = 0x07;
    return (health.status & kConnectors) != 0;
}

base::Result<Login> decodeLogin(QByteArrayView payload, quint8 vsn)
{
    PayloadReader reader(payload);
    Login login;
    login.rand = reader.u32();
    login.magic = quint16(reader.u16());
    const QByteArrayView sn = reader.string();
    // No vendor document says how a VSN 2 board goes on: a nonce and its number of slots were seen.
    if (isVsn2(vsn) && reader.left() > 0) {
        if (reader.left() == kNonceBytes + 1)
            reader.u32();
        if (reader.left() == 1)
            login.slotCount = reader.u8();
    } else if (!reader.isWhole()) {
        return wrongSize(Command::Login, payload.size(), reader.wanted());
    }
    login.sn = snText(sn);
    if (login.sn.isEmpty() || login.sn.size() > kLongestSerialNumber)
        return wrong(Command::Login, QStringLiteral("a serial number of %1 characters, expected 1 to %2")
                                         .arg(login.sn.size())
                                         .arg(kLongestSerialNumber));
    return login;
}

base::Result<QString> decodeVersion(QByteArrayView payload)
{
    return decodeText(Command::Version, payload);
}

base::Result<QString> decodeIccid(QByteArrayView payload)
{
    return decodeText(Command::Iccid, payload);
}

base::Result<QList<SlotEntry>> decodeInventory(QByteArrayView payload, quint8 vsn)
{
    PayloadReader reader(payload);
    const int count = reader.u8();
    const bool hasHealth =
        isVsn2(vsn) && count > 0 && payload.size() == 1 + count * (kEntryBytes + kHealthBytes);
    if (!hasHealth && payload.size() != 1 + count * kEntryBytes)
        return wrongSize(Command::Inventory, payload.size(),
                         1 + count * (isVsn2(vsn) ? kEntryBytes + kHealthBytes : kEntryBytes));
    QList<SlotEntry> entries(count);
    for (SlotEntry &entry : entries) {
        entry.slot = reader.u8();
        entry.bank = reader.bank();
        entry.level = reader.u8();
        if (hasHealth)
            entry.health = reader.health();
        if (entry.slot == 0)
            return wrong(Command::Inventory, QStringLiteral("slot 0, expected 1 to 255"));
    }
    QSet<int> places;
    QSet<QByteArray> banks;
    QList<SlotEntry> kept;
    kept.reserve(entries.size());
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
        if (places.contains(entry->slot) || (banks.contains(entry->bank) && !isNoBank(entry->bank)))
            continue;
        places.insert(entry->slot);
        banks.insert(entry->bank);
        kept.prepend(*entry);
    }
    return kept;
}

base::Result<EjectAnswer> decodeEjected(Command command, QByteArrayView payload)
{
    PayloadReader reader(payload);
    EjectAnswer answer;
    answer.bank.slot = reader.u8();
    const int result = reader.u8();
    answer.bank.bank = reader.bank();
    if (!reader.isWhole())
        return wrongSize(command, payload.size(), reader.wanted());
    if (result > 1)
        return wrong(command, QStringLiteral("result %1, expected 0 or 1").arg(result));
    answer.isOk = result == 1;
    return answer;
}

base::Result<ReturnedBank> decodeReturn(QByteArrayView payload, quint8 vsn)
{
    PayloadReader reader(payload);
    ReturnedBank back;
    back.slot = reader.u8();
    back.bank = reader.bank();
    if (isVsn2(vsn) && payload.size() == kReturnBytes + kHealthBytes)
        back.health = reader.health();
    if (!reader.isWhole())
        return wrongSize(Command::Return, payload.size(), reader.wanted());
    return back;
}

base::Result<ServerAddress> decodeServerAddress(QByteArrayView payload)
{
    PayloadReader reader(payload);
    ServerAddress address;
    address.host = shown(reader.string());
    address.port = shown(reader.string());
    address.heartbeatSeconds = reader.u8();
    if (!reader.isWhole())
        return wrongSize(Command::ServerAddress, payload.size(), reader.wanted());
    return address;
}

base::Result<int> decodeVolume(QByteArrayView payload)
{
    if (payload.size() != 1)
        return wrongSize(Command::Volume, payload.size(), 1);
    const int level = quint8(payload[0]);
    if (level > kLoudest)
        return wrong(Command::Volume, QStringLiteral("volume %1, expected 0 to %2").arg(level).arg(kLoudest));
    return level;
}

base::Result<bool> decodeSetVolume(QByteArrayView payload)
{
    if (payload.size() != 1)
        return wrongSize(Command::SetVolume, payload.size(), 1);
    const int result = quint8(payload[0]);
    if (result > 1)
        return wrong(Command::SetVolume, QStringLiteral("result %1, expected 0 or 1").arg(result));
    return result == 1;
}

base::Result<Network> decodeNetwork(QByteArrayView payload)
{
    PayloadReader reader(payload);
    Network network;
    network.signal = reader.u8();
    network.bitError = reader.u8();
    network.mode = reader.u8();
    if (!reader.isWhole())
        return wrongSize(Command::Network, payload.size(), reader.wanted());
    return network;
}

base::Result<SlotFault> decodeSlotFault(QByteArrayView payload)
{
    PayloadReader reader(payload);
    SlotFault fault;
    fault.event = reader.u8();
    fault.slot = reader.u8();
    fault.bank = reader.bank();
    if (!reader.isWhole())
        return wrongSize(Command::SlotFault, payload.size(), reader.wanted());
    return fault;
}

base::Result<void> decodeEmpty(Command command, QByteArrayView payload)
{
    if (!payload.isEmpty())
        return wrongSize(command, payload.size(), 0);
    return {};
}

QByteArray encodeLoginResult(LoginResult result)
{
    return QByteArray(1, char(result));
}

QByteArray encodeReturnResult(int slot, store::ReturnResult result)
{
    return QByteArray(1, char(slot)) + char(int(result));
}

QByteArray encodeSlot(int slot)
{
    return QByteArray(1, char(slot));
}

QByteArray encodeServerAddress(const ServerAddress &address)
{
    return counted(address.host) + counted(address.port) + char(address.heartbeatSeconds);
}

QByteArray encodeVolume(int level)
{
    return QByteArray(1, char(level));
}

QByteArray encodeUpgrade(const FtpUpgrade &what)
{
    return counted(what.host) + counted(QString::number(what.port)) + counted(what.file) +
           counted(what.user) + counted(what.password);
}

quint32 vsn2Token(QByteArrayView payload, const QByteArray &secret)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(payload);
    hash.addData(secret);
    const QByteArray m = hash.result();
    return quint32(quint8(m[15])) << 24 | quint32(quint8(m[11])) << 16 | quint32(quint8(m[7])) << 8 |
           quint32(quint8(m[3]));
}

} // namespace opsdeck::cabinet
