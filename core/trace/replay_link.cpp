// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/replay_link.h"

namespace opsdeck::trace {

using std::chrono::milliseconds;
using transport::LinkError;

ReplayLink::ReplayLink(const std::vector<TraceRecord> &records, quint32 connectionId, base::Clock &clock,
                       Pace pace, QObject *parent)
    : ByteLink(parent)
    , m_clock(clock)
    , m_pace(pace)
    , m_timer(clock.makeTimer([this] { step(); }))
{
    bool isFirst = true;
    for (const TraceRecord &record : records) {
        if (record.connection->id != connectionId)
            continue;
        if (isFirst)
            m_startNanoseconds = record.nanoseconds;
        isFirst = false;
        if (record.kind == TraceRecord::Kind::Received || record.kind == TraceRecord::Kind::Closed)
            m_records.push_back(record);
    }
}

void ReplayLink::open(const transport::Endpoint &endpoint)
{
    Q_UNUSED(endpoint)
    close();
    m_state = State::Opening;
    m_next = 0;
    m_timer->start(milliseconds::zero());
}

void ReplayLink::send(const QByteArray &bytes)
{
    Q_UNUSED(bytes)
}

void ReplayLink::close()
{
    m_timer->stop();
    const State before = std::exchange(m_state, State::Closed);
    const base::Error reason(LinkError::ClosedByUs, QStringLiteral("closed by us"));
    if (before == State::Open)
        Q_EMIT closed(reason);
    else if (before == State::Opening)
        Q_EMIT failed(reason);
}

void ReplayLink::step()
{
    // Each emission is the last thing done here: a slot may close, re-open or delete this link.
    if (m_state == State::Opening) {
        m_state = State::Open;
        m_openedAt = m_clock.monotonic();
        armNext();
        Q_EMIT opened();
        return;
    }
    if (m_next < m_records.size() && m_records[m_next].kind == TraceRecord::Kind::Received) {
        const QByteArray bytes = m_records[m_next].bytes;
        ++m_next;
        armNext();
        Q_EMIT bytesReceived(bytes);
        return;
    }
    const QString reason =
        m_next < m_records.size() ? m_records[m_next].reason : QStringLiteral("the trace ends here");
    m_state = State::Closed;
    Q_EMIT closed(base::Error(LinkError::ClosedByPeer, reason));
}

void ReplayLink::armNext()
{
    milliseconds wait{0};
    if (m_pace == Pace::AsRecorded && m_next < m_records.size()) {
        const std::chrono::nanoseconds due(m_records[m_next].nanoseconds - m_startNanoseconds);
        wait = std::chrono::ceil<milliseconds>(m_openedAt + due - m_clock.monotonic());
    }
    m_timer->start(wait);
}

} // namespace opsdeck::trace
