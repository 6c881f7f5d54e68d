// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/encoded_frame.h"

namespace opsdeck::media {

const char *codecName(VideoCodec codec)
{
    switch (codec) {
    case VideoCodec::Mpeg4:
        return "mpeg4";
    case VideoCodec::H264:
        return "h264";
    case VideoCodec::H265:
        return "h265";
    case VideoCodec::Jpeg:
        return "jpeg";
    case VideoCodec::Unknown:
        break;
    }
    return "unknown";
}

const char *codecName(AudioCodec codec)
{
    switch (codec) {
    case AudioCodec::G711A:
        return "g711a";
    case AudioCodec::G711U:
        return "g711u";
    case AudioCodec::Pcm8:
        return "pcm8";
    case AudioCodec::Pcm16:
        return "pcm16";
    case AudioCodec::ImaAdpcm:
        return "ima-adpcm";
    case AudioCodec::MsAdpcm:
        return "ms-adpcm";
    case AudioCodec::G726:
        return "g726";
    case AudioCodec::G729:
        return "g729";
    case AudioCodec::Unknown:
        break;
    }
    return "unknown";
}

} // namespace opsdeck::media
