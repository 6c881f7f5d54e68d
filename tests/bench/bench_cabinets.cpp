// SPDX-License-Identifier: GPL-3.0-or-later
// 15,000 charging cabinets on one server: memory, heartbeats, a login storm while returns commit, and what a heartbeat
// costs against the least a server can do. The server and the cabinets are processes of their own: each has a limit of
// open files.
#include "core/store/store.h"
#include "core/systems/cabinet/cabinet_fleet.h"
#include "tests/bench/cabinet_load.h"
#include "tests/bench/figure.h"
#include "tests/bench/process_sample.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace opsdeck;
using namespace std::chrono_literals;
using bench::CabinetLoad;
using bench::Figure;

namespace {

constexpr int kCabinets = 15000;
constexpr double kLoginsPerSecond = 1000;
constexpr double kReturnsPerSecond = 1000;
constexpr int kReturning = 100;
/// Many times what 15,000 cabinets need: enough CPU time to compare.
constexpr double kFastHeartbeats = 5000;
constexpr double kHeartbeats = kCabinets / 30.0;

/// The server's process: what the console has below its window. Ends with its parent.
int serve(const QString &path, int knownCabinets)
{
    base::SystemClock clock;
    store::Store store(path, clock);
    cabinet::CabinetFleet fleet(clock, store.ledger, store.journal, nullptr);
    QObject::connect(&fleet, &cabinet::CabinetFleet::stateChanged, qApp,
                     [](const cabinet::ServerState &state) {
                         static bool said = false;
                         if (state.problem && !state.isListening)
                             bench::note(state.problem->detail());
                         if (state.isListening && !std::exchange(said, true)) {
                             std::printf("%d\n", int(state.port));
                             std::fflush(stdout);
                         }
                     });
    store.database.open().then(qApp, [&](const base::Result<store::Database::Opening> &opening) {
        if (!opening) {
            bench::note(opening.error().detail());
            QCoreApplication::exit(1);
            return;
        }
        QList<store::KnownCabinet> known;
        for (int number = 0; number < knownCabinets; ++number) {
            store::KnownCabinet cabinet;
            cabinet.sn = CabinetLoad::sn(number);
            cabinet.acceptedAt = clock.now();
            known.append(cabinet);
        }
        store.ledger.acceptCabinets(known).then(qApp, [&](const base::Result<void> &accepted) {
            if (!accepted) {
                bench::note(accepted.error().detail());
                QCoreApplication::exit(1);
                return;
            }
            cabinet::ServerSettings settings;
            settings.bind = QHostAddress(QHostAddress::LocalHost);
            settings.port = 0;
            fleet.start(settings);
        });
    });
    return QCoreApplication::exec();
}

/// One of the two servers, and what it has used.
class ServerProcess
{
public:
    explicit ServerProcess(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
        m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
        m_process.start(QCoreApplication::applicationFilePath(), arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30000)) {
        }
        m_port = m_process.readLine().trimmed().toUShort();
    }
    ~ServerProcess()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

    quint16 port() const
    {
        return m_port;
    }
    double cpuSeconds() const
    {
        clockid_t clock{};
        timespec time{};
        if (clock_getcpuclockid(pid_t(m_process.processId()), &clock) != 0 ||
            clock_gettime(clock, &time) != 0)
            return 0;
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }
    double residentKilobytes() const
    {
        const auto sample = bench::sampleProcess(m_process.processId());
        return sample ? sample->residentMegabytes * 1e6 / 1024 : 0;
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(double(values.size()) * share))];
}

/// CPU microseconds of the server for one heartbeat, of everything it does for it.
double heartbeatCost(const ServerProcess &server, CabinetLoad &load)
{
    CabinetLoad::Rates rates;
    rates.cabinets = kCabinets;
    rates.heartbeatsPerSecond = kFastHeartbeats;
    std::vector<double> costs;
    for (int round = 0; round < 5; ++round) {
        const double before = server.cpuSeconds();
        const auto outcome = load.run(rates, 2s);
        costs.push_back((server.cpuSeconds() - before) * 1e6 / std::max(1, outcome.heartbeatsAnswered));
        if (outcome.heartbeatsAnswered < outcome.heartbeats * 95 / 100)
            bench::note(QStringLiteral("only %1 of %2 heartbeats were answered")
                            .arg(outcome.heartbeatsAnswered)
                            .arg(outcome.heartbeats));
    }
    return bench::median(costs);
}

