// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/kit/fault_menu.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

namespace opsdeck::dvr::sim {

struct UserOption {
    QString name;
    QString password;
};

/// How one simulated DVR is set up. A value; the defaults are the command line's.
struct DvrOptions {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 34567; ///< 0 = any free one
    int channels = 16;    ///< 1–64
    QString clipClass = QStringLiteral("mix");
    QList<UserOption> users; ///< added to, or replacing, the factory's
    quint32 seed = 1;
    int aliveIntervalSeconds = 20;
    int maximumConnections = 10; ///< TCPMaxConn: logins at a time
    int alarmEverySeconds = 0;   ///< 0 = never
    QStringList faults;          ///< "NAME" or "NAME=VALUE"
    QStringList quirks;
};

/// The faults this device knows: those of `cli.md` and its own.
QList<simulator::FaultSpec> faultSpecs();

} // namespace opsdeck::dvr::sim
