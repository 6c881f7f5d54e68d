// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/database_rig.h"

#include "core/store/store.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace opsdeck;
using namespace opsdeck::test;
using store::DatabaseError;

class TestDatabaseDamage : public QObject, private DatabaseRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void aDamagedFileIsPutAside_data();
    void aDamagedFileIsPutAside();
    void whatIsPutAsideNeverReplacesAnything();
    void aLogWithoutItsDatabaseIsPutAside_data();
    void aLogWithoutItsDatabaseIsPutAside();
    void aNewerFileIsLeftAsItIs();
    void anotherProgramsDatabaseIsLeftAsItIs();
    void aFileOfAnotherKindIsLeftAsItIs();
    void oneProgramAtATimeUsesIt();
    void aNewFileIsItsOwnersAlone();
    void damageThatIsFoundLaterIsToldAndNotTouched();
    void ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork_data();
    void ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork();
};

void TestDatabaseDamage::aDamagedFileIsPutAside_data()
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

void TestDatabaseDamage::aDamagedFileIsPutAside()
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
        put(file(), garbage.repeated(9));
        break;
    case 1:
        put(file(), QByteArray("{\"version\": 1}\n").repeated(100));
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

void TestDatabaseDamage::whatIsPutAsideNeverReplacesAnything()
{
    const QString aside = file("opsdeck.db.damaged-20261120-140200");
    put(aside, "an older one");
    put(aside + QStringLiteral("-2-wal"), "the log of another");
    put(file(), QByteArray(9000, '\x55'));
    put(file() + QStringLiteral("-wal"), "a log");
    Database database(file(), m_clock);
    const auto opened = database.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
    QCOMPARE(opened->setAsideAs, aside + QStringLiteral("-3"));
    QCOMPARE(bytesOf(aside), QByteArray("an older one"));
    QCOMPARE(bytesOf(aside + QStringLiteral("-2-wal")), QByteArray("the log of another"));
    QCOMPARE(bytesOf(aside + QStringLiteral("-3-wal")), QByteArray("a log"));
}

void TestDatabaseDamage::aLogWithoutItsDatabaseIsPutAside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isEmptyThere");
    QTest::newRow("no database") << "opsdeck.db" << false;
    QTest::newRow("an empty one") << "opsdeck.db" << true;
    QTest::newRow("under another name") << "opsdeck.events" << false;
}

// SQLite would throw it away, and what was committed with it.
void TestDatabaseDamage::aLogWithoutItsDatabaseIsPutAside()
{
    QFETCH(QString, name);
    QFETCH(bool, isEmptyThere);
    const QString path = m_home->filePath(name);
    QByteArray log;
    {
        Database database(path, m_clock);
        VERIFY_DONE(database.open().result());
        VERIFY_DONE(makeTable(database).result());
        VERIFY_DONE(addNote(database, 1).result());
        log = bytesOf(path + QStringLiteral("-wal"));
    }
    QVERIFY(!log.isEmpty());
    QVERIFY(QFile::remove(path));
    put(path + QStringLiteral("-wal"), log);
    if (isEmptyThere)
        put(path, QByteArray());
    Database database(path, m_clock);
    QSignalSpy told(&database, &Database::setAside);
    const auto opened = database.open().result();
    QVERIFY2(opened, opened ? "" : qPrintable(wordsOf(opened.error())));
    QCOMPARE(opened->setAsideAs, path + QStringLiteral(".damaged-20261120-140200"));
    QCOMPARE(bytesOf(opened->setAsideAs + QStringLiteral("-wal")), log);
    QTRY_COMPARE(told.size(), 1);
    VERIFY_DONE(makeTable(database).result());
}

void TestDatabaseDamage::aNewerFileIsLeftAsItIs()
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

void TestDatabaseDamage::anotherProgramsDatabaseIsLeftAsItIs()
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

void TestDatabaseDamage::aFileOfAnotherKindIsLeftAsItIs()
{
    const QString thesis = file("thesis.txt");
    const QByteArray text = QByteArray("Chapter 1. Of power banks.\n").repeated(400);
    put(thesis, text);
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
void TestDatabaseDamage::oneProgramAtATimeUsesIt()
{
    auto first = std::make_unique<Database>(file(), m_clock);
    VERIFY_DONE(first->open().result());
    {
        Database second(file(), m_clock, nullptr, kShortBusyTime);
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

void TestDatabaseDamage::aNewFileIsItsOwnersAlone()
{
    makeFile(file());
    const auto ours =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFile::permissions(file()) & ~ours, QFileDevice::Permissions());
    // Also the one that takes the place of a damaged one.
    put(file(), QByteArray(9000, '\x55'));
    Database database(file(), m_clock);
    const auto opened = database.open().result();
    QVERIFY(opened && !opened->setAsideAs.isEmpty());
    QCOMPARE(QFile::permissions(file()) & ~ours, QFileDevice::Permissions());
}

void TestDatabaseDamage::damageThatIsFoundLaterIsToldAndNotTouched()
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

void TestDatabaseDamage::ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork_data()
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

void TestDatabaseDamage::ofALargeFileTheLedgerIsCheckedFirstAndTheRestBesideTheWork()
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

QTEST_GUILESS_MAIN(TestDatabaseDamage)
#include "tst_database_damage.moc"
