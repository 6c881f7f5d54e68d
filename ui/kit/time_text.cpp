// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace opsdeck::kit {

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return QString();
    const QDateTime local = moment.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return local.toString(QStringLiteral("HH:mm:ss"));
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString durationText(std::chrono::seconds duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count());
    if (seconds < 60)
        return QCoreApplication::translate("TimeText", "%1 s").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("TimeText", "%1 min").arg(seconds / 60);
    if (seconds < 86400)
        return QCoreApplication::translate("TimeText", "%1 h").arg(seconds / 3600);
    return QCoreApplication::translate("TimeText", "%1 d").arg(seconds / 86400);
}

std::chrono::seconds secondsUntil(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return std::chrono::seconds(0);
    const qint64 milliseconds = now.msecsTo(moment);
    return std::chrono::seconds(milliseconds <= 0 ? 0 : (milliseconds + 999) / 1000);
}

} // namespace opsdeck::kit
