// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/site/json_index.h"
#include "core/site/system_module.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace opsdeck::site {

/// A device of the installation, as the site file describes it.
struct Device {
    QString id;           ///< 1–64 of A-Z a-z 0-9 . _ - ; unique in the file; part of names in the keychain
    QString system;       ///< a SystemModule's id
    QString name;         ///< for the screen; the id when the file has none
    QString group;        ///< for the tree; may be empty
    QJsonObject settings; ///< checked by the SystemModule; keys it does not know are kept
    QJsonObject other;    ///< keys of the device that this version does not know

    friend bool operator==(const Device &, const Device &) = default;
};

/// The installation.
struct Site {
    QList<Device> devices;
    QJsonObject other; ///< top-level keys that this version does not know

    friend bool operator==(const Site &, const Site &) = default;
};

/// Something wrong or doubtful in a site file, and where.
struct SiteProblem {
    enum class Severity { Error, Warning };

    Severity severity = Severity::Error;
    JsonSpot spot;
    QString path; ///< `devices[3].settings.port`; empty for the whole file
    QString message;

    /// `site.json:12: devices[3].settings.port: must be …, is "abc"`
    QString toString(const QString &fileName) const;
};

/// A site file that was read: what was understood, and what was wrong.
struct SiteReading {
    Site site; ///< only good devices; use it only when there is no error
    QList<SiteProblem> problems;

    bool hasErrors() const;
};

/// The file of an installation, `site.json`, version 1:
///
///     {
///       "version": 1,
///       "devices": [
///         {
///           "id": "north",
///           "system": "dvr",
///           "name": "North gate",
///           "group": "Gates",
///           "settings": {
///             "host": "192.168.1.10",
///             "port": 34567,
///             "user": "admin",
///             "passwordRef": "opsdeck/north/password"
///           }
///         }
///       ]
///     }
///
/// "version" and "devices" are required; of a device "id" and "system", and of its settings what its system
/// says. Keys that are not known are kept; one that looks like a slip of a known one gets a warning. A secret
/// never stands in the file: a key that ends in "Ref" names its place in the keychain, `opsdeck/<id>/<what>`.
/// At most 8 MiB, 64 levels, UTF-8. All functions are pure or work on one file; any thread but the GUI's.
namespace SiteFile {

constexpr int kVersion = 1;
constexpr qint64 kMaximumBytes = 8 << 20;
constexpr int kMaximumDepth = 64;
constexpr qsizetype kMaximumProblems = 100;

using Modules = std::vector<std::unique_ptr<SystemModule>>;

SiteReading parse(const QByteArray &json, const Modules &modules);
/// Errors: FileFailed when the file cannot be read at all; what is wrong inside is in the reading.
base::Result<SiteReading> read(const QString &path, const Modules &modules);

/// What the file holds. Errors: FileFailed, and more than `kMaximumBytes` + 1 is cut there.
base::Result<QByteArray> readBytes(const QString &path);

QByteArray encode(const Site &site);
/// Replaces the file as a whole or not at all. Errors: FileFailed.
base::Result<void> write(const QString &path, const Site &site);
base::Result<void> writeBytes(const QString &path, const QByteArray &json);

} // namespace SiteFile

} // namespace opsdeck::site
