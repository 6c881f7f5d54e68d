// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/sql_connection.h"
#include "tests/support/files.h"
#include "tests/support/manual_clock.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace opsdeck::test {

using base::Result;
using store::Database;
using store::SqlConnection;
using store::SqlRow;

inline constexpr std::chrono::milliseconds kShortBusyTime{30};

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

inline Result<void> plain(const Result<int> &changed)
{
    return changed ? Result<void>() : base::fail(changed.error());
}

inline QFuture<Result<void>> run(Database &database, const QString &sql, const QVariantList &values = {})
{
    return database.write<void>(
        [=](SqlConnection &connection) { return plain(connection.run(sql, values)); });
}

inline QFuture<Result<void>> makeTable(Database &database)
{
    return run(database, QStringLiteral("CREATE TABLE note (id integer PRIMARY KEY, body text NOT NULL)"));
}

inline QFuture<Result<void>> addNote(Database &database, int id,
                                     const QString &body = QStringLiteral("a note"))
{
    return run(database, QStringLiteral("INSERT INTO note (id, body) VALUES (?, ?)"), {id, body});
}

inline QFuture<Result<QList<int>>> notes(Database &database)
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

inline void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QString wordsOf(const base::Error &error)
{
    return error.name() + u' ' + error.detail();
}

#define VERIFY_DONE(expression)                                                                              \
    do {                                                                                                     \
        const auto done = (expression);                                                                      \
        QVERIFY2(done, done ? "" : qPrintable(opsdeck::test::wordsOf(done.error())));                        \
    } while (false)

#define VERIFY_FAILED(expression, code)                                                                      \
    do {                                                                                                     \
        const auto done = (expression);                                                                      \
        QVERIFY2(!done, "it should have failed");                                                            \
        QVERIFY2(done.error().is(code), qPrintable(opsdeck::test::wordsOf(done.error())));                   \
    } while (false)

/// For tests of the database to inherit: a folder of its own.
class DatabaseRig
{
protected:
    void start()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("opsdeck.store=false"));
        m_home = std::make_unique<QTemporaryDir>();
    }
    QString file(const char *name = "opsdeck.db") const
    {
        return m_home->filePath(QString::fromLatin1(name));
    }
    /// A sound file with many notes, closed.
    void makeFile(const QString &path, int count = 2000)
    {
        Database database(path, m_clock);
        VERIFY_DONE(database.open().result());
        makeTable(database);
        for (int i = 1; i <= count; ++i)
            addNote(database, i, QString(200, QChar(u'a' + i % 26)));
        VERIFY_DONE(run(database, QStringLiteral("CREATE INDEX note_by_body ON note (body, id)")).result());
    }
    QStringList filesLike(const char *pattern) const
    {
        return QDir(m_home->path()).entryList({QString::fromLatin1(pattern)}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    ManualClock m_clock;
};

} // namespace opsdeck::test
