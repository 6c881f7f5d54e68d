// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed while it writes: this one, started again as its own victim. It says of each return that the
// ledger took; each of those must be there afterwards, once.
#include "core/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <deque>

using namespace opsdeck;
using namespace opsdeck::store;

namespace {

const QString kCabinet = QStringLiteral("WSTD081565222888");
constexpr int kMostReturns = 200'000;
constexpr int kOutstanding = 64;

QByteArray bankOf(int number)
{
    QByteArray id("RL1A");
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char((number >> shift) & 0xff));
    return id;
}

/// The victim: returns without end, each in a slot of its own, and says the number of each that is in the ledger.
int takeReturns(const QString &path, int first)
{
    base::SystemClock clock;
    Store store(path, clock);
    if (!store.database.open().result())
        return 1;
    std::deque<QFuture<base::Result<BankLedger::ReturnOutcome>>> asked;
    int said = first;
    for (int number = first; number < first + kMostReturns; ++number) {
        asked.push_back(
            store.ledger.recordReturn({clock.now(), QStringLiteral("%1-%2").arg(kCabinet).arg(number / 200),
                                       number % 200 + 1, bankOf(number)}));
        Event event;
        event.system = QStringLiteral("cabinet");
        event.kind = QStringLiteral("return");
        event.arguments = {QString::number(number)};
        store.journal.post(event);
        if (asked.size() < std::size_t(kOutstanding))
            continue;
        const auto answer = asked.front().result();
        asked.pop_front();
        if (!answer || answer->result != ReturnResult::Ok)
            return 2;
        std::printf("%d\n", said++);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

class TestDatabaseKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotShutOutByOneThatWasKilledWhileItTookTheLock()
    {
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("opsdeck.db"));
        QFile lock(path + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly)); // made, never filled
        lock.close();
        base::SystemClock clock;
        Store store(path, clock);
        const auto opened = store.database.open().result();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail()));
    }

    void whatWasAnsweredIsThereAfterEveryKill()
    {
        constexpr int kRounds = 25;
        QTemporaryDir home;
        const QString path = home.filePath(QStringLiteral("opsdeck.db"));
        QRandomGenerator random(17);
        QSet<int> answered;
        int next = 0;
        for (int round = 0; round < kRounds; ++round) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--take"), path, QString::number(next)});
            const int wanted = int(random.bounded(400));
            int seen = 0;
            QByteArray output;
            // In the first rounds also while it still opens.
            while (seen < wanted && round % 5 != 0) {
                QVERIFY2(victim.waitForReadyRead(20000), qPrintable(victim.errorString()));
                output += victim.readAllStandardOutput();
                seen = int(output.count('\n'));
            }
            QVERIFY(victim.waitForStarted(10000));
            for (quint32 spin = random.bounded(400'000U); spin > 0; --spin)
                QCoreApplication::instance(); // a moment that differs, without a sleep
            victim.kill();
            QVERIFY(victim.waitForFinished(10000));
            QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
            output += victim.readAllStandardOutput();
            // The last line may be half a number.
            output.truncate(output.lastIndexOf('\n') + 1);
            const int lines = int(output.count('\n'));
            for (const QByteArray &line : output.split('\n')) {
                if (!line.isEmpty())
                    answered.insert(line.toInt());
            }
            // Behind all that may have been taken without an answer.
            next += lines + kOutstanding + 1;

            base::SystemClock clock;
            Store store(path, clock);
            const auto opened = store.database.open().result();
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail()));
            QVERIFY2(opened->setAsideAs.isEmpty(), "a kill is no damage");
            const auto stock = store.ledger.stock().result();
            QVERIFY(stock);
            QVERIFY2(stock->inSlots >= answered.size(), "something that was answered is not there");
            QVERIFY2(stock->inSlots <= next, "something is there that nobody returned");
        }
        QVERIFY2(answered.size() > 1000, qPrintable(QString::number(answered.size())));

        base::SystemClock clock;
        Store store(path, clock);
        QVERIFY(store.database.open().result());
        for (const int number : std::as_const(answered)) {
            const auto moves = store.ledger.history(bankOf(number), 0, 10).result();
            QVERIFY(moves && moves->size() == 1);
            QCOMPARE(moves->first().cause, MoveCause::Return);
        }
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--take"))
        return takeReturns(arguments.at(2), arguments.at(3).toInt());
    TestDatabaseKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database_killed.moc"
