// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/database_rig.h"

#include <QSemaphore>

#include <atomic>

using namespace opsdeck;
using namespace opsdeck::test;
using base::CommonError;
using store::DatabaseError;

namespace {

/// Goes on by itself whenever it is asked, so that work that takes long needs no time.
class HastyClock final : public base::Clock
{
public:
    explicit HastyClock(std::chrono::milliseconds step)
        : m_step(step)
    {
    }
    Nanoseconds monotonic() const override { return m_step * ++m_asked; }
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 20), QTime(14, 2), Qt::UTC); }
    std::unique_ptr<base::Timer> makeTimer(std::function<void()>) override { return nullptr; }

private:
    const std::chrono::milliseconds m_step;
    mutable std::atomic<int> m_asked{0};
};

} // namespace

class TestDatabase : public QObject, private DatabaseRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void makesItsFolderAndTheNewestSchema();
    void isOpenedOnlyOnce();
    void whatIsAskedBeforeItIsOpenWaits();
    void whatIsAskedOfOneThatWasNeverOpenedIsAnswered();
    void writesThatWaitAreCommittedTogether();
    void aCommitTakesNoMoreThanItsMost();
    void aCommitTakesNoLongerThanItsLongest();
    void aWriteThatFailsLeavesItsNeighboursWhole();
    void whatIsAnsweredIsSeenByTheNextRead();
    void commitsWhatWaitsBeforeItGoes();
    void aSearchDoesNotHoldUpAQuickRead();
    void refusesMoreThanMayWait();
    void readersCannotWrite();
};

