// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/device_data.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace opsdeck::dvr::sim {

namespace {

QJsonValue writtenOut(const QJsonValue &value, int channels)
{
    if (value.isArray()) {
        QJsonArray elements;
        for (const QJsonValue &element : value.toArray())
            elements.append(writtenOut(element, channels));
        return elements;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    const bool isEach = object.contains(QLatin1String("$each"));
    if (isEach || object.contains(QLatin1String("$times"))) {
        const int times = isEach ? channels : object.value(QLatin1String("$times")).toInt();
        const QJsonValue element = writtenOut(object.value(QLatin1String("value")), channels);
        QJsonArray elements;
        for (int i = 0; i < times; ++i)
            elements.append(element);
        return elements;
    }
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), writtenOut(it.value(), channels));
    return result;
}

} // namespace

QJsonObject deviceData(const QString &name, int channels)
{
    QFile file(QStringLiteral(":/opsdeck/simulator/dvr/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return writtenOut(QJsonDocument::fromJson(file.readAll()).object(), channels).toObject();
}

} // namespace opsdeck::dvr::sim
