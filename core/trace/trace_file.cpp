// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/trace_file.h"

#include "core/trace/pcapng_writer.h"

namespace opsdeck::trace {

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

TraceFile::TraceFile(const QString &path)
    : m_file(path)
{
}

base::Result<std::unique_ptr<TraceFile>> TraceFile::create(const QString &path)
{
    std::unique_ptr<TraceFile> trace(new TraceFile(path));
    QFile &file = trace->m_file;
    // An old file keeps its permissions when it is opened: narrow them before anything is in it.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, kOwnerOnly) ||
        !file.setPermissions(kOwnerOnly))
        return base::fail(base::CommonError::FileFailed, path + QStringLiteral(": ") + file.errorString());
    trace->m_thread.reset(QThread::create([raw = trace.get()] { raw->run(); }));
    trace->m_thread->setObjectName(QStringLiteral("trace file"));
    trace->m_thread->start();
    return trace;
}

TraceFile::~TraceFile()
{
    (void)finish();
}

void TraceFile::take(const TraceRecord &record)
{
    const QMutexLocker lock(&m_mutex);
    if (m_finishing || m_overrun)
        return;
    if (m_waitingBytes > kMaximumWaitingBytes) {
        m_overrun = true;
        return;
    }
    m_waitingBytes += record.bytes.size() + qint64(sizeof record);
    m_waiting.push_back(record);
    m_wake.wakeOne();
}

base::Result<void> TraceFile::finish()
{
    if (m_thread) {
        {
            const QMutexLocker lock(&m_mutex);
            m_finishing = true;
            m_wake.wakeOne();
        }
        m_thread->wait();
        m_thread.reset();
    }
    return failure();
}

base::Result<void> TraceFile::failure() const
{
    QString error = m_error;
    if (error.isEmpty() && m_overrun)
        error = QStringLiteral("the disk did not keep up; the trace ends early");
    if (!error.isEmpty())
        return base::fail(base::CommonError::FileFailed, m_file.fileName() + QStringLiteral(": ") + error);
    return {};
}

void TraceFile::run()
{
    PcapngWriter writer(m_file);
    for (;;) {
        std::deque<TraceRecord> records;
        bool finishing = false;
        {
            const QMutexLocker lock(&m_mutex);
            while (m_waiting.empty() && !m_finishing)
                m_wake.wait(&m_mutex);
            records.swap(m_waiting);
            m_waitingBytes = 0;
            finishing = m_finishing;
        }
        for (const TraceRecord &record : records)
            writer.write(record);
        // What was traced before a crash is worth most.
        if (!m_file.flush() && m_error.isEmpty())
            m_error = m_file.errorString();
        if (finishing)
            break;
    }
    if (const auto status = writer.status(); !status && m_error.isEmpty())
        m_error = status.error().detail();
    m_file.close();
    if (m_error.isEmpty() && m_file.error() != QFile::NoError)
        m_error = m_file.errorString();
}

} // namespace opsdeck::trace
