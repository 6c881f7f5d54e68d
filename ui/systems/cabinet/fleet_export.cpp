// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_export.h"

#include <QDateTime>

namespace opsdeck::cabinet {

namespace {

QString field(QString text)
{
    static const QString kFormula = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormula.contains(text.front()))
        text.prepend(QLatin1Char('\''));
    const bool isQuoted = text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) ||
                          text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
    if (!isQuoted)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString line(const QStringList &texts)
{
    QStringList fields;
    fields.reserve(texts.size());
    for (const QString &text : texts)
        fields << field(text);
    return fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString number(int value)
{
    return value < 0 ? QString() : QString::number(value);
}

QString moment(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds).toString(Qt::ISODate) : QString();
}

} // namespace

QByteArray fleetCsv(const FleetExport &what)
{
    QString text(QChar(0xFEFF));
    text += line(what.header);
    for (const FleetRow &row : what.rows) {
        text += line({row.shownSn, row.title, what.states.value(int(row.group)),
                      row.slotCount > 0 ? QString::number(row.slotCount) : QString(), number(row.free),
                      number(row.banks), number(row.ready), number(row.signal), row.version, row.address,
                      moment(row.sinceMs), moment(row.heartbeatMs)});
    }
    return text.toUtf8();
}

} // namespace opsdeck::cabinet
