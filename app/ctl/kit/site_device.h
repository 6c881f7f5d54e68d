// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/words.h"
#include "core/base/clock.h"
#include "core/site/site_file.h"

#include <optional>

namespace opsdeck::ctl {

/// --site, or the file the window uses by default.
QString siteFileName(const GivenOptions &options);

/// The device that --device names, of this system. Errors: what is wrong with the site file, an unknown id, another system's device.
base::Result<site::Device> findSiteDevice(const GivenOptions &options, const QString &system);

/// The secret under this reference; nothing for an empty reference. Waits for the keychain, so it is called before any session
/// starts. Errors: the keychain's.
base::Result<std::optional<QString>> keptSecret(base::Clock &clock, const QString &reference);

} // namespace opsdeck::ctl
