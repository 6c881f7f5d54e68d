// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "core/systems/cabinet/cabinet_types.h"
#include "ui/systems/cabinet/cabinet_work.h"

#include <functional>

namespace opsdeck::cabinet {

/// What the operator reads for an error of a cabinet or of the database; of other areas as `kit::errorText`. Without a full
/// stop.
QString cabinetErrorText(const base::Error &error);
/// Why nobody, or not everybody, can dial in. @param state one with a problem.
QString serverProblemText(const ServerState &state);
/// "On line since 09:12:40", "Offline since 08:51:02 · no heartbeat for 90 s", "Never seen".
QString stateText(const CabinetStatus &status, const QDateTime &now);
/// "Cabinet 7 · Lobby east": its name and place, as far as it has them. Fit for the screen.
QString cabinetSubtitle(const CabinetStatus &status);
/// "RL1A · Food court": how a cabinet is called in headings. Fit for the screen.
QString cabinetTitle(const CabinetStatus &status);

/// What was asked: "Rent slot 3".
QString workTitle(const WorkItem &item);
/// What came of it: "RL1A7C000041 is out", "refused: …", "waiting for the answer".
QString workAnswer(const WorkItem &item);
kit::StateMark workMark(const WorkItem &item);

QString causeText(store::MoveCause cause);
/// Where a bank is: "slot 3 of WSTD…", "rented, from slot 3 of WSTD…", "not known". @param name how to call a cabinet.
QString placeText(const store::BankPlace &place, const std::function<QString(const QString &sn)> &name);
/// "80 %", "level 7" for one that is none, "–" for -1.
QString levelText(int level);
/// Bars, mode and figure of a network: "LTE · signal 13 / 31".
QString networkText(const Network &network);

} // namespace opsdeck::cabinet
