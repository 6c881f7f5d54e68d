// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace opsdeck::dvr::sim {

enum class ClipCodec { H264, H265 };

/// One picture of an Annex-B stream with everything that belongs in front of it.
struct AccessUnit {
    bool isKey = false; ///< starts with an IDR picture
    QByteArray bytes;   ///< NAL units, each behind a start code of four bytes
};

/// Cuts a raw Annex-B stream into access units: a unit starts at the first parameter set, SEI or delimiter
/// after a slice, or at a slice that begins a new picture. Pure; any bytes are accepted.
QList<AccessUnit> splitAccessUnits(QByteArrayView stream, ClipCodec codec);

} // namespace opsdeck::dvr::sim
