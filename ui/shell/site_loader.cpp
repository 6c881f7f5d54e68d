// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_loader.h"

#include "core/base/worker.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace opsdeck::shell {

namespace {

LoadedSite load(const QString &file, const site::SiteStore &store, bool mustExist)
{
    LoadedSite loaded;
    loaded.file = file;
    const auto snapshot = store.read(file, site::allModules());
    if (!snapshot) {
        loaded.exists = true;
        loaded.problem = QStringLiteral("%1: %2").arg(file, snapshot.error().detail());
        return loaded;
    }
    loaded.exists = !snapshot->mark.isEmpty();
    loaded.mark = snapshot->mark;
    loaded.problems = snapshot->reading.problems;
    loaded.site = snapshot->reading.site;
    if (!loaded.exists && mustExist)
        loaded.problem = QStringLiteral("%1: there is no such file").arg(file);
    QStringList lines;
    for (const site::SiteProblem &problem : std::as_const(loaded.problems)) {
        if (problem.severity == site::SiteProblem::Severity::Error)
            lines << problem.toString(QFileInfo(file).fileName());
    }
    if (!lines.isEmpty())
        loaded.problem = lines.join(QLatin1Char('\n'));
    return loaded;
}

} // namespace

QFuture<LoadedSite> loadSite(const QString &file, const site::SiteStore &store, bool mustExist,
                             QThreadPool &pool)
{
    return base::runOn(pool, [file, store, mustExist] { return load(file, store, mustExist); });
}

QString defaultSiteFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/site.json");
}

QString defaultSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/settings.json");
}

QString defaultDatabaseFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/opsdeck.db");
}

} // namespace opsdeck::shell
