// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/cabinet.h"

#include <deque>
#include <vector>

namespace opsdeck::cabinet::sim {

/// The people around a fleet: they have the banks that are outside and bring them back to some cabinet, take one out by
/// hand, jam a slot; and time, which charges what is inside. All seeded.
class Customers final
{
public:
    /// @param cabinets must outlive it; filled by `start()`.
    Customers(const Surroundings &around, const std::vector<std::unique_ptr<Cabinet>> &cabinets);
    ~Customers();
    Customers(const Customers &) = delete;
    Customers &operator=(const Customers &) = delete;

    void start();
    /// A bank left a slot: somebody has it now.
    void give(PowerBank bank);
    /// The bank with this id, taken from whoever has it; an uncharged one when nobody has.
    PowerBank fetch(quint64 id);
    const std::deque<PowerBank> &outside() const { return m_outside; }

private:
    void doSomething();
    void bringBack();
    void takeByHand();
    void jam();
    void charge();
    /// Some cabinet that is on line; null when none was found.
    Cabinet *anyOnline();
    static int anySlot(const Board &board, bool withBank, quint32 roll);

    Surroundings m_around;
    const std::vector<std::unique_ptr<Cabinet>> &m_cabinets;
    std::deque<PowerBank> m_outside;
    int m_slots = 0;
    double m_charges = 0; ///< levels that are due, with their fraction
    Agenda::Id m_next = 0;
    Agenda::Id m_nextCharge = 0;
};

} // namespace opsdeck::cabinet::sim
