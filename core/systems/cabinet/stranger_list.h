// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/peer_server.h"

#include <QHash>
#include <QHostAddress>

#include <map>

namespace opsdeck::cabinet {

/// The connections without a login, by age. When there are too many, of one address or in all, the oldest gives way: a cabinet
/// logs in at once, who is silent has had his time.
class StrangerList
{
public:
    /// Who has to go for the new one; null = nobody.
    transport::PeerId add(transport::PeerId peer, const QHostAddress &address, int mostInAll,
                          int mostPerAddress)
    {
        const int ofAddress = ++m_ofAddress[address];
        m_byAge.emplace(peer.value(), address);
        if (ofAddress > mostPerAddress) {
            for (const auto &[value, from] : m_byAge) {
                if (from == address)
                    return transport::PeerId::fromValue(value);
            }
        }
        if (int(m_byAge.size()) > mostInAll)
            return transport::PeerId::fromValue(m_byAge.begin()->first);
        return {};
    }
    void remove(transport::PeerId peer)
    {
        const auto found = m_byAge.find(peer.value());
        if (found == m_byAge.end())
            return;
        const auto count = m_ofAddress.find(found->second);
        if (--*count == 0)
            m_ofAddress.erase(count);
        m_byAge.erase(found);
    }
    qsizetype size() const { return qsizetype(m_byAge.size()); }

private:
    std::map<quint64, QHostAddress> m_byAge; ///< the values of later ids are higher
    QHash<QHostAddress, int> m_ofAddress;
};

} // namespace opsdeck::cabinet
