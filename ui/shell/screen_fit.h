// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace opsdeck::shell {

/// Where a window that wants to be at `wanted` is put so that the operator can reach it: unchanged while a good piece
/// of its upper edge lies on some screen; otherwise moved into the nearest one, and made smaller when it must be.
/// @param screens their usable areas, in logical pixels; without any, `wanted` is returned.
QRect fittedToScreens(const QRect &wanted, const QList<QRect> &screens);

/// The usable areas of the screens that are there now.
QList<QRect> availableScreens();

} // namespace opsdeck::shell
