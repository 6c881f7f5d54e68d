// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/epoll_hub.h"

#ifdef Q_OS_LINUX

#include <QHostAddress>
#include <QHostInfo>

#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace opsdeck::cabinet::sim {

namespace {

constexpr int kEventsAtOnce = 256;
constexpr qsizetype kReadAtOnce = 64 * 1024;

socklen_t fill(sockaddr_storage &storage, const QHostAddress &address, quint16 port)
{
    storage = {};
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
        std::memcpy(&storage, &v6, sizeof v6);
        return sizeof v6;
    }
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    v4.sin_addr.s_addr = htonl(address.toIPv4Address());
    std::memcpy(&storage, &v4, sizeof v4);
    return sizeof v4;
}

} // namespace

class EpollSocket final : public Socket
{
public:
    EpollSocket(EpollHub &hub, quint64 id, SocketListener &listener)
        : m_hub(hub)
        , m_id(id)
        , m_listener(listener)
    {
        m_hub.m_sockets.emplace(id, this);
    }
    ~EpollSocket() override
    {
        closeFile();
        m_hub.m_sockets.erase(m_id);
    }

    void connectTo(const QHostAddress &address, quint16 port)
    {
        sockaddr_storage storage;
        const socklen_t size = fill(storage, address, port);
        m_file = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (m_file < 0) {
            fail();
            return;
        }
        const int on = 1;
        ::setsockopt(m_file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (::connect(m_file, reinterpret_cast<const sockaddr *>(&storage), size) != 0 &&
            errno != EINPROGRESS) {
            fail();
            return;
        }
        m_isConnecting = true;
        watch(EPOLL_CTL_ADD);
    }

    /// Told later, so that nobody is called from inside `dial()`.
    void fail()
    {
        closeFile();
        QMetaObject::invokeMethod(
            &m_hub,
            [hub = &m_hub, id = m_id] {
                if (EpollSocket *socket = hub->find(id))
                    socket->tellClosed();
            },
            Qt::QueuedConnection);
    }

    void write(const QByteArray &bytes) override
    {
        if (m_file < 0)
            return;
        qsizetype sent = 0;
        if (m_waiting.isEmpty() && !m_isConnecting)
            sent = qMax<qsizetype>(0, ::send(m_file, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL));
        if (sent == bytes.size())
            return;
        // A server that reads nothing must not fill our memory either.
        constexpr qsizetype kMostWaiting = 4 * 1024 * 1024;
        if (m_waiting.size() < kMostWaiting)
            m_waiting += bytes.mid(sent);
        watch(EPOLL_CTL_MOD);
    }

    void setReading(bool on) override
    {
        m_isReading = on;
        if (m_file >= 0)
            watch(EPOLL_CTL_MOD);
    }

    void handle(quint32 events)
    {
        if (m_isConnecting) {
            int error = 0;
            socklen_t size = sizeof error;
            ::getsockopt(m_file, SOL_SOCKET, SO_ERROR, &error, &size);
            if (error != 0) {
                tellClosed();
                return;
            }
            if (!(events & EPOLLOUT))
                return;
            m_isConnecting = false;
            watch(EPOLL_CTL_MOD);
            m_listener.socketOpened();
            return;
        }
        if ((events & EPOLLOUT) && !m_waiting.isEmpty()) {
            const auto sent = ::send(m_file, m_waiting.constData(), size_t(m_waiting.size()), MSG_NOSIGNAL);
            if (sent > 0)
                m_waiting.remove(0, sent);
            if (m_waiting.isEmpty()) {
                m_waiting = QByteArray();
                watch(EPOLL_CTL_MOD);
            }
        }
        if (events & EPOLLIN) {
            receive();
            return;
        }
        if (events & (EPOLLERR | EPOLLHUP))
            tellClosed();
    }

private:
    void receive()
    {
        const auto got = ::recv(m_file, m_hub.m_buffer.data(), size_t(m_hub.m_buffer.size()), 0);
        if (got > 0)
            m_listener.socketReceived(QByteArray(m_hub.m_buffer.constData(), got));
        else if (got == 0 || (errno != EAGAIN && errno != EINTR))
            tellClosed();
    }

    void tellClosed()
    {
        closeFile();
        m_listener.socketClosed();
    }

    void watch(int operation)
    {
        epoll_event event{};
        event.events = (m_isReading && !m_isConnecting ? EPOLLIN : 0u) |
                       (m_isConnecting || !m_waiting.isEmpty() ? EPOLLOUT : 0u);
        event.data.u64 = m_id;
        ::epoll_ctl(m_hub.m_epoll, operation, m_file, &event);
    }

    void closeFile()
    {
        if (m_file >= 0)
            ::close(m_file);
        m_file = -1;
    }

    EpollHub &m_hub;
    const quint64 m_id;
    SocketListener &m_listener;
    int m_file = -1;
    bool m_isConnecting = false;
    bool m_isReading = true;
    QByteArray m_waiting;
};

EpollHub::EpollHub()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_buffer(kReadAtOnce, Qt::Uninitialized)
    , m_notifier(std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &EpollHub::poll);
}

EpollHub::~EpollHub()
{
    m_notifier.reset();
    ::close(m_epoll);
}

std::unique_ptr<Socket> EpollHub::dial(const QString &host, quint16 port, SocketListener &listener)
{
    const quint64 id = ++m_lastId;
    auto socket = std::make_unique<EpollSocket>(*this, id, listener);
    const QHostAddress address(host);
    if (!address.isNull()) {
        socket->connectTo(address, port);
        return socket;
    }
    QHostInfo::lookupHost(host, this, [this, id, port](const QHostInfo &found) {
        EpollSocket *waiting = find(id);
        if (!waiting)
            return;
        if (found.addresses().isEmpty())
            waiting->fail();
        else
            waiting->connectTo(found.addresses().constFirst(), port);
    });
    return socket;
}

EpollSocket *EpollHub::find(quint64 id) const
{
    const auto found = m_sockets.find(id);
    return found == m_sockets.end() ? nullptr : found->second;
}

void EpollHub::poll()
{
    std::array<epoll_event, kEventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll, events.data(), kEventsAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        // A socket may have been closed by what another one told.
        if (EpollSocket *socket = find(events[size_t(i)].data.u64))
            socket->handle(events[size_t(i)].events);
    }
}

} // namespace opsdeck::cabinet::sim

#endif
