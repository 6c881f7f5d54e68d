// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/frame_reader.h"

#include <cstring>

namespace opsdeck::transport {

FrameReader::FrameReader(qsizetype headerBytes, quint8 syncByte, Inspect inspect)
    : m_headerBytes(headerBytes)
    , m_syncByte(static_cast<char>(syncByte))
    , m_inspect(inspect)
{
}

void FrameReader::append(QByteArrayView bytes)
{
    if (m_refusal)
        return;
    if (m_position > 0) {
        // What was handed out is used up; move the rest (less than a frame) to the front.
        m_buffer.remove(0, m_position);
        m_position = 0;
    }
    if (m_wanted > m_buffer.capacity())
        m_buffer.reserve(m_wanted);
    m_buffer.append(bytes);
}

base::Result<std::optional<FrameReader::Frame>> FrameReader::next()
{
    using Found = std::optional<Frame>;
    if (m_refusal)
        return base::fail(*m_refusal);
    while (m_wanted == 0) {
        const char *begin = m_buffer.constData() + m_position;
        const qsizetype left = m_buffer.size() - m_position;
        const void *sync = left > 0 ? std::memchr(begin, m_syncByte, size_t(left)) : nullptr;
        const qsizetype skipped = sync ? static_cast<const char *>(sync) - begin : left;
        m_garbageBytes += quint64(skipped);
        m_position += skipped;
        if (left - skipped < m_headerBytes)
            return Found();
        const QByteArrayView header(m_buffer.constData() + m_position, m_headerBytes);
        HeaderVerdict verdict = m_inspect(header);
        switch (verdict.kind) {
        case HeaderVerdict::Kind::Frame:
            if (verdict.payloadBytes < 0) {
                ++m_position;
                ++m_garbageBytes;
                break;
            }
            m_wanted = m_headerBytes + verdict.payloadBytes;
            break;
        case HeaderVerdict::Kind::Garbage:
            ++m_position;
            ++m_garbageBytes;
            break;
        case HeaderVerdict::Kind::Refuse:
            m_refusal = verdict.error.value_or(
                base::Error(base::CommonError::InvalidArgument, QStringLiteral("the header was refused")));
            m_buffer.clear();
            m_position = 0;
            return base::fail(*m_refusal);
        }
    }
    if (m_buffer.size() - m_position < m_wanted)
        return Found();
    const QByteArrayView whole(m_buffer.constData() + m_position, m_wanted);
    m_position += std::exchange(m_wanted, 0);
    return Found(Frame{whole.first(m_headerBytes), whole.sliced(m_headerBytes)});
}

void FrameReader::reset()
{
    m_buffer.clear();
    m_position = 0;
    m_wanted = 0;
    m_garbageBytes = 0;
    m_refusal.reset();
}

} // namespace opsdeck::transport
