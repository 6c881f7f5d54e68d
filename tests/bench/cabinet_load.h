// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <memory>
#include <vector>

namespace opsdeck::bench {

/// Thousands of cabinets that dial in from this process: raw sockets on one epoll, bytes from the protocol page, nothing of
/// the product. One thread; works only while a call runs. Against a bare echo it does the same without a login.
class CabinetLoad
{
public:
    enum class Server { Console, Echo };
    using Clock = std::chrono::steady_clock;

    /// @param port on loopback. Cabinets come from different addresses of 127.0.0.0/8, as they do in the field.
    CabinetLoad(quint16 port, Server server);
    ~CabinetLoad();
    CabinetLoad(const CabinetLoad &) = delete;
    CabinetLoad &operator=(const CabinetLoad &) = delete;

    /// The number of the n-th cabinet, from 0.
    static QString sn(int number);

    /// What a stretch of time brought.
    struct Outcome {
        int loggedIn = 0; ///< echo: connected
        int refused = 0;
        int lost = 0; ///< connections that ended
        int heartbeats = 0;
        int heartbeatsAnswered = 0;
        int returns = 0;
        int returnsOk = 0;
        int commands = 0;             ///< of the server, answered
        std::vector<double> loginMs;  ///< from the login's last byte to its answer, one a login
        std::vector<double> returnMs; ///< the same of returns
    };
    struct Rates {
        double loginsPerSecond = 0; ///< until `cabinets` have dialled
        int cabinets = 0;
        double heartbeatsPerSecond = 0; ///< in turn over all that are there
        double returnsPerSecond =
            0; ///< in turn over the first `returning` cabinets, each bank into a free slot
        int returning = 0;
    };
    /// Works for `duration`, or until all have logged in when `untilAllIn`. Commands are answered meanwhile.
    Outcome run(const Rates &rates, std::chrono::milliseconds duration, bool untilAllIn = false);

    int online() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The least a server can do: epoll, read, write back. Serves for ever; prints its port on stdout. For a process of its own.
[[noreturn]] void serveEcho();

} // namespace opsdeck::bench
