// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::cabinet {

/// The sentence of one of `kEventTexts`, translated now, with %1, %2 … for its arguments; empty for any other key.
QString cabinetEventSentence(const QString &textKey);
/// What the events of a kind are called, translated now; empty for kinds that are none of `kEventTexts`.
QString cabinetEventKind(const QString &kind);

} // namespace opsdeck::cabinet
