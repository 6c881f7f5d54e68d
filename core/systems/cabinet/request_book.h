// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/cabinet/messages.h"

#include <functional>
#include <optional>
#include <vector>

namespace opsdeck::cabinet {

/// One question to a cabinet.
struct Request {
    Command command = Command::Version;
    QByteArray payload;
    int slot = 0;                              ///< of rent and eject: the answer must carry it
    std::chrono::milliseconds timeout{10'000}; ///< from when it is sent
    /// Called once. @param answer the payload. Errors: NoAnswer, ConnectionLost, NotConnected, QueueFull, SecretMissing.
    /// @param sentAt monotonic; nothing: it was not. Else the cabinet may have done it, whatever the error.
    std::function<void(base::Result<QByteArray> answer, std::optional<base::Clock::Nanoseconds> sentAt)> done;
    std::optional<base::Clock::Nanoseconds> sentAt = {}; ///< set by the book
};

/// Only a rent's and an eject's answer names a slot.
constexpr bool hasSlot(Command command)
{
    return command == Command::Rent || command == Command::Eject;
}

/// The requests of one connection: at most one of a code is on its way, the others wait their turn. Calls nothing back by
/// itself but `send`; holds no memory while there is no request.
class RequestBook
{
public:
    static constexpr int kMostWaiting = 8; ///< of one code, the one on its way included

    using Send = std::function<void(const Request &)>;

    /// False: too many wait; the request is as it was.
    bool add(Request &request, base::Clock::Nanoseconds now, const Send &send);
    /// Takes the request that an answer belongs to, and sends the next of its code. @param slot the answer's; nothing: it has
    /// none though it should (then the request is taken all the same, its payload is not what was expected).
    std::optional<Request> take(Command command, std::optional<int> slot, base::Clock::Nanoseconds now,
                                const Send &send);
    /// Takes those that waited too long for their answer, and sends the next ones.
    std::vector<Request> takeLate(base::Clock::Nanoseconds now, const Send &send);
    std::vector<Request> takeAll();

    bool isWaitingFor(Command command) const;
    /// When `takeLate` has something to do; nothing when no request is on its way.
    std::optional<base::Clock::Nanoseconds> nextDeadline() const;

private:
    struct Entry {
        Request request;
        base::Clock::Nanoseconds deadline{0};

        bool wasSent() const { return request.sentAt.has_value(); }
    };

    void sendNext(Command command, base::Clock::Nanoseconds now, const Send &send);

    std::vector<Entry> m_entries; ///< in the order they came
};

} // namespace opsdeck::cabinet
