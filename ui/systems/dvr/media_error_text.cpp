// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/media_error_text.h"

#include "core/media/media_error.h"
#include "ui/systems/dvr/dvr_error_text.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

using media::MediaError;

QString text(MediaError code)
{
    switch (code) {
    case MediaError::UnknownCodec:
        return QCoreApplication::translate("MediaErrorText", "video or sound of an unknown kind");
    case MediaError::UndecodableFrame:
        return QCoreApplication::translate("MediaErrorText", "the picture is damaged");
    case MediaError::ScalingFailed:
        return QCoreApplication::translate("MediaErrorText", "the picture cannot be shown at this size");
    case MediaError::UnknownFileType:
        return QCoreApplication::translate("MediaErrorText", "the file name must end in .mp4 or .mkv");
    case MediaError::CodecNotInFile:
        return QCoreApplication::translate("MediaErrorText", "this kind of file cannot hold this video");
    case MediaError::FileFailed:
        return QCoreApplication::translate("MediaErrorText", "the file cannot be written");
    case MediaError::DiskFull:
        return QCoreApplication::translate("MediaErrorText", "the disk is full");
    case MediaError::NothingWritten:
        return QCoreApplication::translate("MediaErrorText", "no picture came");
    case MediaError::OutOfMemory:
        return QCoreApplication::translate("MediaErrorText", "not enough memory");
    }
    return QString();
}

} // namespace

QString mediaErrorText(const base::Error &error)
{
    for (int i = 0; i <= int(MediaError::OutOfMemory); ++i) {
        if (error.is(MediaError(i)))
            return text(MediaError(i));
    }
    return dvrErrorText(error);
}

} // namespace opsdeck::dvr
