// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_writer.h"

#include <QFuture>

#include <chrono>
#include <memory>
#include <thread>

namespace opsdeck::media {

/// How far a recording is. A snapshot.
struct RecordingProgress {
    qint64 bytes = 0;                     ///< of video and sound handed to the disk
    std::chrono::milliseconds elapsed{0}; ///< from the first frame in the file to the newest
    qint64 videoFrames = 0;
    qint64 droppedLate = 0; ///< video frames that the disk was too slow for
    QString path;           ///< of the file of the moment
};

/// Records a live stream into `.mp4`, `.mkv` or a bare stream: takes frames from any thread and writes them on its own.
/// Owns that thread. `push` never waits for a disk: what waits is bounded, and when a slow disk lets it fill up, the rest
/// of the group of pictures is dropped, and counted. Begins at a key frame, goes on over outages (the gap stays in the
/// time), goes on in a further file when codec or size change (ClipChain). Files are cut-safe (ClipOptions).
class ClipRecorder final
{
public:
    struct Limits {
        qint64 bytes = 32 << 20; ///< of the frames that wait for the disk
        int frames = 3000;
    };

    /// The folder must exist. Never replaces a file: when `path` names one (or the rest of a recording that failed),
    /// "name (2).mp4" is taken. An error that comes with the file's creation is in `finished()`.
    explicit ClipRecorder(const QString &path);
    ClipRecorder(const QString &path, const Limits &limits);
    /// Completes the file, and waits for that.
    ~ClipRecorder();
    ClipRecorder(const ClipRecorder &) = delete;
    ClipRecorder &operator=(const ClipRecorder &) = delete;

    /// Any thread. Nothing happens once stopped or failed.
    void push(const EncodedFrame &frame);
    /// Any thread: what was pushed is written, the file completed; returns at once. @return `finished()`.
    QFuture<base::Result<ClipSummary>> stop();
    /// Answered when the file is complete, or when writing it failed (the file that was begun stays as `NAME.part`).
    /// Errors: as ClipWriter's; NothingWritten when no key frame came.
    QFuture<base::Result<ClipSummary>> finished() const;
    RecordingProgress progress() const;

private:
    struct Shared;
    const std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace opsdeck::media
