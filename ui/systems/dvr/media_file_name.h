// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace opsdeck::dvr {

/// What any file system takes as a part of a file name: what is unsafe there (separators, wildcards, control characters
/// and those that turn the writing direction), becomes "_"; spaces at the ends and dots at the end go; 80 characters at
/// most. Empty only when nothing is left.
QString safeFilePart(const QString &text);

/// "<device> <channel> 2026-11-20 09-41-58.mp4": names come from devices and may hold anything. Pure.
/// @param moment in the operator's local time. @param ending without a dot: "mp4", "mkv", "png".
QString mediaFileName(const QString &device, const QString &channel, const QDateTime &moment,
                      const QString &ending);

} // namespace opsdeck::dvr
