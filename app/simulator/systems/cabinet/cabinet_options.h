// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/kit/fault_menu.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace opsdeck::cabinet::sim {

/// Which dialect a cabinet speaks.
enum class Speech {
    Old,  ///< before 2019-04: the commands with a star get no answer
    New,  ///< all of the manual
    Vsn2, ///< newer boards: VSN 2, computed tokens, health of the banks, slot faults
    Mix,  ///< in turn new, old, VSN 2
};

/// What cabinets in the field do differently. Names and meanings: `quirkHelp()`.
enum class Quirk {
    ModeFour,
    OldToken,
    ManualSn,
    HostileSn,
    BinaryBanks,
    NoNul,
    NotAscii,
    NoUpgrade,
    HeartbeatAtOnce,
};

/// How the fleet is set up. A value; the defaults are the command line's.
struct CabinetOptions {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8992;
    int count = 50; ///< 1–15000
    quint32 seed = 1;
    QList<int> models{8, 12, 6, 24, 16, 48}; ///< in turn; 6, 8, 12, 16, 24, 48
    Speech speech = Speech::New;
    QByteArray secret = "simulated"; ///< of VSN 2 boards
    bool manualChecksums = false;    ///< the wrong ones of the manual's samples
    int heartbeatSeconds = 30;       ///< 1–255
    int lifeSeconds =
        10; ///< between two doings of customers, over the fleet; 0 = they do nothing by themselves
    int chargeSeconds = 300; ///< for one level; 0 = nothing charges
    int bootSeconds = 5;
    int upgradeSeconds = 20;
    int backoffSeconds = 30;  ///< the longest wait before dialling again
    int dialsPerSecond = 500; ///< at the start
    QStringList faults;       ///< "NAME" or "NAME=VALUE"
    QSet<Quirk> quirks;
};

/// The faults a cabinet knows: those of `cli.md` and its own.
QList<simulator::FaultSpec> faultSpecs();

/// Errors: WrongUsage for an unknown name.
base::Result<QSet<Quirk>> parseQuirks(const QStringList &names);
/// One line a quirk.
QString quirkHelp();

/// "08,12,48". Errors: WrongUsage for a model the vendor does not make.
base::Result<QList<int>> parseModels(const QString &text);
/// "old", "new", "vsn2", "mix". Errors: WrongUsage.
base::Result<Speech> parseSpeech(const QString &text);
/// "host:port", "[v6]:port". Errors: WrongUsage.
base::Result<std::pair<QString, quint16>> parseEndpoint(const QString &text);

} // namespace opsdeck::cabinet::sim
