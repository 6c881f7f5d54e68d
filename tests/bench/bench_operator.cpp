// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator waits for on the wall, in a real window under a real X server, the recorders in another process:
// enlarging a tile, switching views, and what hundreds of switches cost in memory. And what an empty window costs.
#include "core/store/settings_store.h"
#include "tests/bench/console_run.h"
#include "tests/bench/figure.h"
#include "tests/bench/process_sample.h"
#include "ui/shell/main_window.h"
#include "ui/systems/dvr/dvr_ui.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStyleFactory>
#include <QTimer>

#include <algorithm>

using namespace opsdeck;
using namespace opsdeck::bench;
using namespace opsdeck::dvr;
using namespace std::chrono_literals;

namespace {

constexpr int kEnlargements = 20;
constexpr int kFewSwitches = 20;
constexpr int kManySwitches = 200;
constexpr std::chrono::seconds kPatience{20};

/// Runs the event loop until it is so, or patience ends.
bool waitUntil(const std::function<bool()> &isSo)
{
    QElapsedTimer timer;
    timer.start();
    while (!isSo()) {
        if (timer.elapsed() > std::chrono::milliseconds(kPatience).count())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
    return true;
}

double p95(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0
                          : values[std::min(values.size() - 1, std::size_t(double(values.size()) * 0.95))];
}

/// Counts the paintings of a widget.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    int paintings = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++paintings;
        return false;
    }
};

struct Console {
    base::SystemClock clock;
    kit::Theme theme;
    kit::ActionRegistry actions;
    kit::Notices notices{clock};
    store::SettingsStore settings{QString(), clock};
    std::unique_ptr<DvrUi> ui;
    std::unique_ptr<shell::MainWindow> window;
    QTimer heart; ///< so that waiting never sleeps past its patience

    explicit Console(const QList<int> &ports)
    {
        QFile file(QStringLiteral(":/look/theme.json"));
        if (file.open(QIODevice::ReadOnly))
            theme = kit::Theme::fromJson(file.readAll(), kit::Theme::Style::Dark).value_or(kit::Theme());
        kit::UiContext context{clock, theme, actions, notices, settings};
        context.seed = 7;
        context.tiles = 16;
        ui = std::make_unique<DvrUi>(context);
        window = std::make_unique<shell::MainWindow>(context);
        window->addSystem(QStringLiteral("dvr"), *ui);
        window->resize(1600, 900);
        window->show();
        QList<site::Device> devices;
        for (qsizetype i = 0; i < ports.size(); ++i) {
            site::Device device;
            device.id = QStringLiteral("dvr%1").arg(i + 1);
            device.system = QStringLiteral("dvr");
            device.settings = QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                          {QStringLiteral("port"), ports.at(i)},
                                          {QStringLiteral("user"), QStringLiteral("admin")}};
            devices.append(device);
        }
        ui->setDevices(devices);
        window->showPages(QString());
        heart.start(10);
    }

    Wall &wall() { return ui->wall(); }
    WallPane &pane() { return ui->mainPane(); }
    bool areAllLive()
    {
        for (int i = 0; i < wall().tileCount(); ++i) {
            if (wall().tile(i).state.kind != TileState::Kind::Live)
                return false;
        }
        return true;
    }
    static QList<Wall::Assignment> channelsOf(const QString &device)
    {
        QList<Wall::Assignment> all;
        for (int i = 0; i < 16; ++i)
            all.append({{device, i}, StreamPin::Automatic});
        return all;
    }
};

struct Waits {
    std::vector<double> picture;
    std::vector<double> mainStream;
};

