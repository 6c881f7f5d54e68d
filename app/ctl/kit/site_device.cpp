// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/kit/site_device.h"

#include "core/base/on.h"
#include "core/site/site_error.h"
#include "core/store/secret_stores.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QStandardPaths>

namespace opsdeck::ctl {

QString siteFileName(const GivenOptions &options)
{
    return options.value(QStringLiteral("site"),
                         QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                             QStringLiteral("/site.json"));
}

base::Result<site::Device> findSiteDevice(const GivenOptions &options, const QString &system)
{
    using site::SiteError;
    const QString fileName = siteFileName(options);
    const auto reading = site::SiteFile::read(fileName, site::allModules());
    if (!reading)
        return base::fail(reading.error());
    if (reading->hasErrors()) {
        QStringList lines;
        for (const site::SiteProblem &problem : reading->problems)
            lines.append(problem.toString(QFileInfo(fileName).fileName()));
        return base::fail(SiteError::Invalid, lines.join(u'\n'));
    }
    const QString id = options.value(QStringLiteral("device"));
    for (const site::Device &device : reading->site.devices) {
        if (device.id != id)
            continue;
        if (device.system != system) {
            return base::fail(SiteError::UnknownDevice,
                              QStringLiteral("device \"%1\" of %2 is a %3, not a %4")
                                  .arg(id, fileName, device.system, system));
        }
        return device;
    }
    return base::fail(SiteError::UnknownDevice, QStringLiteral("%1 has no device \"%2\"").arg(fileName, id));
}

base::Result<std::optional<QString>> keptSecret(base::Clock &clock, const QString &reference)
{
    using Kept = base::Result<std::optional<QString>>;
    if (reference.isEmpty())
        return std::optional<QString>();
    const auto stores = store::SecretStores::open(clock, store::SecretStores::defaultPath());
    Kept kept = std::optional<QString>();
    // The verb has not begun, nothing else runs in this loop; the store answers in bounded time.
    QEventLoop loop;
    stores->read(reference).then(base::on(stores.get(), [&](const base::Result<QString> &secret) {
        if (secret)
            kept = std::optional<QString>(*secret);
        else if (!secret.error().is(store::SecretError::NotFound))
            kept = base::fail(secret.error());
        loop.quit();
    }));
    loop.exec();
    return kept;
}

} // namespace opsdeck::ctl
