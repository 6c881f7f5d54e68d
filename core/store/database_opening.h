// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/file_lock.h"
#include "core/base/result.h"
#include "core/store/sql_connection.h"

#include <QString>

#include <memory>

namespace opsdeck::store {

/// A database that is ready for use.
struct OpenedDatabase {
    std::unique_ptr<SqlConnection> connection; ///< for writing; of the thread that opened
    int schemaVersion = 0;
    QString setAsideAs;           ///< empty = the file was sound
    QString problem;              ///< what was wrong with it
    bool isCheckedInPart = false; ///< it is large: the whole of it is still to be looked through
    /// Held for as long as the database is open. SQLite's own locks are those of the file system's kind that a process
    /// loses when any part of it opens and closes the file, as a file dialog does that looks into its folder: another
    /// process that came and went would then throw away the log of changes that is still written.
    std::unique_ptr<base::FileLock> lock = {};
};

/// Opens, checks, puts a damaged file aside and begins anew, and brings the schema up to date. Takes as long as the check
/// does; called on the thread that will write. @param largestWaitedFor bytes: of a larger file only a part is checked.
/// Errors: DatabaseError.
base::Result<OpenedDatabase> openDatabase(const QString &path, const base::Clock &clock,
                                          std::chrono::milliseconds busyTime, qint64 largestWaitedFor);

} // namespace opsdeck::store
