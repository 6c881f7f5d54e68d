// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <chrono>

class QSqlError;

namespace opsdeck::store {

// All that is SQLite's alone stands here: types, settings, error numbers. Statements elsewhere are what PostgreSQL also
// takes: `INSERT … ON CONFLICT`, row values, `LIMIT`, no row numbers, no functions of one of them.

/// The name of Qt's driver.
QString sqlDriver();
QString sqlConnectOptions(std::chrono::milliseconds busyTime, bool readOnlyFile);
/// What every connection in use is set to.
QStringList sqlSettings(bool queryOnly);

/// A statement of the schema, with the names of this dialect put in:
/// {key} a whole number that is a primary key, {bytes}, {word} text compared byte by byte, {clustered} behind a table that
/// is its primary key's index.
QString sqlSchema(QString sql);

QString sqlBeginWrite();
/// One row: "wal" when the file now has a log of changes.
QString sqlLogOfChanges();
/// One row: changes when another connection has written.
QString sqlDataVersion();
/// Rows of text: "ok", or what is wrong. @param thorough indexes are compared with their tables too.
QString sqlCheck(bool thorough);
QString sqlCheckTable(const QString &table);
/// One row: how many tables of that name there are; the name is its value.
QString sqlTableCount();
/// One row: how many tables and views there are at all.
QString sqlAnyTableCount();

/// As a DatabaseError with the path, what was done and the driver's words.
base::Error errorOfDriver(const QSqlError &error, const QString &path, const QString &what);

} // namespace opsdeck::store
