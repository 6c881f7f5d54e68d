// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/media/encoded_frame.h"
#include "core/media/libav_ptr.h"

namespace opsdeck::media {

/// Sound ready for a loudspeaker or a file.
struct PcmBlock {
    QByteArray samples; ///< signed 16 bit, native byte order, one channel
    int sampleRate = 0; ///< Hz
};

/// Decodes one stream's sound: owns one libavcodec decoder, opened anew when the codec changes. G.711 A-law and µ-law,
/// 8-bit (unsigned) and 16-bit (little endian) PCM; one channel, as the devices send it. Not thread-safe. The ADPCM
/// kinds, G.726 and G.729 are refused: no device that sends them has been seen, and how they frame their blocks is not
/// written anywhere.
class AudioDecoder final
{
public:
    /// The longest block, in encoded bytes: the device's length field has 16 bits.
    static constexpr qsizetype kMaxBlockBytes = 1 << 16;
    /// What G.711 telephony uses, taken when the frame does not say.
    static constexpr int kDefaultSampleRate = 8000;

    AudioDecoder();
    ~AudioDecoder();
    AudioDecoder(const AudioDecoder &) = delete;
    AudioDecoder &operator=(const AudioDecoder &) = delete;

    /// Errors: UnknownCodec (not sound, or a kind that is refused), UndecodableFrame (empty, too long), OutOfMemory.
    base::Result<PcmBlock> decode(const EncodedFrame &frame);

private:
    base::Result<void> open(AudioCodec codec);

    AvPtr<AVCodecContext> m_context;
    AvPtr<AVPacket> m_packet;
    AvPtr<AVFrame> m_frame;
    AudioCodec m_codec = AudioCodec::Unknown;
};

} // namespace opsdeck::media
