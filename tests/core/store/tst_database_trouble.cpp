// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/database_rig.h"

#include "tests/support/full_disk.h"

#include <QSignalSpy>

using namespace opsdeck;
using namespace opsdeck::test;
using store::DatabaseError;

class TestDatabaseTrouble : public QObject, private DatabaseRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void anotherProgramsLockIsToldAndWaitedOut();
    void anotherProgramsLockAtTheStartIsNoDamage();
    void aFullDiskIsToldAndGotOver();
    void whereverTheDiskEndsWhatWasAnsweredIsThere();
    void aFullDiskAtTheStartIsNoDamage();
    void aReadOnlyFileIsToldAndLeftAlone();
    void aFileWithoutPermissionIsToldAndLeftAlone();
    void aFolderThatCannotBeMadeIsTold();
    void aFolderIsNoDatabase();
};

void TestDatabaseTrouble::anotherProgramsLockIsToldAndWaitedOut()
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

void TestDatabaseTrouble::anotherProgramsLockAtTheStartIsNoDamage()
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

void TestDatabaseTrouble::aFullDiskIsToldAndGotOver()
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

void TestDatabaseTrouble::whereverTheDiskEndsWhatWasAnsweredIsThere()
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

void TestDatabaseTrouble::aFullDiskAtTheStartIsNoDamage()
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

void TestDatabaseTrouble::aReadOnlyFileIsToldAndLeftAlone()
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

void TestDatabaseTrouble::aFileWithoutPermissionIsToldAndLeftAlone()
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

void TestDatabaseTrouble::aFolderThatCannotBeMadeIsTold()
{
    put(file("not-a-folder"), "x");
    const QString path = file("not-a-folder/opsdeck.db");
    Database database(path, m_clock);
    const auto opened = database.open().result();
    VERIFY_FAILED(opened, DatabaseError::Failed);
    QVERIFY2(opened.error().detail().contains(QStringLiteral("folder")), qPrintable(opened.error().detail()));
}

void TestDatabaseTrouble::aFolderIsNoDatabase()
{
    QVERIFY(QDir().mkpath(file()));
    Database database(file(), m_clock);
    VERIFY_FAILED(database.open().result(), DatabaseError::Failed);
    QVERIFY(QDir(file()).exists());
}

QTEST_GUILESS_MAIN(TestDatabaseTrouble)
#include "tst_database_trouble.moc"
