// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/events_model.h"

namespace opsdeck::events {

/// One line of an event's details; plain text.
struct EventFact {
    QString name;
    QString value;
    bool isFromDetails = false; ///< of the event's JSON: the name is a key, not ours

    friend bool operator==(const EventFact &, const EventFact &) = default;
};

/// Everything that is known of an event, in the language of the moment, its details as "a.b" and "list[0]". At most 200
/// lines.
QList<EventFact> eventFacts(const store::JournalEntry &entry, const EventServices &services);

/// The titles of an exported file's columns, and an event as its row. The row may be asked for on a worker.
QStringList csvHeader();
QStringList csvRow(const store::JournalEntry &entry, const kit::EventTexts &texts,
                   const QHash<QString, QString> &deviceNames);

} // namespace opsdeck::events
