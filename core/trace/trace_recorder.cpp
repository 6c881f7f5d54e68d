// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_recorder.h"

#include <algorithm>

namespace opsdeck::trace {

namespace {

/// Wall time has milliseconds, the monotonic clock nanoseconds; past this difference the wall clock was set
/// (or the machine slept) and is believed.
constexpr qint64 kWallStepNanoseconds = 100'000'000;

} // namespace

/// One link's ears. Redacts before it takes the recorder's lock. Lives on the link's thread.
class TraceRecorder::Tap final : public transport::LinkTap
{
public:
    Tap(TraceRecorder &recorder, quint32 linkId)
        : m_recorder(recorder)
        , m_linkId(linkId)
    {
    }
    ~Tap() override
    {
        closed(QStringLiteral("the link is gone"));
        m_recorder.forget(m_linkId);
    }

    void opened(const QHostAddress &local, quint16 localPort, const QHostAddress &peer,
                quint16 peerPort) override
    {
        closed(QStringLiteral("opened again"));
        m_sent = std::make_unique<base::Redactor::Stream>(m_recorder.m_redactor);
        m_received = std::make_unique<base::Redactor::Stream>(m_recorder.m_redactor);
        m_connection = m_recorder.open(m_linkId, local, localPort, peer, peerPort);
    }
    void sent(const QByteArray &bytes) override
    {
        if (m_connection)
            m_recorder.add(TraceRecord::Kind::Sent, m_connection, m_sent->feed(bytes));
    }
    void received(const QByteArray &bytes) override
    {
        if (m_connection)
            m_recorder.add(TraceRecord::Kind::Received, m_connection, m_received->feed(bytes));
    }
    void closed(const QString &reason) override
    {
        if (!m_connection)
            return;
        m_recorder.add(TraceRecord::Kind::Sent, m_connection, m_sent->finish());
        m_recorder.add(TraceRecord::Kind::Received, m_connection, m_received->finish());
        m_recorder.add(TraceRecord::Kind::Closed, m_connection, {}, m_recorder.m_redactor.redact(reason));
        m_connection.reset();
    }

private:
    TraceRecorder &m_recorder;
    const quint32 m_linkId;
    std::shared_ptr<const TraceConnection> m_connection;
    std::unique_ptr<base::Redactor::Stream> m_sent;
    std::unique_ptr<base::Redactor::Stream> m_received;
};

TraceRecorder::TraceRecorder(const base::Clock &clock, base::Redactor &redactor, TraceLimits limits)
    : m_clock(clock)
    , m_redactor(redactor)
    , m_limits(limits)
{
}

TraceRecorder::~TraceRecorder() = default;

void TraceRecorder::addSecret(const QByteArray &secret)
{
    m_redactor.addSecret(secret);
}

std::unique_ptr<transport::LinkTap> TraceRecorder::makeTap(const QString &system, const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    const quint32 id = ++m_lastLink;
    LinkEntry &entry = m_links[id];
    entry.link.id = id;
    entry.link.system = system;
    entry.link.name = name;
    return std::make_unique<Tap>(*this, id);
}

void TraceRecorder::addSink(TraceSink *sink)
{
    const QMutexLocker lock(&m_mutex);
    m_sinks.push_back(sink);
}

void TraceRecorder::removeSink(TraceSink *sink)
{
    const QMutexLocker lock(&m_mutex);
    m_sinks.erase(std::remove(m_sinks.begin(), m_sinks.end(), sink), m_sinks.end());
}

std::vector<TraceRecord> TraceRecorder::records(quint64 after, qsizetype maximum) const
{
    const QMutexLocker lock(&m_mutex);
    const auto first = std::partition_point(
        m_ring.begin(), m_ring.end(), [after](const TraceRecord &record) { return record.serial <= after; });
    const auto count = std::clamp<qsizetype>(maximum, 0, m_ring.end() - first);
    return {first, first + count};
}

std::vector<TraceLink> TraceRecorder::links() const
{
    const QMutexLocker lock(&m_mutex);
    std::vector<TraceLink> links;
    links.reserve(m_links.size());
    for (const auto &[id, entry] : m_links)
        links.push_back(entry.link);
    return links;
}

TraceRecorder::Counters TraceRecorder::counters() const
{
    const QMutexLocker lock(&m_mutex);
    Counters counters = m_counters;
    counters.records = m_ring.size();
    return counters;
}

void TraceRecorder::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_ring.clear();
    m_counters.bytes = 0;
    for (auto it = m_links.begin(); it != m_links.end();) {
        it->second.link.records = 0;
        it = it->second.isAlive ? std::next(it) : m_links.erase(it);
    }
}

