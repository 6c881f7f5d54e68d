// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/allow_list.h"
#include "core/systems/cabinet/newcomer_limit.h"

namespace opsdeck::cabinet {

/// Says of each login whether it is let in, and tells of those that are not. Lives on the I/O thread; closes no connection.
class LoginDesk
{
public:
    /// So often in kConflictTime may a newer connection of an SN replace the older one; then new ones are refused for kHold.
    static constexpr int kMostConflicts = 3;
    static constexpr std::chrono::seconds kConflictTime{60};
    static constexpr std::chrono::seconds kHold{60};

    /// So many cabinets at most, however many unknown ones dial in while new ones are accepted by themselves.
    static constexpr int kMostAccepted = 50'000;
    /// One event for all the unknown cabinets in it that were not accepted.
    static constexpr std::chrono::seconds kRefusedPause{60};

    /// All must outlive this object.
    LoginDesk(base::Clock &clock, CabinetRegister &cabinets, AllowList &allowList, Reporter &reporter);

    void setAcceptNew(bool acceptNew, const ServerLimits &limits)
    {
        m_acceptNew = acceptNew;
        m_limits = limits;
    }

    /// The record of who is let in; null = refused. @param session not logged in yet. When the record has another session,
    /// that one is to be replaced. @param isSure false: the frame's checksum was wrong. Its SN may be a garbled one: it
    /// finds a cabinet that is known, and puts none on the list. Those of strict cabinets are dropped before this.
    CabinetRecord *judge(const CabinetSession &session, const Login &login, bool isSure);

private:
    /// An unknown cabinet that is not let in by itself, though the settings say so.
    void tellTooMany(const QString &sn, const QString &address);
    bool mayReplace(CabinetRecord &record, const CabinetSession &newer);

    base::Clock &m_clock;
    CabinetRegister &m_cabinets;
    AllowList &m_allowList;
    Reporter &m_reporter;
    bool m_acceptNew = false;
    ServerLimits m_limits;
    NewcomerLimit m_newcomers;
    RateLimit m_refusedEvents;
    int m_refused = 0; ///< since the last event of them
};

} // namespace opsdeck::cabinet
