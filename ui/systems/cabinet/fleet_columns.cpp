// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_columns.h"

#include "ui/kit/time_text.h"
#include "ui/systems/cabinet/fleet_model.h"

#include <QDateTime>

namespace opsdeck::cabinet::fleet_columns {

namespace {

QString none()
{
    return QStringLiteral("–");
}

template <typename T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : (b < a ? 1 : 0);
}

QDateTime moment(qint64 milliseconds)
{
    return milliseconds > 0 ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
}

} // namespace

int compare(const FleetRow &a, const FleetRow &b, int column, Qt::SortOrder sortOrder)
{
    int result = 0;
    switch (column) {
    case State:
        result = order(a.group, b.group);
        break;
    case Title:
        result = QString::compare(a.titleKey, b.titleKey);
        break;
    case Slots:
        result = order(a.slotCount, b.slotCount);
        break;
    case Free:
        result = order(a.free, b.free);
        break;
    case Banks:
        result = order(a.banks, b.banks);
        break;
    case Ready:
        result = order(a.ready, b.ready);
        break;
    case Signal:
        result = order(a.signal, b.signal);
        break;
    case Heartbeat:
        // Those on line are all the same here: rows that change places every second could not be read.
        result = order(a.isOnline(), b.isOnline());
        if (result == 0 && !a.isOnline())
            result = order(a.sinceMs, b.sinceMs);
        break;
    case Version:
        result = QString::compare(a.version, b.version);
        break;
    case Address:
        result = QString::compare(a.address, b.address);
        break;
    default:
        break;
    }
    if (result == 0 && column != Cabinet)
        return QString::compare(a.sn, b.sn);
    if (column == Cabinet)
        result = QString::compare(a.sn, b.sn);
    return sortOrder == Qt::AscendingOrder ? result : -result;
}

QString caption(int column)
{
    switch (column) {
    case State:
        return FleetModel::tr("State");
    case Cabinet:
        return FleetModel::tr("Cabinet");
    case Title:
        return FleetModel::tr("Name and place");
    case Slots:
        return FleetModel::tr("Model");
    case Free:
        return FleetModel::tr("Free");
    case Banks:
        return FleetModel::tr("Banks");
    case Ready:
        return FleetModel::tr("≥ 80 %");
    case Signal:
        return FleetModel::tr("Signal");
    case Heartbeat:
        return FleetModel::tr("Heartbeat");
    case Version:
        return FleetModel::tr("Version");
    case Address:
        return FleetModel::tr("Address");
    default:
        return QString();
    }
}

QString captionToolTip(int column)
{
    return column == Ready ? FleetModel::tr("Power banks charged to 80 % or more") : caption(column);
}

QString groupName(RowGroup group)
{
    switch (group) {
    case RowGroup::Attention:
        return FleetModel::tr("Needs attention");
    case RowGroup::Online:
        return FleetModel::tr("On line");
    case RowGroup::Offline:
        return FleetModel::tr("Offline");
    case RowGroup::NeverSeen:
        break;
    }
    return FleetModel::tr("Never seen");
}

QString text(const FleetRow &row, int column, qint64 nowMs)
{
    const auto number = [](int value) { return value < 0 ? none() : QString::number(value); };
    switch (column) {
    case State:
        return groupName(row.group);
    case Cabinet:
        return row.shownSn;
    case Title:
        return row.title.isEmpty() ? none() : row.title;
    case Slots:
        if (row.slotCount == 1)
            return FleetModel::tr("1 slot");
        return row.slotCount > 0 ? FleetModel::tr("%1 slots").arg(row.slotCount) : none();
    case Free:
        return row.free < 0 ? none() : QStringLiteral("%1 / %2").arg(row.free).arg(row.slotCount);
    case Banks:
        return number(row.banks);
    case Ready:
        return number(row.ready);
    case Signal:
        return row.signal < 0 ? none() : QStringLiteral("%1 / 31").arg(row.signal);
    case Heartbeat:
        if (row.isOnline()) {
            return row.heartbeatMs > 0 && nowMs > 0
                       ? FleetModel::tr("%1 ago").arg(
                             kit::durationText(std::chrono::seconds((nowMs - row.heartbeatMs) / 1000)))
                       : none();
        }
        if (row.sinceMs > 0 && row.group == RowGroup::Offline) {
            const QDateTime since = moment(row.sinceMs).toLocalTime();
            const bool isToday = since.date() == moment(nowMs).toLocalTime().date();
            return FleetModel::tr("since %1")
                .arg(since.toString(isToday ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd")));
        }
        return none();
    case Version:
        return row.version.isEmpty() ? none() : row.version;
    case Address:
        return row.address.isEmpty() ? none() : row.address;
    default:
        return QString();
    }
}

QString toolTip(const FleetRow &row, int column, qint64 nowMs)
{
    const QDateTime now = moment(nowMs);
    switch (column) {
    case State:
        return row.sinceMs > 0 ? FleetModel::tr("%1 since %2")
                                     .arg(groupName(row.group), kit::momentText(moment(row.sinceMs), now))
                               : groupName(row.group);
    case Heartbeat:
        return row.heartbeatMs > 0
                   ? FleetModel::tr("Last heartbeat %1").arg(kit::momentText(moment(row.heartbeatMs), now))
                   : FleetModel::tr("No heartbeat yet");
    case Free:
        return FleetModel::tr("Free slots of all slots");
    default:
        return text(row, column, nowMs);
    }
}

} // namespace opsdeck::cabinet::fleet_columns
