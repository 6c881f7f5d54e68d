// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/cabinet/wire.h"

namespace opsdeck::cabinet::sim {

/// The token of a VSN 2 board: m[15]<<24 | m[11]<<16 | m[7]<<8 | m[3] with m = MD5(payload + secret).
quint32 vsn2Token(const QByteArray &payload, const QByteArray &secret);

/// The checksum that the manual's sample of this answer of a cabinet prints; where the sample is right, the right one.
quint8 manualChecksum(quint8 command, const QByteArray &payload);

} // namespace opsdeck::cabinet::sim
