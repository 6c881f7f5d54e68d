// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace opsdeck::store {

class SqlConnection;

/// A step of the schema from the version before to `number`. A step that was released is never changed: the next one mends
/// it.
struct Migration {
    int number = 0; ///< 1, 2, 3 … without gaps
    QStringList statements;
};

/// All steps, in order.
const std::vector<Migration> &migrations();

/// The version of the schema in the file; 0 = there is none yet. Errors: DatabaseError; Failed when the database is another
/// program's.
base::Result<int> schemaVersion(SqlConnection &connection);

/// Takes the steps that are missing, each in a transaction of its own together with its number. @param now UTC. Answers
/// the version that is reached. Errors: DatabaseError; Newer when the file has steps that are not in the list.
base::Result<int> migrate(SqlConnection &connection, const std::vector<Migration> &steps,
                          const QDateTime &now);

} // namespace opsdeck::store
