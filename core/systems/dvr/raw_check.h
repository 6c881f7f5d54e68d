// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace opsdeck::dvr {

/// Why a hand-written control message is dangerous; empty when it is not. A device takes an enum text that it does not know for the
/// LAST entry of its list (an unknown OPMachine action means ShutDown, an unknown storage action Clear), so every enum we know is
/// checked against our list (protocol page §1, Decisions), and what reboots, formats or resets is named. Pure.
QString rawDanger(quint16 messageId, const QJsonObject &body);

} // namespace opsdeck::dvr
