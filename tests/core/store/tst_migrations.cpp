// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"
#include "core/store/sql_connection.h"
#include "core/store/sql_dialect.h"

#include <QTemporaryDir>
#include <QTest>

using namespace opsdeck;
using store::DatabaseError;
using store::Migration;
using store::SqlConnection;
using store::SqlRow;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 2), Qt::UTC);

int count(SqlConnection &connection, const QString &sql)
{
    const auto found = connection.first(sql, {}, [](const SqlRow &row) { return row.number(0); });
    return found ? found->value_or(-1) : -1;
}

/// Three steps that stand on each other.
std::vector<Migration> steps()
{
    return {{1, {QStringLiteral("CREATE TABLE pet (id {key} PRIMARY KEY, name text NOT NULL)")}},
            {2,
             {QStringLiteral("ALTER TABLE pet ADD COLUMN legs smallint NOT NULL DEFAULT 4"),
              QStringLiteral("UPDATE pet SET legs = 2 WHERE name = 'hen'")}},
            {3, {QStringLiteral("CREATE INDEX pet_by_name ON pet (name)")}}};
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SqlConnection> open()
    {
        auto connection =
            std::make_unique<SqlConnection>(m_home->filePath(QStringLiteral("m.db")),
                                            SqlConnection::Mode::ReadWrite, std::chrono::milliseconds(50));
        if (!connection->open())
            qFatal("cannot open");
        return connection;
    }
    std::unique_ptr<QTemporaryDir> m_home;

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void theStepsOfTheProgramAreNumberedWithoutGaps()
    {
        QVERIFY(!store::migrations().empty());
        for (std::size_t i = 0; i < store::migrations().size(); ++i)
            QCOMPARE(store::migrations()[i].number, int(i) + 1);
    }

    void anEmptyFileGetsTheWholeSchema()
    {
        const auto connection = open();
        QCOMPARE(*store::schemaVersion(*connection), 0);
        const auto reached = store::migrate(*connection, store::migrations(), kNow);
        QVERIFY2(reached, reached ? "" : qPrintable(reached.error().detail()));
        QCOMPARE(*reached, int(store::migrations().size()));
        QCOMPARE(*store::schemaVersion(*connection), *reached);
        QCOMPARE(count(*connection, QStringLiteral("SELECT count(*) FROM schema_step")), *reached);
        for (const char *table :
             {"event", "event_word", "bank", "bank_move", "known_cabinet", "open_outcome"})
            QCOMPARE(count(*connection, QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))),
                     0);
    }

    void nothingIsTakenTwice()
    {
        const auto connection = open();
        QVERIFY(store::migrate(*connection, steps(), kNow));
        const auto again = store::migrate(*connection, steps(), kNow.addDays(1));
        QCOMPARE(*again, 3);
        QCOMPARE(count(*connection, QStringLiteral("SELECT count(DISTINCT taken_ms) FROM schema_step")), 1);
    }

    void everyEarlierVersionComesToTheNewest_data()
    {
        QTest::addColumn<int>("from");
        for (int from = 1; from <= 3; ++from)
            QTest::addRow("from %d", from) << from;
    }
    void everyEarlierVersionComesToTheNewest()
    {
        QFETCH(int, from);
        const auto connection = open();
        std::vector<Migration> old = steps();
        old.resize(std::size_t(from));
        QCOMPARE(*store::migrate(*connection, old, kNow), from);
        if (from > 0)
            QVERIFY(
                connection->run(QStringLiteral("INSERT INTO pet (id, name) VALUES (1, 'hen'), (2, 'cat')")));
        QCOMPARE(*store::migrate(*connection, steps(), kNow), 3);
        QCOMPARE(count(*connection, QStringLiteral("SELECT count(*) FROM pet")), 2);
        if (from == 1)
            QCOMPARE(count(*connection, QStringLiteral("SELECT legs FROM pet WHERE name = 'hen'")), 2);
    }

    void aStepThatFailsLeavesNothingBehindAndIsTakenLater()
    {
        const auto connection = open();
        std::vector<Migration> broken = steps();
        broken[1].statements.append(QStringLiteral("INSERT INTO nowhere (id) VALUES (1)"));
        QVERIFY(store::migrate(*connection, {broken[0]}, kNow));
        QVERIFY(connection->run(QStringLiteral("INSERT INTO pet (id, name) VALUES (1, 'hen')")));
        const auto failed = store::migrate(*connection, broken, kNow);
        QVERIFY(!failed);
        QVERIFY2(failed.error().is(DatabaseError::Failed) &&
                     failed.error().detail().contains(QStringLiteral("schema step 2")),
                 qPrintable(failed.error().detail()));
        QCOMPARE(*store::schemaVersion(*connection), 1);
        QVERIFY2(!connection->run(QStringLiteral("SELECT legs FROM pet")),
                 "the half that was done is undone");
        QCOMPARE(*store::migrate(*connection, steps(), kNow), 3);
        QCOMPARE(count(*connection, QStringLiteral("SELECT legs FROM pet")), 2);
    }

    void aFirstStepThatFailsLeavesAnEmptyFile()
    {
        const auto connection = open();
        QVERIFY(!store::migrate(
            *connection, {{1, {QStringLiteral("CREATE TABLE pet (id integer)"), QStringLiteral("nonsense")}}},
            kNow));
        QCOMPARE(*store::schemaVersion(*connection), 0);
        QCOMPARE(count(*connection, store::sqlAnyTableCount()), 0);
    }

    void aNewerSchemaIsRefused()
    {
        const auto connection = open();
        QVERIFY(store::migrate(*connection, steps(), kNow));
        const auto refused = store::migrate(*connection, {steps()[0]}, kNow);
        QVERIFY(!refused && refused.error().is(DatabaseError::Newer));
        QCOMPARE(*store::schemaVersion(*connection), 3);
    }

    void anotherProgramsTablesAreRefused()
    {
        const auto connection = open();
        QVERIFY(connection->runOnce(QStringLiteral("CREATE TABLE recipe (name text)")));
        const auto refused = store::migrate(*connection, steps(), kNow);
        QVERIFY(!refused && refused.error().is(DatabaseError::Failed));
        QCOMPARE(count(*connection, store::sqlAnyTableCount()), 1);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
