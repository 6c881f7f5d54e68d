// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/systems/dvr/wall.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

namespace opsdeck::dvr {

/// What a wall shows, kept under a name.
struct SavedView {
    QString id; ///< unique in its book
    QString name;
    int tiles = 16; ///< one of WallLayout::tileCounts()
    QList<Wall::Assignment> content;
    QByteArray thumbnail; ///< PNG, small; may be empty

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// One stop of a tour: a saved view, or one channel by itself.
struct TourStep {
    static constexpr std::chrono::seconds kShortest{2};
    static constexpr std::chrono::seconds kLongest{600};

    QString viewId; ///< empty: the channel
    ChannelRef channel;
    std::chrono::seconds dwell{12}; ///< kShortest–kLongest

    friend bool operator==(const TourStep &, const TourStep &) = default;
};

/// Views and channels shown one after the other, over and over.
struct Tour {
    QString id;
    QString name;
    QList<TourStep> steps;

    friend bool operator==(const Tour &, const Tour &) = default;
};

using SavedItem = std::variant<SavedView, Tour>;

QString idOf(const SavedItem &item);
QString nameOf(const SavedItem &item);

/// Names and thumbnails of views are bounded like everything that comes from a file.
constexpr qsizetype kMaximumViewName = 80;
constexpr qsizetype kMaximumThumbnailBytes = 64 << 10;
constexpr qsizetype kMaximumTourSteps = 200;

/// As the settings file has them. Pure.
QJsonObject toJson(const SavedItem &item);
/// Errors: InvalidArgument, naming what is wrong. Whatever is out of range is refused, not mended.
base::Result<SavedItem> savedItemFromJson(const QJsonObject &json);

} // namespace opsdeck::dvr
