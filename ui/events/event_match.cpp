// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_match.h"

#include "core/store/journal_words.h"

#include <algorithm>

namespace opsdeck::events {

namespace {

/// By the journal's own rules of what a word is.
bool matchesText(const QString &text, const store::Event &event)
{
    namespace words = store::journal_words;
    const QStringList wanted = words::ofQuery(text);
    if (wanted.isEmpty())
        return true;
    const QStringList held = words::ofDevice(event.device) + words::ofEvent(event);
    return std::all_of(wanted.begin(), wanted.end(), [&held](const QString &begin) {
        return std::any_of(held.begin(), held.end(),
                           [&begin](const QString &word) { return word.startsWith(begin); });
    });
}

template <typename T>
bool isOneOf(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

} // namespace

bool matches(const store::JournalFilter &filter, const store::JournalEntry &entry)
{
    const store::Event &event = entry.event;
    if (filter.from.isValid() && event.time < filter.from)
        return false;
    if (filter.to.isValid() && event.time >= filter.to)
        return false;
    if (filter.acknowledged && *filter.acknowledged != entry.acknowledgedAt.isValid())
        return false;
    return isOneOf<QString>(filter.systems, event.system) && isOneOf<QString>(filter.devices, event.device) &&
           isOneOf<QString>(filter.kinds, event.kind) && isOneOf(filter.severities, event.severity) &&
           matchesText(filter.text, event);
}

} // namespace opsdeck::events
