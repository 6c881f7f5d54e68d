// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_filter.h"

namespace opsdeck::events {

namespace {

QStringList listOf(const QString &choice)
{
    return choice.isEmpty() ? QStringList() : QStringList{choice};
}

} // namespace

store::JournalFilter EventFilter::journalFilter(const QDateTime &now) const
{
    constexpr qint64 kHour = 3600;
    store::JournalFilter filter;
    switch (span) {
    case Span::All:
        break;
    case Span::LastHour:
        filter.from = now.addSecs(-kHour);
        break;
    case Span::Today:
        filter.from = now.toLocalTime().date().startOfDay().toUTC();
        break;
    case Span::LastDay:
        filter.from = now.addSecs(-24 * kHour);
        break;
    case Span::LastWeek:
        filter.from = now.addDays(-7);
        break;
    case Span::Between:
        filter.from = from.toUTC();
        filter.to = to.isValid() ? to.toUTC().addSecs(60) : QDateTime();
        break;
    }
    filter.text = text.trimmed();
    filter.systems = listOf(system);
    filter.devices = listOf(device);
    filter.kinds = listOf(kind);
    if (least == store::Severity::Alarm)
        filter.severities = {store::Severity::Alarm};
    else if (least == store::Severity::Attention)
        filter.severities = {store::Severity::Attention, store::Severity::Alarm};
    if (isOpenOnly)
        filter.acknowledged = false;
    return filter;
}

} // namespace opsdeck::events
