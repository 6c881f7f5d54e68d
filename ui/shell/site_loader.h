// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_store.h"

#include <QFuture>

class QThreadPool;

namespace opsdeck::shell {

/// What came of reading a site file.
struct LoadedSite {
    QString file;
    bool exists = false;
    site::Site site; ///< without meaning when there is a problem
    QString problem; ///< English, one a line, "site.json:12: devices[3]…"; empty = the site can be used
    QList<site::SiteProblem> problems; ///< also the warnings
    site::FileMark mark;               ///< of the bytes that were read
};

/// Reads and checks a site file on a thread of `pool` (which must outlive the work); the GUI thread reads no file.
/// @param mustExist otherwise a file that is not there is an empty site.
QFuture<LoadedSite> loadSite(const QString &file, const site::SiteStore &store, bool mustExist,
                             QThreadPool &pool);

/// Where the site file is looked for when none is named.
QString defaultSiteFile();
/// Where the settings are kept when no file is named.
QString defaultSettingsFile();
/// In the data folder: opsdeck.db.
QString defaultDatabaseFile();

} // namespace opsdeck::shell
