// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/frame_reader.h"

#include <QByteArray>

namespace opsdeck::dvr {

/// The 20-byte header in front of every DVRIP message (vendor document §3.1, §3.2; little-endian). Bytes 12
/// and 13 have two readings.
struct MessageHeader {
    static constexpr qsizetype kBytes = 20;
    static constexpr quint8 kHeadFlag = 0xFF;

    quint8 version = 0;   ///< a direction in practice: clients 0, devices 1; both are accepted from both
    quint8 reserved1 = 0; ///< media: 1 on an extra stream
    quint8 reserved2 = 0; ///< media: 0x80 when sound is inside; set at random by some devices
    quint32 sessionId = 0;
    quint32 sequence = 0;
    quint8 byte12 = 0; ///< control: total packets (0 and 1 mean one); media: channel
    quint8 byte13 = 0; ///< control: number of this packet from 0; media: 1 = last packet
    quint16 messageId = 0;
    quint32 payloadBytes = 0;

    quint8 totalPackets() const { return byte12; }
    quint8 currentPacket() const { return byte13; }
    quint8 channel() const { return byte12; }
    bool isEnd() const { return byte13 == 1; }

    QByteArray encode() const;
    /// @param bytes at least kBytes, the first of them 0xFF.
    static MessageHeader decode(QByteArrayView bytes);
    friend bool operator==(const MessageHeader &, const MessageHeader &) = default;
};

/// One message as it goes over the wire: `header.payloadBytes` is set from `payload`.
QByteArray encodeMessage(MessageHeader header, QByteArrayView payload);

/// Caps on what we accept (protocol page, Decisions).
constexpr qint64 kControlPayloadCap = 1 << 20;
constexpr qint64 kMediaPayloadCap = 8 << 20;
constexpr qint64 kArchivePayloadCap = 64 << 20;

/// For transport::FrameReader: tells headers from garbage, refuses lengths past the cap of the message id.
/// The OEM header of 24 bytes is garbage here, by decision (ignored, never fatal).
transport::HeaderVerdict inspectHeader(QByteArrayView header);

/// True for the messages whose bytes 12 and 13 are Channel and EndFlag and whose payload is not JSON.
bool isMediaStyle(quint16 messageId);

} // namespace opsdeck::dvr
