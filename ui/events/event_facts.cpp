// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_facts.h"

#include "core/base/hex.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::events {

namespace {

constexpr qsizetype kMostFacts = 200;
constexpr qsizetype kLongestValue = 1000;
constexpr int kDeepest = 16;

/// Of lupdate's context opsdeck::events::EventFacts.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::events::EventFacts)
};

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return base::plainText(value.toString(), kLongestValue);
    case QJsonValue::Bool:
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    case QJsonValue::Double:
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
            .sliced(1)
            .chopped(1);
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return Texts::tr("nothing");
    case QJsonValue::Array:
    case QJsonValue::Object:
        break;
    }
    return Texts::tr("empty");
}

void flatten(const QString &name, const QJsonValue &value, QList<EventFact> &facts, int depth)
{
    if (facts.size() >= kMostFacts)
        return;
    if (value.isObject() && !value.toObject().isEmpty() && depth < kDeepest) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = base::plainText(it.key(), 80);
            flatten(name.isEmpty() ? key : name + QLatin1Char('.') + key, it.value(), facts, depth + 1);
        }
    } else if (value.isArray() && !value.toArray().isEmpty() && depth < kDeepest) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size() && facts.size() < kMostFacts; ++i)
            flatten(QStringLiteral("%1[%2]").arg(name).arg(i), array.at(i), facts, depth + 1);
    } else {
        facts.append({name, valueText(value), true});
    }
}

QString fullTime(const QDateTime &moment)
{
    return moment.isValid() ? moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"))
                            : QString();
}

} // namespace

QList<EventFact> eventFacts(const store::JournalEntry &entry, const EventServices &services)
{
    const store::Event &event = entry.event;
    QList<EventFact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, base::plainText(value, kLongestValue), false});
    };
    add(Texts::tr("Time"), fullTime(event.time));
    add(Texts::tr("Severity"), kit::severityWord(event.severity));
    add(Texts::tr("System"), services.texts.systemName(event.system));
    const QString name = services.deviceName ? services.deviceName(event.device) : QString();
    add(Texts::tr("Device"), name);
    add(name.isEmpty() ? Texts::tr("Device") : Texts::tr("Device ID"), event.device);
    add(Texts::tr("Kind"), services.texts.kindName(event.kind));
    add(Texts::tr("Operator"), event.operatorName);
    if (entry.acknowledgedAt.isValid()) {
        add(Texts::tr("Acknowledged"), fullTime(entry.acknowledgedAt));
        add(Texts::tr("Acknowledged by"), entry.acknowledgedBy);
    } else {
        add(Texts::tr("Acknowledged"), Texts::tr("not yet"));
    }
    add(Texts::tr("Number"), QString::number(entry.id));
    if (!event.details.isEmpty())
        flatten(QString(), event.details, facts, 0);
    return facts;
}

QStringList csvHeader()
{
    return {Texts::tr("Number"),
            Texts::tr("Time (UTC)"),
            Texts::tr("Severity"),
            Texts::tr("System"),
            Texts::tr("Device ID"),
            Texts::tr("Device"),
            Texts::tr("Kind"),
            Texts::tr("Event"),
            Texts::tr("Operator"),
            Texts::tr("Acknowledged (UTC)"),
            Texts::tr("Acknowledged by"),
            Texts::tr("Details")};
}

QStringList csvRow(const store::JournalEntry &entry, const kit::EventTexts &texts,
                   const QHash<QString, QString> &deviceNames)
{
    const store::Event &event = entry.event;
    const auto time = [](const QDateTime &moment) {
        return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
    };
    return {QString::number(entry.id),
            time(event.time),
            kit::severityWord(event.severity),
            event.system,
            event.device,
            deviceNames.value(event.device),
            event.kind,
            texts.sentence(event),
            event.operatorName,
            time(entry.acknowledgedAt),
            entry.acknowledgedBy,
            event.details.isEmpty()
                ? QString()
                : QString::fromUtf8(QJsonDocument(event.details).toJson(QJsonDocument::Compact))};
}

} // namespace opsdeck::events
