// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_error.h"

namespace opsdeck::media {

using base::ErrorClass;

base::ErrorFacts errorFacts(MediaError code)
{
    switch (code) {
    case MediaError::UnknownCodec:
        return {"unknown-codec", ErrorClass::Protocol};
    case MediaError::UndecodableFrame:
        return {"undecodable-frame", ErrorClass::Protocol};
    case MediaError::ScalingFailed:
        return {"scaling-failed", ErrorClass::Local};
    case MediaError::UnknownFileType:
        return {"unknown-file-type", ErrorClass::Usage};
    case MediaError::CodecNotInFile:
        return {"codec-not-in-file", ErrorClass::Usage};
    case MediaError::FileFailed:
        return {"file-failed", ErrorClass::Local};
    case MediaError::DiskFull:
        return {"disk-full", ErrorClass::Local};
    case MediaError::NothingWritten:
        return {"nothing-written", ErrorClass::NoAnswer};
    case MediaError::OutOfMemory:
        return {"out-of-memory", ErrorClass::Local};
    }
    return {"unknown", ErrorClass::Local};
}

} // namespace opsdeck::media
