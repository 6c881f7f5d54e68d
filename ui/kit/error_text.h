// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::kit {

/// What the operator reads for an error that belongs to no system (links, files, time-outs), translated, without a
/// full stop, fit to stand after "offline since 14:02:14: ". An error of another area is told by its class. Never
/// empty; never what a device sent.
QString errorText(const base::Error &error);

/// For details and tooltips: `text`, and the code the device itself gave ("refused: 203"). Plain text.
QString withDeviceCode(const QString &text, const base::Error &error);

} // namespace opsdeck::kit
