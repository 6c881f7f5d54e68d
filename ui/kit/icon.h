// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace opsdeck::kit {

/// An icon of resources/icons, its strokes ("currentColor") in the given colour, sharp at 1x and 2x. Null for an
/// unknown name.
QIcon themedIcon(const QString &name, const QColor &color, int side = 16);

} // namespace opsdeck::kit
