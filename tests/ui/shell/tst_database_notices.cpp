// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/database_rig.h"

#include "ui/shell/database_notices.h"

#include <QSet>

using namespace opsdeck;
using namespace opsdeck::test;
using store::DatabaseError;

class TestDatabaseNotices : public QObject, private DatabaseRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void eachTroubleHasItsOwnWords();
    void aLockIsToldAndTakenBackWhenItIsGone();
    void whatWasPutAsideIsNamed();
};

void TestDatabaseNotices::eachTroubleHasItsOwnWords()
{
    kit::Notices notices(m_clock);
    Database database(file(), m_clock);
    shell::DatabaseNotices teller(database, notices);
    QSet<QString> said;
    for (const DatabaseError code : {DatabaseError::DiskFull, DatabaseError::ReadOnly, DatabaseError::Locked,
                                     DatabaseError::Newer, DatabaseError::Failed}) {
        teller.tellFailed(base::Error(code, QStringLiteral("the driver's words")));
        // One trouble takes the place of another.
        QCOMPARE(notices.list().size(), 1);
        const kit::Notice &notice = notices.list().constFirst();
        QCOMPARE(notice.mark, kit::StateMark::Alarm);
        QVERIFY(notice.details.contains(QStringLiteral("opsdeck.db")));
        QVERIFY(notice.details.contains(QStringLiteral("the driver's words")));
        said.insert(notice.text);
    }
    QCOMPARE(said.size(), 5);
}

void TestDatabaseNotices::aLockIsToldAndTakenBackWhenItIsGone()
{
    kit::Notices notices(m_clock);
    Database database(file(), m_clock, nullptr, kShortBusyTime);
    shell::DatabaseNotices teller(database, notices);
    VERIFY_DONE(database.open().result());
    VERIFY_DONE(makeTable(database).result());
    {
        OtherProgram other(file());
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        VERIFY_FAILED(addNote(database, 1).result(), DatabaseError::Locked);
        VERIFY_FAILED(addNote(database, 2).result(), DatabaseError::Locked);
        QTRY_COMPARE(notices.open().size(), 1);
        QVERIFY(other.run("ROLLBACK"));
    }
    VERIFY_DONE(addNote(database, 3).result());
    QTRY_COMPARE(notices.open().size(), 0);
    QVERIFY(notices.list().constFirst().isOver);
}

void TestDatabaseNotices::whatWasPutAsideIsNamed()
{
    QFile garbage(file());
    QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write(QByteArray(9000, '\x55')) == 9000);
    garbage.close();
    kit::Notices notices(m_clock);
    Database database(file(), m_clock);
    shell::DatabaseNotices teller(database, notices);
    VERIFY_DONE(database.open().result());
    QTRY_COMPARE(notices.open().size(), 1);
    const QStringList aside = filesLike("*.damaged-*");
    QCOMPARE(aside.size(), 1);
    QVERIFY(notices.open().constFirst().details.contains(aside.constFirst()));
    // What is written into the new one does not take the word back.
    VERIFY_DONE(makeTable(database).result());
    QCoreApplication::processEvents();
    QCOMPARE(notices.open().size(), 1);
}

QTEST_GUILESS_MAIN(TestDatabaseNotices)
#include "tst_database_notices.moc"
