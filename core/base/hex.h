// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace opsdeck::base {

/// "ff 01 00 00 …": at most `maximumBytes` of `bytes` for a log line, with "… (n bytes)" when there are more.
QString hexPreview(QByteArrayView bytes, qsizetype maximumBytes = 32);

/// Control characters, line and paragraph separators, bidirectional overrides: what a terminal or a screen would obey
/// instead of showing.
bool isUnprintable(QChar c);

/// Text that a device sent, made fit for a screen or log: invalid UTF-8, control characters, line and
/// paragraph separators and bidirectional overrides become U+FFFD; at most `maximumCharacters`, then "…".
/// Never interpreted as rich text or as a path.
QString plainText(const QString &deviceText, qsizetype maximumCharacters = 256);

} // namespace opsdeck::base
