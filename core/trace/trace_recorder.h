// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/redactor.h"
#include "core/trace/trace_record.h"
#include "core/transport/link_tap.h"

#include <QMutex>

#include <deque>
#include <map>
#include <vector>

namespace opsdeck::trace {

/// What a TraceRecorder may keep.
struct TraceLimits {
    qint64 bytes = 64 << 20; ///< counts the bytes and some for each record itself
    qint64 records = 200'000;
};

/// Keeps the last of what went over every link: a ring bounded in bytes and in records; the oldest go first
/// and are counted. Secrets are cut as the bytes come in. May be used from any thread; must outlive its taps.
/// Never touches a socket or a file.
class TraceRecorder final : public transport::LinkTapFactory
{
public:
    /// @param clock and @param redactor must outlive this object.
    TraceRecorder(const base::Clock &clock, base::Redactor &redactor, TraceLimits limits = {});
    ~TraceRecorder() override;

    std::unique_ptr<transport::LinkTap> makeTap(const QString &system, const QString &name) override;
    void addSecret(const QByteArray &secret) override;

    /// From now on `sink` gets every record too. @param sink must be taken off before it goes.
    void addSink(TraceSink *sink);
    void removeSink(TraceSink *sink);

    /// What the ring holds, oldest first: at most `maximum` records with a serial above `after`.
    std::vector<TraceRecord> records(quint64 after = 0, qsizetype maximum = 1 << 30) const;
    /// Links that live or have records, in the order they were made.
    std::vector<TraceLink> links() const;

    struct Counters {
        quint64 records = 0; ///< in the ring
        qint64 bytes = 0;    ///< in the ring, as TraceLimits counts them
        quint64 droppedRecords = 0;
        quint64 droppedBytes = 0; ///< of wire data
    };
    Counters counters() const;
    /// Empties the ring (not the counters of the links).
    void clear();

    /// What one record costs beside its bytes.
    static constexpr qint64 kRecordOverheadBytes = qint64(sizeof(TraceRecord)) + 32;

private:
    class Tap;
    struct LinkEntry {
        TraceLink link;
        bool isAlive = true;
    };

    std::shared_ptr<const TraceConnection> open(quint32 linkId, const QHostAddress &local, quint16 localPort,
                                                const QHostAddress &peer, quint16 peerPort);
    void add(TraceRecord::Kind kind, const std::shared_ptr<const TraceConnection> &connection,
             QByteArray bytes, const QString &reason = {});
    void forget(quint32 linkId);
    void addLocked(TraceRecord record);
    void dropOldest();
    qint64 wallNanoseconds();
    static qint64 cost(const TraceRecord &record);

    const base::Clock &m_clock;
    base::Redactor &m_redactor;
    const TraceLimits m_limits;

    mutable QMutex m_mutex;
    std::deque<TraceRecord> m_ring;
    std::map<quint32, LinkEntry> m_links;
    std::vector<TraceSink *> m_sinks;
    Counters m_counters;
    quint64 m_lastSerial = 0;
    quint32 m_lastLink = 0;
    quint32 m_lastConnection = 0;
    qint64 m_wallAnchor = 0; ///< wall time minus monotonic time
};

} // namespace opsdeck::trace
