// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/database_error.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace opsdeck::store {

/// One row while it is read: columns by number, from 0.
class SqlRow
{
public:
    explicit SqlRow(const QSqlQuery &query)
        : m_query(query)
    {
    }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int number(int column) const { return m_query.value(column).toInt(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    QVariant value(int column) const { return m_query.value(column); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

/// One connection to the database, with its prepared statements, each prepared once. Made, used and destroyed on one
/// thread. Statements have `?` for values; a null QString or QByteArray is written as an empty one, QVariant() as NULL.
/// Errors of all: DatabaseError, the detail with the file's path and the driver's words.
class SqlConnection final
{
public:
    enum class Mode {
        ReadWrite, ///< made when there is none
        QueryOnly, ///< refuses statements that change something
        Inspect,   ///< the file is opened read-only: looking at it changes nothing in it
    };

    SqlConnection(const QString &path, Mode mode, std::chrono::milliseconds busyTime);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    base::Result<void> open();
    /// The settings of a connection in use; after `open`, when the file is known to be ours.
    base::Result<void> prepareForUse();
    QString path() const { return m_path; }

    /// Answers how many rows it changed.
    base::Result<int> run(const QString &sql, const QVariantList &values = {});
    /// Calls `take(const SqlRow &)` for each row, until there is none or it answers false. `take` must not run the same
    /// statement.
    template <typename Take>
    base::Result<void> each(const QString &sql, const QVariantList &values, Take take)
    {
        auto query = start(sql, values);
        if (!query)
            return base::fail(query.error());
        const SqlRow row(**query);
        bool isWanted = true;
        while (isWanted && (*query)->next())
            isWanted = take(row);
        return end(**query, isWanted);
    }
    /// What `read(const SqlRow &)` makes of the first row; nothing when there is none.
    template <typename Read>
    auto first(const QString &sql, const QVariantList &values, Read read)
        -> base::Result<std::optional<decltype(read(std::declval<const SqlRow &>()))>>
    {
        std::optional<decltype(read(std::declval<const SqlRow &>()))> found;
        const auto done = each(sql, values, [&](const SqlRow &row) {
            found = read(row);
            return false;
        });
        if (!done)
            return base::fail(done.error());
        return found;
    }

    /// A statement that is run once and not kept: pragmas, the schema.
    base::Result<void> runOnce(const QString &sql);

    /// Changes whenever something was rolled back or another program wrote: what was remembered of the tables is to be
    /// forgotten then.
    quint64 generation() const { return m_generation; }
    void forgetWhatIsKnown() { ++m_generation; }

private:
    base::Result<QSqlQuery *> start(const QString &sql, const QVariantList &values);
    base::Result<void> end(QSqlQuery &query, bool toTheEnd);
    base::Error errorOf(const QSqlQuery &query, const QString &sql) const;

    const QString m_path;
    const Mode m_mode;
    const QString m_name; ///< of the connection within Qt
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    quint64 m_generation = 1;
};

} // namespace opsdeck::store
