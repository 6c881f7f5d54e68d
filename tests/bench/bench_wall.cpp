// SPDX-License-Identifier: GPL-3.0-or-later
// The video wall as a whole process under a real X server, the simulator in another process: frames a second, processor
// time a painted frame beside a bare loop of libavcodec and swscale, memory, latency, the longest stall of the GUI.
#include "app/simulator/systems/dvr/clip_library.h"
#include "tests/bench/bare_loop.h"
#include "tests/bench/console_run.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace opsdeck;
using namespace opsdeck::bench;
using std::chrono::seconds;

namespace {

struct Load {
    int tiles = 0;
    int devices = 1;
    int channels = 1;
    QString clipClass;
};

struct Wall {
    ConsoleRun run;
    QSize picture; ///< as scaled for a tile
    double lowestTileFps = 0;
    double paintedPerSecond = 0; ///< all tiles
    double cpuNanosecondsPerFrame = 0;
    double replayMegabytes = 0; ///< what all tiles hold for instant replay
};

std::optional<Wall> measureWall(const Load &load, seconds duration)
{
    const SimulatedDvrs dvrs(load.devices, load.channels, load.clipClass);
    if (dvrs.ports().isEmpty())
        return std::nullopt;
    const auto run = runConsole(dvrs.ports(), load.tiles, duration);
    if (!run)
        return std::nullopt;
    Wall wall;
    wall.run = *run;
    const QJsonArray tiles = run->report.value(QLatin1String("tiles")).toArray();
    if (tiles.size() != load.tiles) {
        note(QStringLiteral("%1 tiles of %2 have a channel").arg(tiles.size()).arg(load.tiles));
        return std::nullopt;
    }
    const double measured = run->report.value(QLatin1String("measuredSeconds")).toDouble();
    wall.lowestTileFps = 1e9;
    for (const QJsonValue &value : tiles) {
        const QJsonObject tile = value.toObject();
        // Over the whole of the measured time: a picture that stopped does not hide.
        const double fps = tile.value(QLatin1String("painted")).toDouble() / measured;
        wall.lowestTileFps = std::min(wall.lowestTileFps, fps);
        wall.paintedPerSecond += fps;
        wall.replayMegabytes += tile.value(QLatin1String("replayBytes")).toDouble() / 1e6;
        wall.picture = QSize(tile.value(QLatin1String("pictureWidth")).toInt(),
                             tile.value(QLatin1String("pictureHeight")).toInt());
    }
    if (wall.paintedPerSecond <= 0 || wall.picture.isEmpty()) {
        note(QStringLiteral("nothing was painted"));
        return std::nullopt;
    }
    wall.cpuNanosecondsPerFrame = run->cpuSecondsPerSecond / wall.paintedPerSecond * 1e9;
    note(QStringLiteral(
             "%1 tiles %2: %3 frames/s, lowest tile %4, picture %5×%6, %7 cores busy, %8 µs a frame")
             .arg(load.tiles)
             .arg(load.clipClass)
             .arg(wall.paintedPerSecond, 0, 'f', 0)
             .arg(wall.lowestTileFps, 0, 'f', 2)
             .arg(wall.picture.width())
             .arg(wall.picture.height())
             .arg(run->cpuSecondsPerSecond, 0, 'f', 2)
             .arg(wall.cpuNanosecondsPerFrame / 1000, 0, 'f', 0));
    return wall;
}

/// What a loop with nothing but the libraries needs for the same pictures: median of three. Measured right after its
/// wall: the speed of a machine that others use, too, changes from minute to minute.
/// @param streams decoders alive at once.
double bareNanosecondsPerFrame(const Load &load, QSize picture, int streams)
{
    BareLoopSetup setup;
    setup.target = picture;
    setup.streams = streams;
    const auto library = dvr::sim::ClipLibrary::load();
    if (!library)
        return 0;
    for (const dvr::sim::Clip *clip : (*library)->ofClass(load.clipClass)) {
        for (const dvr::sim::AccessUnit &unit : clip->main.units)
            setup.accessUnits.push_back(unit.bytes);
    }
    // Every stream sees every clip once; with many streams a part of each will do.
    const int whole = static_cast<int>(setup.accessUnits.size());
    setup.framesPerStream = streams > 1 ? std::min(whole, 3000 / streams) : std::min(whole, 1500);
    std::vector<double> costs;
    for (int i = 0; i < 3; ++i)
        costs.push_back(bareLoop(setup).cpuNanosecondsPerFrame);
    note(QStringLiteral("bare loop, %1, %2 streams: %3 µs a frame")
             .arg(load.clipClass)
             .arg(streams)
             .arg(median(costs) / 1000, 0, 'f', 0));
    return median(costs);
}

Figure costFigure(const QString &name, const Load &load, const Wall &wall, double limit)
{
    const double one = bareNanosecondsPerFrame(load, wall.picture, 1);
    const double all = bareNanosecondsPerFrame(load, wall.picture, load.tiles);
    const double strict = one > 0 ? wall.cpuNanosecondsPerFrame / one : 0;
    const double alike = all > 0 ? wall.cpuNanosecondsPerFrame / all : 0;
    return {name,
            strict,
            QStringLiteral("×"),
            strict > 0 ? limit : 0,
            Figure::Keep::AtMost,
            QStringLiteral("%1 µs against %2 µs in a bare loop of one stream (%3 × one of %4 streams)")
                .arg(wall.cpuNanosecondsPerFrame / 1000, 0, 'f', 0)
                .arg(one / 1000, 0, 'f', 0)
                .arg(alike, 0, 'f', 2)
                .arg(load.tiles)};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    constexpr seconds kDuration{24};
    const Load d1{64, 4, 16, QStringLiteral("d1")};
    const Load fullHd{4, 1, 4, QStringLiteral("1080p")};
    const Load sixteen{16, 1, 16, QStringLiteral("d1")};

    const auto empty = runConsole({}, d1.tiles, seconds(8));
    const auto many = measureWall(d1, kDuration);
    if (!empty || !many)
        return 1;
    const Figure manyCost =
        costFigure(QStringLiteral("Wall of 64 × D1: CPU a painted frame"), d1, *many, 1.25);
    const auto four = measureWall(fullHd, kDuration);
    if (!four)
        return 1;
    const Figure fourCost =
        costFigure(QStringLiteral("Wall of 4 × 1080p: CPU a painted frame"), fullHd, *four, 1.2);
    const auto late = measureWall(sixteen, kDuration);
    if (!late)
        return 1;

    const double perTile =
        (many->run.residentMegabytes - empty->residentMegabytes - many->replayMegabytes) / d1.tiles;
    printRows({
        {QStringLiteral("Wall of 64 × D1: slowest tile"), many->lowestTileFps, QStringLiteral("fps"), 24,
         Figure::Keep::AtLeast, QStringLiteral("painted frames of 704×576 at 25 fps, H.264")},
        manyCost,
        {QStringLiteral("Wall of 64 × D1: memory a tile, without its replay"), perTile, QStringLiteral("MB"),
         5, Figure::Keep::AtMost,
         QStringLiteral("%1 MB, of which %3 MB are kept for instant replay, against %2 MB with no device")
             .arg(many->run.residentMegabytes, 0, 'f', 0)
             .arg(empty->residentMegabytes, 0, 'f', 0)
             .arg(many->replayMegabytes, 0, 'f', 0)},
        {QStringLiteral("Wall of 64 × D1: longest stall of the GUI"),
         many->run.report.value(QLatin1String("longestStallMs")).toDouble(-1), QStringLiteral("ms"), 50,
         Figure::Keep::AtMost,
         QStringLiteral("between two turns of the event loop, measured by the program itself")},
        fourCost,
        {QStringLiteral("Wall of 16 × D1: last byte to paint, p95"),
         late->run.report.value(QLatin1String("latencyP95Ms")).toDouble(-1), QStringLiteral("ms"), 60,
         Figure::Keep::AtMost, QStringLiteral("last byte of a frame received → painted")},
    });
    return 0;
}
