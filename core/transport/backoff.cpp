// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/backoff.h"

#include <algorithm>

namespace opsdeck::transport {

Backoff::Backoff(Policy policy, std::uint32_t seed)
    : m_policy(policy)
    , m_random(seed)
{
}

std::chrono::milliseconds Backoff::next()
{
    const int attempt = m_attempt++;
    if (attempt == 0)
        return std::chrono::milliseconds::zero();
    auto delay = m_policy.first;
    for (int i = 1; i < attempt && delay < m_policy.cap; ++i)
        delay *= 2;
    delay = std::min(delay, m_policy.cap);
    std::uniform_real_distribution<double> share(0.0, m_policy.jitter);
    return delay -
           std::chrono::milliseconds(static_cast<std::int64_t>(share(m_random) * double(delay.count())));
}

} // namespace opsdeck::transport
