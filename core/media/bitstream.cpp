// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/bitstream.h"

#include <cstring>

namespace opsdeck::media {

namespace {

uchar byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<uchar>(bytes[index]);
}

bool isJpeg(QByteArrayView bytes)
{
    return bytes.size() >= 3 && byteAt(bytes, 0) == 0xff && byteAt(bytes, 1) == 0xd8 &&
           byteAt(bytes, 2) == 0xff;
}

int h264Type(QByteArrayView unit)
{
    return byteAt(unit, 0) & 0x1f;
}

int h265Type(QByteArrayView unit)
{
    return byteAt(unit, 0) >> 1 & 0x3f;
}

/// An H.265 NAL header of the base layer: forbidden bit 0, layer 0, temporal id 1–7.
bool looksLikeH265(QByteArrayView unit)
{
    if (unit.size() < 2 || (byteAt(unit, 0) & 0x81) != 0 || (byteAt(unit, 1) & 0xf8) != 0 ||
        (byteAt(unit, 1) & 7) == 0)
        return false;
    const int type = h265Type(unit);
    // VPS, SPS, PPS, AUD, SEI and IRAP pictures; a TRAIL picture. 0x06 and 0x0c stay H.264's (SEI, filler).
    return (type >= 32 && type <= 35) || type == 39 || type == 40 || (type >= 16 && type <= 21) || type <= 1;
}

bool looksLikeH264(QByteArrayView unit)
{
    const int refIdc = byteAt(unit, 0) >> 5 & 3;
    switch (h264Type(unit)) {
    case 5: // IDR slice
    case 7: // SPS
    case 8: // PPS
        return refIdc != 0;
    case 6: // SEI
    case 9: // access unit delimiter
        return refIdc == 0;
    case 1: // slice
        return true;
    default:
        return false;
    }
}

bool looksLikeMpeg4(QByteArrayView unit)
{
    const uchar code = byteAt(unit, 0);
    // Visual object sequence, group of VOPs, visual object, VOP: all have H.26x's forbidden bit set.
    return code == 0xb0 || code == 0xb3 || code == 0xb5 || code == 0xb6;
}

} // namespace

NalReader::NalReader(QByteArrayView bytes)
    : m_bytes(bytes)
{
    setUnit(findStartCode(0));
}

void NalReader::next()
{
    setUnit(m_nextCode);
}

void NalReader::setUnit(qsizetype startCode)
{
    m_begin = m_end = -1;
    if (startCode < 0)
        return;
    m_begin = startCode + 3;
    m_nextCode = findStartCode(m_begin);
    m_end = m_nextCode < 0 ? m_bytes.size() : m_nextCode;
    while (m_end > m_begin && m_bytes[m_end - 1] == 0)
        --m_end;
}

qsizetype NalReader::findStartCode(qsizetype from) const
{
    const char *const data = m_bytes.data();
    const qsizetype size = m_bytes.size();
    for (qsizetype at = from + 2; at < size; ++at) {
        const void *const one = std::memchr(data + at, 1, static_cast<size_t>(size - at));
        if (!one)
            return -1;
        at = static_cast<const char *>(one) - data;
        if (data[at - 1] == 0 && data[at - 2] == 0)
            return at - 2;
    }
    return -1;
}

VideoCodec sniffVideoCodec(QByteArrayView bytes)
{
    if (isJpeg(bytes))
        return VideoCodec::Jpeg;
    bool afterVideoObject = false;
    NalReader units(bytes);
    for (int i = 0; i < 8 && !units.atEnd(); ++i, units.next()) {
        const QByteArrayView unit = units.unit();
        if (unit.isEmpty()) {
            // A video object's start code 00 00 01 00 has nothing but the zero, which the reader cut.
            afterVideoObject = true;
            continue;
        }
        const uchar code = byteAt(unit, 0);
        if (looksLikeMpeg4(unit) || (afterVideoObject && code >= 0x20 && code <= 0x2f))
            return VideoCodec::Mpeg4;
        afterVideoObject = code <= 0x1f && unit.size() == 1;
        if (looksLikeH265(unit))
            return VideoCodec::H265;
        if (looksLikeH264(unit))
            return VideoCodec::H264;
    }
    return VideoCodec::Unknown;
}

bool hasPictureData(VideoCodec codec, QByteArrayView bytes)
{
    if (codec == VideoCodec::Jpeg)
        return isJpeg(bytes);
    for (NalReader units(bytes); !units.atEnd(); units.next()) {
        const QByteArrayView unit = units.unit();
        if (unit.isEmpty())
            continue;
        if (codec == VideoCodec::H264 && h264Type(unit) >= 1 && h264Type(unit) <= 5)
            return true;
        if (codec == VideoCodec::H265 && (byteAt(unit, 0) & 0x81) == 0 && h265Type(unit) <= 21)
            return true;
        if (codec == VideoCodec::Mpeg4 && byteAt(unit, 0) == 0xb6)
            return true;
    }
    return false;
}

QByteArray parameterSets(VideoCodec codec, QByteArrayView keyFrame)
{
    if (codec == VideoCodec::Mpeg4) {
        for (NalReader units(keyFrame); !units.atEnd(); units.next()) {
            if (!units.unit().isEmpty() && byteAt(units.unit(), 0) == 0xb6)
                return keyFrame.first(units.offset() - 3).toByteArray();
        }
        return {};
    }
    QByteArray sets;
    bool vps = codec != VideoCodec::H265;
    bool sps = false;
    bool pps = false;
    for (NalReader units(keyFrame); !units.atEnd(); units.next()) {
        const QByteArrayView unit = units.unit();
        if (unit.size() < 2)
            continue;
        bool wanted = false;
        if (codec == VideoCodec::H264) {
            sps |= h264Type(unit) == 7;
            pps |= h264Type(unit) == 8;
            wanted = h264Type(unit) == 7 || h264Type(unit) == 8;
        } else if (codec == VideoCodec::H265) {
            vps |= h265Type(unit) == 32;
            sps |= h265Type(unit) == 33;
            pps |= h265Type(unit) == 34;
            wanted = h265Type(unit) >= 32 && h265Type(unit) <= 34;
        }
        if (wanted)
            sets.append(QByteArrayView("\0\0\0\1", 4)).append(unit);
    }
    return vps && sps && pps ? sets : QByteArray();
}

} // namespace opsdeck::media
