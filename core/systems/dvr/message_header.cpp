// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systems/dvr/message_header.h"

#include "core/systems/dvr/dvr_error.h"
#include "core/systems/dvr/message_ids.h"

#include <QtEndian>

namespace opsdeck::dvr {

namespace {

// Below and above these no id of the vendor's headers exists (999 "special" login … 3505 file transfer).
constexpr quint16 kLowestId = 999;
constexpr quint16 kHighestId = 3999;

qint64 payloadCap(quint16 messageId)
{
    switch (messageId) {
    case id::kMonitorData:
    case id::kPlayData:
    case id::kDownloadData:
    case id::kSnapshotReply:
    case id::kPhotoReply:
        return kMediaPayloadCap;
    case id::kConfigExportReply:
    case id::kLogExportReply:
    case id::kConfigImport:
        return kArchivePayloadCap;
    default:
        return kControlPayloadCap;
    }
}

} // namespace

QByteArray MessageHeader::encode() const
{
    QByteArray bytes(kBytes, '\0');
    auto *at = reinterpret_cast<uchar *>(bytes.data());
    at[0] = kHeadFlag;
    at[1] = version;
    at[2] = reserved1;
    at[3] = reserved2;
    qToLittleEndian(sessionId, at + 4);
    qToLittleEndian(sequence, at + 8);
    at[12] = byte12;
    at[13] = byte13;
    qToLittleEndian(messageId, at + 14);
    qToLittleEndian(payloadBytes, at + 16);
    return bytes;
}

MessageHeader MessageHeader::decode(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() >= kBytes);
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    MessageHeader header;
    header.version = at[1];
    header.reserved1 = at[2];
    header.reserved2 = at[3];
    header.sessionId = qFromLittleEndian<quint32>(at + 4);
    header.sequence = qFromLittleEndian<quint32>(at + 8);
    header.byte12 = at[12];
    header.byte13 = at[13];
    header.messageId = qFromLittleEndian<quint16>(at + 14);
    header.payloadBytes = qFromLittleEndian<quint32>(at + 16);
    return header;
}

QByteArray encodeMessage(MessageHeader header, QByteArrayView payload)
{
    header.payloadBytes = quint32(payload.size());
    QByteArray bytes = header.encode();
    bytes.append(payload);
    return bytes;
}

transport::HeaderVerdict inspectHeader(QByteArrayView bytes)
{
    using Kind = transport::HeaderVerdict::Kind;
    if (quint8(bytes[0]) != MessageHeader::kHeadFlag || quint8(bytes[1]) > 1)
        return {Kind::Garbage, 0, {}};
    const MessageHeader header = MessageHeader::decode(bytes);
    if (header.messageId < kLowestId || header.messageId > kHighestId)
        return {Kind::Garbage, 0, {}};
    const qint64 cap = payloadCap(header.messageId);
    if (header.payloadBytes > cap) {
        return {Kind::Refuse, 0,
                base::Error(DvrError::Oversize, QStringLiteral("message %1 claims %2 bytes, the limit is %3")
                                                    .arg(header.messageId)
                                                    .arg(header.payloadBytes)
                                                    .arg(cap))};
    }
    return {Kind::Frame, header.payloadBytes, {}};
}

bool isMediaStyle(quint16 messageId)
{
    switch (messageId) {
    case id::kMonitorData:
    case id::kPlayData:
    case id::kDownloadData:
    case id::kTalkFromClient:
    case id::kTalkFromDevice:
    case id::kUpgradeData:
    case id::kSnapshotReply:
    case id::kPhotoReply:
    case id::kConfigImport:
    case id::kConfigExportReply:
    case id::kLogExportReply:
        return true;
    default:
        return false;
    }
}

} // namespace opsdeck::dvr
