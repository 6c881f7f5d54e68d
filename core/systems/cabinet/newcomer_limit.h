// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"
#include "core/systems/cabinet/rate_limit.h"

namespace opsdeck::cabinet {

/// How many unknown cabinets are accepted by themselves, of one address and in all. Holds a number for each address that has
/// spent some of its share, no more than were accepted lately.
class NewcomerLimit
{
public:
    using Nanoseconds = base::Clock::Nanoseconds;

    /// Counts one. False: one too many; that one counts nowhere.
    bool take(Nanoseconds now, const QHostAddress &from, const ServerLimits &limits)
    {
        RateLimit ofAddress = m_ofAddress.value(networkOf(from));
        RateLimit inAll = m_inAll;
        if (!ofAddress.take(now, limits.newPerAddressPause, limits.newPerAddressAtOnce) ||
            !inAll.take(now, limits.newPause, limits.newAtOnce))
            return false;
        if (m_ofAddress.size() >= kMostAddresses)
            m_ofAddress.removeIf([now](const auto &each) { return each.value().isWholeAt(now); });
        m_ofAddress.insert(networkOf(from), ofAddress);
        m_inAll = inAll;
        return true;
    }

private:
    static constexpr int kMostAddresses = 1'000;

    /// Who has one IPv6 address has 2⁶⁴ of them.
    static QHostAddress networkOf(const QHostAddress &address)
    {
        constexpr int kHostBytes = 8;
        if (address.protocol() != QAbstractSocket::IPv6Protocol)
            return address;
        Q_IPV6ADDR bytes = address.toIPv6Address();
        std::fill(bytes.c + kHostBytes, bytes.c + sizeof(bytes.c), quint8(0));
        return QHostAddress(bytes);
    }

    RateLimit m_inAll;
    QHash<QHostAddress, RateLimit> m_ofAddress;
};

} // namespace opsdeck::cabinet
