// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/id_sequence.h"

#include "core/store/sql_connection.h"

namespace opsdeck::store {

using base::fail;
using base::Result;

Result<qint64> IdSequence::next(SqlConnection &connection)
{
    // The block may have been rolled back with the rest.
    if (m_generation != connection.generation()) {
        m_generation = connection.generation();
        m_next = m_end = 0;
    }
    if (m_next == m_end) {
        const auto end = connection.first(
            QStringLiteral("INSERT INTO sequence (name, next_id) VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
                           "SET next_id = sequence.next_id + excluded.next_id - 1 RETURNING next_id"),
            {m_name, kBlock + 1}, [](const SqlRow &row) { return row.integer(0); });
        if (!end)
            return fail(end.error());
        m_end = end->value_or(0);
        m_next = m_end - kBlock;
    }
    return m_next++;
}

} // namespace opsdeck::store
