// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/customers.h"

#include <algorithm>

namespace opsdeck::cabinet::sim {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr quint8 kUsedUp = 2;       ///< a bank that comes back has at most this level
constexpr double kJamShare = 0.05;  ///< of what happens
constexpr double kFillShare = 0.66; ///< of the slots hold a bank
constexpr int kTries = 20;

} // namespace

Customers::Customers(const Surroundings &around, const std::vector<std::unique_ptr<Cabinet>> &cabinets)
    : m_around(around)
    , m_cabinets(cabinets)
{
}

Customers::~Customers()
{
    m_around.agenda.cancel(m_next);
    m_around.agenda.cancel(m_nextCharge);
}

void Customers::start()
{
    for (const auto &cabinet : m_cabinets)
        m_slots += cabinet->board().slotCount();
    // Some banks are on their way from the start: with ids from the top, where no slot's are.
    const quint64 front = 0x524C3141ull << 32 | quint64(m_around.options.seed & 0xFF) << 24;
    for (int i = 0; i < (int(m_cabinets.size()) + 1) / 2; ++i)
        give({front | quint64(0xFFFFFF - i), kUsedUp});
    if (m_around.options.lifeSeconds > 0)
        m_next = m_around.agenda.after(std::chrono::seconds(m_around.options.lifeSeconds),
                                       [this] { doSomething(); });
    if (m_around.options.chargeSeconds > 0)
        m_nextCharge = m_around.agenda.after(1s, [this] { charge(); });
}

void Customers::give(PowerBank bank)
{
    bank.level = std::min(bank.level, kUsedUp);
    m_outside.push_back(bank);
}

PowerBank Customers::fetch(quint64 id)
{
    const auto found = std::find_if(m_outside.begin(), m_outside.end(),
                                    [id](const PowerBank &bank) { return bank.id == id; });
    if (found == m_outside.end())
        return {id, 0};
    const PowerBank bank = *found;
    m_outside.erase(found);
    return bank;
}

Cabinet *Customers::anyOnline()
{
    for (int i = 0; i < kTries; ++i) {
        Cabinet &cabinet = *m_cabinets[m_around.chance.bounded(quint32(m_cabinets.size()))];
        if (cabinet.isOnline())
            return &cabinet;
    }
    return nullptr;
}

int Customers::anySlot(const Board &board, bool withBank, quint32 roll)
{
    for (int i = 0; i < board.slotCount(); ++i) {
        const int slot = 1 + int((roll + quint32(i)) % quint32(board.slotCount()));
        if (board.at(slot).isThere() == withBank)
            return slot;
    }
    return 0;
}

void Customers::doSomething()
{
    if (m_around.chance.generateDouble() < kJamShare) {
        jam();
    } else {
        // The more are outside, the more come back; nobody ever runs out of either.
        const quint32 wanted = std::max(4u, quint32(m_slots) / 20);
        if (m_around.chance.bounded(wanted) < m_outside.size())
            bringBack();
        else
            takeByHand();
    }
    // From half to one and a half of the time, so that it does not tick.
    const auto mean = milliseconds(1000 * m_around.options.lifeSeconds);
    m_next = m_around.agenda.after(mean / 2 + milliseconds(m_around.chance.bounded(int(mean.count()))),
                                   [this] { doSomething(); });
}

void Customers::bringBack()
{
    Cabinet *cabinet = m_outside.empty() ? nullptr : anyOnline();
    const int slot = cabinet ? anySlot(cabinet->board(), false, m_around.chance.generate()) : 0;
    if (slot == 0)
        return;
    const auto who = qsizetype(m_around.chance.bounded(quint32(m_outside.size())));
    const PowerBank bank = m_outside[size_t(who)];
    m_outside.erase(m_outside.begin() + who);
    cabinet->returnBank(slot, bank);
}

void Customers::takeByHand()
{
    Cabinet *cabinet = anyOnline();
    const int slot = cabinet ? anySlot(cabinet->board(), true, m_around.chance.generate()) : 0;
    if (slot == 0)
        return;
    ++m_around.counters.taken;
    give(cabinet->board().take(slot));
}

void Customers::jam()
{
    Cabinet *cabinet = anyOnline();
    if (!cabinet || cabinet->board().speech() != Speech::Vsn2)
        return;
    const int slot = 1 + m_around.chance.bounded(cabinet->board().slotCount());
    cabinet->reportFault(1 + m_around.chance.bounded(5), slot);
}

void Customers::charge()
{
    m_charges += m_slots * kFillShare / m_around.options.chargeSeconds;
    for (; m_charges >= 1; m_charges -= 1) {
        Cabinet &cabinet = *m_cabinets[m_around.chance.bounded(quint32(m_cabinets.size()))];
        if (!cabinet.isPulled())
            cabinet.board().charge(m_around.chance.generate());
    }
    m_nextCharge = m_around.agenda.after(1s, [this] { charge(); });
}

} // namespace opsdeck::cabinet::sim
