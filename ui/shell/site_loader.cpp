// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_loader.h"

#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>

#include <memory>

namespace opsdeck::shell {

namespace {

LoadedSite load(const QString &file)
{
    LoadedSite loaded;
    loaded.file = file;
    loaded.exists = QFileInfo::exists(file);
    const auto reading = site::SiteFile::read(file, site::allModules());
    if (!reading) {
        loaded.problem = QStringLiteral("%1: %2").arg(file, reading.error().detail());
        return loaded;
    }
    if (!reading->hasErrors()) {
        loaded.site = reading->site;
        return loaded;
    }
    QStringList lines;
    for (const site::SiteProblem &problem : reading->problems) {
        if (problem.severity == site::SiteProblem::Severity::Error)
            lines << problem.toString(QFileInfo(file).fileName());
    }
    loaded.problem = lines.join(QLatin1Char('\n'));
    return loaded;
}

} // namespace

QFuture<LoadedSite> loadSite(const QString &file)
{
    auto promise = std::make_shared<QPromise<LoadedSite>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, file] {
        promise->addResult(load(file));
        promise->finish();
    });
    return future;
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
