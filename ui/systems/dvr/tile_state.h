// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/systems/dvr/dvr_types.h"

#include <variant>

namespace opsdeck::dvr {

/// What one tile of the wall may claim. Changed only by `next`.
struct TileState {
    enum class Kind {
        Empty,   ///< no channel
        Opening, ///< a channel, no picture yet
        Live,    ///< the picture is younger than kStaleAfter
        Stale,   ///< the picture (when there is one) is old: grey and dated
        Offline, ///< no session or refused: no picture
    };

    Kind kind = Kind::Empty;
    QDateTime since;                   ///< UTC; Stale: of the last picture or frame
    std::optional<base::Error> reason; ///< Stale, Offline
    QDateTime retryAt;                 ///< UTC, when an attempt is planned
    bool isLinkUp = true;              ///< what the stream said last, apart from pictures
    bool isHidden = false; ///< not decoded, because nobody can see it: an old picture says nothing
    bool hasPicture = false;
    base::Clock::Nanoseconds pictureAt{0}; ///< monotonic, of the newest picture
    QDateTime pictureTime;                 ///< UTC, of the newest picture

    bool isAssigned() const { return kind != Kind::Empty; }
    friend bool operator==(const TileState &, const TileState &) = default;
};

/// A picture older than this is not live.
constexpr std::chrono::seconds kStaleAfter{3};

/// How long a tile that is seen again may show its last picture as live: time for a key frame to come, so that the wall
/// does not flicker grey, and too short to mislead.
constexpr std::chrono::seconds kReturnGrace{1};

/// The moment an input happened, on both clocks.
struct Moment {
    base::Clock::Nanoseconds monotonic{0};
    QDateTime utc;
};

namespace tile_input {
struct Assigned {
}; ///< a channel was put here
struct Cleared {
};
struct StreamTold {
    LiveStatus status;
}; ///< the stream changed its status
struct PictureCame {
    base::Clock::Nanoseconds receivedAt{0}; ///< monotonic; 0 = unknown, taken as now
};
struct TimePassed {
};
/// The tile went out of sight; nothing is decoded for it.
struct Hidden {
};
/// It is seen again: its last picture may stay for kReturnGrace, until a new one is decoded.
struct Shown {
};
} // namespace tile_input

using TileInput =
    std::variant<tile_input::Assigned, tile_input::Cleared, tile_input::StreamTold, tile_input::PictureCame,
                 tile_input::TimePassed, tile_input::Hidden, tile_input::Shown>;

/// The state after `input`. Pure.
TileState next(const TileState &state, const TileInput &input, const Moment &at);

/// When a Live tile turns stale unless a picture comes (monotonic).
inline base::Clock::Nanoseconds staleAt(const TileState &state)
{
    return state.pictureAt + kStaleAfter;
}

} // namespace opsdeck::dvr
