// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trace/trace_record.h"

#include <QIODevice>

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace opsdeck::trace {

/// Writes trace records as a pcapng section (draft-ietf-opsawg-pcapng): one interface a link, nanosecond times,
/// and round the bytes an Ethernet, IPv4 or IPv6 and TCP that never were, with handshakes, acknowledgements and
/// right checksums, so that Wireshark follows and reassembles. A connection whose first records are missing
/// begins at the first that is there. Addresses and ports are the link's own; a pair used by an earlier
/// connection gets the next free local port, so that the two stay apart. One thread.
class PcapngWriter
{
public:
    /// @param device is open for writing and outlives this object.
    explicit PcapngWriter(QIODevice &device);

    /// Records come in the order of their serials.
    void write(const TraceRecord &record);
    /// The first error of all writing so far (FileFailed).
    base::Result<void> status() const;

    /// Payload bytes of the largest packet.
    static constexpr qsizetype kSegmentBytes = 64000;

private:
    enum Direction { FromLocal = 0, FromPeer = 1 };
    struct Connection {
        quint32 interfaceId = 0;
        bool isIpv6 = false;
        QByteArray address[2]; ///< by Direction: the sender's, 4 or 16 bytes
        quint16 port[2] = {0, 0};
        quint32 next[2] = {0, 0};  ///< sequence number of the sender's next byte
        quint32 acked[2] = {0, 0}; ///< up to where the other side has acknowledged
        quint16 packetId = 0;
    };
    struct Segment {
        Direction direction = FromLocal;
        quint8 flags = 0;
        QByteArrayView payload;
        QByteArrayView options; ///< a multiple of 4 bytes
        QString comment;
    };

    void writeBlock(quint32 type, const QByteArray &body);
    void writeSectionHeader();
    quint32 interfaceOf(const TraceConnection &connection);
    Connection &connectionOf(const TraceRecord &record);
    void writeHandshake(Connection &connection, const TraceRecord &record);
    void writeData(Connection &connection, Direction direction, const TraceRecord &record);
    void writeEnd(Connection &connection, const TraceRecord &record);
    void writeSegment(Connection &connection, const Segment &segment, qint64 nanoseconds);

    QIODevice &m_device;
    std::map<quint32, quint32> m_interfaces;     ///< by link
    std::map<quint32, Connection> m_connections; ///< open ones, by connection
    std::set<std::tuple<QByteArray, quint16, QByteArray, quint16>> m_used;
    QString m_error;
};

/// Writes records (TraceRecorder::records()) to a new file that only its owner may read; the file appears whole
/// or not at all. Needs memory for the whole file. Errors: FileFailed.
base::Result<void> exportPcapng(const std::vector<TraceRecord> &records, const QString &path);

} // namespace opsdeck::trace
