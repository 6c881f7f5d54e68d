// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/clip_timeline.h"
#include "core/media/encoded_frame.h"

#include <QSize>
#include <QStringList>

#include <memory>

namespace opsdeck::media {

/// What was written.
struct ClipSummary {
    QString path;
    VideoCodec codec = VideoCodec::Unknown;
    QSize size; ///< pixels; empty for raw files
    qint64 videoFrames = 0;
    qint64 keyFrames = 0;
    qint64 audioFrames = 0;
    qint64 audioSkipped = 0; ///< sound blocks that this kind of file, or this kind of sound, has no place for
    qint64 droppedBeforeKey = 0; ///< video frames before the first usable key frame
    qint64 droppedLate = 0;      ///< video frames of a recording that the disk was too slow for
    qint64 bytes = 0;            ///< of the file
    /// Where a recording went on when the stream's codec or size changed; the figures are of all files together.
    QStringList furtherPaths;
    std::chrono::microseconds duration{0};
};

struct ClipOptions {
    ClipTiming timing = ClipTiming::Arrival;
    /// `.mp4` in fragments of a few seconds, each complete in itself: what was written before a full disk or a power cut
    /// plays, at the price of a slightly larger file that some old players cannot seek in. `.mkv` and bare streams are
    /// like that anyway.
    bool isCutSafe = false;
};

/// Writes frames into a clip without re-encoding them. The file's ending says what it is: `.h264` `.264` `.h265` `.265`
/// the bare video stream byte for byte; `.mp4` and `.mkv` remuxed with times from ClipTimeline. A clip starts at its
/// first key frame. Sound goes into `.mkv` as G.711; the others have no standard place for it and count it.
///
/// Writes to `NAME.part` and renames at `finish()`, replacing a file of that name. When writing fails the partial file
/// is kept and named in the error; when the writer is destroyed unfinished without an error, it is removed.
/// Synchronous: call it from a thread that may wait for a disk. Not thread-safe.
class ClipWriter
{
public:
    /// Errors: UnknownFileType, FileFailed (cannot create the file there).
    static base::Result<std::unique_ptr<ClipWriter>> open(const QString &path,
                                                          const ClipOptions &options = {});

    ClipWriter() = default;
    ClipWriter(const ClipWriter &) = delete;
    ClipWriter &operator=(const ClipWriter &) = delete;
    virtual ~ClipWriter() = default;

    /// Errors: CodecNotInFile (also: the stream's codec changed), FileFailed, DiskFull; after any, every further call
    /// fails the same way.
    virtual base::Result<void> write(const EncodedFrame &frame) = 0;
    /// Completes the file; call once, last. Errors: NothingWritten (no file is left), FileFailed, DiskFull.
    virtual base::Result<ClipSummary> finish() = 0;
};

} // namespace opsdeck::media
