// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_frame.h"

#include <QFuture>
#include <QImage>
#include <QList>

namespace opsdeck::dvr {

/// The newest picture of these frames, at the stream's full size. Decodes here: for a worker. @param frames the first a
/// key frame, as ReplayBuffer::sinceNewestKey() gives them. Errors: NothingWritten (no frames), those of VideoDecoder.
base::Result<QImage> newestPicture(const QList<media::EncodedFrame> &frames);

/// Writes it as a PNG, decoding and writing on a worker; returns at once. Never replaces a file: when `path` names one,
/// "name (2).png" is taken. A file that cannot be completed is not there at all. @return the path.
/// Errors: as newestPicture(); FileFailed (no such folder, not allowed), DiskFull.
QFuture<base::Result<QString>> saveSnapshot(const QList<media::EncodedFrame> &frames, const QString &path);

} // namespace opsdeck::dvr
