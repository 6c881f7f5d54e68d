// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/cabinet_options.h"
#include "app/simulator/systems/cabinet/counters.h"
#include "app/simulator/systems/cabinet/wire.h"

#include <optional>
#include <vector>

namespace opsdeck::cabinet::sim {

/// A power bank; its id is the 8 bytes of the wire as a big-endian number.
struct PowerBank {
    quint64 id = 0;   ///< 0 = none
    quint8 level = 0; ///< 0–4

    bool isThere() const { return id != 0; }
};

/// `RL1A7C000041`, as the vendor's tools write it.
QString nameOf(quint64 bank);
/// The other way; 0 for what is no bank's name.
quint64 bankNamed(const QString &name);

/// What a cabinet is and holds, and how it answers commands. No sockets, no time. One thread. Survives reboots.
class Board
{
public:
    struct Address {
        QByteArray host;
        QByteArray port;
        int heartbeatSeconds = 30;
    };

    /// @param number counts the fleet's cabinets from 0: what cabinets differ in is made from it.
    Board(const CabinetOptions &options, int number);

    const QByteArray &sn() const { return m_sn; }
    Speech speech() const { return m_speech; }
    quint8 vsn() const { return m_speech == Speech::Vsn2 ? 2 : 1; }
    bool hasSpeaker() const { return m_hasSpeaker; }
    const QByteArray &version() const { return m_version; }
    int slotCount() const { return int(m_slots.size()); }
    /// @param slot 1…slotCount(); anything else gives an empty one.
    PowerBank at(int slot) const;
    void put(int slot, PowerBank bank);
    PowerBank take(int slot);
    int bankCount() const;
    /// One level more in a slot that is not full; @param roll picks it. False: everything is charged.
    bool charge(quint32 roll);
    /// The address and heartbeat in use; what was set counts from the next boot.
    const Address &address() const { return m_address; }
    void boot();
    /// The firmware that an upgrade brought counts from the next boot.
    void installUpgrade() { m_upgraded = true; }

    QByteArray loginPayload(quint32 rand) const;
    QByteArray inventoryPayload(const simulator::FaultMenu &faults) const;
    QByteArray returnPayload(int slot, PowerBank bank) const;
    QByteArray slotFaultPayload(int event, int slot) const;

    enum class After { Nothing, Reboot, Upgrade };
    struct Answer {
        QByteArray payload;
        PowerBank bankOut = {}; ///< this one left its slot
        After after = After::Nothing;
        bool isSwallowed = false; ///< the work is done, but nothing is said (fault lose-answer)
    };
    /// Does what a command asks. Nothing: this cabinet does not answer that.
    std::optional<Answer> answer(const Frame &command, const simulator::FaultMenu &faults,
                                 Counters &counters);

private:
    std::optional<Answer> setAddress(const QByteArray &payload, Counters &counters);
    std::optional<Answer> upgrade(const QByteArray &payload, Counters &counters);
    std::optional<Answer> letOut(const Frame &command, const simulator::FaultMenu &faults,
                                 Counters &counters);
    QByteArray healthOf(PowerBank bank) const;
    QByteArray said(const QByteArray &characters, const simulator::FaultMenu &faults) const;
    bool has(Quirk quirk) const { return m_quirks.contains(quirk); }

    QSet<Quirk> m_quirks;
    int m_number;
    Speech m_speech;
    bool m_hasSpeaker;
    QByteArray m_sn;
    QByteArray m_version;
    std::vector<PowerBank> m_slots;
    int m_volume = 8;
    Address m_address;
    Address m_set; ///< counts from the next boot
    bool m_upgraded = false;
};

} // namespace opsdeck::cabinet::sim
