// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/clip_writer.h"

#include <QFuture>
#include <QList>

namespace opsdeck::media {

/// Writes frames that are in memory into a clip (and further ones when the stream changes, see ClipChain), on a worker
/// thread; returns at once. Replaces a file of that name; where one is being written under it the clip gets a further
/// name, which is in the answer. Errors: as ClipWriter's.
QFuture<base::Result<ClipSummary>> saveClip(QList<EncodedFrame> frames, const QString &path);

} // namespace opsdeck::media
