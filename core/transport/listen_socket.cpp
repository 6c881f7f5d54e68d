// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/listen_socket.h"

#ifdef Q_OS_LINUX

#include "core/transport/byte_link.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

namespace opsdeck::transport {

namespace {

constexpr int kBacklog = 4096;

PeerServerError errorOf(int error)
{
    switch (error) {
    case EADDRINUSE:
        return PeerServerError::AddressTaken;
    case EADDRNOTAVAIL:
    case EAFNOSUPPORT:
    case ENODEV:
        return PeerServerError::AddressNotOurs;
    case EACCES:
    case EPERM:
        return PeerServerError::Forbidden;
    case EMFILE:
    case ENFILE:
        return PeerServerError::TooManyFiles;
    default:
        return PeerServerError::ListenFailed;
    }
}

base::Result<ListenSocket> failed(int fd, const QHostAddress &address, quint16 port)
{
    const int error = errno;
    if (fd >= 0)
        ::close(fd);
    return base::fail(errorOf(error),
                      QStringLiteral("%1: %2").arg(Endpoint{address.toString(), port}.toString(),
                                                   QString::fromLocal8Bit(std::strerror(error))));
}

void setOption(int fd, int level, int name, int value)
{
    ::setsockopt(fd, level, name, &value, sizeof(value));
}

socklen_t fill(sockaddr_storage &to, const QHostAddress &address, quint16 port, int family)
{
    if (family == AF_INET) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&to);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(address.toIPv4Address());
        return sizeof(sockaddr_in);
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&to);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&v6->sin6_addr, &bytes, sizeof(bytes));
    v6->sin6_scope_id = ::if_nametoindex(address.scopeId().toLocal8Bit().constData());
    return sizeof(sockaddr_in6);
}

base::Result<ListenSocket> openFamily(const QHostAddress &address, quint16 port, int bufferBytes, int family)
{
    const int fd = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return failed(fd, address, port);
    setOption(fd, SOL_SOCKET, SO_REUSEADDR, 1);
    setOption(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(fd, IPPROTO_TCP, TCP_NODELAY, 1);
    if (bufferBytes > 0) {
        setOption(fd, SOL_SOCKET, SO_SNDBUF, bufferBytes);
        setOption(fd, SOL_SOCKET, SO_RCVBUF, bufferBytes);
    }
    QHostAddress where = address;
    if (family == AF_INET6) {
        const bool isAny = address.protocol() == QAbstractSocket::AnyIPProtocol;
        setOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, isAny ? 0 : 1);
        if (isAny)
            where = QHostAddress(QHostAddress::AnyIPv6);
    } else if (address.protocol() == QAbstractSocket::AnyIPProtocol) {
        where = QHostAddress(QHostAddress::AnyIPv4);
    }
    sockaddr_storage name{};
    const socklen_t size = fill(name, where, port, family);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&name), size) != 0 || ::listen(fd, kBacklog) != 0)
        return failed(fd, address, port);
    sockaddr_storage bound{};
    socklen_t boundSize = sizeof(bound);
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&bound), &boundSize) != 0)
        return failed(fd, address, port);
    return ListenSocket{fd, addressOf(bound).second};
}

} // namespace

base::Result<ListenSocket> openListenSocket(const QHostAddress &address, quint16 port, int bufferBytes)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return openFamily(address, port, bufferBytes, AF_INET);
    auto both = openFamily(address, port, bufferBytes, AF_INET6);
    const bool isWithoutIpv6 = !both && both.error().is(PeerServerError::AddressNotOurs);
    if (isWithoutIpv6 && address.protocol() == QAbstractSocket::AnyIPProtocol)
        return openFamily(address, port, bufferBytes, AF_INET);
    return both;
}

std::pair<QHostAddress, quint16> addressOf(const sockaddr_storage &socketAddress)
{
    QHostAddress address(reinterpret_cast<const sockaddr *>(&socketAddress));
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        address = QHostAddress(ipv4);
    const quint16 port = socketAddress.ss_family == AF_INET6
                             ? reinterpret_cast<const sockaddr_in6 *>(&socketAddress)->sin6_port
                             : reinterpret_cast<const sockaddr_in *>(&socketAddress)->sin_port;
    return {address, ntohs(port)};
}

} // namespace opsdeck::transport

#endif
