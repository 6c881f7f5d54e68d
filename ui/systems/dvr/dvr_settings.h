// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/setting_row.h"

#include <chrono>

namespace opsdeck::dvr {

/// What the operator prefers of live video, read soundly from the settings, whatever the file holds. A value.
struct DvrSettings {
    enum class StreamChoice { Automatic, Main, Sub };

    std::chrono::seconds replay{30}; ///< how much of a live tile is held back: 10–120 s
    qint64 replayBytes = 24LL << 20; ///< at most so much of it a tile: 4–256 MB
    QString snapshotFolder;          ///< absolute, never empty; it may not exist yet
    QString recordingFolder;         ///< likewise
    StreamChoice stream = StreamChoice::Automatic;
    std::chrono::seconds tourDwell{12}; ///< of a new step: 2–600 s
    bool recordsMkv = false;            ///< recordings are .mkv, which keeps the sound; else .mp4

    static DvrSettings read(const store::SettingsStore &settings);
    /// Keys: dvr.replaySeconds, dvr.replayMegabytes, dvr.snapshotFolder, dvr.recordingFolder, dvr.stream,
    /// dvr.tourDwell, dvr.recordingKind.
    static QList<kit::SettingRow> rows();
    /// Of their page.
    static QString pageTitle();
    static bool isKey(const QString &key) { return key.startsWith(QLatin1String("dvr.")); }
};

} // namespace opsdeck::dvr
