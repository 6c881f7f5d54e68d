// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/dvr/dvr_types.h"

#include <QSize>

namespace opsdeck::dvr {

/// Who chooses the stream of a tile.
enum class StreamPin {
    Automatic, ///< by the tile's size
    Main,
    Sub,
};

/// What recorders send as their small stream when nothing else is known (CIF).
constexpr QSize kUsualSubSize(352, 288);

/// The stream for a tile. Automatic: the main stream once the tile is half as high again as the small picture, and back
/// only when it is less than a fifth higher; between these the one it has stays, so that no window size makes it change to
/// and fro. Pure.
/// @param box of the picture, device pixels. @param current what the tile has; null = nothing yet. @param subSize of the
/// small stream's pictures; empty = kUsualSubSize.
StreamKind chooseStream(StreamPin pin, QSize box, const StreamKind *current, QSize subSize);

} // namespace opsdeck::dvr
