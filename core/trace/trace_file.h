// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/trace/trace_record.h"

#include <QFile>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <memory>

namespace opsdeck::trace {

/// Writes a pcapng file as the trace goes (`opsdeckctl --trace`), on a thread of its own so that no link waits
/// for the disk. Only the owner may read the file. When the disk falls too far behind, writing stops and
/// `finish()` says so: a trace with holes would not be one.
/// Take it off the recorder before it goes.
class TraceFile final : public TraceSink
{
public:
    /// What may wait for the disk.
    static constexpr qint64 kMaximumWaitingBytes = 64 << 20;

    /// Errors: FileFailed.
    static base::Result<std::unique_ptr<TraceFile>> create(const QString &path);
    /// Finishes.
    ~TraceFile() override;

    void take(const TraceRecord &record) override;
    /// Writes what waits and closes the file. Errors: FileFailed, for anything that went wrong while writing.
    base::Result<void> finish();

private:
    explicit TraceFile(const QString &path);
    void run();
    base::Result<void> failure() const;

    QFile m_file;
    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<TraceRecord> m_waiting;
    qint64 m_waitingBytes = 0;
    bool m_finishing = false;
    bool m_overrun = false;
    QString m_error; ///< written by the thread, read after it has ended
    std::unique_ptr<QThread> m_thread;
};

} // namespace opsdeck::trace
