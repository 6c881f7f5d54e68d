// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_settings.h"

#include "core/store/settings_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace opsdeck::dvr {

namespace {

using Kind = kit::SettingRow::Kind;

/// Of lupdate's context opsdeck::dvr::DvrSettings.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::dvr::DvrSettings)
};

QString standardFolder(QStandardPaths::StandardLocation location)
{
    // Looked up once: the answer comes from a file.
    static const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    static const QString movies = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    const QString &place = location == QStandardPaths::PicturesLocation ? pictures : movies;
    return (place.isEmpty() ? QDir::homePath() : place) + QStringLiteral("/Opsdeck");
}

kit::SettingRow row(const char *key, Kind kind, const QJsonValue &fallback, kit::Words label, kit::Words hint)
{
    kit::SettingRow row;
    row.key = QLatin1String(key);
    row.page = QStringLiteral("video");
    row.pageTitle = DvrSettings::pageTitle;
    row.label = std::move(label);
    row.hint = std::move(hint);
    row.kind = kind;
    row.fallback = fallback;
    return row;
}

kit::SettingRow number(kit::SettingRow row, int minimum, int maximum, int step, kit::Words unit)
{
    row.minimum = minimum;
    row.maximum = maximum;
    row.step = step;
    row.unit = std::move(unit);
    return row;
}

kit::SettingRow folder(kit::SettingRow row, QStandardPaths::StandardLocation location)
{
    row.emptyText = [location] { return QDir::toNativeSeparators(standardFolder(location)); };
    return row;
}

QString folderOf(const QJsonValue &value, QStandardPaths::StandardLocation location)
{
    return value.toString().isEmpty() ? standardFolder(location) : value.toString();
}

} // namespace

QString DvrSettings::pageTitle()
{
    return Texts::tr("Video");
}

QList<kit::SettingRow> DvrSettings::rows()
{
    const kit::Words seconds = [] { return Texts::tr("s"); };
    const DvrSettings fallback;
    kit::SettingRow stream = row(
        "dvr.stream", Kind::Choice, QStringLiteral("auto"), [] { return Texts::tr("Stream"); },
        [] {
            return Texts::tr(
                "Automatic takes the small stream in small tiles and the full one in large tiles");
        });
    stream.choices = {{QStringLiteral("auto"), [] { return Texts::tr("Automatic"); }},
                      {QStringLiteral("main"), [] { return Texts::tr("Always the full stream"); }},
                      {QStringLiteral("sub"), [] { return Texts::tr("Always the small stream"); }}};
    kit::SettingRow recordingKind = row(
        "dvr.recordingKind", Kind::Choice, QStringLiteral("mp4"), [] { return Texts::tr("Recordings are"); },
        [] { return Texts::tr("MKV keeps the sound of the camera, MP4 plays in more programs"); });
    recordingKind.choices = {{QStringLiteral("mp4"), [] { return QStringLiteral("MP4"); }},
                             {QStringLiteral("mkv"), [] { return QStringLiteral("MKV"); }}};
    return {
        stream,
        number(row(
                   "dvr.replaySeconds", Kind::Number, int(fallback.replay.count()),
                   [] { return Texts::tr("Instant replay"); },
                   [] { return Texts::tr("How far back a live tile can be replayed"); }),
               10, 120, 5, seconds),
        number(row(
                   "dvr.replayMegabytes", Kind::Number, int(fallback.replayBytes >> 20),
                   [] { return Texts::tr("Memory of a tile for instant replay"); },
                   [] { return Texts::tr("A busy stream may reach less far back than set above"); }),
               4, 256, 4, [] { return Texts::tr("MB"); }),
        folder(row("dvr.snapshotFolder", Kind::Folder, QString(),
                   [] { return Texts::tr("Folder for snapshots"); }, {}),
               QStandardPaths::PicturesLocation),
        folder(row("dvr.recordingFolder", Kind::Folder, QString(),
                   [] { return Texts::tr("Folder for recordings"); }, {}),
               QStandardPaths::MoviesLocation),
        recordingKind,
        number(row(
                   "dvr.tourDwell", Kind::Number, int(fallback.tourDwell.count()),
                   [] { return Texts::tr("Time of a step in a new tour"); },
                   [] { return Texts::tr("Each step of a tour can have its own time"); }),
               2, 600, 1, seconds),
    };
}

DvrSettings DvrSettings::read(const store::SettingsStore &settings)
{
    QHash<QString, QJsonValue> values;
    for (const kit::SettingRow &row : rows())
        values.insert(row.key, kit::settingValue(settings, row));
    DvrSettings read;
    read.replay = std::chrono::seconds(values.value(QStringLiteral("dvr.replaySeconds")).toInt());
    read.replayBytes = qint64(values.value(QStringLiteral("dvr.replayMegabytes")).toInt()) << 20;
    read.tourDwell = std::chrono::seconds(values.value(QStringLiteral("dvr.tourDwell")).toInt());
    read.snapshotFolder =
        folderOf(values.value(QStringLiteral("dvr.snapshotFolder")), QStandardPaths::PicturesLocation);
    read.recordingFolder =
        folderOf(values.value(QStringLiteral("dvr.recordingFolder")), QStandardPaths::MoviesLocation);
    read.recordsMkv = values.value(QStringLiteral("dvr.recordingKind")).toString() == QLatin1String("mkv");
    const QString stream = values.value(QStringLiteral("dvr.stream")).toString();
    if (stream == QLatin1String("main"))
        read.stream = StreamChoice::Main;
    else if (stream == QLatin1String("sub"))
        read.stream = StreamChoice::Sub;
    return read;
}

} // namespace opsdeck::dvr