void TestDatabase::makesItsFolderAndTheNewestSchema()
{
    const QString path = file("deep/er/opsdeck.db");
    {
        Database database(path, m_clock);
        const auto opened = database.open().result();
        QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
        QVERIFY(opened->schemaVersion >= 1);
        QVERIFY(opened->setAsideAs.isEmpty());
        QCOMPARE(database.path(), path);
        QVERIFY(QFile::exists(path));
    }
    // What is settled is in the one file.
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files), QStringList{QStringLiteral("opsdeck.db")});
    OtherProgram other(path);
    QCOMPARE(other.value("PRAGMA journal_mode").toString(), QStringLiteral("wal"));
    QCOMPARE(other.value("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
}

void TestDatabase::isOpenedOnlyOnce()
{
    Database database(file(), m_clock);
    const auto first = database.open();
    const auto second = database.open();
    VERIFY_DONE(first.result());
    VERIFY_DONE(second.result());
}

void TestDatabase::whatIsAskedBeforeItIsOpenWaits()
{
    Database database(file(), m_clock);
    const auto made = makeTable(database);
    const auto added = addNote(database, 1);
    const auto asked = notes(database);
    QVERIFY(!made.isFinished() && !added.isFinished() && !asked.isFinished());
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(made.result());
    VERIFY_DONE(added.result());
    const auto found = asked.result(); // on another thread: it may be answered before the table is there
    if (found)
        QVERIFY(found->size() <= 1);
    QCOMPARE(*notes(database).result(), QList<int>{1});
}

void TestDatabase::whatIsAskedOfOneThatWasNeverOpenedIsAnswered()
{
    QFuture<Result<void>> written;
    QFuture<Result<QList<int>>> read;
    {
        Database database(file(), m_clock);
        written = addNote(database, 1);
        read = notes(database);
    }
    VERIFY_FAILED(written.result(), DatabaseError::NotOpen);
    VERIFY_FAILED(read.result(), DatabaseError::NotOpen);
    QVERIFY(!QFile::exists(file()));
}

void TestDatabase::writesThatWaitAreCommittedTogether()
{
    constexpr int kCount = 500;
    Database database(file(), m_clock);
    makeTable(database);
    int worked = 0;
    int workedAtFirstAnswer = 0;
    QList<int> answered;
    for (int i = 0; i < kCount; ++i) {
        database.write<int>(
            [&worked, i](SqlConnection &connection) -> Result<int> {
                ++worked;
                const auto added = connection.run(QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"),
                                                  {i, QStringLiteral("together")});
                return added ? Result<int>(i) : base::fail(added.error());
            },
            [&](const Result<int> &answer) {
                if (answered.isEmpty())
                    workedAtFirstAnswer = worked;
                answered.append(answer.value_or(-1));
            });
    }
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(run(database, QStringLiteral("DELETE FROM note WHERE id < 0")).result());
    QCOMPARE(workedAtFirstAnswer, kCount);
    QCOMPARE(answered.size(), kCount);
    QVERIFY2(std::is_sorted(answered.begin(), answered.end()), "answers come in the order of the writes");
    QCOMPARE(answered.first(), 0);
}

void TestDatabase::aCommitTakesNoMoreThanItsMost()
{
    Database database(file(), m_clock);
    int worked = 0;
    QList<int> workedAtAnswer;
    for (int i = 0; i < Database::kMostPerCommit + 10; ++i) {
        database.write<void>(
            [&worked](SqlConnection &) -> Result<void> {
                ++worked;
                return {};
            },
            [&](const Result<void> &) { workedAtAnswer.append(worked); });
    }
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(makeTable(database).result());
    QCOMPARE(workedAtAnswer.first(), Database::kMostPerCommit);
    QCOMPARE(workedAtAnswer.last(), Database::kMostPerCommit + 10);
}

void TestDatabase::aCommitTakesNoLongerThanItsLongest()
{
    HastyClock clock(Database::kLongestCommit * 2 / 5);
    Database database(file(), clock);
    int worked = 0;
    int workedAtFirstAnswer = 0;
    for (int i = 0; i < 100; ++i) {
        database.write<void>(
            [&worked](SqlConnection &) -> Result<void> {
                ++worked;
                return {};
            },
            [&](const Result<void> &) {
                if (workedAtFirstAnswer == 0)
                    workedAtFirstAnswer = worked;
            });
    }
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(makeTable(database).result());
    QCOMPARE(workedAtFirstAnswer, 3);
    QCOMPARE(worked, 100);
}

void TestDatabase::aWriteThatFailsLeavesItsNeighboursWhole()
{
    Database database(file(), m_clock);
    makeTable(database);
    const auto before = addNote(database, 1);
    const auto half = database.write<void>([](SqlConnection &connection) -> Result<void> {
        const auto added =
            connection.run(QStringLiteral("INSERT INTO note (id, body) VALUES (2, 'never to be seen')"));
        if (!added)
            return base::fail(added.error());
        return base::fail(CommonError::InvalidArgument, QStringLiteral("thought better of it"));
    });
    const auto twice = addNote(database, 1);
    const auto nonsense = run(database, QStringLiteral("INSERT INTO nowhere (id) VALUES (1)"));
    const auto after = addNote(database, 3);
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(before.result());
    VERIFY_FAILED(half.result(), CommonError::InvalidArgument);
    VERIFY_FAILED(twice.result(), DatabaseError::Failed);
    VERIFY_FAILED(nonsense.result(), DatabaseError::Failed);
    const base::Error told = nonsense.result().error();
    QVERIFY2(told.detail().contains(file()) && told.detail().contains(QStringLiteral("nowhere")),
             "the error names the file and has the driver's words");
    VERIFY_DONE(after.result());
    QCOMPARE(*notes(database).result(), (QList<int>{1, 3}));
}

void TestDatabase::whatIsAnsweredIsSeenByTheNextRead()
{
    Database database(file(), m_clock);
    database.open();
    VERIFY_DONE(makeTable(database).result());
    for (int i = 1; i <= 50; ++i) {
        VERIFY_DONE(addNote(database, i).result());
        QCOMPARE(notes(database).result()->size(), i);
    }
}

void TestDatabase::commitsWhatWaitsBeforeItGoes()
{
    QList<QFuture<Result<void>>> answers;
    {
        Database database(file(), m_clock);
        database.open();
        makeTable(database);
        for (int i = 1; i <= 1000; ++i)
            answers.append(addNote(database, i));
    }
    for (const auto &answer : answers) {
        QVERIFY(answer.isFinished());
        VERIFY_DONE(QFuture(answer).result());
    }
    Database again(file(), m_clock);
    VERIFY_DONE(again.open().result());
    QCOMPARE(notes(again).result()->size(), 1000);
}

void TestDatabase::aSearchDoesNotHoldUpAQuickRead()
{
    Database database(file(), m_clock);
    database.open();
    VERIFY_DONE(makeTable(database).result());
    VERIFY_DONE(addNote(database, 7).result());
    QSemaphore isSearching;
    QSemaphore mayEnd;
    const auto search = database.read<int>(
        [&](SqlConnection &) -> Result<int> {
            isSearching.release();
            mayEnd.acquire();
            return 1;
        },
        Database::Lane::Search);
    QVERIFY(isSearching.tryAcquire(1, 10'000));
    QCOMPARE(*notes(database).result(), QList<int>{7});
    VERIFY_DONE(addNote(database, 8).result());
    QVERIFY(!search.isFinished());
    mayEnd.release();
    VERIFY_DONE(search.result());
}

void TestDatabase::refusesMoreThanMayWait()
{
    std::atomic<int> refused{0};
    std::atomic<int> done{0};
    {
        Database database(file(), m_clock);
        for (int i = 0; i < Database::kMostWaiting + 5; ++i) {
            database.write<void>([](SqlConnection &) { return Result<void>(); },
                                 [&](const Result<void> &answer) {
                                     if (answer)
                                         ++done;
                                     else
                                         ++refused;
                                 });
        }
        QCOMPARE(refused.load(), 5);
        database.open();
    }
    QCOMPARE(done.load(), Database::kMostWaiting);
    QCOMPARE(refused.load(), 5);
}

void TestDatabase::readersCannotWrite()
{
    Database database(file(), m_clock);
    database.open();
    VERIFY_DONE(makeTable(database).result());
    const auto tried = database.read<void>([](SqlConnection &connection) {
        return plain(connection.run(QStringLiteral("INSERT INTO note (id, body) VALUES (1, 'x')")));
    });
    QVERIFY(!tried.result());
    QCOMPARE(notes(database).result()->size(), 0);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
