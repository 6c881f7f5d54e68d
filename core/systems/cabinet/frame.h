// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <optional>

namespace opsdeck::cabinet {

constexpr qsizetype kHeaderBytes = 9;
/// Of PacketLen, which counts what follows it.
constexpr int kShortestPacket = 7;
constexpr int kLongestPacket = 4096;
constexpr qsizetype kLongestPayload = kLongestPacket - kShortestPacket;
/// The token of VSN 1, both ways.
constexpr quint32 kToken = 0x11223344;

/// One frame. `payload` is a view into what was read.
struct Frame {
    quint8 command = 0;
    quint8 vsn = 1;
    quint8 checksum = 0;
    quint32 token = kToken;
    QByteArrayView payload;

    bool isChecksumRight() const;
};

/// XOR of the bytes; 0 when there are none.
quint8 checksumOf(QByteArrayView payload);

/// Length and checksum are always right. @param payload at most kLongestPayload bytes.
QByteArray encodeFrame(quint8 command, quint8 vsn, quint32 token, QByteArrayView payload);

/// Cuts the stream of one cabinet into frames. Frames that lie whole in what was read are not copied; between two reads it
/// keeps nothing but an unfinished frame.
class FrameCutter
{
public:
    /// The next frame, nothing when all of `input` was taken and more is needed, or why the stream is of no more use: a
    /// PacketLen that no frame has (CabinetError::WrongAnswer), found as soon as its two bytes are there.
    /// @param input moved past what was taken. The frame is valid until the next call, and as long as `input`'s bytes.
    base::Result<std::optional<Frame>> next(QByteArrayView &input);

    /// Bytes of an unfinished frame.
    qsizetype bufferedBytes() const { return m_isTaken ? 0 : m_pending.size(); }

private:
    void take(QByteArrayView &input, qsizetype upTo);

    QByteArray m_pending;
    bool m_isTaken = false; ///< m_pending is the frame that was given out last
};

} // namespace opsdeck::cabinet
