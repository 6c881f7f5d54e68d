// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/return_desk.h"

namespace opsdeck::cabinet::sim {

using namespace std::chrono_literals;

namespace {
constexpr auto kTimeout = 10s;
constexpr int kMostTries = 3;
constexpr int kHighestResult = 5;
} // namespace

ReturnDesk::ReturnDesk(const Surroundings &around, Board &board,
                       std::function<void(const QByteArray &payload)> send,
                       std::function<void(PowerBank)> bankOut)
    : m_around(around)
    , m_board(board)
    , m_send(std::move(send))
    , m_bankOut(std::move(bankOut))
{
}

ReturnDesk::~ReturnDesk()
{
    forgetAll();
}

void ReturnDesk::ask(int slot, PowerBank bank)
{
    m_around.agenda.cancel(m_open[slot].timeout);
    m_open[slot] = {bank};
    send(slot);
}

void ReturnDesk::send(int slot)
{
    Open &open = m_open[slot];
    ++open.tries;
    ++m_around.counters.returns;
    open.timeout = m_around.agenda.after(kTimeout, [this, slot] {
        ++m_around.counters.returnsUnanswered;
        if (m_open[slot].tries < kMostTries)
            send(slot);
        else
            m_open.erase(slot);
    });
    m_send(m_board.returnPayload(slot, open.bank));
}

void ReturnDesk::answered(const QByteArray &payload)
{
    Reader reader(payload);
    const int slot = reader.u8();
    const int result = reader.u8();
    if (!reader.isAtEnd() || result > kHighestResult) {
        ++m_around.counters.badPayloads;
        return;
    }
    const auto open = m_open.find(slot);
    if (open == m_open.end()) {
        ++m_around.counters.ignored;
        return;
    }
    ++m_around.counters.returnsByResult[size_t(result)];
    const PowerBank bank = open->second.bank;
    m_around.agenda.cancel(open->second.timeout);
    m_open.erase(open);
    const PowerBank inSlot = m_board.at(slot);
    const bool isKept = result == 1 || result == 3;
    if (isKept && inSlot.id != bank.id) {
        m_board.put(slot, bank);
        if (inSlot.isThere())
            m_bankOut(inSlot);
    } else if (!isKept) {
        if (inSlot.id == bank.id)
            m_board.take(slot);
        m_bankOut(bank);
    }
}

void ReturnDesk::forgetAll()
{
    for (auto &[slot, open] : m_open)
        m_around.agenda.cancel(open.timeout);
    m_open.clear();
}

} // namespace opsdeck::cabinet::sim
