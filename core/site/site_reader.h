// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/site_file.h"

#include <QSet>

namespace opsdeck::site {

/// Turns the bytes of one site file into a SiteReading. One use.
class SiteReader
{
public:
    /// @param json and @param modules must outlive this object.
    SiteReader(const QByteArray &json, const SiteFile::Modules &modules);

    SiteReading read();

private:
    using Severity = SiteProblem::Severity;

    bool isWhole(QJsonObject *top);
    void readTop(const QJsonObject &top);
    void readDevice(const JsonPath &path, const QJsonValue &value);
    bool readSettings(const JsonPath &path, const SystemModule &module, const QJsonObject &settings);
    /// A string member; reports one of another type. Empty when there is none.
    QString text(const JsonPath &path, const QJsonObject &object, const QString &key, bool *good);
    void findSecrets(const JsonPath &path, const QJsonValue &value);
    void warnOfSlips(const JsonPath &path, const QJsonObject &object, const QStringList &known);
    const SystemModule *moduleOf(const QString &system) const;

    void report(Severity severity, const JsonPath &path, const QString &message);
    void reportAt(Severity severity, JsonSpot spot, const QString &path, const QString &message);

    const QByteArray &m_json;
    const SiteFile::Modules &m_modules;
    JsonIndex m_index;
    SiteReading m_reading;
    QSet<QString> m_ids;
};

} // namespace opsdeck::site
