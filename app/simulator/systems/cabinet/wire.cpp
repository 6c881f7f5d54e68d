// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/cabinet/wire.h"

#include <QtEndian>

namespace opsdeck::cabinet::sim {

namespace {
constexpr int kLengthBytes = 2;
constexpr int kHeaderAfterLength = 7;
constexpr int kLongest = 4096;
} // namespace

quint8 checksumOf(const QByteArray &payload)
{
    quint8 sum = 0;
    for (const char c : payload)
        sum = quint8(sum ^ quint8(c));
    return sum;
}

QByteArray bytesOf(const Frame &frame)
{
    QByteArray bytes;
    bytes.reserve(kLengthBytes + kHeaderAfterLength + frame.payload.size());
    bytes += u16(int(kHeaderAfterLength + frame.payload.size()));
    bytes += char(frame.command);
    bytes += char(frame.vsn);
    bytes += char(frame.checksum);
    bytes += u32(frame.token);
    bytes += frame.payload;
    return bytes;
}

QByteArray u16(int value)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(quint16(value), bytes.data());
    return bytes;
}

QByteArray u32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray u64(quint64 value)
{
    QByteArray bytes(8, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray text(const QByteArray &characters)
{
    return u16(int(characters.size() + 1)) + characters + '\0';
}

QByteArray Reader::take(qsizetype count)
{
    if (!m_isGood || m_rest.size() < count) {
        m_isGood = false;
        return QByteArray(count, '\0');
    }
    const QByteArray piece = m_rest.left(count);
    m_rest.remove(0, count);
    return piece;
}

int Reader::u8()
{
    return quint8(take(1).front());
}

int Reader::u16()
{
    return qFromBigEndian<quint16>(take(2).constData());
}

QByteArray Reader::text()
{
    const int length = u16();
    if (!m_isGood || length > m_rest.size()) {
        m_isGood = false;
        return {};
    }
    QByteArray characters = take(length);
    if (characters.endsWith('\0'))
        characters.chop(1);
    return characters;
}

std::optional<Frame> FrameCutter::next()
{
    if (m_isBroken || m_bytes.size() < kLengthBytes)
        return std::nullopt;
    const int length = qFromBigEndian<quint16>(m_bytes.constData());
    if (length < kHeaderAfterLength || length > kLongest) {
        m_isBroken = true;
        m_bytes.clear();
        return std::nullopt;
    }
    if (m_bytes.size() < kLengthBytes + length)
        return std::nullopt;
    const char *at = m_bytes.constData() + kLengthBytes;
    Frame frame;
    frame.command = quint8(at[0]);
    frame.vsn = quint8(at[1]);
    frame.checksum = quint8(at[2]);
    frame.token = qFromBigEndian<quint32>(at + 3);
    frame.payload = m_bytes.mid(kLengthBytes + kHeaderAfterLength, length - kHeaderAfterLength);
    m_bytes.remove(0, kLengthBytes + length);
    if (m_bytes.isEmpty())
        m_bytes = QByteArray(); // thousands of cabinets: none keeps a buffer
    return frame;
}

} // namespace opsdeck::cabinet::sim
