// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/system_module.h"
#include "core/systems/dvr/dvr_types.h"

namespace opsdeck::dvr {

/// What the site file needs to know of DVRs. The table that CMake writes calls this.
std::unique_ptr<site::SystemModule> makeSystemModule();

/// The settings of a device whose "settings" object `check()` found good. Without a password: that is in the keychain, under
/// `passwordReference()`.
/// Keys: "host", "port" (1–65535, default 34567), "user", "passwordRef", "channels" (1–256; default what the device says).
DeviceSettings settingsFromSite(const QString &id, const QString &name, const QJsonObject &settings);

/// "passwordRef", or empty: a user without a password.
QString passwordReference(const QJsonObject &settings);

} // namespace opsdeck::dvr
