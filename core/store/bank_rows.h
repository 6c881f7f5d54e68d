// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "core/store/sql_connection.h"

#include <optional>

namespace opsdeck::store::bank_rows {

// The rows of the ledger, as they are: every statement of banks, moves and open outcomes stands here. No rule is known
// here. Called with a connection inside a transaction. Errors of all: DatabaseError.

qint64 toMs(const QDateTime &time);
/// Null for 0 or less.
QDateTime fromMs(qint64 ms);

base::Result<std::optional<Bank>> find(SqlConnection &connection, const QByteArray &id);
base::Result<std::optional<Bank>> inSlot(SqlConnection &connection, const QString &cabinet, int slot);
/// By slot.
base::Result<QList<Bank>> inCabinet(SqlConnection &connection, const QString &cabinet);
/// By id. @param part of the shown name, any case.
base::Result<QList<Bank>> named(SqlConnection &connection, const QString &part, int limit);

/// Adds or replaces.
base::Result<void> put(SqlConnection &connection, const Bank &bank);
base::Result<void> setLevel(SqlConnection &connection, const QByteArray &id, int level);
/// Takes a bank out of its slot for the time of a transaction that puts it elsewhere.
base::Result<void> lift(SqlConnection &connection, const QByteArray &id);

base::Result<void> addMove(SqlConnection &connection, const BankMove &move);
base::Result<void> countHour(SqlConnection &connection, const QDateTime &time, int rents, int returns);
/// Newest first. @param before 0 = from the newest.
base::Result<QList<BankMove>> moves(SqlConnection &connection, const QByteArray &bank, qint64 before,
                                    int limit);

base::Result<void> addOutcome(SqlConnection &connection, const BankLedger::OpenOutcome &outcome);
/// Oldest first. @param slot 0 = of all slots.
base::Result<QList<BankLedger::OpenOutcome>> outcomes(SqlConnection &connection, const QString &cabinet,
                                                      int slot);
base::Result<void> removeOutcome(SqlConnection &connection, qint64 id);

/// Answers whether it is the first.
base::Result<bool> noteInventory(SqlConnection &connection, const QString &cabinet, const QDateTime &time);

base::Result<BankLedger::Stock> stock(SqlConnection &connection);
/// Those hours that had any, by their first millisecond. @param fromMs, @param toMs full hours.
base::Result<QList<BankLedger::Hour>> hours(SqlConnection &connection, qint64 fromMs, qint64 toMs);

} // namespace opsdeck::store::bank_rows
