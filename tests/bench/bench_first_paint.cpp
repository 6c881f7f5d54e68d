// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console takes to show itself beside the least Qt program with a window: whole processes, run in turn.
#include "tests/bench/console_run.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

using namespace opsdeck::bench;
using std::chrono::seconds;

namespace {

constexpr int kRounds = 7;

double emptyWindowMs()
{
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/empty_window"), QStringList());
    if (!process.waitForFinished(20000) || process.exitCode() != 0)
        return 0;
    return QJsonDocument::fromJson(process.readAllStandardOutput())
        .object()
        .value(QLatin1String("firstPaintMs"))
        .toDouble();
}

double consoleMs()
{
    const auto run = runConsole({}, 16, seconds(4));
    return run ? run->report.value(QLatin1String("firstPaintMs")).toDouble() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::vector<double> empty;
    std::vector<double> console;
    for (int i = 0; i <= kRounds; ++i) {
        const double a = emptyWindowMs();
        const double b = consoleMs();
        if (a <= 0 || b <= 0) {
            note(QStringLiteral("a program did not paint: empty window %1 ms, console %2 ms").arg(a).arg(b));
            return 1;
        }
        note(QStringLiteral("first paint: empty window %1 ms, console %2 ms").arg(a).arg(b));
        // The first round warms the file cache.
        if (i == 0)
            continue;
        empty.push_back(a);
        console.push_back(b);
    }
    printRows({{QStringLiteral("First paint"), median(console) / median(empty), QStringLiteral("×"), 2.5,
                Figure::Keep::AtMost,
                QStringLiteral("%1 ms against %2 ms for an empty Qt window, medians of %3")
                    .arg(median(console), 0, 'f', 0)
                    .arg(median(empty), 0, 'f', 0)
                    .arg(kRounds)}});
    return 0;
}
