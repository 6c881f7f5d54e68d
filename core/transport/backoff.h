// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace opsdeck::transport {

/// How long to wait before the next attempt. Arithmetic only: no timer, no clock.
/// Attempt 0 waits nothing; then `first`, doubling up to `cap`. Jitter takes away up to `jitter` of a delay,
/// so that no delay is above the cap and many devices do not come back in step.
class Backoff
{
public:
    struct Policy {
        std::chrono::milliseconds first{500};
        std::chrono::milliseconds cap{30000};
        double jitter = 0.25; ///< 0…1
    };

    Backoff(Policy policy, std::uint32_t seed);

    /// The wait before the next attempt; counts the attempt.
    std::chrono::milliseconds next();
    void reset() { m_attempt = 0; }
    int attempts() const { return m_attempt; }
    const Policy &policy() const { return m_policy; }

private:
    Policy m_policy;
    std::minstd_rand m_random;
    int m_attempt = 0;
};

} // namespace opsdeck::transport
