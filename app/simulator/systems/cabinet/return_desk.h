// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/board.h"
#include "app/simulator/systems/cabinet/outlet.h"

#include <map>

namespace opsdeck::cabinet::sim {

/// The returns of one connection that the server has not answered: asks again, and does with the bank what the answer
/// says. Lives in the fleet's thread.
class ReturnDesk
{
public:
    /// @param send puts a return on the line. @param bankOut told of a bank that is pushed out. @param board must outlive
    /// it.
    ReturnDesk(const Surroundings &around, Board &board, std::function<void(const QByteArray &payload)> send,
               std::function<void(PowerBank)> bankOut);
    ~ReturnDesk();
    ReturnDesk(const ReturnDesk &) = delete;
    ReturnDesk &operator=(const ReturnDesk &) = delete;

    void ask(int slot, PowerBank bank);
    /// The payload of an answer: Slot, Result.
    void answered(const QByteArray &payload);
    /// The line is gone: banks stay where they are, the next inventory tells of them.
    void forgetAll();

private:
    void send(int slot);

    struct Open {
        PowerBank bank;
        int tries = 0;
        Agenda::Id timeout = 0;
    };
    Surroundings m_around;
    Board &m_board;
    std::function<void(const QByteArray &)> m_send;
    std::function<void(PowerBank)> m_bankOut;
    std::map<int, Open> m_open; ///< by slot
};

} // namespace opsdeck::cabinet::sim
