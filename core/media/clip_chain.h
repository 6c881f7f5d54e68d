// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_writer.h"

#include <optional>

namespace opsdeck::media {

/// Writes frames into a clip, and when the stream's codec or picture size changes, into a further one beside it:
/// "gate.mp4", "gate (2).mp4", … Owns the ClipWriter of the moment. Synchronous, for a thread that may wait for a disk;
/// not thread-safe. Further files never replace what is there; the first one does, as ClipWriter says.
class ClipChain final
{
public:
    explicit ClipChain(QString path, const ClipOptions &options = {});
    ~ClipChain();
    ClipChain(const ClipChain &) = delete;
    ClipChain &operator=(const ClipChain &) = delete;

    /// The first file; so that a folder that cannot be written to is known at once. Errors: see ClipWriter::open.
    base::Result<void> open();
    /// Errors: as ClipWriter::write, but for a changed codec; after an error call nothing but `finish`.
    base::Result<void> write(const EncodedFrame &frame);
    /// Completes the file. @return the figures of all files together; `codec` and `size` are the first one's.
    /// Errors: NothingWritten (of all files), FileFailed, DiskFull.
    base::Result<ClipSummary> finish();

    /// The file that is being written.
    const QString &path() const { return m_path; }

    /// Whether somebody writes a clip of that name just now: it is not a file of that name yet. Looks at the disk.
    static bool isBeingWritten(const QString &path);
    /// "gate.mp4" → "gate (2).mp4"; the first number from 2 on that no file has.
    static QString furtherPath(const QString &path);

private:
    bool isOtherStream(const EncodedFrame &key);
    base::Result<void> endFile();

    const QString m_firstPath;
    const ClipOptions m_options;
    QString m_path;
    std::unique_ptr<ClipWriter> m_writer;
    std::optional<ClipSummary> m_done; ///< of the files that are complete
    // Of the stream that the file holds.
    bool m_hasKey = false;
    VideoCodec m_codec = VideoCodec::Unknown;
    QByteArray m_sets;
    QSize m_headerSize;
    QSize m_size;
};

} // namespace opsdeck::media
