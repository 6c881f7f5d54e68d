// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/background_queries.h"

namespace opsdeck::cabinet {

BackgroundQueries::BackgroundQueries(base::Clock &clock, CabinetRegister &cabinets, CabinetCalls &calls)
    : m_cabinets(cabinets)
    , m_calls(calls)
    , m_timer(clock.makeTimer([this] { tick(); }))
{
}

void BackgroundQueries::add(const CabinetRecord &record, bool isInventoryOnly)
{
    if (!record.session || record.status.hasSecretMissing)
        return;
    const transport::PeerId peer = record.session->peer();
    // Who sends what nobody asked for must not make the line longer with each of it.
    if (isInventoryOnly && m_waitingPeers.contains(peer.value()))
        return;
    m_waitingPeers.insert(peer.value());
    m_waiting.push_back({record.status.sn, peer, isInventoryOnly});
    if (!m_timer->isActive())
        m_timer->start(kTick);
}

void BackgroundQueries::tick()
{
    const auto ticksPerSecond = std::chrono::milliseconds(1000) / kTick;
    const int most = std::max(1, int(m_perSecond / ticksPerSecond));
    for (int asked = 0; asked < most && !m_waiting.empty();) {
        const Waiting who = m_waiting.front();
        m_waiting.pop_front();
        m_waitingPeers.remove(who.peer.value());
        // One that dials in and leaves all the time takes nobody's turn, and makes the line no longer.
        if (!isThere(who))
            continue;
        ++asked;
        askInventoryOf(who);
    }
    if (!m_waiting.empty())
        m_timer->start(kTick);
}

bool BackgroundQueries::isThere(const Waiting &who) const
{
    const CabinetRecord *record = m_cabinets.find(who.sn);
    return record && record->session && record->session->peer() == who.peer;
}

void BackgroundQueries::askInventoryOf(const Waiting &who)
{
    m_calls.inventory(who.sn, [this, who](const base::Result<QList<SlotEntry>> &) {
        if (!who.isInventoryOnly)
            askNext(who, 0);
    });
}

void BackgroundQueries::askNext(const Waiting &who, int step)
{
    // An old board leaves some unanswered: that is no event, and the next one is asked all the same.
    if (!isThere(who))
        return;
    CabinetRecord &record = *m_cabinets.find(who.sn);
    const auto next = [this, who, step](const auto &) { askNext(who, step + 1); };
    switch (step) {
    case 0:
        m_calls.version(who.sn, next);
        return;
    case 1:
        m_calls.iccid(who.sn, next);
        return;
    case 2:
        m_calls.network(who.sn, next);
        return;
    case 3:
        // What an earlier run set is not known any more: it would be dropped again and again.
        if (std::exchange(record.wasSilent, false))
            m_calls.serverAddress(who.sn, next);
        return;
    default:
        return;
    }
}

} // namespace opsdeck::cabinet
