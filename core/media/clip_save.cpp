// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_save.h"

#include "core/base/reply.h"
#include "core/media/clip_chain.h"

#include <QThreadPool>

#include <memory>

namespace opsdeck::media {

namespace {

base::Result<ClipSummary> writeAll(const QList<EncodedFrame> &frames, const QString &path)
{
    ClipChain chain(path);
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
    // The pool takes copyable callables only: the reply travels in a shared box.
    const auto reply = std::make_shared<base::Reply<ClipSummary>>();
    auto future = reply->future();
    QThreadPool::globalInstance()->start(
        [reply, frames = std::move(frames), path] { reply->answer(writeAll(frames, path)); });
    return future;
}

} // namespace opsdeck::media