std::shared_ptr<const TraceConnection> TraceRecorder::open(quint32 linkId, const QHostAddress &local,
                                                           quint16 localPort, const QHostAddress &peer,
                                                           quint16 peerPort)
{
    const QMutexLocker lock(&m_mutex);
    TraceLink &link = m_links.at(linkId).link;
    link.local = local;
    link.localPort = localPort;
    link.peer = peer;
    link.peerPort = peerPort;
    link.isOpen = true;
    ++link.connections;
    auto connection = std::make_shared<const TraceConnection>(TraceConnection{
        ++m_lastConnection, linkId, link.system, link.name, local, localPort, peer, peerPort});
    addLocked({0, 0, TraceRecord::Kind::Opened, connection, {}, {}});
    return connection;
}

void TraceRecorder::add(TraceRecord::Kind kind, const std::shared_ptr<const TraceConnection> &connection,
                        QByteArray bytes, const QString &reason)
{
    const bool isData = kind == TraceRecord::Kind::Sent || kind == TraceRecord::Kind::Received;
    if (isData && bytes.isEmpty())
        return;
    // A small piece of a large buffer would keep the large buffer.
    if (bytes.capacity() > 2 * bytes.size() + 256)
        bytes.squeeze();
    const QMutexLocker lock(&m_mutex);
    addLocked({0, 0, kind, connection, std::move(bytes), reason});
}

void TraceRecorder::addLocked(TraceRecord record)
{
    record.serial = ++m_lastSerial;
    record.nanoseconds = wallNanoseconds();
    TraceLink &link = m_links.at(record.connection->linkId).link;
    if (record.kind == TraceRecord::Kind::Sent)
        link.sentBytes += quint64(record.bytes.size());
    else if (record.kind == TraceRecord::Kind::Received)
        link.receivedBytes += quint64(record.bytes.size());
    else
        link.isOpen = record.kind == TraceRecord::Kind::Opened;
    for (TraceSink *sink : m_sinks)
        sink->take(record);

    ++link.records;
    m_counters.bytes += cost(record);
    m_ring.push_back(std::move(record));
    // The newest goes too when it alone is more than the ring may hold.
    while (!m_ring.empty() && (m_counters.bytes > m_limits.bytes || qint64(m_ring.size()) > m_limits.records))
        dropOldest();
}

void TraceRecorder::dropOldest()
{
    const TraceRecord &oldest = m_ring.front();
    const auto bytes = quint64(oldest.bytes.size());
    m_counters.bytes -= cost(oldest);
    ++m_counters.droppedRecords;
    m_counters.droppedBytes += bytes;
    const auto entry = m_links.find(oldest.connection->linkId);
    TraceLink &link = entry->second.link;
    ++link.droppedRecords;
    link.droppedBytes += bytes;
    if (--link.records == 0 && !entry->second.isAlive)
        m_links.erase(entry);
    m_ring.pop_front();
}

void TraceRecorder::forget(quint32 linkId)
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_links.find(linkId);
    entry->second.isAlive = false;
    if (entry->second.link.records == 0)
        m_links.erase(entry);
}

qint64 TraceRecorder::wallNanoseconds()
{
    const qint64 monotonic = m_clock.monotonic().count();
    const qint64 wall = m_clock.now().toMSecsSinceEpoch() * 1'000'000;
    if (std::abs(wall - (m_wallAnchor + monotonic)) > kWallStepNanoseconds)
        m_wallAnchor = wall - monotonic;
    return m_wallAnchor + monotonic;
}

qint64 TraceRecorder::cost(const TraceRecord &record)
{
    return kRecordOverheadBytes + std::max(record.bytes.size(), record.bytes.capacity());
}

} // namespace opsdeck::trace
