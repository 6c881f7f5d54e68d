// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/peer_server.h"

#ifdef Q_OS_LINUX

#include <sys/socket.h>

#include <utility>

namespace opsdeck::transport {

struct ListenSocket {
    int fd = -1; ///< non-blocking; the caller closes it
    quint16 port = 0;
};

/// A listening TCP socket. Its options (no delay, keep-alive, buffer sizes) are those of every connection it accepts.
/// @param address Any = IPv6 and IPv4, or IPv4 alone on a machine without the other. @param bufferBytes each way; 0 = as the
/// machine has it. Errors: PeerServerError.
base::Result<ListenSocket> openListenSocket(const QHostAddress &address, quint16 port, int bufferBytes);

/// An IPv4 address that came through an IPv6 socket is shown as what it is.
std::pair<QHostAddress, quint16> addressOf(const sockaddr_storage &socketAddress);

} // namespace opsdeck::transport

#endif
