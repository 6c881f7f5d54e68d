// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/peer_server.h"

#include "core/transport/epoll_peer_server.h"
#include "core/transport/qt_peer_server.h"

namespace opsdeck::transport {

base::ErrorFacts errorFacts(PeerServerError code)
{
    using base::ErrorClass;
    switch (code) {
    case PeerServerError::AddressTaken:
        return {"address-taken", ErrorClass::Local};
    case PeerServerError::AddressNotOurs:
        return {"address-not-ours", ErrorClass::Local};
    case PeerServerError::Forbidden:
        return {"forbidden", ErrorClass::Local};
    case PeerServerError::TooManyFiles:
        return {"too-many-files", ErrorClass::Local};
    case PeerServerError::ListenFailed:
        return {"listen-failed", ErrorClass::Local};
    }
    return {"listen-failed", ErrorClass::Local};
}

std::unique_ptr<PeerServer> makePeerServer(base::Clock &clock, PeerLimits limits, PeerTrace trace)
{
#ifdef Q_OS_LINUX
    return std::make_unique<EpollPeerServer>(clock, limits, std::move(trace));
#else
    return std::make_unique<QtPeerServer>(clock, limits, std::move(trace));
#endif
}

} // namespace opsdeck::transport
