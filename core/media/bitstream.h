// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/encoded_frame.h"

#include <QByteArrayView>

namespace opsdeck::media {

/// Walks the start codes (00 00 01) of an Annex B or MPEG-4 byte stream. A view: reads nothing beyond the bytes it was
/// given, whatever they are.
class NalReader final
{
public:
    explicit NalReader(QByteArrayView bytes);

    bool atEnd() const { return m_begin < 0; }
    /// What follows the start code, up to the next one (trailing zeros cut); may be empty.
    QByteArrayView unit() const { return m_bytes.sliced(m_begin, m_end - m_begin); }
    /// Where the unit begins, in bytes, without its start code.
    qsizetype offset() const { return m_begin; }
    void next();

private:
    /// Index of the next 00 00 01 at or after `from`, -1 = none.
    qsizetype findStartCode(qsizetype from) const;
    void setUnit(qsizetype startCode);

    QByteArrayView m_bytes;
    qsizetype m_begin = -1;
    qsizetype m_end = 0;
    qsizetype m_nextCode = -1;
};

/// Which codec these bytes are of, from their first NAL units (or JPEG's marker): device headers lie. Looks at no more
/// than the first eight units. Unknown when nothing is decisive.
VideoCodec sniffVideoCodec(QByteArrayView bytes);

/// Whether there is coded picture data in it (a slice, a VOP, a JPEG): a frame without is no loss when refused.
bool hasPictureData(VideoCodec codec, QByteArrayView bytes);

/// The parameter sets of a key frame with start codes, as a file's header needs them: SPS and PPS (H.264), VPS, SPS and
/// PPS (H.265), what is before the first VOP (MPEG-4). Empty when a needed one is missing, and for JPEG.
QByteArray parameterSets(VideoCodec codec, QByteArrayView keyFrame);

} // namespace opsdeck::media
