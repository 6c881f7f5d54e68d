// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>

namespace opsdeck::store {

/// Rung from any thread, heard once in its owner's thread `delay` after the first ring since it was heard. Made and
/// destroyed in the owner's thread; not heard any more after that, however often it is rung. Without a delay
/// it is heard as soon as its thread comes to it.
class Bell final
{
public:
    struct State;
    /// What other threads hold; outlives the bell.
    class Rope
    {
    public:
        explicit Rope(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }
        void ring() const;

    private:
        std::shared_ptr<State> m_state;
    };

    /// @param clock must outlive this object.
    Bell(base::Clock &clock, std::chrono::milliseconds delay, std::function<void()> heard);
    ~Bell();
    Bell(const Bell &) = delete;
    Bell &operator=(const Bell &) = delete;

    Rope rope() const { return Rope(m_state); }

private:
    void hear();

    const std::chrono::milliseconds m_delay;
    const std::function<void()> m_heard;
    std::unique_ptr<base::Timer> m_timer;
    std::shared_ptr<State> m_state;
};

} // namespace opsdeck::store
