// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QString>

#include <memory>

namespace opsdeck::trace {

/// One connection of a traced link, from `opened` to `closed`. Immutable; shared by its records.
struct TraceConnection {
    quint32 id = 0;     ///< counts all connections of a recorder, from 1
    quint32 linkId = 0; ///< counts all links of a recorder, from 1
    QString system;     ///< "dvr"
    QString name;       ///< who talks, e.g. "north: main"
    QHostAddress local;
    quint16 localPort = 0;
    QHostAddress peer;
    quint16 peerPort = 0;
};

/// Something that crossed a link. Its bytes are redacted already: the secrets were cut before they got here.
struct TraceRecord {
    enum class Kind { Opened, Sent, Received, Closed };

    quint64 serial = 0;     ///< counts all records of a recorder, from 1
    qint64 nanoseconds = 0; ///< since 1970, UTC
    Kind kind = Kind::Sent;
    std::shared_ptr<const TraceConnection> connection;
    QByteArray bytes; ///< Sent and Received
    QString reason;   ///< Closed
};

/// A traced link as a list shows it.
struct TraceLink {
    quint32 id = 0;
    QString system;
    QString name;
    QHostAddress local; ///< of the newest connection
    quint16 localPort = 0;
    QHostAddress peer;
    quint16 peerPort = 0;
    bool isOpen = false;
    quint64 connections = 0;
    quint64 sentBytes = 0;
    quint64 receivedBytes = 0;
    quint64 records = 0; ///< that the ring still holds
    quint64 droppedRecords = 0;
    quint64 droppedBytes = 0;
};

/// Gets every record as it comes, called under the recorder's lock from the links' threads: must be quick and
/// must not call the recorder.
class TraceSink
{
public:
    TraceSink() = default;
    TraceSink(const TraceSink &) = delete;
    TraceSink &operator=(const TraceSink &) = delete;
    virtual ~TraceSink() = default;

    virtual void take(const TraceRecord &record) = 0;
};

} // namespace opsdeck::trace
