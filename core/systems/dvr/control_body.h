// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace opsdeck::dvr {

/// The JSON of a control message as devices really write it: with or without a trailer (0A 00, 0A, 00, a stray backslash),
/// control bytes inside strings, GBK or Latin-1 text. At most 64 levels deep.
/// Errors: EmptyReply (nothing but a trailer), BadReply (says where and shows the start).
base::Result<QJsonObject> parseBody(QByteArrayView payload);

/// Compact JSON with the trailer clients send (0A 00).
QByteArray encodeBody(const QJsonObject &body);

/// "0x%08X", the form every device takes.
QString sessionIdText(quint32 sessionId);
/// "0x%x" without leading zeros: the form one firmware insists on.
QString shortSessionIdText(quint32 sessionId);
/// Any form seen in the field: optional "0x", then hex of any length that fits 32 bits.
std::optional<quint32> parseSessionId(const QString &text);

/// A number as devices write numbers: 12, "12", "0x0000000C" (up to 64 bits, as they are). Nothing when it is none of these.
std::optional<qint64> numberOf(const QJsonValue &value);
/// `numberOf`, or `otherwise`, limited to 0…2^31-1.
int countOf(const QJsonValue &value, int otherwise = 0);

/// "Ret" of a reply. Errors: BadReply when it is missing or no number.
base::Result<int> retOf(const QJsonObject &reply);
/// The reply itself when its Ret is a success; retError otherwise. @param what was asked.
base::Result<QJsonObject> successful(const base::Result<QJsonObject> &reply, const QString &what);

} // namespace opsdeck::dvr
