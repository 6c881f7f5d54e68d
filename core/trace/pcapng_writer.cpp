// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/pcapng_writer.h"

#include "core/base/whole_file.h"

#include <QBuffer>
#include <QSysInfo>
#include <QtEndian>

#include <limits>

namespace opsdeck::trace {

namespace {

enum BlockType : quint32 { SectionHeader = 0x0A0D0D0A, InterfaceDescription = 1, EnhancedPacket = 6 };
enum Option : quint16 { EndOfOptions = 0, Comment = 1, InterfaceName = 2, TimeResolution = 9 };
enum SectionOption : quint16 { OperatingSystem = 3, Application = 4 };
enum TcpFlag : quint8 { Fin = 0x01, Syn = 0x02, Push = 0x08, Ack = 0x10 };

constexpr quint16 kEthernetLink = 1;
constexpr quint16 kMaximumOptionBytes = 4096;
/// Shifted by the window scale of the handshake: a window that bytes in flight never fill.
constexpr quint16 kWindow = 0xFFFF;
constexpr char kSynOptions[] = "\x01\x03\x03\x0e"; // NOP, window scale 14
constexpr quint32 kFirstSequence[2] = {0x10000000, 0x20000000};
/// After so many bytes without an answer the receiver acknowledges on its own.
constexpr quint32 kAcknowledgeBytes = 64000;

template <typename T>
void putLittle(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template <typename T>
void putBig(QByteArray &out, T value)
{
    const T big = qToBigEndian(value);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void pad(QByteArray &out)
{
    while (out.size() % 4 != 0)
        out.append('\0');
}

void putOption(QByteArray &out, quint16 code, const QByteArray &value)
{
    QByteArray text = value.first(qMin<qsizetype>(value.size(), kMaximumOptionBytes));
    putLittle(out, code);
    putLittle(out, quint16(text.size()));
    out.append(text);
    pad(out);
}

void putEndOfOptions(QByteArray &out)
{
    putLittle(out, quint16(EndOfOptions));
    putLittle(out, quint16(0));
}

/// The ones' complement sum of RFC 1071, not yet folded.
quint64 sum16(QByteArrayView bytes)
{
    quint64 sum = 0;
    qsizetype i = 0;
    for (; i + 1 < bytes.size(); i += 2)
        sum += qFromBigEndian<quint16>(bytes.data() + i);
    if (i < bytes.size())
        sum += quint64(quint8(bytes[i])) << 8;
    return sum;
}

quint16 checksum(quint64 sum)
{
    while (sum >> 16)
        sum = (sum & 0xFFFF) + (sum >> 16);
    return quint16(~sum);
}

bool isIpv6Only(const QHostAddress &address)
{
    bool isIpv4 = false;
    address.toIPv4Address(&isIpv4);
    return address.protocol() == QAbstractSocket::IPv6Protocol && !isIpv4;
}

QByteArray addressBytes(const QHostAddress &address, bool isIpv6, quint32 fallback)
{
    QByteArray bytes;
    if (isIpv6 && isIpv6Only(address)) {
        const Q_IPV6ADDR six = address.toIPv6Address();
        return QByteArray(reinterpret_cast<const char *>(six.c), 16);
    }
    bool isIpv4 = false;
    const quint32 four = address.toIPv4Address(&isIpv4);
    if (isIpv6)
        bytes = QByteArray(10, '\0') + QByteArray(2, '\xff');
    putBig(bytes, isIpv4 ? four : fallback);
    return bytes;
}

QString describe(const TraceConnection &connection)
{
    return connection.system + QStringLiteral(": ") + connection.name;
}

} // namespace

PcapngWriter::PcapngWriter(QIODevice &device)
    : m_device(device)
{
    writeSectionHeader();
}

base::Result<void> PcapngWriter::status() const
{
    if (!m_error.isEmpty())
        return base::fail(base::CommonError::FileFailed, m_error);
    return {};
}

void PcapngWriter::write(const TraceRecord &record)
{
    Connection &connection = connectionOf(record);
    switch (record.kind) {
    case TraceRecord::Kind::Opened:
        break;
    case TraceRecord::Kind::Sent:
        writeData(connection, FromLocal, record);
        break;
    case TraceRecord::Kind::Received:
        writeData(connection, FromPeer, record);
        break;
    case TraceRecord::Kind::Closed:
        writeEnd(connection, record);
        m_connections.erase(record.connection->id);
        break;
    }
}

void PcapngWriter::writeBlock(quint32 type, const QByteArray &body)
{
    QByteArray block;
    const auto total = quint32(body.size() + 12);
    block.reserve(total);
    putLittle(block, type);
    putLittle(block, total);
    block.append(body);
    putLittle(block, total);
    if (m_error.isEmpty() && m_device.write(block) != block.size())
        m_error = m_device.errorString();
}

void PcapngWriter::writeSectionHeader()
{
    QByteArray body;
    putLittle(body, quint32(0x1A2B3C4D));
    putLittle(body, quint16(1));
    putLittle(body, quint16(0));
    putLittle(body, qint64(-1)); // length not known
    putOption(body, OperatingSystem, QSysInfo::prettyProductName().toUtf8());
    putOption(body, Application, QByteArrayLiteral("Opsdeck " OPSDECK_VERSION));
    putOption(body, Comment,
              "Bytes as the program saw them; secrets cut; Ethernet, IP and TCP made up round them.");
    putEndOfOptions(body);
    writeBlock(SectionHeader, body);
}

quint32 PcapngWriter::interfaceOf(const TraceConnection &connection)
{
    const auto known = m_interfaces.find(connection.linkId);
    if (known != m_interfaces.end())
        return known->second;
    QByteArray body;
    putLittle(body, kEthernetLink);
    putLittle(body, quint16(0));
    putLittle(body, quint32(0)); // packets of any length
    putOption(body, InterfaceName, describe(connection).toUtf8());
    putOption(body, TimeResolution, QByteArray(1, 9));
    putEndOfOptions(body);
    writeBlock(InterfaceDescription, body);
    const auto number = quint32(m_interfaces.size());
    m_interfaces.emplace(connection.linkId, number);
    return number;
}

PcapngWriter::Connection &PcapngWriter::connectionOf(const TraceRecord &record)
{
    const TraceConnection &traced = *record.connection;
    const auto known = m_connections.find(traced.id);
    if (known != m_connections.end())
        return known->second;

    Connection &connection = m_connections[traced.id];
    connection.interfaceId = interfaceOf(traced);
    connection.isIpv6 = isIpv6Only(traced.local) || isIpv6Only(traced.peer);
    // 192.0.2.1 and .2 (for documentation, RFC 5737) where a link has no addresses.
    connection.address[FromLocal] = addressBytes(traced.local, connection.isIpv6, 0xC0000201);
    connection.address[FromPeer] = addressBytes(traced.peer, connection.isIpv6, 0xC0000202);
    connection.port[FromLocal] = traced.localPort ? traced.localPort : 49152;
    connection.port[FromPeer] = traced.peerPort ? traced.peerPort : 1;
    for (int tries = 0; tries < std::numeric_limits<quint16>::max(); ++tries) {
        if (m_used
                .emplace(connection.address[FromLocal], connection.port[FromLocal],
                         connection.address[FromPeer], connection.port[FromPeer])
                .second)
            break;
        if (++connection.port[FromLocal] == 0)
            connection.port[FromLocal] = 1024;
    }
    connection.next[FromLocal] = kFirstSequence[FromLocal];
    connection.next[FromPeer] = kFirstSequence[FromPeer];
    writeHandshake(connection, record);
    return connection;
}

void PcapngWriter::writeHandshake(Connection &connection, const TraceRecord &record)
{
    QString comment = describe(*record.connection);
    if (record.kind != TraceRecord::Kind::Opened)
        comment += QStringLiteral(" (the beginning is missing: older records were dropped)");
    const QByteArrayView options(kSynOptions, 4);
    writeSegment(connection, {FromLocal, Syn, {}, options, comment}, record.nanoseconds);
    writeSegment(connection, {FromPeer, Syn | Ack, {}, options, {}}, record.nanoseconds);
    writeSegment(connection, {FromLocal, Ack, {}, {}, {}}, record.nanoseconds);
}

void PcapngWriter::writeData(Connection &connection, Direction direction, const TraceRecord &record)
{
    const Direction other = direction == FromLocal ? FromPeer : FromLocal;
    const QByteArrayView bytes(record.bytes);
    for (qsizetype at = 0; at < bytes.size(); at += kSegmentBytes) {
        const auto count = qMin(kSegmentBytes, bytes.size() - at);
        const bool last = at + count == bytes.size();
        writeSegment(connection,
                     {direction, quint8(last ? Push | Ack : Ack), bytes.sliced(at, count), {}, {}},
                     record.nanoseconds);
        if (connection.next[direction] - connection.acked[direction] >= kAcknowledgeBytes)
            writeSegment(connection, {other, Ack, {}, {}, {}}, record.nanoseconds);
    }
}

void PcapngWriter::writeEnd(Connection &connection, const TraceRecord &record)
{
    writeSegment(connection, {FromPeer, Fin | Ack, {}, {}, record.reason}, record.nanoseconds);
    writeSegment(connection, {FromLocal, Fin | Ack, {}, {}, {}}, record.nanoseconds);
    writeSegment(connection, {FromPeer, Ack, {}, {}, {}}, record.nanoseconds);
}

void PcapngWriter::writeSegment(Connection &connection, const Segment &segment, qint64 nanoseconds)
{
    const Direction from = segment.direction;
    const Direction to = from == FromLocal ? FromPeer : FromLocal;
    const auto tcpBytes = 20 + segment.options.size() + segment.payload.size();

    QByteArray tcp;
    tcp.reserve(tcpBytes);
    putBig(tcp, connection.port[from]);
    putBig(tcp, connection.port[to]);
    putBig(tcp, connection.next[from]);
    putBig(tcp, segment.flags & Ack ? connection.next[to] : quint32(0));
    tcp.append(char((5 + segment.options.size() / 4) << 4));
    tcp.append(char(segment.flags));
    putBig(tcp, kWindow);
    putBig(tcp, quint16(0)); // checksum, below
    putBig(tcp, quint16(0)); // urgent pointer
    tcp.append(segment.options);
    tcp.append(segment.payload);
    constexpr quint8 kTcp = 6;
    const quint64 pseudo =
        sum16(connection.address[from]) + sum16(connection.address[to]) + kTcp + quint64(tcpBytes);
    qToBigEndian(checksum(pseudo + sum16(tcp)), tcp.data() + 16);

    QByteArray packet;
    packet.reserve(14 + 40 + tcpBytes + 4);
    // Locally administered addresses: 02:…:01 is this machine, 02:…:02 the peer.
    packet.append(QByteArray("\x02\0\0\0\0", 5)).append(char(to == FromLocal ? 1 : 2));
    packet.append(QByteArray("\x02\0\0\0\0", 5)).append(char(from == FromLocal ? 1 : 2));
    if (connection.isIpv6) {
        putBig(packet, quint16(0x86DD));
        putBig(packet, quint32(6u << 28));
        putBig(packet, quint16(tcpBytes));
        packet.append(char(kTcp)).append(char(64));
        packet.append(connection.address[from]).append(connection.address[to]);
    } else {
        putBig(packet, quint16(0x0800));
        QByteArray ip;
        putBig(ip, quint16(0x4500));
        putBig(ip, quint16(20 + tcpBytes));
        putBig(ip, ++connection.packetId);
        putBig(ip, quint16(0x4000)); // do not fragment
        ip.append(char(64)).append(char(kTcp));
        putBig(ip, quint16(0));
        ip.append(connection.address[from]).append(connection.address[to]);
        qToBigEndian(checksum(sum16(ip)), ip.data() + 10);
        packet.append(ip);
    }
    packet.append(tcp);

    QByteArray body;
    body.reserve(packet.size() + 64);
    putLittle(body, connection.interfaceId);
    putLittle(body, quint32(quint64(nanoseconds) >> 32));
    putLittle(body, quint32(quint64(nanoseconds)));
    putLittle(body, quint32(packet.size()));
    putLittle(body, quint32(packet.size()));
    body.append(packet);
    pad(body);
    if (!segment.comment.isEmpty()) {
        putOption(body, Comment, segment.comment.toUtf8());
        putEndOfOptions(body);
    }
    writeBlock(EnhancedPacket, body);

    connection.next[from] += quint32(segment.payload.size());
    if (segment.flags & (Syn | Fin))
        ++connection.next[from];
    if (segment.flags & Ack)
        connection.acked[to] = connection.next[to];
}

base::Result<void> exportPcapng(const std::vector<TraceRecord> &records, const QString &path)
{
    QBuffer section;
    section.open(QIODevice::WriteOnly);
    PcapngWriter writer(section);
    for (const TraceRecord &record : records)
        writer.write(record);
    return base::replaceFile(path, section.data(), QFile::ReadOwner | QFile::WriteOwner)
        .map_error([](const base::Error &error) {
            return base::Error(base::CommonError::FileFailed, error.detail());
        });
}

} // namespace opsdeck::trace