std::optional<Waits> enlargeTiles(Console &console, PaintWatch &watch)
{
    Waits waits;
    for (int i = 0; i < kEnlargements; ++i) {
        const int tile = i % 16;
        QElapsedTimer timer;
        timer.start();
        const int before = watch.paintings;
        console.pane().act(tile);
        if (!waitUntil(
                [&] { return watch.paintings > before && !console.wall().tile(tile).picture.isNull(); }))
            return std::nullopt;
        waits.picture.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!waitUntil([&] {
                const Wall::Tile &shown = console.wall().tile(tile);
                return shown.live.stream == StreamKind::Main && shown.isPicturePainted;
            }))
            return std::nullopt;
        waits.mainStream.push_back(double(timer.nsecsElapsed()) / 1e6);
        console.pane().act(tile);
        if (!waitUntil([&] {
                return console.areAllLive() && console.wall().tile(tile).live.stream == StreamKind::Sub;
            }))
            return std::nullopt;
    }
    return waits;
}

struct Switches {
    std::vector<double> firstRepaint;
    std::vector<double> allLive;
    double megabytesAfterFew = 0;
    double megabytesAfterMany = 0;
};

std::optional<Switches> switchViews(Console &console, PaintWatch &watch)
{
    Switches switches;
    for (int i = 1; i <= kManySwitches; ++i) {
        const QString device = i % 2 ? QStringLiteral("dvr2") : QStringLiteral("dvr1");
        QElapsedTimer timer;
        timer.start();
        const int before = watch.paintings;
        console.pane().show(device, 16, Console::channelsOf(device), QString());
        if (!waitUntil([&] { return watch.paintings > before; }))
            return std::nullopt;
        switches.firstRepaint.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!waitUntil([&] { return console.areAllLive(); }))
            return std::nullopt;
        switches.allLive.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (i != kFewSwitches && i != kManySwitches)
            continue;
        const auto sample = sampleProcess(QCoreApplication::applicationPid());
        (i == kFewSwitches ? switches.megabytesAfterFew : switches.megabytesAfterMany) =
            sample ? sample->residentMegabytes : 0;
    }
    return switches;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const auto empty = runConsole({}, 16, std::chrono::seconds(40));
    const SimulatedDvrs dvrs(2, 16, QStringLiteral("d1"));
    if (!empty || dvrs.ports().isEmpty())
        return 1;
    Console console(dvrs.ports());
    PaintWatch watch(console.pane().page()->view());
    console.pane().show(QString(), 16, Console::channelsOf(QStringLiteral("dvr1")), QString());
    if (!waitUntil([&] { return console.areAllLive(); })) {
        note(QStringLiteral("the wall did not come up"));
        return 1;
    }
    const auto waits = enlargeTiles(console, watch);
    const auto switches = switchViews(console, watch);
    if (!waits || !switches) {
        note(QStringLiteral("a tile did not come up"));
        return 1;
    }
    printRows({
        {QStringLiteral("Enlarging a tile: a picture in its new size, p95"), p95(waits->picture),
         QStringLiteral("ms"), 300, Figure::Keep::AtMost,
         QStringLiteral("click → painted, %1 times on a wall of 16").arg(kEnlargements)},
        {QStringLiteral("Enlarging a tile: the main stream, p95"), p95(waits->mainStream),
         QStringLiteral("ms"), 1000, Figure::Keep::AtMost,
         QStringLiteral("click → first painted picture of the full stream")},
        {QStringLiteral("Switching a view of 16: first repaint, p95"), p95(switches->firstRepaint),
         QStringLiteral("ms"), 200, Figure::Keep::AtMost,
         QStringLiteral("%1 switches; all 16 live after %2 ms (median)")
             .arg(kManySwitches)
             .arg(median(switches->allLive), 0, 'f', 0)},
        {QStringLiteral("Memory after %1 switches of view, beside %2").arg(kManySwitches).arg(kFewSwitches),
         switches->megabytesAfterMany / switches->megabytesAfterFew, QStringLiteral("×"), 1.05,
         Figure::Keep::AtMost,
         QStringLiteral("%1 MB against %2 MB")
             .arg(switches->megabytesAfterMany, 0, 'f', 1)
             .arg(switches->megabytesAfterFew, 0, 'f', 1)},
        {QStringLiteral("Window without a device: CPU"), empty->cpuSecondsPerSecond * 100,
         QStringLiteral("% of a core"), 0.5, Figure::Keep::AtMost,
         QStringLiteral("the whole program, second half of 40 s")},
    });
    return 0;
}
