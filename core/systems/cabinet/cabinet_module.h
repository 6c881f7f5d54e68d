// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/system_module.h"
#include "core/systems/cabinet/cabinet_types.h"

namespace opsdeck::cabinet {

/// What the site file needs to know of the cabinets' server. The table that CMake writes calls this.
std::unique_ptr<site::SystemModule> makeSystemModule();

/// The settings of the device of system "cabinet" whose "settings" object `check()` found good.
/// Keys, all optional: "bind" (an address of this machine, default 0.0.0.0), "port" (1–65535, default 8992), "acceptNew"
/// and "knownBanksOnly" (default false), "checksum" ("lenient" or "strict"), "cabinets" ([{"sn","name","place"}]).
ServerSettings settingsFromSite(const QString &id, const QString &name, const QJsonObject &settings);

} // namespace opsdeck::cabinet
