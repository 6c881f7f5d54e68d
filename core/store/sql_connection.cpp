// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_connection.h"

#include "core/store/sql_dialect.h"

#include <QSqlError>

#include <atomic>

namespace opsdeck::store {

using base::Error;
using base::fail;
using base::Result;

namespace {

/// Names of connections are one space for the whole process, so the number is the process's too.
QString newName()
{
    static std::atomic<quint64> s_count{0};
    return QStringLiteral("opsdeck-%1").arg(++s_count);
}

QVariant bindable(const QVariant &value)
{
    // The driver writes a null QString as NULL, but an empty text is what is meant.
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

} // namespace

SqlConnection::SqlConnection(const QString &path, Mode mode, std::chrono::milliseconds busyTime)
    : m_path(path)
    , m_mode(mode)
    , m_name(newName())
    , m_database(QSqlDatabase::addDatabase(sqlDriver(), m_name))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(sqlConnectOptions(busyTime, mode == Mode::Inspect));
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqlConnection::open()
{
    if (!m_database.open())
        return fail(errorOfDriver(m_database.lastError(), m_path, QStringLiteral("open")));
    return {};
}

Result<void> SqlConnection::prepareForUse()
{
    for (const QString &sql : sqlSettings(m_mode == Mode::QueryOnly)) {
        if (const auto done = runOnce(sql); !done)
            return done;
    }
    return {};
}

Result<void> SqlConnection::runOnce(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(errorOf(query, sql));
    while (query.next()) {
    }
    if (query.lastError().isValid())
        return fail(errorOf(query, sql));
    return {};
}

Result<int> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    auto query = start(sql, values);
    if (!query)
        return fail(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<QSqlQuery *> SqlConnection::start(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = errorOf(*fresh, sql);
            m_statements.remove(sql);
            return fail(error);
        }
        query = std::move(fresh);
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, bindable(values[i]));
    if (!query->exec()) {
        const Error error = errorOf(*query, sql);
        query->finish();
        return fail(error);
    }
    return query.get();
}

/// @param toTheEnd all rows were read, so that an error may be what ended them.
Result<void> SqlConnection::end(QSqlQuery &query, bool toTheEnd)
{
    std::optional<Error> error;
    if (toTheEnd && query.lastError().isValid())
        error = errorOf(query, query.lastQuery());
    query.finish(); // or it would keep its view of the database, and the log of changes could not be cut
    if (error)
        return fail(*error);
    return {};
}

Error SqlConnection::errorOf(const QSqlQuery &query, const QString &sql) const
{
    return errorOfDriver(query.lastError(), m_path, sql.section(u' ', 0, 2));
}

} // namespace opsdeck::store
