// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <QFuture>

namespace opsdeck::shell {

/// What came of reading a site file.
struct LoadedSite {
    QString file;
    bool exists = false;
    site::Site site; ///< without meaning when there is a problem
    QString problem; ///< English, one a line, "site.json:12: devices[3]…"; empty = the site can be used
};

/// Reads and checks a site file on a worker thread; the GUI thread reads no file.
QFuture<LoadedSite> loadSite(const QString &file);

/// Where the site file is looked for when none is named.
QString defaultSiteFile();
/// Where the settings are kept when no file is named.
QString defaultSettingsFile();

} // namespace opsdeck::shell
