// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace opsdeck::dvr {

/// The sentence of a text key of DvrJournal, translated now, with %1 for the recorder's name; empty for other keys.
QString dvrEventSentence(const QString &textKey);

} // namespace opsdeck::dvr
