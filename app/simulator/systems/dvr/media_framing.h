// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/systems/dvr/clip_library.h"

#include <QDateTime>

namespace opsdeck::dvr::sim {

// Writes the media payload framing of the protocol page §3. Pure functions.

/// Packs a device's local time into the 32 bits of a key frame's header (1 s resolution, years 2000–2063).
quint32 packTime(const QDateTime &local);

/// An access unit as an FC (key) or FD frame.
/// @param codecNibble 2 = H.264, 3 = H.265 (a quirk may lie).
QByteArray videoFrame(const AccessUnit &unit, const Encoding &encoding, quint8 codecNibble,
                      const QDateTime &local);

/// 320 bytes of A-law as an FA frame (0x0E = G.711A, rate index 2 = 8 kHz).
QByteArray audioFrame(QByteArrayView samples);

/// An F9 frame of type 1: vehicle text.
QByteArray infoFrame(QByteArrayView text);

/// The 127-byte P-frame that 4K streams carry every two seconds: no picture, to be skipped.
QByteArray bogusFrame();

} // namespace opsdeck::dvr::sim
