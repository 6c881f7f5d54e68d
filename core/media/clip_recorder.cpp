// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_recorder.h"

#include "core/base/reply.h"
#include "core/media/clip_chain.h"

#include <QFileInfo>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace opsdeck::media {

using base::fail;

/// What the pushers and the writing thread share; the mutex is never held while something is written.
struct ClipRecorder::Shared {
    Shared(const QString &filePath, const Limits &queueLimits)
        : path(filePath)
        , limits(queueLimits)
    {
        progress.path = filePath;
    }

    void push(const EncodedFrame &frame);
    void write();

    const QString path;
    const Limits limits;
    base::Reply<ClipSummary> reply;
    const QFuture<base::Result<ClipSummary>> finished = reply.future();

    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<EncodedFrame> queue;
    qint64 queuedBytes = 0; ///< also of what the thread has taken and not yet written
    int queuedFrames = 0;
    bool isStopping = false;
    bool isDropping = false; ///< up to the next key frame that there is room for
    RecordingProgress progress;
    std::chrono::nanoseconds firstAt{0};

private:
    base::Result<void> writeAll(ClipChain &chain, std::deque<EncodedFrame> &frames);
    void note(const EncodedFrame &frame, const QString &file);
    base::Result<ClipSummary> record();
};

void ClipRecorder::Shared::push(const EncodedFrame &frame)
{
    if (frame.kind == EncodedFrame::Kind::Info)
        return;
    {
        const std::lock_guard lock(mutex);
        if (isStopping)
            return;
        const bool isKey = frame.kind == EncodedFrame::Kind::Key;
        const qint64 bytes = queuedBytes + frame.payload.size();
        const int frames = queuedFrames + 1;
        if (isDropping)
            isDropping = !isKey || bytes > limits.bytes / 2 || frames > limits.frames / 2;
        else
            isDropping = bytes > limits.bytes || frames > limits.frames;
        if (isDropping) {
            progress.droppedLate += frame.isVideo() ? 1 : 0;
            return;
        }
        queuedBytes = bytes;
        queuedFrames = frames;
        queue.push_back(frame);
    }
    wake.notify_one();
}

void ClipRecorder::Shared::write()
{
    auto result = record();
    std::deque<EncodedFrame> gone;
    {
        const std::lock_guard lock(mutex);
        isStopping = true;
        gone.swap(queue);
        if (result)
            result->droppedLate = progress.droppedLate;
    }
    reply.answer(std::move(result));
}

base::Result<ClipSummary> ClipRecorder::Shared::record()
{
    const bool isTaken = QFileInfo::exists(path) || ClipChain::isBeingWritten(path);
    ClipChain chain(isTaken ? ClipChain::furtherPath(path) : path, {ClipTiming::Arrival, true});
    if (auto opened = chain.open(); !opened)
        return fail(opened.error());
    for (;;) {
        std::deque<EncodedFrame> frames;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [this] { return isStopping || !queue.empty(); });
            if (queue.empty())
                break;
            frames.swap(queue);
        }
        if (auto written = writeAll(chain, frames); !written)
            return fail(written.error());
    }
    return chain.finish();
}

base::Result<void> ClipRecorder::Shared::writeAll(ClipChain &chain, std::deque<EncodedFrame> &frames)
{
    for (; !frames.empty(); frames.pop_front()) {
        if (auto written = chain.write(frames.front()); !written)
            return written;
        note(frames.front(), chain.path());
    }
    return {};
}

void ClipRecorder::Shared::note(const EncodedFrame &frame, const QString &file)
{
    const std::lock_guard lock(mutex);
    queuedBytes -= frame.payload.size();
    --queuedFrames;
    if (progress.path != file)
        progress.path = file;
    if (frame.isVideo()) {
        // What comes before the first key frame is not in the file.
        if (progress.videoFrames == 0 && frame.kind != EncodedFrame::Kind::Key)
            return;
        if (progress.videoFrames++ == 0)
            firstAt = frame.receivedAt;
        progress.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(frame.receivedAt - firstAt);
    }
    progress.bytes += frame.payload.size();
}

ClipRecorder::ClipRecorder(const QString &path)
    : ClipRecorder(path, Limits())
{
}

ClipRecorder::ClipRecorder(const QString &path, const Limits &limits)
    : m_shared(std::make_shared<Shared>(path, limits))
    , m_thread([shared = m_shared] { shared->write(); })
{
}

ClipRecorder::~ClipRecorder()
{
    stop();
    m_thread.join();
}

void ClipRecorder::push(const EncodedFrame &frame)
{
    m_shared->push(frame);
}

QFuture<base::Result<ClipSummary>> ClipRecorder::stop()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isStopping = true;
    }
    m_shared->wake.notify_one();
    return m_shared->finished;
}

QFuture<base::Result<ClipSummary>> ClipRecorder::finished() const
{
    return m_shared->finished;
}

RecordingProgress ClipRecorder::progress() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->progress;
}

} // namespace opsdeck::media
