// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site_reader.h"

#include "core/base/hex.h"
#include "core/base/redactor.h"
#include "core/site/near_name.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace opsdeck::site {

namespace {

constexpr qsizetype kShownValueCharacters = 40;

const QStringList &topKeys()
{
    static const QStringList keys{QStringLiteral("version"), QStringLiteral("devices")};
    return keys;
}

const QStringList &deviceKeys()
{
    static const QStringList keys{QStringLiteral("id"), QStringLiteral("system"), QStringLiteral("name"),
                                  QStringLiteral("group"), QStringLiteral("settings")};
    return keys;
}

/// A value for a message, as JSON, short.
QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("missing");
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return base::plainText(QString::fromUtf8(array.sliced(1, array.size() - 2)), kShownValueCharacters);
}

/// A text, or a list with one.
bool holdsText(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return value.isString() || std::any_of(list.begin(), list.end(), holdsText);
}

QString quoted(const QStringList &words)
{
    QStringList list;
    for (const QString &word : words)
        list.append(u'"' + word + u'"');
    return list.join(QStringLiteral(", "));
}

QJsonObject without(QJsonObject object, const QStringList &keys)
{
    for (const QString &key : keys)
        object.remove(key);
    return object;
}

} // namespace

SiteReader::SiteReader(const QByteArray &json, const SiteFile::Modules &modules)
    : m_json(json)
    , m_modules(modules)
    , m_index(json, SiteFile::kMaximumDepth)
{
}

SiteReading SiteReader::read()
{
    QJsonObject top;
    if (isWhole(&top))
        readTop(top);
    return std::move(m_reading);
}

bool SiteReader::isWhole(QJsonObject *top)
{
    if (m_json.size() > SiteFile::kMaximumBytes) {
        reportAt(Severity::Error, {}, {},
                 QStringLiteral("the file has more than %1 MiB").arg(SiteFile::kMaximumBytes >> 20));
        return false;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(m_json, &error);
    if (const auto spot = m_index.tooDeep()) {
        reportAt(Severity::Error, *spot, {},
                 QStringLiteral("nested deeper than %1 levels").arg(SiteFile::kMaximumDepth));
        return false;
    }
    if (document.isNull()) {
        const JsonSpot spot = JsonSpot::of(m_json, error.offset);
        reportAt(Severity::Error, spot, {},
                 QStringLiteral("not valid JSON at column %1: %2").arg(spot.column).arg(error.errorString()));
        return false;
    }
    if (!document.isObject()) {
        reportAt(Severity::Error, {}, {}, QStringLiteral("must be a JSON object: {\"version\": 1, …}"));
        return false;
    }
    for (const auto &duplicate : m_index.duplicates(SiteFile::kMaximumProblems))
        reportAt(Severity::Error, duplicate.spot, duplicate.path.toString(),
                 QStringLiteral("this key stands twice"));
    *top = document.object();
    return true;
}

void SiteReader::readTop(const QJsonObject &top)
{
    const JsonPath path;
    const QString versionKey = QStringLiteral("version");
    const QString devicesKey = QStringLiteral("devices");
    const QJsonValue version = top.value(versionKey);
    if (version.isDouble() && version.toDouble() > SiteFile::kVersion) {
        report(Severity::Error, path / versionKey,
               QStringLiteral("written by a newer Opsdeck: is %1, this one reads %2")
                   .arg(shown(version))
                   .arg(SiteFile::kVersion));
        return;
    }
    if (!version.isDouble() || version.toDouble() != SiteFile::kVersion)
        report(Severity::Error, path / versionKey,
               QStringLiteral("must be %1, is %2").arg(SiteFile::kVersion).arg(shown(version)));
    warnOfSlips(path, top, topKeys());
    m_reading.site.other = without(top, topKeys());
    findSecrets(path, m_reading.site.other);

    const QJsonValue devices = top.value(devicesKey);
    if (!devices.isArray()) {
        report(Severity::Error, path / devicesKey,
               QStringLiteral("must be a list, is %1").arg(shown(devices)));
        return;
    }
    const QJsonArray list = devices.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        readDevice(path / devicesKey / i, list.at(i));
}

void SiteReader::readDevice(const JsonPath &path, const QJsonValue &value)
{
    if (!value.isObject()) {
        report(Severity::Error, path, QStringLiteral("must be an object, is %1").arg(shown(value)));
        return;
    }
    const QJsonObject object = value.toObject();
    warnOfSlips(path, object, deviceKeys());
    bool good = true;
    Device device;
    device.id = text(path, object, QStringLiteral("id"), &good);
    device.system = text(path, object, QStringLiteral("system"), &good);
    device.name = text(path, object, QStringLiteral("name"), &good);
    device.group = text(path, object, QStringLiteral("group"), &good);
    device.other = without(object, deviceKeys());
    findSecrets(path, device.other);

    static const QRegularExpression kId(QStringLiteral("\\A[A-Za-z0-9._-]{1,64}\\z"));
    const JsonPath idPath = path / QStringLiteral("id");
    if (!object.contains(QStringLiteral("id")) || (good && !kId.match(device.id).hasMatch())) {
        good = false;
        report(Severity::Error, idPath,
               QStringLiteral("must be 1–64 letters, digits, '.', '_' or '-', is %1")
                   .arg(shown(object.value(QStringLiteral("id")))));
    } else if (m_ids.contains(device.id)) {
        good = false;
        report(Severity::Error, idPath, QStringLiteral("another device has the id \"%1\"").arg(device.id));
    }
    m_ids.insert(device.id);
    if (device.name.isEmpty())
        device.name = device.id;

    const JsonPath systemPath = path / QStringLiteral("system");
    const SystemModule *module = moduleOf(device.system);
    if (!module) {
        good = false;
        QStringList known;
        for (const auto &each : m_modules)
            known.append(each->id());
        QString message = QStringLiteral("must be one of %1, is %2")
                              .arg(quoted(known), shown(object.value(QStringLiteral("system"))));
        const QString near = nearName(device.system, known);
        if (!near.isEmpty())
            message += QStringLiteral("; did you mean \"%1\"?").arg(near);
        report(Severity::Error, systemPath, message);
    }

    const QJsonValue settings = object.value(QStringLiteral("settings"));
    const JsonPath settingsPath = path / QStringLiteral("settings");
    if (!settings.isObject() && !settings.isUndefined()) {
        report(Severity::Error, settingsPath,
               QStringLiteral("must be an object, is %1").arg(shown(settings)));
        return;
    }
    device.settings = settings.toObject();
    findSecrets(settingsPath, device.settings);
    if (module && readSettings(settingsPath, *module, device.settings) && good)
        m_reading.site.devices.append(device);
}

bool SiteReader::readSettings(const JsonPath &path, const SystemModule &module, const QJsonObject &settings)
{
    warnOfSlips(path, settings, module.settingKeys());
    const QList<SettingsProblem> problems = module.check(settings);
    for (const SettingsProblem &problem : problems) {
        const QJsonValue value = settings.value(problem.key);
        QString message = problem.message;
        if (value.isUndefined())
            message += QStringLiteral(", is missing");
        else if (!base::isSecretKey(problem.key.toUtf8()))
            message += QStringLiteral(", is ") + shown(value);
        report(Severity::Error, problem.key.isEmpty() ? path : path / problem.key, message);
    }
    return problems.isEmpty();
}

QString SiteReader::text(const JsonPath &path, const QJsonObject &object, const QString &key, bool *good)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isString()) {
        *good = false;
        report(Severity::Error, path / key, QStringLiteral("must be a text, is %1").arg(shown(value)));
    }
    return value.toString();
}

