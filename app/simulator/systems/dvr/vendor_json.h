// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/quirks.h"

#include <QByteArray>
#include <QJsonObject>

namespace opsdeck::dvr::sim {

/// JSON as the vendor's serialiser writes it: { "Name" : "x", "Ret" : 100 }, then the trailer 0A 00; the quirks
/// change spaces, slashes, trailer and the bytes of Chinese titles. Pure.
QByteArray vendorJson(const QJsonObject &object, const Quirks &quirks);

/// The text form of a session id: 0x%08X unless a quirk says otherwise.
QString sessionIdText(quint32 sessionId, const Quirks &quirks);

/// Reads any text form of a session id: hex with or without 0x; 0 when it is none.
quint32 parseSessionId(const QString &text);

} // namespace opsdeck::dvr::sim
