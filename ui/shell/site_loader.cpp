// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_loader.h"

#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>

#include <memory>

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
    const auto promise = std::make_shared<QPromise<LoadedSite>>();
    promise->start();
    auto future = promise->future();
    pool.start([promise, file, store, mustExist] {
        promise->addResult(load(file, store, mustExist));
        promise->finish();
    });
    return future;
}

QFuture<LoadedSite> loadSite(const QString &file)
{
    return loadSite(file, site::SiteStore(), false, *QThreadPool::globalInstance());
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

} // namespace opsdeck::shell
