// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systems/dvr/tile_text.h"

namespace opsdeck::dvr {

/// What the details of a tile are made from, beside what is written on it.
struct TileDetailFacts {
    TileFacts tile;
    bool isChanging = false;            ///< another stream is coming
    std::chrono::milliseconds delay{0}; ///< last byte of a frame to its painting; 0 = nothing was painted
    qint64 recordedBytes = 0;
};

/// One line of the details: "Lost packets", "0".
struct TileDetail {
    QString name;
    QString value;

    friend bool operator==(const TileDetail &, const TileDetail &) = default;
};

/// All that is known of a tile, translated. Pure, but for the translation. @param now UTC.
QList<TileDetail> tileDetails(const TileDetailFacts &facts, const QDateTime &now);

} // namespace opsdeck::dvr
