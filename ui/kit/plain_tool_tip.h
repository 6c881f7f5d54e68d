// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::kit {

/// A tooltip that shows `text` literally, line by line: Qt takes a tooltip that looks like HTML for HTML, and
/// names come from devices.
QString plainToolTip(const QString &text);

} // namespace opsdeck::kit
