// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scripted_link.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace opsdeck::test {

// What a DVR says and hears, typed by hand from the vendor's pages: none of it comes from the code under test.

/// Bytes of hexadecimal text; white space is free.
inline QByteArray fromHex(const char *text)
{
    return QByteArray::fromHex(QByteArray(text).replace(' ', ""));
}

inline QByteArray le32(quint32 value)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes.append(char(value >> shift & 0xff));
    return bytes;
}

inline QByteArray le16(quint16 value)
{
    return le32(value).first(2);
}

/// A message from a device. `claimed` is the length in the header; by default the true one.
inline QByteArray wire(quint16 messageId, const QByteArray &payload, quint32 session = 0x57,
                       quint32 sequence = 0, quint8 byte12 = 0, quint8 byte13 = 0, quint8 byte2 = 0)
{
    QByteArray bytes = fromHex("ff01");
    bytes.append(char(byte2)).append('\0');
    bytes += le32(session) + le32(sequence);
    bytes.append(char(byte12)).append(char(byte13));
    return bytes + le16(messageId) + le32(quint32(payload.size())) + payload;
}

inline QByteArray header(quint16 messageId, quint32 claimed)
{
    return fromHex("ff010000 57000000 00000000 0000") + le16(messageId) + le32(claimed);
}

/// JSON as devices end it.
inline QByteArray body(const QByteArray &json)
{
    return json + QByteArray("\n\0", 2);
}

/// One message as the code under test sent it.
struct Sent {
    quint8 version = 0;
    quint32 session = 0;
    quint32 sequence = 0;
    quint16 id = 0;
    QByteArray payload;

    QJsonObject json() const
    {
        QByteArray text = payload;
        while (text.endsWith('\0') || text.endsWith('\n'))
            text.chop(1);
        return QJsonDocument::fromJson(text).object();
    }
    QString action() const
    {
        return json().value(QLatin1String("OPMonitor")).toObject().value(QLatin1String("Action")).toString();
    }
};

inline quint32 number(const QByteArray &bytes, qsizetype at, int size)
{
    quint32 value = 0;
    for (int i = 0; i < size; ++i)
        value |= quint32(quint8(bytes[at + i])) << (8 * i);
    return value;
}

/// Everything the code sent over this link since the last call.
inline QList<Sent> takeSent(ScriptedLink *link)
{
    QList<Sent> all;
    if (!link)
        return all;
    const QByteArray bytes = link->takeSent();
    qsizetype at = 0;
    while (at + 20 <= bytes.size() && quint8(bytes[at]) == 0xff) {
        Sent one;
        one.version = quint8(bytes[at + 1]);
        one.session = number(bytes, at + 4, 4);
        one.sequence = number(bytes, at + 8, 4);
        one.id = quint16(number(bytes, at + 14, 2));
        one.payload = bytes.mid(at + 20, number(bytes, at + 16, 4));
        at += 20 + one.payload.size();
        all.append(one);
    }
    return all;
}

/// The ids of those messages.
inline QList<int> idsOf(const QList<Sent> &messages)
{
    QList<int> ids;
    for (const Sent &one : messages)
        ids.append(one.id);
    return ids;
}

/// A key frame header (FC or FE) with its payload. Width and height are multiples of 8.
inline QByteArray keyFrame(const QByteArray &payload, int codec = 2, int width = 704, int height = 576,
                           quint8 type = 0xFC, quint32 time = 0)
{
    const int w = width / 8;
    const int h = height / 8;
    QByteArray bytes = fromHex("000001");
    bytes.append(char(type));
    bytes.append(char(codec | (w >> 8 & 3) << 4 | (h >> 8 & 3) << 6)).append(char(25));
    bytes.append(char(w & 0xff)).append(char(h & 0xff));
    return bytes + le32(time) + le32(quint32(payload.size())) + payload;
}

inline QByteArray deltaFrame(const QByteArray &payload)
{
    return fromHex("000001FD") + le32(quint32(payload.size())) + payload;
}

inline QByteArray audioFrame(const QByteArray &payload, quint8 codec = 0x0E, quint8 rate = 2)
{
    QByteArray bytes = fromHex("000001FA");
    bytes.append(char(codec)).append(char(rate));
    return bytes + le16(quint16(payload.size())) + payload;
}

inline QByteArray infoFrame(const QByteArray &payload, quint8 type = 1)
{
    QByteArray bytes = fromHex("000001F9");
    bytes.append(char(type)).append('\0');
    return bytes + le16(quint16(payload.size())) + payload;
}

/// SPS, PPS and IDR slice of H.264, cut short: enough to be told apart, padded to `size` bytes.
inline QByteArray h264Key(qsizetype size = 400)
{
    const QByteArray start = fromHex("00000001 6742001E 00000001 68CE3880 00000001 65888400");
    return start + QByteArray(qMax<qsizetype>(0, size - start.size()), '\x5a');
}

inline QByteArray h264Delta(qsizetype size = 120)
{
    const QByteArray start = fromHex("00000001 419A2000");
    return start + QByteArray(qMax<qsizetype>(0, size - start.size()), '\x33');
}

/// VPS, SPS, PPS and IDR of H.265.
inline QByteArray h265Key(qsizetype size = 400)
{
    const QByteArray start =
        fromHex("00000001 40010C01 00000001 42010101 00000001 4401C172 00000001 2601AF08");
    return start + QByteArray(qMax<qsizetype>(0, size - start.size()), '\x5a');
}

} // namespace opsdeck::test
