// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/sql_connection.h"
#include "core/store/store.h"
#include "tests/support/full_disk.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace opsdeck;
using base::CommonError;
using base::Result;
using store::Database;
using store::DatabaseError;
using store::SqlConnection;
using store::SqlRow;

namespace {

constexpr std::chrono::milliseconds kShortBusyTime{30};

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

/// Another program that has the file open.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other program")))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("the other program cannot open %s", qPrintable(path));
    }
    ~OtherProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("other program"));
    }
    bool run(const char *sql) { return QSqlQuery(m_database).exec(QString::fromLatin1(sql)); }
    QVariant value(const char *sql)
    {
        QSqlQuery query(m_database);
        return query.exec(QString::fromLatin1(sql)) && query.next() ? query.value(0) : QVariant();
    }

private:
    QSqlDatabase m_database;
};

Result<void> plain(const Result<int> &changed)
{
    return changed ? Result<void>() : base::fail(changed.error());
}

QFuture<Result<void>> run(Database &database, const QString &sql, const QVariantList &values = {})
{
    return database.write<void>(
        [=](SqlConnection &connection) { return plain(connection.run(sql, values)); });
}

QFuture<Result<void>> makeTable(Database &database)
{
    return run(database, QStringLiteral("CREATE TABLE note (id integer PRIMARY KEY, body text NOT NULL)"));
}

