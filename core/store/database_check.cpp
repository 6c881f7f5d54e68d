// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database_check.h"

#include "core/store/sql_dialect.h"

#include <QStringList>

#include <vector>

namespace opsdeck::store {

using base::fail;
using base::Result;

namespace {

constexpr int kStretch = 5000; // rows

/// An index and what it begins before.
struct Walked {
    QString table;
    QStringList columns;
    QVariantList before;
    QString body; ///< read too; empty: the index alone
};

const std::vector<Walked> &walked()
{
    const auto ints = [](int count) { return QVariantList(count, QVariant(qint64(-1))); };
    const auto columns = [](const char *names) { return QString::fromLatin1(names).split(u' '); };
    static const std::vector<Walked> kAll{
        {QStringLiteral("event"), columns("id"), ints(1), QStringLiteral("details")},
        {QStringLiteral("event"), columns("time_ms id"), ints(2), {}},
        {QStringLiteral("event"), columns("kind_id is_open time_ms id"), ints(4), {}},
        {QStringLiteral("event"), columns("device_id time_ms id"), ints(3), {}},
        {QStringLiteral("event"), columns("device_id kind_id is_open time_ms id"), ints(5), {}},
        {QStringLiteral("event_word"), columns("word_id time_ms event_id"), ints(3), {}},
        {QStringLiteral("word"), columns("text"), {QStringLiteral("")}, {}},
        {QStringLiteral("bank_move"), columns("id"), ints(1), QStringLiteral("note")},
        {QStringLiteral("bank_move"), columns("bank id"), {QByteArray(""), qint64(-1)}, {}},
    };
    return kAll;
}

Result<void> runCheck(SqlConnection &connection, const QString &sql)
{
    constexpr int kTold = 3;
    QStringList problems;
    const auto checked = connection.each(sql, {}, [&](const SqlRow &row) {
        problems.append(row.text(0).simplified());
        return problems.size() < kTold;
    });
    if (!checked)
        return fail(checked.error());
    if (problems != QStringList{QStringLiteral("ok")})
        return fail(DatabaseError::Damaged,
                    QStringLiteral("%1: %2").arg(connection.path(), problems.join(QStringLiteral("; "))));
    return {};
}

} // namespace

Result<void> checkIntegrity(SqlConnection &connection, bool thorough)
{
    return runCheck(connection, sqlCheck(thorough));
}

Result<void> checkSmallTables(SqlConnection &connection)
{
    for (const char *table :
         {"schema_step", "sequence", "bank", "bank_hour", "open_outcome", "inventoried_cabinet",
          "known_cabinet", "event_kind", "event_device", "device_word", "event_pair"}) {
        if (const auto sound = runCheck(connection, sqlCheckTable(QLatin1String(table))); !sound)
            return sound;
    }
    return {};
}

Result<bool> IntegrityWalk::step(SqlConnection &connection)
{
    if (m_index >= walked().size())
        return false;
    const Walked &index = walked()[m_index];
    const QString columns = index.columns.join(QStringLiteral(", "));
    const QStringList marks(index.columns.size(), QStringLiteral("?"));
    QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE (%1) > (%3)")
                      .arg(columns, index.table, marks.join(QStringLiteral(", ")));
    if (!index.body.isEmpty())
        sql += QStringLiteral(" AND length(%1) >= 0").arg(index.body);
    sql += QStringLiteral(" ORDER BY %1 LIMIT 1 OFFSET ?").arg(columns);
    QVariantList behind;
    const auto read = connection.each(
        sql, (m_behind.isEmpty() ? index.before : m_behind) + QVariantList{kStretch}, [&](const SqlRow &row) {
            for (int i = 0; i < index.columns.size(); ++i)
                behind.append(row.value(i));
            return true;
        });
    if (!read)
        return fail(read.error());
    m_behind = behind;
    if (behind.isEmpty())
        ++m_index;
    return m_index < walked().size();
}

} // namespace opsdeck::store
