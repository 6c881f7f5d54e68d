// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/session_table.h"

#include "app/simulator/systems/dvr/dvr_connection.h"

namespace opsdeck::dvr::sim {

namespace {
// Small enough that the short text form has 8 characters at most, as in the field.
constexpr quint32 kHighestId = 0xFFFFFF;
constexpr qsizetype kExpiredKept = 1000;
} // namespace

SessionTable::SessionTable(base::Clock &clock, quint32 seed)
    : m_clock(clock)
    , m_random(seed)
{
}

Session &SessionTable::add(const QString &user, const QString &loginType, DvrConnection &main)
{
    quint32 id = 0;
    do {
        id = quint32(m_random.bounded(1, int(kHighestId)));
    } while (m_sessions.contains(id) || m_expired.contains(id));
    const auto now = m_clock.monotonic();
    return *m_sessions.insert(id, Session{id, user, loginType, &main, now, now});
}

Session *SessionTable::find(quint32 id)
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : &*found;
}

Session *SessionTable::ofMain(const DvrConnection *connection)
{
    for (Session &session : m_sessions) {
        if (session.main == connection)
            return &session;
    }
    return nullptr;
}

void SessionTable::remove(quint32 id, bool expired)
{
    if (!m_sessions.remove(id) || !expired)
        return;
    if (m_expired.size() >= kExpiredKept)
        m_expired.clear();
    m_expired.insert(id);
}

void SessionTable::clear()
{
    m_sessions.clear();
    m_expired.clear();
}

} // namespace opsdeck::dvr::sim
