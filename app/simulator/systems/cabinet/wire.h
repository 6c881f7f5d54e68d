// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace opsdeck::cabinet::sim {

/// The codes of the vendor's table (manual 4.6P §1.2) and the newer boards' 0x83.
enum Command : quint8 {
    kLogin = 0x60,
    kHeartbeat = 0x61,
    kVersion = 0x62,
    kSetAddress = 0x63,
    kInventory = 0x64,
    kRent = 0x65,
    kReturn = 0x66,
    kReboot = 0x67,
    kUpgrade = 0x68,
    kIccid = 0x69,
    kAddress = 0x6A,
    kSetVolume = 0x70,
    kNetwork = 0x72,
    kVolume = 0x77,
    kEject = 0x80,
    kSlotFault = 0x83,
};

/// One frame. Written from the protocol page for the simulator alone: the product's codec is not used here, so that a
/// mistake in one of them is seen by the other.
struct Frame {
    quint8 command = 0;
    quint8 vsn = 1;
    quint8 checksum = 0;
    quint32 token = 0x11223344;
    QByteArray payload;
};

/// XOR of the bytes (manual §2.1); 0 when there are none.
quint8 checksumOf(const QByteArray &payload);
/// The frame as it goes on the wire, with the checksum it carries, right or wrong.
QByteArray bytesOf(const Frame &frame);

/// Pieces of payloads, big-endian.
QByteArray u16(int value);
QByteArray u32(quint32 value);
QByteArray u64(quint64 value);
/// Length, characters, NUL; the length counts the NUL (manual §2.1).
QByteArray text(const QByteArray &characters);

/// Takes a payload apart from its front. After a field that is not there `isGood()` is false and everything reads as 0.
class Reader
{
public:
    explicit Reader(QByteArray payload)
        : m_rest(std::move(payload))
    {
    }
    int u8();
    int u16();
    /// The characters without their NUL.
    QByteArray text();
    bool isGood() const { return m_isGood; }
    /// Everything was there and nothing is left.
    bool isAtEnd() const { return m_isGood && m_rest.isEmpty(); }

private:
    QByteArray take(qsizetype count);
    QByteArray m_rest;
    bool m_isGood = true;
};

/// Cuts the server's stream into frames.
class FrameCutter
{
public:
    void add(const QByteArray &bytes) { m_bytes += bytes; }
    /// Nothing: more bytes are needed, or the stream is broken.
    std::optional<Frame> next();
    /// A PacketLen outside 7…4096 came: nothing after it can be read.
    bool isBroken() const { return m_isBroken; }

private:
    QByteArray m_bytes;
    bool m_isBroken = false;
};

} // namespace opsdeck::cabinet::sim
