// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_state.h"

#include <algorithm>

namespace opsdeck::dvr {

namespace {

using Kind = TileState::Kind;

bool isFresh(const TileState &state, const Moment &at)
{
    return state.hasPicture && (state.isHidden || at.monotonic - state.pictureAt < kStaleAfter);
}

TileState toStale(TileState state, const std::optional<base::Error> &reason)
{
    state.kind = Kind::Stale;
    if (state.hasPicture)
        state.since = state.pictureTime; // the date of what is seen, whatever else is known
    state.reason = reason;
    return state;
}

struct Step {
    const TileState &state;
    const Moment &at;

    TileState operator()(const tile_input::Assigned &) const
    {
        TileState fresh;
        fresh.kind = Kind::Opening;
        fresh.since = at.utc;
        fresh.isHidden = state.isHidden;
        return fresh;
    }

    TileState operator()(const tile_input::Cleared &) const
    {
        TileState empty;
        empty.isHidden = state.isHidden;
        return empty;
    }

    TileState operator()(const tile_input::StreamTold &told) const
    {
        if (!state.isAssigned())
            return state;
        const LiveStatus &status = told.status;
        TileState after = state;
        after.isLinkUp = status.state != LiveStatus::State::Offline;
        after.retryAt = status.retryAt;
        switch (status.state) {
        case LiveStatus::State::Offline:
            after.kind = Kind::Offline;
            after.since = status.since;
            after.reason = status.reason;
            after.hasPicture = false;
            return after;
        case LiveStatus::State::Stale:
            after.since = status.since;
            return toStale(after, status.reason);
        case LiveStatus::State::Opening:
        case LiveStatus::State::Live:
            break;
        }
        // Frames may come, but only a fresh picture makes a tile live.
        if (isFresh(state, at) && state.kind == Kind::Live)
            return after;
        if (after.hasPicture)
            return toStale(after, std::nullopt);
        if (state.kind == Kind::Stale)
            return after; // no frame for long, and still no picture: it stays said
        after.kind = Kind::Opening;
        if (state.kind != Kind::Opening)
            after.since = at.utc;
        after.reason.reset();
        return after;
    }

    TileState operator()(const tile_input::PictureCame &picture) const
    {
        // A decoder may finish a last picture after the link went: it does not bring the tile back.
        if (!state.isAssigned() || !state.isLinkUp)
            return state;
        TileState after = state;
        const auto age =
            picture.receivedAt.count() != 0 ? at.monotonic - picture.receivedAt : base::Clock::Nanoseconds(0);
        after.hasPicture = true;
        after.pictureAt = at.monotonic - age;
        after.pictureTime =
            at.utc.addMSecs(-std::chrono::duration_cast<std::chrono::milliseconds>(age).count());
        if (!isFresh(after, at))
            return toStale(after, state.reason);
        if (state.kind != Kind::Live)
            after.since = after.pictureTime;
        after.kind = Kind::Live;
        after.reason.reset();
        after.retryAt = QDateTime();
        return after;
    }

    TileState operator()(const tile_input::TimePassed &) const
    {
        if (state.kind == Kind::Live && !isFresh(state, at))
            return toStale(state, state.reason);
        return state;
    }

    TileState operator()(const tile_input::Hidden &) const
    {
        TileState after = state;
        after.isHidden = true;
        return after;
    }

    TileState operator()(const tile_input::Shown &) const
    {
        TileState after = state;
        after.isHidden = false;
        if (state.isHidden && state.kind == Kind::Live)
            after.pictureAt = std::max(state.pictureAt, at.monotonic - kStaleAfter + kReturnGrace);
        return after;
    }
};

} // namespace

TileState next(const TileState &state, const TileInput &input, const Moment &at)
{
    return std::visit(Step{state, at}, input);
}

} // namespace opsdeck::dvr
