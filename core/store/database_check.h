// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sql_connection.h"

#include <QVariantList>

namespace opsdeck::store {

/// Looks through the file's pages before it is used. @param thorough indexes are compared with their tables too. Nothing:
/// it is sound. Errors: Damaged, and what else keeps from reading.
base::Result<void> checkIntegrity(SqlConnection &connection, bool thorough);

/// The same for the tables that what is decided stands on, and that stay small: the ledger's, the journal's names.
base::Result<void> checkSmallTables(SqlConnection &connection);

/// Reads through the tables that grow, and their indexes, a stretch at a time: what cannot be read is found while
/// the program works. Of one thread.
class IntegrityWalk final
{
public:
    /// Reads the next stretch: some milliseconds. Answers whether there is more. Errors: as above.
    base::Result<bool> step(SqlConnection &connection);

private:
    std::size_t m_index = 0;
    QVariantList m_behind; ///< the last one that was read; empty: none of this index
};

} // namespace opsdeck::store
