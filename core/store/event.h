// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace opsdeck::store {

/// How much an event matters to the operator.
enum class Severity {
    Info = 0,      ///< it belongs to the day
    Attention = 1, ///< somebody should look at it
    Alarm = 2,     ///< somebody must look at it now
};

/// Something that happened at a device or in the program; a value. What it says on the screen is made from `textKey` and
/// `arguments` in the operator's language; nothing in it is a secret.
struct Event {
    QDateTime time; ///< UTC, to the millisecond
    QString system; ///< "dvr", "cabinet", …; "opsdeck" for the program itself
    QString device; ///< the id in the site file, or a cabinet's SN; may be empty
    QString kind;   ///< 1–64 of a-z 0-9 - . ; the same in core, screen and command line: "offline"
    Severity severity = Severity::Info;
    QString textKey;       ///< names the sentence: "cabinet.return-refused"; at most 96 characters
    QStringList arguments; ///< %1, %2 … of the sentence: plain text, at most 16 of 256 characters
    QJsonObject details;   ///< what a person who looks closer wants: codes, addresses; at most 16 KiB
    QString operatorName;  ///< who did it, when a person did; else empty

    friend bool operator==(const Event &, const Event &) = default;
};

/// An event that is on disk.
struct JournalEntry {
    qint64 id = 0; ///< > 0; never used twice
    Event event;
    QDateTime acknowledgedAt; ///< UTC; null = nobody has
    QString acknowledgedBy;

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

} // namespace opsdeck::store

Q_DECLARE_METATYPE(opsdeck::store::JournalEntry)