/// The figures of the server alone, and what a heartbeat costs it in microseconds; 0 = it failed, the reason is told.
double measureConsole(std::vector<Figure> &figures)
{
    QTemporaryDir folder;
    double empty = 0;
    {
        const ServerProcess nobody(
            {QStringLiteral("--serve"), folder.filePath(QStringLiteral("empty.db")), QStringLiteral("0")});
        empty = nobody.residentKilobytes();
    }
    const ServerProcess console({QStringLiteral("--serve"), folder.filePath(QStringLiteral("opsdeck.db")),
                                 QString::number(kCabinets)});
    if (console.port() == 0) {
        bench::note(QStringLiteral("the server did not start"));
        return 0;
    }
    CabinetLoad load(console.port(), CabinetLoad::Server::Console);

    // The cabinets that return banks are there first.
    CabinetLoad::Rates first;
    first.cabinets = kReturning;
    first.loginsPerSecond = 200;
    first.returning = kReturning;
    load.run(first, 10s, true);
    load.run(first, 1s);

    CabinetLoad::Rates storm = first;
    storm.cabinets = kCabinets;
    storm.loginsPerSecond = kLoginsPerSecond;
    storm.returnsPerSecond = kReturnsPerSecond;
    const auto stormed = load.run(storm, 60s, true);
    bench::note(
        QStringLiteral("login storm: %1 in, %2 refused, %3 lost, %4 of %5 returns ok, p50 %6 ms, p99 %7 ms, "
                       "longest %8 ms; returns p99 %9 ms")
            .arg(stormed.loggedIn)
            .arg(stormed.refused)
            .arg(stormed.lost)
            .arg(stormed.returnsOk)
            .arg(stormed.returns)
            .arg(percentile(stormed.loginMs, 0.5), 0, 'f', 1)
            .arg(percentile(stormed.loginMs, 0.99), 0, 'f', 1)
            .arg(percentile(stormed.loginMs, 1), 0, 'f', 1)
            .arg(percentile(stormed.returnMs, 0.99), 0, 'f', 1));
    if (load.online() < kCabinets) {
        bench::note(QStringLiteral("only %1 cabinets are connected").arg(load.online()));
        return 0;
    }

    CabinetLoad::Rates calm;
    calm.cabinets = kCabinets;
    calm.heartbeatsPerSecond = kHeartbeats;
    // What the storm brought is asked and written before anything is measured.
    for (int second = 0; second < 60 && load.run(calm, 1s).commands > 0; ++second) {
    }
    load.run(calm, 3s);
    figures.push_back(
        {QStringLiteral("memory of a connected cabinet"), (console.residentKilobytes() - empty) / kCabinets,
         QStringLiteral("kB"), 16, Figure::Keep::AtMost,
         QStringLiteral(
             "RSS of the server with 15,000 cabinets of 12 banks, less that of one that knows nobody")});
    const double cpuBefore = console.cpuSeconds();
    const auto calmed = load.run(calm, 20s);
    figures.push_back({QStringLiteral("heartbeats of 15,000 cabinets"),
                       (console.cpuSeconds() - cpuBefore) / 20 * 100, QStringLiteral("%"), 5,
                       Figure::Keep::AtMost,
                       QStringLiteral("of one core, one heartbeat each in 30 s, over 20 s")});
    bench::note(QStringLiteral("calm: %1 of %2 heartbeats answered, %3 lost, %4 commands")
                    .arg(calmed.heartbeatsAnswered)
                    .arg(calmed.heartbeats)
                    .arg(calmed.lost)
                    .arg(calmed.commands));
    figures.push_back(
        {QStringLiteral("login storm, p99 of the answers"), percentile(stormed.loginMs, 0.99),
         QStringLiteral("ms"), 100, Figure::Keep::AtMost,
         QStringLiteral("1,000 logins and 1,000 returns a second, returns on disk before their answer")});

    return heartbeatCost(console, load);
}

/// Of the bare echo, with the same cabinets.
double echoCost()
{
    const ServerProcess echo({QStringLiteral("--echo")});
    CabinetLoad load(echo.port(), CabinetLoad::Server::Echo);
    CabinetLoad::Rates connecting;
    connecting.cabinets = kCabinets;
    connecting.loginsPerSecond = 5000;
    load.run(connecting, 30s, true);
    if (load.online() < kCabinets)
        return 0;
    return heartbeatCost(echo, load);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--echo"))
        bench::serveEcho();
    if (arguments.value(1) == QLatin1String("--serve"))
        return serve(arguments.value(2), arguments.value(3).toInt());
    std::vector<Figure> figures;
    // One after the other: this process may not have twice as many files open.
    const double ours = measureConsole(figures);
    const double bare = ours > 0 ? echoCost() : 0;
    if (ours <= 0 || bare <= 0)
        return 1;
    figures.push_back(
        {QStringLiteral("CPU of a heartbeat"), ours / bare, QStringLiteral("×"), 4, Figure::Keep::AtMost,
         QStringLiteral("against a bare epoll echo of the same 15,000 connections: %1 and %2 µs")
             .arg(ours, 0, 'f', 1)
             .arg(bare, 0, 'f', 1)});
    bench::printRows(figures);
    return 0;
}
