// SPDX-License-Identifier: GPL-3.0-or-later
// How many returns a second are on disk when they are answered: through the ledger, 256 of them under way, beside a bare
// loop that commits one row at a time to a database of the same settings.
#include "core/store/sql_connection.h"
#include "core/store/store.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMutex>
#include <QMutexLocker>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>

using namespace opsdeck;
using namespace opsdeck::store;
using bench::Figure;

namespace {

constexpr int kOutstanding = 256;
constexpr int kBanks = 200'000;
constexpr int kBanksPerCabinet = 20;
constexpr qint64 kRunMs = 6000;
constexpr qint64 kBareMs = 3000;
constexpr double kLimit = 5000;

QByteArray bankOf(int number)
{
    QByteArray id("RL1A");
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char((number >> shift) & 0xff));
    return id;
}

QString cabinetOf(int number)
{
    return QStringLiteral("WSTD48%1").arg(number, 10, 10, QChar(u'0'));
}

/// Every bank is rented out of its slot first.
bool rentAll(BankLedger &ledger)
{
    QSemaphore room(4096);
    std::atomic<int> failed{0};
    for (int i = 0; i < kBanks; ++i) {
        room.acquire();
        ledger
            .recordOut({QDateTime::currentDateTimeUtc(),
                        cabinetOf(i / kBanksPerCabinet),
                        i % kBanksPerCabinet + 1,
                        bankOf(i),
                        MoveCause::Rent,
                        {}})
            .then(QtFuture::Launch::Sync, [&](const base::Result<BankLedger::OutOutcome> &answer) {
                failed += answer ? 0 : 1;
                room.release();
            });
    }
    room.acquire(4096);
    return failed == 0;
}

struct Run {
    double perSecond = 0;
    double p99Ms = 0;
    bool isRight = false;
};

/// Each comes back into a free slot anywhere.
Run giveBack(BankLedger &ledger)
{
    std::vector<int> order(kBanks);
    for (int i = 0; i < kBanks; ++i)
        order[std::size_t(i)] = i;
    QRandomGenerator random(7);
    std::shuffle(order.begin(), order.end(), random);
    QSemaphore room(kOutstanding);
    std::atomic<int> taken{0};
    std::atomic<int> wrong{0};
    QMutex mutex;
    std::vector<double> waits;
    QElapsedTimer timer;
    timer.start();
    int asked = 0;
    for (; asked < kBanks && timer.elapsed() < kRunMs; ++asked) {
        room.acquire();
        const int bank = order[std::size_t(asked)];
        const int slot = order[std::size_t(kBanks - 1 - asked)];
        const qint64 begun = timer.nsecsElapsed();
        ledger
            .recordReturn({QDateTime::currentDateTimeUtc(), cabinetOf(slot / kBanksPerCabinet),
                           slot % kBanksPerCabinet + 1, bankOf(bank)})
            .then(QtFuture::Launch::Sync, [&, begun](const base::Result<BankLedger::ReturnOutcome> &answer) {
                const bool isOk = answer && answer->result == ReturnResult::Ok;
                (isOk ? taken : wrong)++;
                {
                    const QMutexLocker lock(&mutex);
                    waits.push_back(double(timer.nsecsElapsed() - begun) / 1e6);
                }
                room.release();
            });
    }
    room.acquire(kOutstanding);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    std::sort(waits.begin(), waits.end());
    const auto stock = ledger.stock().result();
    return {taken / seconds, waits.empty() ? 0 : waits[waits.size() * 99 / 100],
            wrong == 0 && stock && stock->inSlots == taken};
}

/// One row, one commit, one after the other.
double bareCommits(const QString &path)
{
    SqlConnection connection(path, SqlConnection::Mode::ReadWrite, std::chrono::seconds(5));
    if (!connection.open() || !connection.runOnce(QStringLiteral("PRAGMA journal_mode = WAL")) ||
        !connection.prepareForUse() ||
        !connection.runOnce(QStringLiteral("CREATE TABLE note (id integer PRIMARY KEY, body blob NOT NULL)")))
        return 0;
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    while (timer.elapsed() < kBareMs) {
        connection.run(QStringLiteral("BEGIN IMMEDIATE"));
        connection.run(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"), {count, bankOf(count)});
        if (!connection.run(QStringLiteral("COMMIT")))
            return 0;
        ++count;
    }
    return count * 1000.0 / double(timer.elapsed());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QTemporaryDir home;
    const double bare = bareCommits(home.filePath(QStringLiteral("bare.db")));
    base::SystemClock clock;
    Store store(home.filePath(QStringLiteral("opsdeck.db")), clock);
    if (bare <= 0 || !store.database.open().result() || !rentAll(store.ledger)) {
        bench::note(QStringLiteral("the database cannot be written"));
        return 1;
    }
    const Run run = giveBack(store.ledger);
    bench::note(QStringLiteral("returns: %1/s, p99 %2 ms; bare commits: %3/s")
                    .arg(run.perSecond, 0, 'f', 0)
                    .arg(run.p99Ms, 0, 'f', 1)
                    .arg(bare, 0, 'f', 0));
    if (!run.isRight) {
        bench::note(QStringLiteral("the ledger has not what it answered"));
        return 1;
    }
    bench::printRows({Figure{
        QStringLiteral("Durable returns"), run.perSecond, QStringLiteral("/s"), kLimit, Figure::Keep::AtLeast,
        QStringLiteral(
            "%1 under way, %2 banks, answers p99 %3 ms; %4 × a bare loop of one commit a row (%5/s)")
            .arg(kOutstanding)
            .arg(kBanks)
            .arg(run.p99Ms, 0, 'f', 0)
            .arg(run.perSecond / bare, 0, 'f', 1)
            .arg(bare, 0, 'f', 0)}});
    return 0;
}
