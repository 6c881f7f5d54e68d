// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/cabinet/frame.h"

#include "core/systems/cabinet/cabinet_types.h"

#include <QtEndian>

#include <algorithm>

namespace opsdeck::cabinet {

namespace {

constexpr qsizetype kLengthBytes = 2;

/// @param bytes at least two.
int packetLength(QByteArrayView bytes)
{
    return qFromBigEndian<quint16>(bytes.data());
}

bool isPossible(int length)
{
    return length >= kShortestPacket && length <= kLongestPacket;
}

tl::unexpected<base::Error> badLength(int length)
{
    return base::fail(CabinetError::WrongAnswer, QStringLiteral("PacketLen %1 is not between %2 and %3")
                                                     .arg(length)
                                                     .arg(kShortestPacket)
                                                     .arg(kLongestPacket));
}

/// @param bytes a whole frame.
Frame parse(QByteArrayView bytes)
{
    Frame frame;
    frame.command = quint8(bytes[2]);
    frame.vsn = quint8(bytes[3]);
    frame.checksum = quint8(bytes[4]);
    frame.token = qFromBigEndian<quint32>(bytes.data() + 5);
    frame.payload = bytes.sliced(kHeaderBytes);
    return frame;
}

} // namespace

quint8 checksumOf(QByteArrayView payload)
{
    quint8 sum = 0;
    for (const char byte : payload)
        sum = quint8(sum ^ quint8(byte));
    return sum;
}

bool Frame::isChecksumRight() const
{
    return checksumOf(payload) == checksum;
}

QByteArray encodeFrame(quint8 command, quint8 vsn, quint32 token, QByteArrayView payload)
{
    QByteArray bytes(kHeaderBytes + payload.size(), Qt::Uninitialized);
    char *at = bytes.data();
    qToBigEndian(quint16(kShortestPacket + payload.size()), at);
    at[2] = char(command);
    at[3] = char(vsn);
    at[4] = char(checksumOf(payload));
    qToBigEndian(token, at + 5);
    std::copy(payload.begin(), payload.end(), at + kHeaderBytes);
    return bytes;
}

void FrameCutter::take(QByteArrayView &input, qsizetype upTo)
{
    const qsizetype count = std::clamp<qsizetype>(upTo - m_pending.size(), 0, input.size());
    m_pending.append(input.data(), count);
    input = input.sliced(count);
}

base::Result<std::optional<Frame>> FrameCutter::next(QByteArrayView &input)
{
    if (std::exchange(m_isTaken, false))
        m_pending = QByteArray();
    if (m_pending.isEmpty() && input.size() >= kLengthBytes) {
        // The common case: a frame lies whole in what was read.
        const int length = packetLength(input);
        if (!isPossible(length))
            return badLength(length);
        const qsizetype size = kLengthBytes + length;
        if (input.size() >= size) {
            const Frame frame = parse(input.first(size));
            input = input.sliced(size);
            return frame;
        }
    }
    take(input, kLengthBytes);
    if (m_pending.size() < kLengthBytes)
        return std::nullopt;
    const int length = packetLength(m_pending);
    if (!isPossible(length))
        return badLength(length);
    take(input, kLengthBytes + length);
    if (m_pending.size() < kLengthBytes + length)
        return std::nullopt;
    m_isTaken = true;
    return parse(m_pending);
}

} // namespace opsdeck::cabinet
