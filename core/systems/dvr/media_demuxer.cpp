// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/media_demuxer.h"

#include "core/media/bitstream.h"

#include <QtEndian>

#include <cstring>

namespace opsdeck::dvr {

using media::AudioCodec;
using media::EncodedFrame;
using media::VideoCodec;

namespace {

constexpr qsizetype kMarkerBytes = 4;
constexpr qsizetype kKeyHeaderBytes = 16;
constexpr qsizetype kShortHeaderBytes = 8;
// Decoders read a little past the end of what they are given; room for it here saves them a copy.
constexpr qsizetype kDecoderPadding = 64;

enum FrameType : quint8 { kInfo = 0xF9, kAudio = 0xFA, kKey = 0xFC, kDelta = 0xFD, kJpegOrKey = 0xFE };

bool isFrameType(quint8 type)
{
    return type == kInfo || type == kAudio || type == kKey || type == kDelta || type == kJpegOrKey;
}

bool isMarker(QByteArrayView bytes)
{
    return bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 1 && isFrameType(quint8(bytes[3]));
}

/// The first bytes of a marker, as many as there are.
bool mayBecomeMarker(QByteArrayView bytes)
{
    if (bytes.size() >= kMarkerBytes)
        return isMarker(bytes);
    static constexpr char kStart[] = {0, 0, 1};
    return QByteArrayView(kStart, sizeof kStart).startsWith(bytes);
}

qsizetype headerBytes(quint8 type)
{
    return type == kKey || type == kJpegOrKey ? kKeyHeaderBytes : kShortHeaderBytes;
}

quint32 lengthOf(const uchar *header)
{
    switch (header[3]) {
    case kKey:
    case kJpegOrKey:
        return qFromLittleEndian<quint32>(header + 12);
    case kDelta:
        return qFromLittleEndian<quint32>(header + 4);
    default:
        return qFromLittleEndian<quint16>(header + 6);
    }
}

VideoCodec videoCodecOf(quint8 byte4)
{
    switch (byte4 & 0x0f) {
    case 1:
        return VideoCodec::Mpeg4;
    case 2:
        return VideoCodec::H264;
    case 3:
        return VideoCodec::H265;
    default:
        return VideoCodec::Unknown;
    }
}

AudioCodec audioCodecOf(quint8 code)
{
    switch (code) {
    case 0x07:
    case 0x0C:
        return AudioCodec::Pcm8;
    case 0x08:
        return AudioCodec::G729;
    case 0x09:
        return AudioCodec::ImaAdpcm;
    case 0x0A:
        return AudioCodec::G711U;
    case 0x0B:
        return AudioCodec::G726;
    case 0x0D:
        return AudioCodec::MsAdpcm;
    case 0x0E:
        return AudioCodec::G711A;
    case 0x0F:
        return AudioCodec::Pcm16;
    default:
        return AudioCodec::Unknown;
    }
}

int sampleRateOf(quint8 index)
{
    static constexpr int kRates[] = {4000, 8000, 11025, 16000, 20000, 22050, 32000, 44100, 48000};
    return index >= 1 && index <= std::size(kRates) ? kRates[index - 1] : 0;
}

/// sec:6 min:6 hour:5 day:5 month:4 year-2000:6 from the lowest bit, device-local.
QDateTime deviceTimeOf(quint32 packed)
{
    const int second = int(packed & 0x3f);
    const int minute = int(packed >> 6 & 0x3f);
    const int hour = int(packed >> 12 & 0x1f);
    const int day = int(packed >> 17 & 0x1f);
    const int month = int(packed >> 22 & 0x0f);
    const int year = 2000 + int(packed >> 26 & 0x3f);
    const QTime time(hour, minute, second);
    // An invalid time would count as midnight.
    return time.isValid() ? QDateTime(QDate(year, month, day), time) : QDateTime();
}

/// 4K main streams carry such a delta every two seconds; no decoder likes it.
bool isBogusDelta(const QByteArray &payload)
{
    static constexpr char kStart[] = {0, 0, 0, 1, 0x11, 0x01, 0x78};
    return payload.startsWith(QByteArrayView(kStart, sizeof kStart));
}

} // namespace

MediaDemuxer::MediaDemuxer(Sink sink)
    : m_sink(std::move(sink))
{
}

void MediaDemuxer::feed(QByteArrayView bytes, std::chrono::nanoseconds receivedAt)
{
    // H.264 and H.265 never contain 00 00 01 F9…FE, so a packet that starts with a whole frame header while a picture is
    // unfinished means that the device cut that picture short.
    if (m_missing > 0 && m_frame.isVideo() && m_frame.videoCodec != VideoCodec::Jpeg &&
        bytes.size() >= kKeyHeaderBytes && isMarker(bytes)) {
        const auto *at = reinterpret_cast<const uchar *>(bytes.data());
        if (lengthOf(at) <= kFrameCap)
            giveUpFrame();
    }
    consume(bytes, receivedAt);
}

void MediaDemuxer::consume(QByteArrayView bytes, std::chrono::nanoseconds receivedAt)
{
    while (!bytes.isEmpty() && !m_stopped) {
        if (m_missing > 0) {
            const qsizetype part = qMin<qsizetype>(m_missing, bytes.size());
            m_frame.payload.append(bytes.first(part));
            bytes = bytes.sliced(part);
            m_missing -= quint32(part);
            if (m_missing == 0)
                finishFrame(receivedAt);
            continue;
        }
        if (m_header.isEmpty())
            skipToMarker(bytes);
        if (!bytes.isEmpty())
            takeHeader(bytes, receivedAt);
    }
}

void MediaDemuxer::noteLoss()
{
    m_afterLoss = true;
    if (m_missing > 0)
        giveUpFrame();
    m_header.clear();
}

void MediaDemuxer::reset()
{
    m_header.clear();
    m_frame = EncodedFrame();
    m_missing = 0;
    m_haveKey = false;
    m_afterLoss = false;
    m_codec = VideoCodec::Unknown;
}

/// Leaves `bytes` at the first place where a marker stands or may still come.
void MediaDemuxer::skipToMarker(QByteArrayView &bytes)
{
    if (mayBecomeMarker(bytes))
        return;
    const char *const data = bytes.data();
    const qsizetype size = bytes.size();
    qsizetype found = -1;
    for (qsizetype at = 2; at < size - 1 && found < 0; ++at) {
        const void *const one = std::memchr(data + at, 1, size_t(size - 1 - at));
        if (!one)
            break;
        at = static_cast<const char *>(one) - data;
        if (isMarker(bytes.sliced(at - 2)))
            found = at - 2;
    }
    for (qsizetype at = qMax<qsizetype>(0, size - kMarkerBytes + 1); found < 0; ++at) {
        if (at == size || mayBecomeMarker(bytes.sliced(at)))
            found = at;
    }
    if (found == 0)
        return;
    m_counters.garbageBytes += quint64(found);
    m_afterLoss = true;
    bytes = bytes.sliced(found);
}

/// Takes what belongs to the header; a whole one begins a frame.
void MediaDemuxer::takeHeader(QByteArrayView &bytes, std::chrono::nanoseconds receivedAt)
{
    for (;;) {
        const qsizetype wanted =
            m_header.size() < kMarkerBytes ? kMarkerBytes : headerBytes(quint8(m_header[3]));
        const qsizetype part = qMin(wanted - m_header.size(), bytes.size());
        m_header.append(bytes.first(part));
        bytes = bytes.sliced(part);
        if (!mayBecomeMarker(m_header))
            break;
        if (m_header.size() < wanted)
            return;
        if (wanted == kMarkerBytes)
            continue;
        if (beginFrame()) {
            m_header.clear();
            return;
        }
        break;
    }
    // No header here: look again one byte further, in what was already taken. Each time less, so this ends.
    const QByteArray again = std::exchange(m_header, QByteArray()).sliced(1);
    ++m_counters.garbageBytes;
    m_afterLoss = true;
    consume(again, receivedAt);
}

bool MediaDemuxer::beginFrame()
{
    const auto *at = reinterpret_cast<const uchar *>(m_header.constData());
    const quint32 length = lengthOf(at);
    if (length > kFrameCap) {
        ++m_counters.corruptFrames;
        return false;
    }
    EncodedFrame frame;
    switch (at[3]) {
    case kKey:
    case kJpegOrKey:
        frame.kind = EncodedFrame::Kind::Key;
        m_codec = videoCodecOf(at[4]);
        m_width = 8 * (at[6] | (at[4] >> 4 & 3) << 8);
        m_height = 8 * (at[7] | (at[4] >> 6 & 3) << 8);
        m_framesPerSecond = at[5] & 0x1f;
        frame.deviceTime = deviceTimeOf(qFromLittleEndian<quint32>(at + 8));
        break;
    case kDelta:
        frame.kind = EncodedFrame::Kind::Delta;
        break;
    case kAudio:
        frame.kind = EncodedFrame::Kind::Audio;
        frame.audioCodec = audioCodecOf(at[4]);
        frame.sampleRate = sampleRateOf(at[5]);
        break;
    default:
        frame.kind = EncodedFrame::Kind::Info;
        break;
    }
    if (frame.isVideo()) {
        frame.videoCodec = m_codec;
        frame.width = m_width;
        frame.height = m_height;
        frame.framesPerSecond = m_framesPerSecond;
    }
    if (length == 0) {
        ++m_counters.skippedFrames;
        return true;
    }
    // A lie about the length costs at most this much at once; the rest is taken as it really arrives.
    constexpr quint32 kReserveAtOnce = 256 << 10;
    frame.payload.reserve(qsizetype(qMin(length, kReserveAtOnce)) + kDecoderPadding);
    m_frame = std::move(frame);
    m_missing = length;
    return true;
}

void MediaDemuxer::finishFrame(std::chrono::nanoseconds receivedAt)
{
    EncodedFrame frame = std::exchange(m_frame, EncodedFrame());
    frame.receivedAt = receivedAt;
    if (frame.kind == EncodedFrame::Kind::Key) {
        // The header's codec is wrong on some devices (one marks H.265 as 0x12): the data decides.
        const VideoCodec seen = media::sniffVideoCodec(frame.payload);
        if (seen != VideoCodec::Unknown)
            m_codec = frame.videoCodec = seen;
        m_haveKey = true;
        ++m_counters.keyFrames;
    } else if (frame.kind == EncodedFrame::Kind::Delta && (!m_haveKey || isBogusDelta(frame.payload))) {
        ++m_counters.skippedFrames;
        return;
    }
    if (frame.isVideo()) {
        ++m_counters.frames;
        frame.afterLoss = std::exchange(m_afterLoss, false);
    } else if (frame.kind == EncodedFrame::Kind::Audio) {
        ++m_counters.audioFrames;
    }
    m_sink(std::move(frame));
}

void MediaDemuxer::giveUpFrame()
{
    ++m_counters.corruptFrames;
    m_afterLoss = true;
    m_frame = EncodedFrame();
    m_missing = 0;
}

} // namespace opsdeck::dvr
