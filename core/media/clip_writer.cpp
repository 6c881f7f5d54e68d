// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/clip_writer.h"

#include "core/media/media_error.h"
#include "core/media/muxed_clip_writer.h"
#include "core/media/raw_clip_writer.h"

#include <QFileInfo>

namespace opsdeck::media {

using base::fail;

namespace {

template <typename Writer>
base::Result<std::unique_ptr<ClipWriter>> opened(std::unique_ptr<Writer> writer)
{
    if (auto result = writer->open(); !result)
        return fail(result.error());
    return writer;
}

} // namespace

base::Result<std::unique_ptr<ClipWriter>> ClipWriter::open(const QString &path, const ClipOptions &options)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("h264") || ending == QLatin1String("264"))
        return opened(std::make_unique<RawClipWriter>(path, VideoCodec::H264, options));
    if (ending == QLatin1String("h265") || ending == QLatin1String("265"))
        return opened(std::make_unique<RawClipWriter>(path, VideoCodec::H265, options));
    if (ending == QLatin1String("mp4"))
        return opened(std::make_unique<MuxedClipWriter>(path, "mp4", false, options));
    if (ending == QLatin1String("mkv"))
        return opened(std::make_unique<MuxedClipWriter>(path, "matroska", true, options));
    return fail(MediaError::UnknownFileType,
                QStringLiteral("%1: a clip's name must end in .mp4, .mkv, .h264 or .h265").arg(path));
}

} // namespace opsdeck::media
