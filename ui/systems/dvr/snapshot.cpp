// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/snapshot.h"

#include "core/base/reply.h"
#include "core/media/clip_chain.h"
#include "core/media/media_error.h"
#include "core/media/picture_scaler.h"
#include "core/media/video_decoder.h"

#include <QFileInfo>
#include <QImageWriter>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>

namespace opsdeck::dvr {

namespace {

using base::fail;
using media::MediaError;

base::Result<QString> write(const QImage &image, const QString &asked)
{
    const QString path = QFileInfo::exists(asked) ? media::ClipChain::furtherPath(asked) : asked;
    QSaveFile file(path);
    const auto failure = [&](MediaError code) {
        return fail(code, QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failure(MediaError::FileFailed);
    QImageWriter writer(&file, "png");
    const bool isWritten = writer.write(image);
    // What Qt calls a full disk.
    if (file.error() == QFileDevice::ResourceError)
        return failure(MediaError::DiskFull);
    if (!isWritten && file.error() == QFileDevice::NoError)
        return fail(MediaError::FileFailed, QStringLiteral("%1: %2").arg(path, writer.errorString()));
    if (!file.commit()) {
        return failure(file.error() == QFileDevice::ResourceError ? MediaError::DiskFull
                                                                  : MediaError::FileFailed);
    }
    return path;
}

} // namespace

base::Result<QImage> newestPicture(const QList<media::EncodedFrame> &frames)
{
    media::VideoDecoder decoder;
    media::AvPtr<AVFrame> newest;
    base::Error why(MediaError::NothingWritten, QStringLiteral("there is no picture yet"));
    for (const media::EncodedFrame &frame : frames) {
        if (!frame.isVideo())
            continue;
        if (const auto outcome = decoder.decode(frame); !outcome)
            why = outcome.error();
        // A frame that cannot be decoded leaves the picture before it: the newest there is.
        if (decoder.picture())
            newest.reset(av_frame_clone(decoder.picture()));
    }
    if (!newest)
        return fail(why);
    media::PictureScaler scaler;
    media::PixelPool pool;
    const auto picture =
        scaler.scale(*newest, QSize(newest->width, newest->height), media::Fit::Stretch, pool);
    if (!picture)
        return fail(picture.error());
    return QImage(picture->pixels.get(), picture->size.width(), picture->size.height(), picture->bytesPerLine,
                  QImage::Format_RGB32)
        .copy();
}

QFuture<base::Result<QString>> saveSnapshot(const QList<media::EncodedFrame> &frames, const QString &path)
{
    // The pool takes copyable callables only: the reply travels in a shared box.
    const auto reply = std::make_shared<base::Reply<QString>>();
    auto future = reply->future();
    QThreadPool::globalInstance()->start([reply, frames, path] {
        reply->answer(
            newestPicture(frames).and_then([&path](const QImage &image) { return write(image, path); }));
    });
    return future;
}

} // namespace opsdeck::dvr