QFuture<Result<void>> addNote(Database &database, int id, const QString &body = QStringLiteral("a note"))
{
    return run(database, QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"), {id, body});
}

QFuture<Result<QList<int>>> notes(Database &database)
{
    return database.read<QList<int>>([](SqlConnection &connection) -> Result<QList<int>> {
        QList<int> ids;
        const auto read = connection.each(QStringLiteral("SELECT id, body FROM note ORDER BY id"), {},
                                          [&](const SqlRow &row) {
                                              ids.append(row.number(0));
                                              return true;
                                          });
        if (!read)
            return base::fail(read.error());
        return ids;
    });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString wordsOf(const base::Error &error)
{
    return error.name() + u' ' + error.detail();
}

#define VERIFY_DONE(expression)                                                                              \
    do {                                                                                                     \
        const auto done = (expression);                                                                      \
        QVERIFY2(done, done ? "" : qPrintable(wordsOf(done.error())));                                       \
    } while (false)

#define VERIFY_FAILED(expression, code)                                                                      \
    do {                                                                                                     \
        const auto done = (expression);                                                                      \
        QVERIFY2(!done, "it should have failed");                                                            \
        QVERIFY2(done.error().is(code), qPrintable(wordsOf(done.error())));                                  \
    } while (false)

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    QString file(const char *name = "opsdeck.db") const
    {
        return m_home->filePath(QString::fromLatin1(name));
    }
    /// A sound file with many notes, closed.
    void makeFile(const QString &path, int count = 2000);
    QStringList filesLike(const char *pattern) const
    {
        return QDir(m_home->path()).entryList({QString::fromLatin1(pattern)}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    test::ManualClock m_clock;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false")); }
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

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

    void anotherProgramsLockIsToldAndWaitedOut();
    void anotherProgramsLockAtTheStartIsNoDamage();
    void aFullDiskIsToldAndGotOver();
    void whereverTheDiskEndsWhatWasAnsweredIsThere();
    void aFullDiskAtTheStartIsNoDamage();
    void aReadOnlyFileIsToldAndLeftAlone();
    void aFileWithoutPermissionIsToldAndLeftAlone();
    void aFolderThatCannotBeMadeIsTold();
    void aFolderIsNoDatabase();

    void aDamagedFileIsPutAside_data();
    void aDamagedFileIsPutAside();
    void whatIsPutAsideNeverReplacesAnything();
    void aNewerFileIsLeftAsItIs();
    void anotherProgramsDatabaseIsLeftAsItIs();
    void aFileOfAnotherKindIsLeftAsItIs();
    void oneProgramAtATimeUsesIt();
    void aNewFileIsItsOwnersAlone();
    void damageThatIsFoundLaterIsToldAndNotTouched();
    void ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork_data();
    void ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork();
};

void TestDatabase::makeFile(const QString &path, int count)
{
    Database database(path, m_clock);
    VERIFY_DONE(database.open().result());
    makeTable(database);
    for (int i = 1; i <= count; ++i)
        addNote(database, i, QString(200, QChar(u'a' + i % 26)));
    VERIFY_DONE(run(database, QStringLiteral("CREATE INDEX note_by_body ON note (body, id)")).result());
}

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

void TestDatabase::anotherProgramsLockIsToldAndWaitedOut()
{
    Database database(file(), m_clock, nullptr, kShortBusyTime);
    QSignalSpy failed(&database, &Database::failed);
    QSignalSpy recovered(&database, &Database::recovered);
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(makeTable(database).result());
    {
        OtherProgram other(file());
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        VERIFY_FAILED(addNote(database, 1).result(), DatabaseError::Locked);
        VERIFY_FAILED(addNote(database, 2).result(), DatabaseError::Locked);
        QVERIFY2(notes(database).result(), "reading goes on");
        QTRY_COMPARE(failed.size(), 1); // not once a write
        QCOMPARE(recovered.size(), 0);
        QVERIFY(other.run("ROLLBACK"));
        VERIFY_DONE(addNote(database, 3).result());
    }
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(*notes(database).result(), QList<int>{3});
    QCOMPARE(failed.size(), 1);
}

void TestDatabase::anotherProgramsLockAtTheStartIsNoDamage()
{
    makeFile(file(), 10);
    const QStringList before = filesLike("*");
    OtherProgram other(file());
    QVERIFY(other.run("PRAGMA locking_mode = EXCLUSIVE"));
    QVERIFY(other.run("BEGIN IMMEDIATE"));
    QVERIFY(other.run("DELETE FROM note WHERE id = 1"));
    {
        Database database(file(), m_clock, nullptr, kShortBusyTime);
        VERIFY_FAILED(database.open().result(), DatabaseError::Locked);
        VERIFY_FAILED(addNote(database, 11).result(), DatabaseError::Locked);
    }
    QVERIFY(other.run("ROLLBACK"));
    QCOMPARE(other.value("SELECT count(*) FROM note").toInt(), 10);
    QVERIFY(filesLike("*damaged*").isEmpty());
}

void TestDatabase::aFullDiskIsToldAndGotOver()
{
    Database database(file(), m_clock);
    QSignalSpy failed(&database, &Database::failed);
    QSignalSpy recovered(&database, &Database::recovered);
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(makeTable(database).result());
    VERIFY_DONE(addNote(database, 1).result());
    const QString large(300'000, u'x');
    {
        const auto size =
            std::max(QFileInfo(file()).size(), QFileInfo(file() + QStringLiteral("-wal")).size());
        const test::FullDisk full(rlim_t(size + 10'000));
        const auto tooLarge = addNote(database, 2, large).result();
        VERIFY_FAILED(tooLarge, DatabaseError::DiskFull);
        QVERIFY(tooLarge.error().detail().contains(file()));
        QVERIFY2(notes(database).result(), "reading goes on");
    }
    QTRY_COMPARE(failed.size(), 1);
    VERIFY_DONE(addNote(database, 3, large).result());
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(*notes(database).result(), (QList<int>{1, 3}));
    QVERIFY2(filesLike("*probe*").isEmpty(), "nothing is left of asking why");
}

void TestDatabase::whereverTheDiskEndsWhatWasAnsweredIsThere()
{
    // The disk ends a little later each time: in the log, in the file, in the middle of a group.
    int failures = 0;
    int successes = 0;
    for (int round = 0; round < 40; ++round) {
        m_home = std::make_unique<QTemporaryDir>();
        QList<int> kept;
        {
            Database database(file(), m_clock);
            VERIFY_DONE(database.open().result());
            VERIFY_DONE(makeTable(database).result());
            const auto size =
                std::max(QFileInfo(file()).size(), QFileInfo(file() + QStringLiteral("-wal")).size());
            QList<QFuture<Result<void>>> answers;
            {
                const test::FullDisk full(rlim_t(size + 1 + round * 3001));
                for (int i = 0; i < 200; ++i)
                    answers.append(addNote(database, i, QString(500, u'y')));
                for (auto &answer : answers)
                    answer.waitForFinished();
            }
            for (int i = 0; i < answers.size(); ++i) {
                const auto answer = answers[i].result();
                if (answer)
                    kept.append(i);
                else
                    QVERIFY2(answer.error().is(DatabaseError::DiskFull), qPrintable(wordsOf(answer.error())));
            }
            failures += int(answers.size() - kept.size());
            successes += int(kept.size());
            VERIFY_DONE(addNote(database, 1000).result());
            kept.append(1000);
            QCOMPARE(*notes(database).result(), kept);
        }
        Database again(file(), m_clock);
        const auto opened = again.open().result();
        QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
        QVERIFY(opened->setAsideAs.isEmpty());
        QCOMPARE(*notes(again).result(), kept);
    }
    QVERIFY2(failures > 100 && successes > 100, "the disk was full, and was not");
}

void TestDatabase::aFullDiskAtTheStartIsNoDamage()
{
    {
        const test::FullDisk full(2000);
        Database database(file(), m_clock);
        VERIFY_FAILED(database.open().result(), DatabaseError::DiskFull);
        VERIFY_FAILED(addNote(database, 1).result(), DatabaseError::DiskFull);
    }
    QVERIFY(filesLike("*damaged*").isEmpty());
    Database database(file(), m_clock);
    VERIFY_DONE(database.open().result());
}

void TestDatabase::aReadOnlyFileIsToldAndLeftAlone()
{
    makeFile(file(), 10);
    // A file that says of itself that this program may only read it: also for those who may do everything.
    constexpr qint64 kWriteVersion = 18;
    overwrite(file(), kWriteVersion, QByteArray(1, '\x03'));
    const QByteArray before = bytesOf(file());
    {
        Database database(file(), m_clock);
        VERIFY_FAILED(database.open().result(), DatabaseError::ReadOnly);
        VERIFY_FAILED(addNote(database, 11).result(), DatabaseError::ReadOnly);
    }
    QVERIFY(bytesOf(file()) == before);
    QVERIFY(filesLike("*damaged*").isEmpty());
}

void TestDatabase::aFileWithoutPermissionIsToldAndLeftAlone()
{
    makeFile(file(), 10);
    QFile::setPermissions(file(), QFileDevice::ReadOwner);
    if (QFile probe(file()); probe.open(QIODevice::ReadWrite))
        QSKIP("who may write everything cannot be kept from it");
    const QByteArray before = bytesOf(file());
    Database database(file(), m_clock);
    VERIFY_FAILED(database.open().result(), DatabaseError::ReadOnly);
    QVERIFY(bytesOf(file()) == before);
    QVERIFY(filesLike("*damaged*").isEmpty());
}

void TestDatabase::aFolderThatCannotBeMadeIsTold()
{
    writeBytes(file("not-a-folder"), "x");
    const QString path = file("not-a-folder/opsdeck.db");
    Database database(path, m_clock);
    const auto opened = database.open().result();
    VERIFY_FAILED(opened, DatabaseError::Failed);
    QVERIFY2(opened.error().detail().contains(QStringLiteral("folder")), qPrintable(opened.error().detail()));
}

void TestDatabase::aFolderIsNoDatabase()
{
    QVERIFY(QDir().mkpath(file()));
    Database database(file(), m_clock);
    VERIFY_FAILED(database.open().result(), DatabaseError::Failed);
    QVERIFY(QDir(file()).exists());
}

void TestDatabase::aDamagedFileIsPutAside_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("garbage") << 0;
    QTest::newRow("text") << 1;
    QTest::newRow("cut in the middle") << 2;
    QTest::newRow("cut in a page") << 3;
    QTest::newRow("a page of zeros") << 4;
    QTest::newRow("a page of garbage at the end") << 5;
    QTest::newRow("the schema's page") << 6;
    QTest::newRow("every other page") << 7;
    QTest::newRow("an index that lost a row") << 8;
}

void TestDatabase::aDamagedFileIsPutAside()
{
    QFETCH(int, how);
    constexpr qint64 kPage = 4096;
    makeFile(file());
    const qint64 size = QFileInfo(file()).size();
    QVERIFY(size > 100 * kPage);
    QByteArray garbage(kPage, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &byte : garbage)
        byte = char(random.bounded(256));
    switch (how) {
    case 0:
        writeBytes(file(), garbage.repeated(9));
        break;
    case 1:
        writeBytes(file(), QByteArray("{\"version\": 1}\n").repeated(100));
        break;
    case 2:
        QVERIFY(QFile::resize(file(), size / 2 / kPage * kPage));
        break;
    case 3:
        QVERIFY(QFile::resize(file(), size / 2 / kPage * kPage + 1234));
        break;
    case 4:
        overwrite(file(), size / 2 / kPage * kPage, QByteArray(kPage, '\0'));
        break;
    case 5:
        overwrite(file(), size - kPage, garbage);
        break;
    case 6:
        overwrite(file(), 100, garbage.first(kPage - 100));
        break;
    case 7:
        for (qint64 at = kPage; at + kPage <= size; at += 2 * kPage)
            overwrite(file(), at, garbage);
        break;
    default: {
        // As a lost write leaves it: the table has a row that its index has not.
        OtherProgram other(file());
        const int root =
            other.value("SELECT rootpage FROM sqlite_master WHERE name = 'note_by_body'").toInt();
        QVERIFY(other.run("PRAGMA writable_schema = ON"));
        QVERIFY(other.run("DELETE FROM sqlite_master WHERE name = 'note_by_body'"));
        QVERIFY(other.run("PRAGMA writable_schema = RESET"));
        QVERIFY(other.run("INSERT INTO note (id, body) VALUES (5000, 'in the table alone')"));
        QVERIFY(other.run("PRAGMA writable_schema = ON"));
        QVERIFY(other.run(QByteArray("INSERT INTO sqlite_master VALUES ('index', 'note_by_body', 'note', " +
                                     QByteArray::number(root) +
                                     ", 'CREATE INDEX note_by_body ON note (body, id)')")
                              .constData()));
        QVERIFY(other.run("PRAGMA writable_schema = RESET"));
        break;
    }
    }
    const QByteArray before = bytesOf(file());

    Database database(file(), m_clock);
    QSignalSpy told(&database, &Database::setAside);
    const auto opened = database.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
    QCOMPARE(opened->setAsideAs, file() + QStringLiteral(".damaged-20261120-140200"));
    QVERIFY2(bytesOf(opened->setAsideAs) == before, "what was there is kept byte by byte");
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toString(), opened->setAsideAs);
    QVERIFY(!told[0][1].toString().isEmpty());
    // And the new one works.
    VERIFY_DONE(makeTable(database).result());
    VERIFY_DONE(addNote(database, 1).result());
    QCOMPARE(*notes(database).result(), QList<int>{1});
}

void TestDatabase::whatIsPutAsideNeverReplacesAnything()
{
    const QString aside = file("opsdeck.db.damaged-20261120-140200");
    writeBytes(aside, "an older one");
    writeBytes(aside + QStringLiteral("-2-wal"), "the log of another");
    writeBytes(file(), QByteArray(9000, '\x55'));
    writeBytes(file() + QStringLiteral("-wal"), "a log");
    Database database(file(), m_clock);
    const auto opened = database.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
    QCOMPARE(opened->setAsideAs, aside + QStringLiteral("-3"));
    QCOMPARE(bytesOf(aside), QByteArray("an older one"));
    QCOMPARE(bytesOf(aside + QStringLiteral("-2-wal")), QByteArray("the log of another"));
    QCOMPARE(bytesOf(aside + QStringLiteral("-3-wal")), QByteArray("a log"));
}

void TestDatabase::aNewerFileIsLeftAsItIs()
{
    makeFile(file(), 10);
    {
        OtherProgram other(file());
        QVERIFY(other.run("INSERT INTO schema_step (number, taken_ms) VALUES (999, 0)"));
    }
    const QByteArray before = bytesOf(file());
    {
        Database database(file(), m_clock);
        VERIFY_FAILED(database.open().result(), DatabaseError::Newer);
        VERIFY_FAILED(addNote(database, 11).result(), DatabaseError::Newer);
    }
    QVERIFY(bytesOf(file()) == before);
    QVERIFY(filesLike("*damaged*").isEmpty());
}

void TestDatabase::anotherProgramsDatabaseIsLeftAsItIs()
{
    {
        OtherProgram other(file());
        QVERIFY(other.run("CREATE TABLE recipe (name text)"));
    }
    const QByteArray before = bytesOf(file());
    {
        Database database(file(), m_clock);
        const auto opened = database.open().result();
        VERIFY_FAILED(opened, DatabaseError::Failed);
        QVERIFY(opened.error().detail().contains(QStringLiteral("another program")));
    }
    QVERIFY(bytesOf(file()) == before);
}

void TestDatabase::aFileOfAnotherKindIsLeftAsItIs()
{
    const QString thesis = file("thesis.txt");
    const QByteArray text = QByteArray("Chapter 1. Of power banks.\n").repeated(400);
    writeBytes(thesis, text);
    {
        Database database(thesis, m_clock);
        const auto opened = database.open().result();
        VERIFY_FAILED(opened, DatabaseError::Failed);
        QVERIFY(opened.error().detail().contains(QStringLiteral("left as it is")));
    }
    QVERIFY(bytesOf(thesis) == text);
    QVERIFY(filesLike("*damaged*").isEmpty());
}

// The locks of SQLite itself are lost when a process opens and closes the file once more, as file dialogs do.
void TestDatabase::oneProgramAtATimeUsesIt()
{
    auto first = std::make_unique<Database>(file(), m_clock);
    VERIFY_DONE(first->open().result());
    {
        Database second(file(), m_clock);
        const auto opened = second.open().result();
        VERIFY_FAILED(opened, DatabaseError::Locked);
        QVERIFY(opened.error().detail().contains(QStringLiteral("another Opsdeck")));
    }
    makeTable(*first);
    VERIFY_DONE(addNote(*first, 1).result());
    first.reset();
    Database third(file(), m_clock);
    VERIFY_DONE(third.open().result());
    QCOMPARE(*notes(third).result(), QList<int>{1});
}

void TestDatabase::aNewFileIsItsOwnersAlone()
{
    makeFile(file());
    const auto ours =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFile::permissions(file()) & ~ours, QFileDevice::Permissions());
}

void TestDatabase::damageThatIsFoundLaterIsToldAndNotTouched()
{
    makeFile(file());
    Database database(file(), m_clock);
    QSignalSpy recovered(&database, &Database::recovered);
    QList<base::Error> told;
    connect(&database, &Database::failed, this, [&](const base::Error &error) { told.append(error); });
    VERIFY_DONE(database.open().result());
    const qint64 size = QFileInfo(file()).size();
    overwrite(file(), size / 4, QByteArray(int(size / 2), '\x5a'));
    VERIFY_FAILED(notes(database).result(), DatabaseError::Damaged);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told[0].is(DatabaseError::Damaged));
    QVERIFY(QFile::exists(file()));
    QVERIFY(filesLike("*damaged*").isEmpty());
    // A write that works does not make it whole again.
    VERIFY_DONE(
        run(database, QStringLiteral("UPDATE sequence SET next_id = 1 WHERE name = 'nobody'")).result());
    QCoreApplication::processEvents();
    QCOMPARE(recovered.size(), 0);
}

void TestDatabase::ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork_data()
{
    QTest::addColumn<QString>("table"); // whose pages are damaged
    QTest::addColumn<bool>("isFoundAtOnce");
    QTest::newRow("sound") << QString() << false;
    for (const char *table : {"bank", "known_cabinet", "event_device"})
        QTest::newRow(table) << QString::fromLatin1(table) << true;
    for (const char *table : {"event", "event_by_time", "event_by_kind", "event_by_device", "event_of_device",
                              "event_word", "bank_move", "bank_move_by_bank"})
        QTest::newRow(table) << QString::fromLatin1(table) << false;
}

void TestDatabase::ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork()
{
    QFETCH(QString, table);
    QFETCH(bool, isFoundAtOnce);
    constexpr qint64 kPage = 4096;
    {
        store::Store store(file(), m_clock);
        VERIFY_DONE(store.database.open().result());
        for (int i = 1; i <= 200; ++i) {
            store::Event event;
            event.system = QStringLiteral("cabinet");
            event.device = QStringLiteral("cabinet %1").arg(i);
            event.kind = QStringLiteral("offline");
            event.arguments = {QStringLiteral("word%1").arg(i)};
            store.journal.post(event);
            store.ledger.recordReturn({{}, QStringLiteral("cabinet"), i, QByteArray::number(10'000'000 + i)});
        }
        store::KnownCabinet cabinet;
        cabinet.sn = QStringLiteral("WSTD081565222888");
        VERIFY_DONE(store.ledger.acceptCabinets({cabinet}).result());
    }
    if (!table.isEmpty()) {
        const qint64 root = OtherProgram(file())
                                .value(QByteArray("SELECT rootpage FROM sqlite_master WHERE name = '" +
                                                  table.toLatin1() + "'")
                                           .constData())
                                .toLongLong();
        QVERIFY(root > 1);
        overwrite(file(), (root - 1) * kPage, QByteArray(int(kPage), '\x5a'));
    }
    const QByteArray before = bytesOf(file());

    QList<base::Error> told;
    Database database(file(), m_clock, nullptr, kShortBusyTime, 0);
    connect(&database, &Database::failed, this, [&](const base::Error &error) { told.append(error); });
    const auto opened = database.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
    QCOMPARE(!opened->setAsideAs.isEmpty(), isFoundAtOnce);
    if (isFoundAtOnce) {
        QVERIFY(bytesOf(opened->setAsideAs) == before);
    } else if (!table.isEmpty()) {
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0].is(DatabaseError::Damaged));
    }
    VERIFY_DONE(makeTable(database).result());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
