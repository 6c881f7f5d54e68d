// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/login_desk.h"

namespace opsdeck::cabinet {

using store::Severity;

LoginDesk::LoginDesk(base::Clock &clock, CabinetRegister &cabinets, AllowList &allowList, Reporter &reporter)
    : m_clock(clock)
    , m_cabinets(cabinets)
    , m_allowList(allowList)
    , m_reporter(reporter)
{
}

CabinetRecord *LoginDesk::judge(const CabinetSession &session, const Login &login, bool isSure)
{
    CabinetRecord *record = m_cabinets.find(login.sn);
    if (!record || !CabinetRegister::isWelcome(*record)) {
        const bool isWanted = m_acceptNew && isSure;
        if (isWanted && m_cabinets.size() < kMostAccepted &&
            m_newcomers.take(m_clock.monotonic(), session.host(), m_limits))
            return &m_allowList.acceptNew(login.sn, session.address());
        m_cabinets.addWaiting(login.sn, session.address());
        if (isWanted) {
            tellTooMany(login.sn, session.address());
            return nullptr;
        }
        QJsonObject details{{QStringLiteral("address"), session.address()}};
        if (!isSure)
            details.insert(QStringLiteral("checksum"), QStringLiteral("wrong"));
        m_reporter.reportStranger({"login-refused",
                                   eventText("cabinet.login-refused.unknown"),
                                   {login.sn, session.address()},
                                   login.sn,
                                   Severity::Attention,
                                   details});
        return nullptr;
    }
    if (record->session && !mayReplace(*record, session))
        return nullptr;
    return record;
}

void LoginDesk::tellTooMany(const QString &sn, const QString &address)
{
    ++m_refused;
    if (!m_refusedEvents.take(m_clock.monotonic(), kRefusedPause, 1))
        return;
    const bool isFull = m_cabinets.size() >= kMostAccepted;
    m_reporter.report({"login-refused",
                       isFull ? eventText("cabinet.login-refused.list-full")
                              : eventText("cabinet.login-refused.too-many-new"),
                       {sn, address},
                       sn,
                       Severity::Attention,
                       {{QStringLiteral("address"), address}, {QStringLiteral("refused"), m_refused}}});
    m_refused = 0;
}

bool LoginDesk::mayReplace(CabinetRecord &record, const CabinetSession &newer)
{
    const auto now = m_clock.monotonic();
    const QString sn = record.status.sn;
    if (now < record.heldUntil) {
        m_reporter.reportStranger({"login-refused",
                                   eventText("cabinet.login-refused.held"),
                                   {sn, newer.address()},
                                   sn,
                                   Severity::Attention,
                                   {{QStringLiteral("address"), newer.address()}}});
        return false;
    }
    while (!record.conflicts.empty() && record.conflicts.front() + kConflictTime <= now)
        record.conflicts.pop_front();
    record.conflicts.push_back(now);
    ++record.status.conflicts;
    m_cabinets.touch(record);
    const QString older = record.session->address();
    if (int(record.conflicts.size()) > kMostConflicts) {
        record.conflicts.clear();
        record.heldUntil = now + kHold;
        m_reporter.report({"conflict",
                           eventText("cabinet.conflict-throttled"),
                           {sn, QString::number(kHold.count())},
                           sn,
                           Severity::Alarm,
                           {{QStringLiteral("old"), older}, {QStringLiteral("new"), newer.address()}}});
        return false;
    }
    // From the same host it may be the cabinet itself, which lost its connection before we did.
    const bool isSameHost = record.session->host() == newer.host();
    m_reporter.report({"conflict",
                       eventText("cabinet.conflict"),
                       {sn, older, newer.address()},
                       sn,
                       isSameHost ? Severity::Attention : Severity::Alarm,
                       {{QStringLiteral("old"), older}, {QStringLiteral("new"), newer.address()}}});
    return true;
}

} // namespace opsdeck::cabinet
