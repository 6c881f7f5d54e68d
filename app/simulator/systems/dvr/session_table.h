// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QPointer>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

namespace opsdeck::dvr::sim {

class DvrConnection;

/// One login.
struct Session {
    quint32 id = 0;
    QString user;
    QString loginType;
    QPointer<DvrConnection> main; ///< the socket it logged in on
    base::Clock::Nanoseconds loggedInAt{0};
    base::Clock::Nanoseconds lastSign{0}; ///< of life
    bool isGuarded = false;               ///< wants 1504
};

/// The logins of one device, and the ids that have ended. Ids come from the seed, never 0, never twice.
class SessionTable
{
public:
    SessionTable(base::Clock &clock, quint32 seed);

    Session &add(const QString &user, const QString &loginType, DvrConnection &main);
    /// Null when there is none.
    Session *find(quint32 id);
    Session *ofMain(const DvrConnection *connection);
    QList<quint32> ids() const { return m_sessions.keys(); }
    qsizetype count() const { return m_sessions.size(); }
    /// @param expired remembers the id, so that its user is told 202 and not 105.
    void remove(quint32 id, bool expired);
    bool hasExpired(quint32 id) const { return m_expired.contains(id); }
    /// After a reboot: nothing is remembered.
    void clear();

private:
    base::Clock &m_clock;
    QRandomGenerator m_random;
    QHash<quint32, Session> m_sessions;
    QSet<quint32> m_expired;
};

} // namespace opsdeck::dvr::sim
