// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_save.h"

#include "core/base/worker.h"
#include "core/media/clip_chain.h"

namespace opsdeck::media {

namespace {

base::Result<ClipSummary> writeAll(const QList<EncodedFrame> &frames, const QString &path)
{
    // A recording that goes on has that name already, though not yet a file of it: its part is not written over.
    ClipChain chain(ClipChain::isBeingWritten(path) ? ClipChain::furtherPath(path) : path);
    if (auto opened = chain.open(); !opened)
        return base::fail(opened.error());
    for (const EncodedFrame &frame : frames) {
        if (auto written = chain.write(frame); !written)
            return base::fail(written.error());
    }
    return chain.finish();
}

} // namespace

QFuture<base::Result<ClipSummary>> saveClip(QList<EncodedFrame> frames, const QString &path)
{
    return base::runOnWorker([frames = std::move(frames), path] { return writeAll(frames, path); });
}

} // namespace opsdeck::media
