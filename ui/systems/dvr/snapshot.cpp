// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/snapshot.h"

#include "core/base/worker.h"
#include "core/media/clip_chain.h"
#include "core/media/media_error.h"
#include "core/media/part_file.h"
#include "core/media/picture_scaler.h"
#include "core/media/video_decoder.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>

#include <mutex>

namespace opsdeck::dvr {

namespace {

using base::fail;
using media::MediaError;

base::Result<QString> write(const QImage &image, const QString &asked)
{
    QBuffer png;
    QImageWriter writer(&png, "png");
    if (!png.open(QIODevice::WriteOnly) || !writer.write(image)) {
        return fail(
            MediaError::OutOfMemory,
            QStringLiteral("cannot make a PNG of %1×%2 pixels").arg(image.width()).arg(image.height()));
    }
    // One after the other: two of the same second must not take the same name.
    static std::mutex naming;
    const std::lock_guard lock(naming);
    const QString path = QFileInfo::exists(asked) ? media::ClipChain::furtherPath(asked) : asked;
    // Not QSaveFile: in Qt 6.4 it completes a file of which a full disk took only a part.
    media::PartFile file(path);
    return file.open()
        .and_then([&] { return file.write(png.data().constData(), png.data().size()); })
        .and_then([&] { return file.commit(); })
        .map([&path] { return path; });
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
    return base::runOnWorker([frames, path] {
        return newestPicture(frames).and_then([&path](const QImage &image) { return write(image, path); });
    });
}

} // namespace opsdeck::dvr
