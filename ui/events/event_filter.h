// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

namespace opsdeck::events {

/// What the operator chose in the filter: the journal's filter with its time as he means it. A value.
struct EventFilter {
    enum class Span { All, LastHour, Today, LastDay, LastWeek, Between };

    Span span = Span::All;
    QDateTime from; ///< Between: local; inclusive
    QDateTime to;   ///< Between: local; the minute it names is inclusive
    QString text;
    QString system; ///< empty = all; likewise the next ones
    QString device;
    QString kind;
    store::Severity least = store::Severity::Info;
    bool isOpenOnly = false;

    friend bool operator==(const EventFilter &, const EventFilter &) = default;

    bool isNarrow() const { return *this != EventFilter(); }
    /// @param now where "last" and "today" are counted from.
    store::JournalFilter journalFilter(const QDateTime &now) const;
};

} // namespace opsdeck::events
