// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace opsdeck::kit {
class ActionRegistry;
}

namespace opsdeck::dvr {

/// Tells the shortcut sheet the keys of the wall that are no actions. They leave with `owner`.
void addWallKeys(kit::ActionRegistry &actions, QObject *owner);

} // namespace opsdeck::dvr
