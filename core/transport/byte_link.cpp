// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/byte_link.h"

namespace opsdeck::transport {

QString Endpoint::toString() const
{
    if (host.contains(u':'))
        return QStringLiteral("[%1]:%2").arg(host).arg(port);
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

base::ErrorFacts errorFacts(LinkError code)
{
    using base::ErrorClass;
    switch (code) {
    case LinkError::ResolveFailed:
        return {"resolve-failed", ErrorClass::NoAnswer};
    case LinkError::ConnectionRefused:
        return {"connection-refused", ErrorClass::NoAnswer};
    case LinkError::ConnectTimeout:
        return {"connect-timeout", ErrorClass::NoAnswer};
    case LinkError::NetworkUnreachable:
        return {"network-unreachable", ErrorClass::NoAnswer};
    case LinkError::ClosedByPeer:
        return {"closed-by-peer", ErrorClass::NoAnswer};
    case LinkError::IdleTimeout:
        return {"idle-timeout", ErrorClass::NoAnswer};
    case LinkError::WriteOverflow:
        return {"write-overflow", ErrorClass::NoAnswer};
    case LinkError::SocketFailed:
        return {"socket-failed", ErrorClass::NoAnswer};
    case LinkError::ClosedByUs:
        return {"closed-by-us", ErrorClass::Cancelled};
    }
    return {"socket-failed", ErrorClass::NoAnswer};
}

} // namespace opsdeck::transport