void SiteReader::findSecrets(const JsonPath &path, const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            findSecrets(path / i, list.at(i));
        return;
    }
    static const QRegularExpression kReference(
        QStringLiteral("\\Aopsdeck/[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._-]+\\z"));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const JsonPath member = path / it.key();
        const bool isReference = it.key().endsWith(QStringLiteral("Ref"));
        const QString name = isReference ? it.key().chopped(3) : it.key();
        if (!base::isSecretKey(name.toUtf8())) {
            findSecrets(member, it.value());
        } else if (!isReference) {
            // The value is not shown: this message goes to screens and logs.
            if (holdsText(it.value()))
                report(
                    Severity::Error, member,
                    QStringLiteral("a secret must not stand in this file: put it into the keychain and name "
                                   "its place here, \"%1Ref\": \"opsdeck/<device id>/%1\"")
                        .arg(name));
            else
                findSecrets(member, it.value());
        } else if (it.value().isString() && !kReference.match(it.value().toString()).hasMatch()) {
            // A password that was put here by mistake is not shown either.
            report(Severity::Error, member,
                   QStringLiteral("must name a place in the keychain, \"opsdeck/<device id>/%1\"").arg(name));
        }
    }
}

void SiteReader::warnOfSlips(const JsonPath &path, const QJsonObject &object, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (known.contains(key))
            continue;
        const QString near = nearName(key, known);
        if (!near.isEmpty())
            report(Severity::Warning, path / key,
                   QStringLiteral("not a known key; did you mean \"%1\"?").arg(near));
    }
}

const SystemModule *SiteReader::moduleOf(const QString &system) const
{
    for (const auto &module : m_modules) {
        if (module->id() == system)
            return module.get();
    }
    return nullptr;
}

void SiteReader::report(Severity severity, const JsonPath &path, const QString &message)
{
    // To find the place costs a pass over the file: not for problems that nobody will see.
    if (m_reading.problems.size() < SiteFile::kMaximumProblems)
        reportAt(severity, m_index.spotOf(path), path.toString(), message);
    else
        reportAt(severity, {}, {}, {});
}

void SiteReader::reportAt(Severity severity, JsonSpot spot, const QString &path, const QString &message)
{
    const auto count = m_reading.problems.size();
    if (count < SiteFile::kMaximumProblems)
        m_reading.problems.append({severity, spot, base::plainText(path), message});
    else if (count == SiteFile::kMaximumProblems)
        m_reading.problems.append({Severity::Error,
                                   {},
                                   {},
                                   QStringLiteral("more than %1 problems; the rest is left out").arg(count)});
}

} // namespace opsdeck::site
