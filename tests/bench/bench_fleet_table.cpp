// SPDX-License-Identifier: GPL-3.0-or-later
// How long the table of 15,000 cabinets takes for a keystroke in its search, for a frame while it scrolls, and for a batch
// of 500 changed cabinets, painting included, each while the others go on: the page as the window has it.
#include "core/store/store.h"
#include "tests/bench/figure.h"
#include "tests/ui/systems/cabinet/made_up_cabinets.h"
#include "ui/shell/look.h"
#include "ui/systems/cabinet/fleet_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QWindow>

#include <algorithm>

using namespace opsdeck;
using namespace opsdeck::cabinet;
using opsdeck::bench::Figure;

namespace {

constexpr int kCabinets = 15000;
constexpr int kBatch = 500;
constexpr int kRounds = 10;
constexpr int kFrames = 60;
constexpr double kLimitMs = 50;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Until it is on the screen: layout, painting, and handing the picture over.
void showNow(QWidget &window)
{
    QCoreApplication::sendPostedEvents();
    window.repaint();
    QCoreApplication::sendPostedEvents();
}

double worst(const std::vector<double> &values)
{
    return *std::max_element(values.begin(), values.end());
}

CabinetStatus cabinetNow(int number, int round)
{
    static constexpr int kSizes[] = {6, 8, 12, 24, 48};
    const int size = kSizes[number % 5];
    CabinetStatus status = test::madeUpCabinet(number, size, (number + round) % size);
    if ((number + round) % 9 == 0)
        status.state = CabinetStatus::State::Offline;
    status.lastHeartbeat = status.lastHeartbeat.addSecs(round);
    return status;
}

/// The next 500 cabinets of all, as they are in this round; what the window does when the fleet tells of them.
struct Batches {
    FleetModel &model;
    FleetPage &page;
    test::MadeUpCalls &calls;
    int next = 0;
    int round = 1;

    void apply()
    {
        QStringList sns;
        QList<FleetRow> rows;
        for (int i = 0; i < kBatch; ++i) {
            const CabinetStatus &status = *calls.cabinets.constFind(test::snOf(next));
            rows.append(rowOf(status));
            sns << status.sn;
            next = (next + 1) % kCabinets;
        }
        model.update(rows);
        page.noteChanged(sns);
    }
    /// Not measured: the fleet's own work on another thread.
    void prepare()
    {
        ++round;
        for (int i = 0; i < kBatch; ++i) {
            const CabinetStatus status = cabinetNow((next + i) % kCabinets, round);
            calls.cabinets.insert(status.sn, status);
        }
    }
};

QString how(const std::vector<double> &values)
{
    return QStringLiteral("worst of %1; median %2 ms")
        .arg(values.size())
        .arg(bench::median(values), 0, 'f', 1);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    base::SystemClock clock;
    store::SettingsStore settings(QString(), clock);
    const auto look = shell::Look::make(application, [] { return true; });
    if (!look)
        return 1;
    kit::ActionRegistry actions;
    kit::Notices notices(clock);
    kit::UiContext context{clock, (*look)->theme(), actions, notices, settings};
    QTemporaryDir folder;
    store::Store store(folder.filePath(QStringLiteral("opsdeck.db")), clock);
    store.database.open();
    test::MadeUpCalls calls;
    CabinetWork work(calls, clock);
    FleetNumbers numbers(store, clock);
    FleetModel model;
    CabinetDesk desk({context, calls, work, nullptr});
    FleetPage *shown = nullptr;
    CabinetActions cabinetActions(context, desk, work,
                                  [&shown] { return shown ? shown->selection() : Selection(); });
    FleetPage page({context, model, numbers, calls, work, desk, cabinetActions, nullptr});
    shown = &page;
    page.resize(1280, 760);
    page.show();
    // Nothing is painted before the window system has exposed the window.
    QElapsedTimer patience;
    patience.start();
    while (!page.windowHandle()->isExposed() && patience.elapsed() < 5000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);

    QList<FleetRow> rows;
    rows.reserve(kCabinets);
    for (int i = 0; i < kCabinets; ++i) {
        const CabinetStatus status = cabinetNow(i, 0);
        calls.cabinets.insert(status.sn, status);
        rows.append(rowOf(status));
    }
    model.update(rows);
    page.noteChanged({});
    page.table().select(test::snOf(77));
    showNow(page);
    bench::note(QStringLiteral("fleet table: %1 cabinets").arg(model.cabinetCount()));

    Batches batches{model, page, calls};
    auto *search = page.findChild<QLineEdit *>(QStringLiteral("fleetSearch"));
    std::vector<double> keys;
    std::vector<double> frames;
    std::vector<double> updates;
    QElapsedTimer timer;
    const QString query = QStringLiteral("lobby 7c00");
    const int columns[] = {FleetModel::Cabinet, FleetModel::Title, FleetModel::Banks, FleetModel::State};
    for (int round = 0; round < kRounds; ++round) {
        page.table().sortByColumn(columns[round % 4],
                                  round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        model.setGrouped(round % 3 == 2);
        showNow(page);
        const auto press = [&](int key, const QString &text) {
            timer.start();
            QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
            QCoreApplication::sendEvent(search, &down);
            showNow(page);
            keys.push_back(milliseconds(timer));
        };
        const auto update = [&] {
            batches.prepare();
            timer.start();
            batches.apply();
            showNow(page);
            updates.push_back(milliseconds(timer));
        };
        for (const QChar letter : query) {
            press(0, QString(letter));
            update();
        }
        for (qsizetype i = 0; i < query.size(); ++i) {
            press(Qt::Key_Backspace, QString());
            update();
        }
        QScrollBar *bar = page.table().verticalScrollBar();
        for (int frame = 0; frame < kFrames; ++frame) {
            timer.start();
            bar->setValue(bar->maximum() * frame / kFrames + frame);
            showNow(page);
            frames.push_back(milliseconds(timer));
            if (frame % 10 == 0)
                update();
        }
    }
    bench::printRows({
        Figure{QStringLiteral("Fleet table of 15,000, one keystroke of the search"), worst(keys),
               QStringLiteral("ms"), kLimitMs, Figure::Keep::AtMost, how(keys)},
        Figure{QStringLiteral("Fleet table of 15,000, a frame of scrolling"), worst(frames),
               QStringLiteral("ms"), kLimitMs, Figure::Keep::AtMost, how(frames)},
        Figure{QStringLiteral("Fleet table of 15,000, 500 changed cabinets"), worst(updates),
               QStringLiteral("ms"), kLimitMs, Figure::Keep::AtMost, how(updates)},
    });
    return 0;
}
