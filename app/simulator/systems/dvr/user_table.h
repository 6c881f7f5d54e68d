// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/dvr_options.h"
#include "core/base/clock.h"

#include <QJsonArray>

namespace opsdeck::dvr::sim {

/// The users of one device, and who is locked out. Holds passwords in clear, as it is a simulator.
class UserTable
{
public:
    /// The factory's admin, guest and default, then `users`. @param clock must outlive this.
    UserTable(base::Clock &clock, const QList<UserOption> &users, int channels);

    /// The Ret of a login: 100, 203 (wrong password), 205 (unknown or locked), 102 (unknown EncryptType).
    /// Five wrong passwords lock the user for 30 minutes.
    int check(const QString &name, const QString &encryptType, const QString &credential);

    /// [{"name","password"}]: of the ready line.
    QJsonArray passwordsJson() const;
    QJsonArray rights() const;
    QJsonArray usersJson() const;
    QJsonArray groupsJson() const;

private:
    struct User {
        QString name;
        QString password;
        QString group;
        bool isReserved = false;
        int badTries = 0;
        base::Clock::Nanoseconds lockedUntil{0};
    };
    base::Clock &m_clock;
    QList<User> m_users;
    int m_channels;
};

} // namespace opsdeck::dvr::sim
