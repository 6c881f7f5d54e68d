// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/systems/dvr/media_framing.h"

#include <QtEndian>

namespace opsdeck::dvr::sim {

namespace {

QByteArray frameHeader(quint8 type, qsizetype bytes)
{
    QByteArray header(bytes, '\0');
    header[2] = 1;
    header[3] = char(type);
    return header;
}

} // namespace

quint32 packTime(const QDateTime &local)
{
    const QDate date = local.date();
    const QTime time = local.time();
    return quint32(time.second()) | quint32(time.minute()) << 6 | quint32(time.hour()) << 12 |
           quint32(date.day()) << 17 | quint32(date.month()) << 22 |
           quint32((date.year() - 2000) & 0x3F) << 26;
}

QByteArray videoFrame(const AccessUnit &unit, const Encoding &encoding, quint8 codecNibble,
                      const QDateTime &local)
{
    QByteArray frame = frameHeader(unit.isKey ? 0xFC : 0xFD, unit.isKey ? 16 : 8);
    if (unit.isKey) {
        const int columns = encoding.width / 8;
        const int rows = encoding.height / 8;
        frame[4] = char(codecNibble | (columns >> 8) << 4 | (rows >> 8) << 6);
        frame[5] = char(encoding.framesPerSecond);
        frame[6] = char(columns & 0xFF);
        frame[7] = char(rows & 0xFF);
        qToLittleEndian(packTime(local), frame.data() + 8);
    }
    qToLittleEndian(quint32(unit.bytes.size()), frame.data() + frame.size() - 4);
    return frame.append(unit.bytes);
}

QByteArray audioFrame(QByteArrayView samples)
{
    QByteArray frame = frameHeader(0xFA, 8);
    frame[4] = 0x0E;
    frame[5] = 2;
    qToLittleEndian(quint16(samples.size()), frame.data() + 6);
    return frame.append(samples);
}

QByteArray infoFrame(QByteArrayView text)
{
    QByteArray frame = frameHeader(0xF9, 8);
    frame[4] = 1;
    qToLittleEndian(quint16(text.size()), frame.data() + 6);
    return frame.append(text);
}

QByteArray bogusFrame()
{
    QByteArray frame = frameHeader(0xFD, 8);
    QByteArray body("\x00\x00\x00\x01\x11\x01\x78", 7);
    body.append(QByteArray(127 - body.size(), '\x5A'));
    qToLittleEndian(quint32(body.size()), frame.data() + 4);
    return frame.append(body);
}

} // namespace opsdeck::dvr::sim
