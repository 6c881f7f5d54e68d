// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace opsdeck::base {

/// A one-shot timer of a Clock. Belongs to the thread that made it; its callback runs there.
class Timer
{
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    virtual ~Timer() = default;

    /// (Re)starts; fires once after `delay` (0 or more; negative counts as 0).
    virtual void start(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
};

/// Where time comes from. Injected everywhere, so that tests move a ManualClock instead of sleeping.
/// `monotonic()` and `now()` may be called from any thread.
class Clock
{
public:
    using Nanoseconds = std::chrono::nanoseconds;

    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Never goes back; its zero means nothing.
    virtual Nanoseconds monotonic() const = 0;
    /// Wall time, UTC.
    virtual QDateTime now() const = 0;
    /// A timer for the calling thread (which must have an event loop).
    virtual std::unique_ptr<Timer> makeTimer(std::function<void()> onFire) = 0;
};

/// The machine's clock, with QTimer behind its timers.
class SystemClock final : public Clock
{
public:
    Nanoseconds monotonic() const override;
    QDateTime now() const override;
    std::unique_ptr<Timer> makeTimer(std::function<void()> onFire) override;
};

} // namespace opsdeck::base
