// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::site {

enum class SiteError {
    Invalid,       ///< the site file has errors; the detail lists them, a line each
    UnknownDevice, ///< no device with this id, or it is of another system
    Conflict,      ///< the file is not what was read: another program changed or removed it
};
base::ErrorFacts errorFacts(SiteError code);

} // namespace opsdeck::site
