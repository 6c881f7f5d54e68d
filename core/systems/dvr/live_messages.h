// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"

#include <QJsonObject>

namespace opsdeck::dvr {

/// "Action" of OPMonitor. An enum up to the last serialising step: a device takes an unknown text for the last entry of its list.
enum class MonitorAction { Start, Stop, Claim, Pause, Continue, Request };

/// Body of 1410 and 1413 (vendor document §5.5; protocol page §4.1). @param channel from 0.
QJsonObject monitorBody(MonitorAction action, int channel, StreamKind stream, const QString &sessionId);

} // namespace opsdeck::dvr
