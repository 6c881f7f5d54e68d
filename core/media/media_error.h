// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::media {

/// What may go wrong between encoded frames and pictures, sound or files.
enum class MediaError {
    UnknownCodec,     ///< Neither the frame's header nor its bytes name a codec we have.
    UndecodableFrame, ///< The decoder refused the frame: damaged, or not what it claims to be.
    ScalingFailed,    ///< The picture's format or size cannot be scaled.
    UnknownFileType,  ///< The file name's ending is none a clip can have.
    CodecNotInFile,   ///< This kind of file cannot hold that codec.
    FileFailed,       ///< Cannot create, write or rename the file.
    DiskFull,         ///< The disk has no room for more of the file.
    NothingWritten,   ///< The clip ended before its first key frame.
    OutOfMemory,
};
base::ErrorFacts errorFacts(MediaError code);

} // namespace opsdeck::media
