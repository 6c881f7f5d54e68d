// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/cabinet_load.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace opsdeck::bench {

namespace {

constexpr int kEvents = 512;
constexpr int kBanksEach = 12; ///< in an inventory
constexpr int kHeader = 9;
constexpr int kMostInFlight = 8; ///< returns of one cabinet

void allowFiles()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::string frame(unsigned char command, const std::string &payload)
{
    const size_t length = 7 + payload.size();
    unsigned char sum = 0;
    for (const char c : payload)
        sum = static_cast<unsigned char>(sum ^ static_cast<unsigned char>(c));
    std::string bytes;
    bytes += static_cast<char>(length >> 8);
    bytes += static_cast<char>(length & 0xFF);
    bytes += static_cast<char>(command);
    bytes += '\x01';
    bytes += static_cast<char>(sum);
    bytes += "\x11\x22\x33\x44";
    return bytes + payload;
}

std::string text(const std::string &characters)
{
    const size_t length = characters.size() + 1;
    return std::string{static_cast<char>(length >> 8), static_cast<char>(length & 0xFF)} + characters + '\0';
}

/// "RL1A" and four bytes, different for all banks of all cabinets.
std::string bank(int cabinet, int number)
{
    const unsigned id = static_cast<unsigned>(cabinet) << 8 | static_cast<unsigned>(number);
    return std::string("RL1A") + static_cast<char>(id >> 24) + static_cast<char>(id >> 16) +
           static_cast<char>(id >> 8) + static_cast<char>(id);
}

double milliseconds(CabinetLoad::Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

struct CabinetLoad::Private {
    struct Line {
        int file = -1;
        bool isConnecting = false;
        bool isIn = false;
        int nextSlot = 1;
        int inFlight = 0;
        std::string input;
        Clock::time_point loginSent;
        std::array<Clock::time_point, kMostInFlight> returnSent{}; ///< answered in the order they were sent
        int firstReturn = 0;
    };

    int epoll = epoll_create1(EPOLL_CLOEXEC);
    quint16 port = 0;
    Server server = Server::Console;
    std::vector<Line> lines;
    Outcome outcome;
    int in = 0;
    size_t nextBeat = 0;
    int nextReturn = 0;
    const std::string heartbeat = frame(0x61, {});

    void write(Line &line, const std::string &bytes)
    {
        // Small frames into an empty buffer: what does not fit is a server that does not read.
        if (line.file >= 0 &&
            ::send(line.file, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
            lose(line);
    }

    void lose(Line &line)
    {
        if (line.file < 0)
            return;
        ::close(line.file);
        line.file = -1;
        ++outcome.lost;
        if (std::exchange(line.isIn, false))
            --in;
    }

    void dial()
    {
        const auto number = lines.size();
        Line &line = lines.emplace_back();
        line.file = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(line.file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(line.file, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        sockaddr_in from{};
        from.sin_family = AF_INET;
        from.sin_addr.s_addr = htonl(0x7F010001u + static_cast<unsigned>(number % 200) * 256u +
                                     static_cast<unsigned>(number / 200 % 200));
        ::bind(line.file, reinterpret_cast<const sockaddr *>(&from), sizeof from);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        line.isConnecting = true;
        if (::connect(line.file, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0 &&
            errno != EINPROGRESS) {
            lose(line);
            return;
        }
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT;
        event.data.u64 = number;
        ::epoll_ctl(epoll, EPOLL_CTL_ADD, line.file, &event);
    }

    void opened(size_t number)
    {
        Line &line = lines[number];
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(line.file, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) {
            lose(line);
            return;
        }
        line.isConnecting = false;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = number;
        ::epoll_ctl(epoll, EPOLL_CTL_MOD, line.file, &event);
        if (server == Server::Echo) {
            line.isIn = true;
            ++in;
            ++outcome.loggedIn;
            return;
        }
        line.loginSent = Clock::now();
        write(line, frame(0x60, std::string("\x55\x66\x77\x88\x02\x33", 6) +
                                    text(sn(static_cast<int>(number)).toStdString())));
    }

    void read(size_t number)
    {
        Line &line = lines[number];
        char buffer[4096];
        const ssize_t got = ::recv(line.file, buffer, sizeof buffer, 0);
        if (got == 0 || (got < 0 && errno != EAGAIN)) {
            lose(line);
            return;
        }
        if (got < 0)
            return;
        line.input.append(buffer, static_cast<size_t>(got));
        size_t at = 0;
        while (line.file >= 0 && line.input.size() - at >= kHeader) {
            const auto byte = [&](size_t i) { return static_cast<unsigned char>(line.input[at + i]); };
            const size_t whole = 2 + (static_cast<size_t>(byte(0)) << 8 | byte(1));
            if (line.input.size() - at < whole)
                break;
            handle(line, number, byte(2), line.input.substr(at + kHeader, whole - kHeader));
            at += whole;
        }
        line.input.erase(0, at);
        if (line.input.empty())
            std::string().swap(line.input);
    }

    void handle(Line &line, size_t number, unsigned char command, const std::string &payload)
    {
        if (command != 0x60 && command != 0x61 && command != 0x66)
            ++outcome.commands;
        switch (command) {
        case 0x60:
            if (payload == "\x01") {
                ++outcome.loggedIn;
                outcome.loginMs.push_back(milliseconds(Clock::now() - line.loginSent));
                line.isIn = true;
                ++in;
            } else {
                ++outcome.refused;
            }
            break;
        case 0x61:
            ++outcome.heartbeatsAnswered;
            break;
        case 0x62:
            write(line, frame(0x62, text("A.09.01.06")));
            break;
        case 0x64:
            write(line, frame(0x64, inventory(static_cast<int>(number))));
            break;
        case 0x66:
            if (line.inFlight > 0) {
                outcome.returnMs.push_back(
                    milliseconds(Clock::now() - line.returnSent[static_cast<size_t>(line.firstReturn)]));
                line.firstReturn = (line.firstReturn + 1) % kMostInFlight;
                --line.inFlight;
            }
            if (payload.size() == 2 && payload[1] == '\x01')
                ++outcome.returnsOk;
            break;
        case 0x69:
            write(line, frame(0x69, text("89860401101770982839")));
            break;
        case 0x72:
            write(line, frame(0x72, std::string("\x14\x00\x07", 3)));
            break;
        default:
            break;
        }
    }

    std::string inventory(int number) const
    {
        // Those that will return banks start empty.
        if (number < returning)
            return std::string(1, '\0');
        std::string entries(1, static_cast<char>(kBanksEach));
        for (int slot = 1; slot <= kBanksEach; ++slot)
            entries += static_cast<char>(slot) + bank(number, slot) + static_cast<char>(slot % 5);
        return entries;
    }

    void beat()
    {
        for (size_t tried = 0; tried < lines.size(); ++tried) {
            Line &line = lines[nextBeat++ % lines.size()];
            if (line.isIn) {
                ++outcome.heartbeats;
                write(line, heartbeat);
                return;
            }
        }
    }

    void giveBack()
    {
        constexpr int kLastSlot = 255;
        for (int tried = 0; tried < returning; ++tried) {
            const int number = nextReturn++ % returning;
            if (static_cast<size_t>(number) >= lines.size())
                continue;
            Line &line = lines[static_cast<size_t>(number)];
            if (!line.isIn || line.inFlight >= kMostInFlight || line.nextSlot > kLastSlot)
                continue;
            const int slot = line.nextSlot++;
            line.returnSent[static_cast<size_t>((line.firstReturn + line.inFlight) % kMostInFlight)] =
                Clock::now();
            ++line.inFlight;
            ++outcome.returns;
            write(line, frame(0x66, static_cast<char>(slot) + bank(number, slot)));
            return;
        }
    }

    void poll(int waitMs)
    {
        std::array<epoll_event, kEvents> events;
        const int count = ::epoll_wait(epoll, events.data(), kEvents, waitMs);
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<size_t>(events[static_cast<size_t>(i)].data.u64);
            if (lines[number].file < 0)
                continue;
            if (lines[number].isConnecting)
                opened(number);
            else
                read(number);
        }
    }

    int returning = 0;
};

CabinetLoad::CabinetLoad(quint16 port, Server server)
    : d(std::make_unique<Private>())
{
    allowFiles();
    d->port = port;
    d->server = server;
}

CabinetLoad::~CabinetLoad()
{
    for (Private::Line &line : d->lines) {
        if (line.file >= 0)
            ::close(line.file);
    }
    ::close(d->epoll);
}

QString CabinetLoad::sn(int number)
{
    return QStringLiteral("WSTD12") + QString::number(1565200000 + number);
}

int CabinetLoad::online() const
{
    return d->in;
}

CabinetLoad::Outcome CabinetLoad::run(const Rates &rates, std::chrono::milliseconds duration, bool untilAllIn)
{
    d->outcome = {};
    d->returning = std::max(d->returning, rates.returning);
    d->lines.reserve(static_cast<size_t>(rates.cabinets));
    const auto begin = Clock::now();
    const auto already = d->lines.size();
    int beats = 0;
    int returns = 0;
    for (auto now = begin; now - begin < duration; now = Clock::now()) {
        const double seconds = std::chrono::duration<double>(now - begin).count();
        while (d->lines.size() < static_cast<size_t>(rates.cabinets) &&
               static_cast<double>(d->lines.size() - already) < seconds * rates.loginsPerSecond)
            d->dial();
        for (; beats < seconds * rates.heartbeatsPerSecond; ++beats)
            d->beat();
        for (; returns < seconds * rates.returnsPerSecond; ++returns)
            d->giveBack();
        if (untilAllIn && d->lines.size() == static_cast<size_t>(rates.cabinets) &&
            d->in + d->outcome.lost >= rates.cabinets)
            break;
        d->poll(1);
    }
    return std::move(d->outcome);
}

void serveEcho()
{
    allowFiles();
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        ::listen(listener, 4096) != 0 ||
        ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        std::exit(1);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    std::printf("%d\n", int(ntohs(address.sin_port)));
    std::fflush(stdout);
    std::array<epoll_event, kEvents> events;
    char buffer[4096];
    for (;;) {
        const int count = ::epoll_wait(epoll, events.data(), kEvents, -1);
        for (int i = 0; i < count; ++i) {
            const int file = events[static_cast<size_t>(i)].data.fd;
            if (file == listener) {
                for (int fresh; (fresh = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
                    event.data.fd = fresh;
                    ::epoll_ctl(epoll, EPOLL_CTL_ADD, fresh, &event);
                }
                continue;
            }
            const ssize_t got = ::recv(file, buffer, sizeof buffer, 0);
            if (got <= 0)
                ::close(file);
            else if (::send(file, buffer, static_cast<size_t>(got), MSG_NOSIGNAL) != got)
                ::close(file);
        }
    }
}

} // namespace opsdeck::bench
