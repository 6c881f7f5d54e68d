// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/agenda.h"

namespace opsdeck::cabinet::sim {

using namespace std::chrono_literals;

Agenda::Agenda(base::Clock &clock)
    : m_clock(clock)
    , m_timer(clock.makeTimer([this] { run(); }))
{
}

Agenda::Id Agenda::after(std::chrono::nanoseconds delay, std::function<void()> what)
{
    const Id id = ++m_last;
    const auto due = m_clock.monotonic() + std::max(delay, std::chrono::nanoseconds(0));
    m_items.emplace(Key{due, id}, std::move(what));
    m_dueOf.emplace(id, due);
    arm();
    return id;
}

void Agenda::cancel(Id &id)
{
    const auto found = m_dueOf.find(id);
    if (found != m_dueOf.end()) {
        m_items.erase(Key{found->second, id});
        m_dueOf.erase(found);
    }
    id = 0;
}

void Agenda::run()
{
    m_armedFor = base::Clock::Nanoseconds(-1);
    const auto now = m_clock.monotonic();
    // What is asked for now is done the next time: no action can keep the loop for itself.
    const Id last = m_last;
    auto it = m_items.begin();
    while (it != m_items.end() && it->first.first <= now) {
        if (it->first.second > last) {
            ++it;
            continue;
        }
        const auto what = std::move(it->second);
        const Key key = it->first;
        m_dueOf.erase(key.second);
        m_items.erase(it);
        what();
        // It may have added and cancelled anything.
        it = m_items.upper_bound(key);
    }
    arm();
}

void Agenda::arm()
{
    if (m_items.empty())
        return;
    const auto due = m_items.begin()->first.first;
    if (m_armedFor >= 0ns && m_armedFor <= due)
        return;
    m_armedFor = due;
    // Rounded up: a timer that comes too early would have nothing to do and come again.
    m_timer->start(std::chrono::ceil<std::chrono::milliseconds>(due - m_clock.monotonic()));
}

} // namespace opsdeck::cabinet::sim
