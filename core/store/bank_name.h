// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace opsdeck::store {

/// How a power bank's id is shown, written and searched for: `RL1A7C000041`, the first four bytes as text when all four are
/// ASCII letters or digits, the last four always hex; else all 16 hex digits. @param id 8 bytes; anything else is shown as
/// hex.
QString bankShownName(const QByteArray &id);

} // namespace opsdeck::store
