// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_details.h"

#include "ui/kit/time_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace opsdeck::dvr {

namespace {

/// Of lupdate's context opsdeck::dvr::TileDetail.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(opsdeck::dvr::TileDetail)
};

QString none()
{
    return QStringLiteral("–");
}

QString streamText(const TileDetailFacts &facts)
{
    if (facts.isChanging)
        return facts.tile.stream == StreamKind::Main ? Texts::tr("full, changing to small")
                                                     : Texts::tr("small, changing to full");
    const bool isMain = facts.tile.stream == StreamKind::Main;
    if (facts.tile.pin == StreamPin::Automatic)
        return isMain ? Texts::tr("full (automatic)") : Texts::tr("small (automatic)");
    return isMain ? Texts::tr("full (kept)") : Texts::tr("small (kept)");
}

QString pictureText(const FeedFigures &figures)
{
    if (figures.size.isEmpty())
        return none();
    return QStringLiteral("%1 %2×%3")
        .arg(codecText(figures.codec))
        .arg(figures.size.width())
        .arg(figures.size.height())
        .trimmed();
}

QString rateText(const TileFacts &tile)
{
    const QLocale locale;
    return Texts::tr("%1 fps · %2 kbit/s")
        .arg(locale.toString(std::lround(tile.framesPerSecond)),
             locale.toString(std::lround(tile.kilobitsPerSecond)));
}

QString count(quint64 number)
{
    return QLocale().toString(number);
}

} // namespace

QList<TileDetail> tileDetails(const TileDetailFacts &facts, const QDateTime &now)
{
    const TileFacts &tile = facts.tile;
    const FeedFigures &figures = tile.figures;
    const bool isLive = tile.state.kind == TileState::Kind::Live;
    QList<TileDetail> details{
        {Texts::tr("Stream"), streamText(facts)},
        {Texts::tr("Picture"), pictureText(figures)},
        {Texts::tr("Rate"), isLive ? rateText(tile) : none()},
        {Texts::tr("Lost packets"), count(figures.lostPackets)},
        {Texts::tr("Decode errors"), count(figures.decodeErrors)},
        {Texts::tr("Dropped late"), count(figures.droppedLate)},
        {Texts::tr("Reconnects"), QLocale().toString(figures.reconnects)},
        {Texts::tr("Delay"), isLive && facts.delay.count() > 0 && !tile.replayTime.isValid()
                                 ? Texts::tr("%1 ms").arg(facts.delay.count())
                                 : none()},
        {isLive ? Texts::tr("Live since") : Texts::tr("Since"), kit::momentText(tile.state.since, now)},
        {Texts::tr("For replay"),
         Texts::tr("%1 s · %2 MB")
             .arg(std::chrono::duration_cast<std::chrono::seconds>(figures.replaySpan).count())
             .arg(QLocale().toString(double(figures.replayBytes) / (1024 * 1024), 'f', 1))},
    };
    if (tile.zoom > 1)
        details.append(
            {Texts::tr("Digital zoom"), QStringLiteral("%1×").arg(QLocale().toString(tile.zoom, 'f', 1))});
    if (tile.recordingFor) {
        details.append({Texts::tr("Recording"),
                        Texts::tr("%1 s · %2 MB")
                            .arg(tile.recordingFor->count())
                            .arg(QLocale().toString(double(facts.recordedBytes) / (1024 * 1024), 'f', 1))});
    }
    return details;
}

} // namespace opsdeck::dvr
