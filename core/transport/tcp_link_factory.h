// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/link_factory.h"
#include "core/transport/tcp_link.h"

namespace opsdeck::transport {

/// TcpLinks of one system, all with the same limits, each with a tap of its own when there is a trace.
class TcpLinkFactory final : public LinkFactory
{
public:
    /// @param clock and @param taps (may be null) must outlive the links.
    TcpLinkFactory(QString system, base::Clock &clock, TcpLimits limits, LinkTapFactory *taps)
        : m_system(std::move(system))
        , m_clock(clock)
        , m_limits(limits)
        , m_taps(taps)
    {
    }

    std::unique_ptr<ByteLink> makeLink(const QString &name) override
    {
        return std::make_unique<TcpLink>(m_clock, m_limits,
                                         m_taps ? m_taps->makeTap(m_system, name) : nullptr);
    }

private:
    QString m_system;
    base::Clock &m_clock;
    TcpLimits m_limits;
    LinkTapFactory *m_taps;
};

} // namespace opsdeck::transport
