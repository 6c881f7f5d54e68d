// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::dvr {

/// kit::errorText, and the DVRs' own errors: translated, without a full stop, never empty.
QString dvrErrorText(const base::Error &error);

/// What the operator can do about a device that does not try by itself.
enum class OperatorHelp { None, TryAgain, EnterPassword };
OperatorHelp helpFor(const base::Error &error);

} // namespace opsdeck::dvr
