// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::dvr {

/// dvrErrorText, and the errors of clips, pictures and sound: translated, without a full stop, never empty.
QString mediaErrorText(const base::Error &error);

} // namespace opsdeck::dvr
