// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/state_mark.h"
#include "ui/systems/dvr/dvr_error_text.h"
#include "ui/systems/dvr/stream_policy.h"
#include "ui/systems/dvr/tile_feed.h"
#include "ui/systems/dvr/tile_state.h"

#include <QStringList>

namespace opsdeck::dvr {

/// Everything that is said about a tile.
struct TileFacts {
    ChannelRef channel;
    QString deviceName;
    QString channelTitle; ///< as the device sent it; may be empty
    TileState state;
    bool isDeviceKnown = true; ///< false: a view still names a device that was removed from the site
    bool isDeviceOnline = false;
    OperatorHelp help = OperatorHelp::None;
    bool wantsHint = true; ///< an empty tile says what belongs there; not all of many do
    FeedFigures figures;
    double framesPerSecond = 0;
    double kilobitsPerSecond = 0;
    StreamPin pin = StreamPin::Automatic;
    StreamKind stream = StreamKind::Main;
    double zoom = 1; ///< digital, 1 = the whole picture
    bool isHeard = false;
    std::optional<std::chrono::seconds> recordingFor;
    QDateTime replayTime; ///< UTC, of the frame that is shown; invalid = not replaying
};

/// What is written on a tile: plain text, one line each.
struct TileText {
    QStringList names;    ///< of the channel, longest first; the painter takes the first that fits
    QStringList figures;  ///< "H.264 704×576 · 25 fps · 765 kbit/s", shorter forms behind it; may be empty
    QStringList overlays; ///< over a moving picture, at the right: "● rec 00:12", "2.0×"
    QString badge;        ///< over a stale picture: "stale since 14:02:11"
    QString headline;     ///< instead of a picture: "Offline since 14:02:14"
    QString line;         ///< below it: "connection refused · trying again in 3 s"
    QString toolTip;      ///< all of it, several lines
    kit::StateMark mark = kit::StateMark::None;

    friend bool operator==(const TileText &, const TileText &) = default;
};

/// @param now UTC. Pure, but for the translation.
TileText tileText(const TileFacts &facts, const QDateTime &now);

/// "1 Main gate", or "Channel 1" without a title. Plain text whatever the device sent.
QString channelName(int channel, const QString &title);
/// "H.264"; empty for Unknown.
QString codecText(media::VideoCodec codec);

} // namespace opsdeck::dvr
