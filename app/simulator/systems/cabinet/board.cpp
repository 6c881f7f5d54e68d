// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/board.h"

#include <algorithm>

namespace opsdeck::cabinet::sim {

namespace {

constexpr quint8 kFull = 4;

Speech speechOf(Speech wanted, int number)
{
    constexpr Speech kTurns[] = {Speech::New, Speech::Old, Speech::Vsn2};
    return wanted == Speech::Mix ? kTurns[number % 3] : wanted;
}

/// §4.1: two letters vendor, two letters customer, two digits model, ten digits batch. Consecutive over the fleet.
QByteArray snOf(const CabinetOptions &options, int model, int number)
{
    if (options.quirks.contains(Quirk::ManualSn))
        return "RL1A0317" + QByteArray::number(12000015 + number).rightJustified(8, '0');
    if (options.quirks.contains(Quirk::HostileSn)) {
        static const char *const kNames[] = {"<b>bold</b><img src=x>", "../../etc/passwd", "line\nfeed\x07",
                                             "=cmd|'/c calc'!A1"};
        return kNames[size_t(number) % std::size(kNames)] + QByteArray::number(number);
    }
    const qint64 batch = 1565200000ll + qint64(options.seed % 80000) * 100000 + number;
    return "WSTD" + QByteArray::number(model).rightJustified(2, '0') + QByteArray::number(batch);
}

/// Model 16 is a series with 4, 8, 12 or 16 slots (§4.3).
int slotsOf(int model, int number)
{
    constexpr int kSeries[] = {16, 12, 8, 4};
    return model == 16 ? kSeries[(number / 6) % 4] : model;
}

/// Unique over fleets of different seeds: "RL1A", the seed's lowest byte, a number.
quint64 bankId(const CabinetOptions &options, quint32 number)
{
    const quint64 front = options.quirks.contains(Quirk::BinaryBanks) ? 0x00FF1B80ull : 0x524C3141ull;
    return front << 32 | quint64(options.seed & 0xFF) << 24 | (number & 0xFFFFFFu);
}

} // namespace

QString nameOf(quint64 bank)
{
    const QByteArray bytes = u64(bank);
    const QByteArray front = bytes.left(4);
    const bool isText = std::all_of(front.cbegin(), front.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    return QString::fromLatin1((isText ? front : front.toHex().toUpper()) + bytes.mid(4).toHex().toUpper());
}

quint64 bankNamed(const QString &name)
{
    QByteArray bytes = name.toLatin1();
    if (bytes.size() == 12)
        bytes = bytes.left(4).toHex() + bytes.mid(4);
    bool isNumber = false;
    const quint64 id = bytes.toULongLong(&isNumber, 16);
    return bytes.size() == 16 && isNumber ? id : 0;
}

Board::Board(const CabinetOptions &options, int number)
    : m_quirks(options.quirks)
    , m_number(number)
    , m_speech(speechOf(options.speech, number))
{
    const int model = options.models.at(number % options.models.size());
    // The smallest boxes have no speaker.
    m_hasSpeaker = model != 6;
    m_sn = snOf(options, model, number);
    m_version = m_speech == Speech::Old ? "A.05.03.02" : "A.09.01.06";
    m_slots.resize(size_t(slotsOf(model, number)));
    m_address = {options.host.toLatin1(), QByteArray::number(options.port), options.heartbeatSeconds};
    m_set = m_address;
    // About two of three slots hold a bank, differently in each cabinet and the same for the same seed.
    constexpr int kMostSlots = 48;
    for (int slot = 1; slot <= slotCount(); ++slot) {
        const quint32 mixed =
            (quint32(number) * 48u + quint32(slot) + options.seed * 7919u) * 2654435761u >> 16;
        if (mixed % 3 != 0)
            put(slot, {bankId(options, quint32(number * kMostSlots + slot)), quint8(mixed / 3 % 5)});
    }
}

PowerBank Board::at(int slot) const
{
    return slot >= 1 && slot <= slotCount() ? m_slots[size_t(slot) - 1] : PowerBank();
}

void Board::put(int slot, PowerBank bank)
{
    if (slot >= 1 && slot <= slotCount())
        m_slots[size_t(slot) - 1] = bank;
}

PowerBank Board::take(int slot)
{
    const PowerBank bank = at(slot);
    put(slot, {});
    return bank;
}

int Board::bankCount() const
{
    return int(std::count_if(m_slots.cbegin(), m_slots.cend(), [](PowerBank b) { return b.isThere(); }));
}

bool Board::charge(quint32 roll)
{
    for (size_t i = 0; i < m_slots.size(); ++i) {
        PowerBank &bank = m_slots[(roll + i) % m_slots.size()];
        if (bank.isThere() && bank.level < kFull) {
            ++bank.level;
            return true;
        }
    }
    return false;
}

void Board::boot()
{
    m_address = m_set;
    if (std::exchange(m_upgraded, false)) {
        const int last = m_version.right(2).toInt();
        m_version = m_version.chopped(2) + QByteArray::number((last + 1) % 100).rightJustified(2, '0');
    }
}

QByteArray Board::loginPayload(quint32 rand) const
{
    QByteArray payload = u32(rand) + u16(0x0233) + text(m_sn);
    if (m_speech == Speech::Vsn2)
        payload += u32(rand * 2654435761u) + char(slotCount()); // Nonce, Slots
    return payload;
}

QByteArray Board::healthOf(PowerBank bank) const
{
    if (m_speech != Speech::Vsn2)
        return {};
    const int millivolts = 3600 + bank.level * 130;
    const int milliamperes = bank.level < kFull ? 1000 : 0;
    const int celsius = 24 + int(bank.id % 9);
    const int locked = 0x80;
    return u16(millivolts) + u16(milliamperes) + char(celsius) + char(locked) + char(100 - bank.id % 12);
}

QByteArray Board::inventoryPayload(const simulator::FaultMenu &faults) const
{
    QByteArray entries;
    int count = 0;
    const auto add = [&](int slot, PowerBank bank) {
        entries += char(slot) + u64(bank.id) + char(bank.level) + healthOf(bank);
        ++count;
    };
    PowerBank first;
    for (int slot = 1; slot <= slotCount(); ++slot) {
        const PowerBank bank = at(slot);
        if (!bank.isThere())
            continue;
        add(slot, bank);
        if (!first.isThere())
            first = bank;
    }
    if (first.isThere() && faults.isOn(QStringLiteral("bank-in-two-slots")))
        add(slotCount(), first);
    return QByteArray(1, char(count)) + entries;
}

QByteArray Board::returnPayload(int slot, PowerBank bank) const
{
    return char(slot) + u64(bank.id) + healthOf(bank);
}

QByteArray Board::slotFaultPayload(int event, int slot) const
{
    return QByteArray(1, char(event)) + char(slot) + u64(at(slot).id);
}

QByteArray Board::said(const QByteArray &characters, const simulator::FaultMenu &faults) const
{
    QByteArray bytes = has(Quirk::NotAscii) ? QByteArray("\xB3\xE4\xB5\xE7\x01\x1B[2J") : characters;
    QByteArray field = has(Quirk::NoNul) ? u16(int(bytes.size())) + bytes : text(bytes);
    if (faults.isOn(QStringLiteral("lying-string")))
        field.replace(0, 2, u16(int(field.size()) - 2 + 100));
    return field;
}

std::optional<Board::Answer> Board::answer(const Frame &command, const simulator::FaultMenu &faults,
                                           Counters &counters)
{
    const auto ignore = [&]() -> std::optional<Answer> {
        ++counters.ignored;
        return std::nullopt;
    };
    const bool isStarred = command.command == kAddress || command.command == kEject ||
                           command.command == kVolume || command.command == kSetVolume ||
                           command.command == kNetwork;
    if (isStarred && m_speech == Speech::Old)
        return ignore();
    switch (command.command) {
    case kVersion:
        return Answer{said(m_version, faults)};
    case kSetAddress:
        return setAddress(command.payload, counters);
    case kInventory:
        return Answer{inventoryPayload(faults)};
    case kRent:
    case kEject:
        return letOut(command, faults, counters);
    case kReboot:
        return Answer{{}, {}, After::Reboot};
    case kUpgrade:
        return has(Quirk::NoUpgrade) ? ignore() : upgrade(command.payload, counters);
    case kIccid:
        return Answer{said("8986040110" + QByteArray::number(1770982839ll + m_number), faults)};
    case kAddress:
        // What is set, in use or not yet.
        return Answer{said(m_set.host, faults) + said(m_set.port, faults) + char(m_set.heartbeatSeconds)};
    case kVolume:
        return m_hasSpeaker ? Answer{QByteArray(1, char(m_volume))} : ignore();
    case kSetVolume: {
        if (!m_hasSpeaker)
            return ignore();
        Reader reader(command.payload);
        const int level = reader.u8();
        const bool isGood = reader.isAtEnd() && level <= 15;
        if (isGood)
            m_volume = level;
        return Answer{QByteArray(1, char(isGood))};
    }
    case kNetwork: {
        if (has(Quirk::ModeFour))
            return Answer{QByteArray("\x0d\x00\x04", 3)};
        constexpr int kModes[] = {7, 7, 3, 5, 2};
        return Answer{QByteArray(1, char(12 + m_number % 20)) + char(m_number % 3) +
                      char(kModes[m_number % 5])};
    }
    default:
        return ignore();
    }
}

std::optional<Board::Answer> Board::setAddress(const QByteArray &payload, Counters &counters)
{
    Reader reader(payload);
    Address wanted{reader.text(), reader.text(), reader.u8()};
    if (!reader.isAtEnd() || wanted.heartbeatSeconds < 1) {
        ++counters.badPayloads;
        return std::nullopt;
    }
    m_set = wanted;
    if (has(Quirk::HeartbeatAtOnce))
        m_address.heartbeatSeconds = wanted.heartbeatSeconds;
    return Answer{};
}

std::optional<Board::Answer> Board::upgrade(const QByteArray &payload, Counters &counters)
{
    Reader reader(payload);
    for (int field = 0; field < 5; ++field)
        reader.text();
    if (!reader.isAtEnd()) {
        ++counters.badPayloads;
        return std::nullopt;
    }
    return Answer{{}, {}, After::Upgrade};
}

std::optional<Board::Answer> Board::letOut(const Frame &command, const simulator::FaultMenu &faults,
                                           Counters &counters)
{
    const bool isRent = command.command == kRent;
    Reader reader(command.payload);
    const int slot = reader.u8();
    if (!reader.isAtEnd()) {
        ++counters.badPayloads;
        return std::nullopt;
    }
    Answer answer;
    answer.isSwallowed = faults.isOn(QStringLiteral("lose-answer"));
    const PowerBank bank = at(slot);
    const bool goesOut = bank.isThere() && !faults.isOn(QStringLiteral("refuse-rent"));
    if (goesOut) {
        take(slot);
        answer.bankOut = bank;
        ++(isRent ? counters.rents : counters.ejects);
    } else {
        ++(isRent ? counters.rentsRefused : counters.ejectsRefused);
    }
    const int saidSlot = faults.isOn(QStringLiteral("wrong-slot")) ? slot % 255 + 1 : slot;
    answer.payload = QByteArray(1, char(saidSlot)) + char(goesOut) + u64(goesOut ? bank.id : 0);
    return answer;
}

} // namespace opsdeck::cabinet::sim
