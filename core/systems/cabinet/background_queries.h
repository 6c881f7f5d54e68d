// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_calls.h"

#include <QSet>

#include <deque>

namespace opsdeck::cabinet {

/// Asks each cabinet after its login for inventory, version, ICCID and network, once, one after the other, and never more
/// cabinets a second than it may: when thousands come at once, their logins are answered first. One that was dropped because
/// it was silent is asked for its server address, too, which tells its heartbeat. Lives on the I/O thread.
class BackgroundQueries
{
public:
    static constexpr std::chrono::milliseconds kTick{50};

    /// All must outlive this object.
    BackgroundQueries(base::Clock &clock, CabinetRegister &cabinets, CabinetCalls &calls);

    void setPace(int cabinetsPerSecond) { m_perSecond = cabinetsPerSecond; }
    /// All four. @param record connected.
    void ask(const CabinetRecord &record) { add(record, false); }
    /// The inventory alone; once, however often it is wanted while it waits its turn.
    void askInventory(const CabinetRecord &record) { add(record, true); }
    void clear()
    {
        m_waiting.clear();
        m_waitingPeers.clear();
    }

private:
    struct Waiting {
        QString sn;
        transport::PeerId peer; ///< of another connection it is not asked
        bool isInventoryOnly;
    };

    void add(const CabinetRecord &record, bool isInventoryOnly);
    void tick();
    void askInventoryOf(const Waiting &who);
    void askNext(const Waiting &who, int step);
    bool isThere(const Waiting &who) const;

    CabinetRegister &m_cabinets;
    CabinetCalls &m_calls;
    int m_perSecond = 200;
    std::deque<Waiting> m_waiting;
    QSet<quint64> m_waitingPeers;
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::cabinet
