// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/trace/trace_record.h"
#include "core/transport/byte_link.h"

#include <vector>

namespace opsdeck::trace {

/// A link whose peer is a recorded connection: `open()` succeeds, then come the received bytes of the trace, at
/// the trace's pace or as fast as the event loop goes, then the end the trace had. What is sent is ignored.
/// Each `open()` plays from the beginning. Lives on one thread.
class ReplayLink final : public transport::ByteLink
{
    Q_OBJECT
public:
    enum class Pace { AsRecorded, AsFastAsPossible };

    /// @param records of a trace; those of other connections than `connectionId` are left out.
    /// @param clock must outlive this object.
    ReplayLink(const std::vector<TraceRecord> &records, quint32 connectionId, base::Clock &clock, Pace pace,
               QObject *parent = nullptr);

    State state() const override { return m_state; }
    /// @param endpoint is not looked at.
    void open(const transport::Endpoint &endpoint) override;
    void send(const QByteArray &bytes) override;
    void close() override;
    void closeAfterWriting() override { close(); }

private:
    void step();
    void armNext();

    base::Clock &m_clock;
    const Pace m_pace;
    std::vector<TraceRecord> m_records; ///< Received and Closed
    qint64 m_startNanoseconds = 0;      ///< time of the connection's first record
    std::unique_ptr<base::Timer> m_timer;
    size_t m_next = 0;
    base::Clock::Nanoseconds m_openedAt{0};
    State m_state = State::Closed;
};

} // namespace opsdeck::trace
