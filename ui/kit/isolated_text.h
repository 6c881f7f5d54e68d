// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::kit {

/// `text` fit to stand beside other words: a name with right-to-left letters would else reorder what stands next to it.
/// Unchanged when it has none; otherwise between a first strong isolate and its end (U+2068, U+2069).
QString isolated(const QString &text);

} // namespace opsdeck::kit
