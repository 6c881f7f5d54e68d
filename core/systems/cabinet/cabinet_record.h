// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_session.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "core/systems/cabinet/rate_limit.h"

#include <deque>
#include <vector>

namespace opsdeck::cabinet {

/// What the server keeps of one SN, connected or not. Lives on the I/O thread.
struct CabinetRecord {
    /// A rent or eject whose answer did not come in time. It may still come, and must not be taken for another's.
    struct Late {
        Command command;
        int slot;
        QString operatorName;
        base::Clock::Nanoseconds sentAt;
        base::Clock::Nanoseconds until; ///< then it does not come any more
    };

    CabinetStatus status;
    store::KnownCabinet known; ///< of the allow-list
    bool isAccepted = false;   ///< on the allow-list
    bool isAllowed = false;    ///< by the command line, for this run
    QByteArray secret;
    CabinetSession *session = nullptr; ///< null while it is not connected
    std::vector<Late> late;
    std::vector<int> leaving; ///< slots asked for their bank, until it is told what came of it
    std::deque<base::Clock::Nanoseconds> conflicts; ///< the recent ones
    base::Clock::Nanoseconds heldUntil{0};          ///< until then no other connection takes its place
    base::Clock::Nanoseconds lastHeartbeat{0}; ///< 0 = none yet; brought into the status when it is published
    RateLimit refusals;                        ///< returns that were refused and go into the journal
    quint64 unasked = 0;                       ///< answers that nobody had asked for
    bool wasSilent =
        false; ///< dropped for it, and not yet asked for its heartbeat: that may be slower than we think
    bool hasToldChecksum = false;
    bool hasToldSecret = false;
    bool isChanged = false; ///< to be published

    bool isStrict(const ServerSettings &settings) const { return settings.strictChecksum || known.isStrict; }
};

} // namespace opsdeck::cabinet
