// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace opsdeck::kit {

/// "14:02:11" in local time; with the date in front when `moment` is not on the same local day as `now`.
/// Empty for an invalid moment.
QString momentText(const QDateTime &moment, const QDateTime &now);
/// "12 s", "3 min", "2 h", "5 d": rough, rounded down; negative counts as 0.
QString durationText(std::chrono::seconds duration);
/// Whole seconds from `now` until `moment`, rounded up, 0 when it is past or invalid.
std::chrono::seconds secondsUntil(const QDateTime &moment, const QDateTime &now);

} // namespace opsdeck::kit
