// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::dvr {

/// The sentence of a text key of DvrJournal, translated now, with %1 for the recorder's name; empty for other keys.
QString dvrEventSentence(const QString &textKey);
/// What the events of a kind of DvrJournal are called, translated now; empty for other kinds.
QString dvrEventKind(const QString &kind);

} // namespace opsdeck::dvr
