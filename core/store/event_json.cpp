// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/event_json.h"

#include "core/base/hex.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr qsizetype kLongestName = 64;
constexpr qsizetype kLongestDevice = 128;
constexpr qsizetype kLongestTextKey = 96;
constexpr qsizetype kMostArguments = 16;
constexpr qsizetype kLongestText = 256;
constexpr qsizetype kMostDetailBytes = 16 << 10;
constexpr int kDeepest = 8;

bool isName(const QString &text)
{
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    };
    return !text.isEmpty() && text.size() <= kLongestName && std::all_of(text.begin(), text.end(), isPlain);
}

QString cut(const QString &text, qsizetype longest)
{
    // The sign that something is missing counts too.
    return text.size() > longest ? base::plainText(text, longest - 1) : base::plainText(text, longest);
}

QJsonValue cleanJson(const QJsonValue &value, int depth)
{
    if (depth > kDeepest)
        return {};
    if (value.isString())
        return base::plainText(value.toString(), kMostDetailBytes);
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(cleanJson(item, depth + 1));
        return array;
    }
    if (value.isObject()) {
        const QJsonObject from = value.toObject();
        QJsonObject object;
        for (auto it = from.begin(); it != from.end(); ++it)
            object.insert(cut(it.key(), kLongestName), cleanJson(it.value(), depth + 1));
        return object;
    }
    return value;
}

/// Members that do not fit are left out, and that is said.
QJsonObject cutDetails(const QJsonObject &details)
{
    const QJsonObject clean = cleanJson(details, 0).toObject();
    if (QJsonDocument(clean).toJson(QJsonDocument::Compact).size() <= kMostDetailBytes)
        return clean;
    QJsonObject kept{{QStringLiteral("cut"), true}};
    qsizetype bytes = QJsonDocument(kept).toJson(QJsonDocument::Compact).size();
    for (auto it = clean.begin(); it != clean.end(); ++it) {
        const QJsonObject member{{it.key(), it.value()}};
        const qsizetype size = QJsonDocument(member).toJson(QJsonDocument::Compact).size();
        if (bytes + size > kMostDetailBytes)
            continue;
        bytes += size;
        kept.insert(it.key(), it.value());
    }
    return kept;
}

} // namespace

Result<Event> cleanEvent(Event event, const QDateTime &now)
{
    if (!isName(event.system) || !isName(event.kind))
        return fail(
            base::CommonError::InvalidArgument,
            QStringLiteral("an event of system \"%1\", kind \"%2\"")
                .arg(base::plainText(event.system, kLongestName), base::plainText(event.kind, kLongestName)));
    event.time = (event.time.isValid() ? event.time : now).toUTC();
    const int severity =
        std::clamp(static_cast<int>(event.severity), int(Severity::Info), int(Severity::Alarm));
    event.severity = Severity(severity);
    event.device = cut(event.device, kLongestDevice);
    event.textKey = cut(event.textKey, kLongestTextKey);
    event.arguments = event.arguments.mid(0, kMostArguments);
    for (QString &argument : event.arguments)
        argument = cut(argument, kLongestText);
    event.operatorName = cut(event.operatorName, kLongestText);
    if (!event.details.isEmpty())
        event.details = cutDetails(event.details);
    return event;
}

QString argumentsToJson(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return {};
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact));
}

QStringList argumentsFromJson(const QString &json)
{
    if (json.isEmpty())
        return {};
    QStringList arguments;
    for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array())
        arguments.append(value.toString());
    return arguments;
}

QString detailsToJson(const QJsonObject &details)
{
    if (details.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
}

QJsonObject detailsFromJson(const QString &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace opsdeck::store
