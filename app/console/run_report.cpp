// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/run_report.h"

#include <QJsonArray>

#include <cmath>

namespace opsdeck::console {

void RunReport::notePainted()
{
    // A read of /proc in this thread: a few microseconds, and only in runs that are measured.
    m_firstPaint = kit::processAge();
}

void RunReport::restart()
{
    m_cpuAtStart = kit::processUse().cpu;
    m_startedAt = m_clock.monotonic();
    m_stalls.reset();
    for (kit::SystemUi *system : m_systems)
        system->restartMeasuring();
}

QJsonObject RunReport::toJson() const
{
    const kit::ProcessUse use = kit::processUse();
    QJsonObject report{
        {QStringLiteral("version"), QStringLiteral(OPSDECK_VERSION)},
        {QStringLiteral("measuredSeconds"), double((m_clock.monotonic() - m_startedAt).count()) / 1e9},
        {QStringLiteral("cpuSeconds"), double((use.cpu - m_cpuAtStart).count()) / 1e6},
        {QStringLiteral("longestStallMs"), qint64(m_stalls.longest().count())},
    };
    if (use.residentBytes)
        report.insert(QStringLiteral("rssBytes"), *use.residentBytes);
    if (m_firstPaint)
        report.insert(QStringLiteral("firstPaintMs"), qint64(m_firstPaint->count()));
    for (const kit::SystemUi *system : m_systems) {
        const QJsonObject part = system->report();
        for (auto it = part.begin(); it != part.end(); ++it) {
            // Lists of several systems are joined.
            if (it.value().isArray()) {
                QJsonArray joined = report.value(it.key()).toArray();
                for (const QJsonValue &value : it.value().toArray())
                    joined.append(value);
                report.insert(it.key(), joined);
            } else {
                report.insert(it.key(), it.value());
            }
        }
    }
    return report;
}

QStringList RunReport::deviceLines() const
{
    QStringList lines;
    for (const QJsonValue &value : toJson().value(QLatin1String("devices")).toArray()) {
        const QJsonObject device = value.toObject();
        QString line = QStringLiteral("%1: %2").arg(device.value(QLatin1String("name")).toString(),
                                                    device.value(QLatin1String("state")).toString());
        if (const QJsonValue fps = device.value(QLatin1String("fps")); fps.isDouble())
            line += QStringLiteral(", %1 fps").arg(std::lround(fps.toDouble()));
        if (const QString reason = device.value(QLatin1String("reason")).toString(); !reason.isEmpty())
            line += QStringLiteral(" (%1)").arg(reason);
        lines << line;
    }
    return lines;
}

bool RunReport::isAnyTileEmpty() const
{
    const QJsonArray tiles = toJson().value(QLatin1String("tiles")).toArray();
    for (const QJsonValue &tile : tiles) {
        if (tile.toObject().value(QLatin1String("state")).toString() != QLatin1String("live"))
            return true;
    }
    return tiles.isEmpty();
}

} // namespace opsdeck::console
