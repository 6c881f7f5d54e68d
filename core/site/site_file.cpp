// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_file.h"

#include "core/base/whole_file.h"
#include "core/site/site_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace opsdeck::site {

using base::CommonError;

QString SiteProblem::toString(const QString &fileName) const
{
    const QString place = QStringLiteral("%1:%2: ").arg(fileName).arg(spot.line);
    return path.isEmpty() ? place + message : place + path + QStringLiteral(": ") + message;
}

bool SiteReading::hasErrors() const
{
    return std::any_of(problems.begin(), problems.end(), [](const SiteProblem &problem) {
        return problem.severity == SiteProblem::Severity::Error;
    });
}

SiteReading SiteFile::parse(const QByteArray &json, const Modules &modules)
{
    return SiteReader(json, modules).read();
}

base::Result<QByteArray> SiteFile::readBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(CommonError::FileFailed, path + QStringLiteral(": ") + file.errorString());
    QByteArray json = file.read(kMaximumBytes + 1);
    if (file.error() != QFile::NoError)
        return base::fail(CommonError::FileFailed, path + QStringLiteral(": ") + file.errorString());
    return json;
}

base::Result<SiteReading> SiteFile::read(const QString &path, const Modules &modules)
{
    return readBytes(path).map([&modules](const QByteArray &json) { return parse(json, modules); });
}

QByteArray SiteFile::encode(const Site &site)
{
    QJsonArray devices;
    for (const Device &device : site.devices) {
        QJsonObject object = device.other;
        object.insert(QStringLiteral("id"), device.id);
        object.insert(QStringLiteral("system"), device.system);
        object.insert(QStringLiteral("name"), device.name);
        if (!device.group.isEmpty())
            object.insert(QStringLiteral("group"), device.group);
        object.insert(QStringLiteral("settings"), device.settings);
        devices.append(object);
    }
    QJsonObject top = site.other;
    top.insert(QStringLiteral("version"), kVersion);
    top.insert(QStringLiteral("devices"), devices);
    return QJsonDocument(top).toJson(QJsonDocument::Indented);
}

base::Result<void> SiteFile::write(const QString &path, const Site &site)
{
    return writeBytes(path, encode(site));
}

base::Result<void> SiteFile::writeBytes(const QString &path, const QByteArray &json)
{
    return base::replaceFile(path, json).map_error([](const base::Error &error) {
        return base::Error(CommonError::FileFailed, error.detail());
    });
}

} // namespace opsdeck::site
