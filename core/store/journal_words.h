// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/event.h"

#include <QStringList>

namespace opsdeck::store::journal_words {

// How text is cut into words that can be searched for. What is on disk was cut by these rules: when they change, a
// migration has to cut it anew.

/// Of one event, those of its device not counted.
constexpr int kMostPerEvent = 24;
constexpr int kMostPerDevice = 8;
constexpr int kMostPerQuery = 8;
/// The rest of a longer word is not looked at.
constexpr qsizetype kLongest = 32;

/// In small letters, cut at everything that is no letter and no digit; in Chinese, Japanese and Korean, where words have
/// no spaces, each two neighbours are one word, and the last of them alone one more. In their order, each once.
QStringList ofText(const QString &text, int most);
/// Of the arguments and of the texts in the details.
QStringList ofEvent(const Event &event);
QStringList ofDevice(const QString &device);
/// What is searched for: each is the beginning of a word. A single Chinese character is one.
QStringList ofQuery(const QString &text);

} // namespace opsdeck::store::journal_words
