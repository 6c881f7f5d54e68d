// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "core/store/id_sequence.h"
#include "core/store/sql_connection.h"

namespace opsdeck::store {

/// What a fact does to the ledger: each function is one decision, taken inside the writer's transaction. Of the writer
/// thread. What the functions mean is said at BankLedger's of the same names.
class BankRules final
{
public:
    base::Result<BankLedger::ReturnOutcome> recordReturn(SqlConnection &connection,
                                                         const BankLedger::ReturnFact &fact);
    base::Result<BankLedger::OutOutcome> recordOut(SqlConnection &connection,
                                                   const BankLedger::OutFact &fact);
    base::Result<void> recordUnknownOutcome(SqlConnection &connection, BankLedger::OpenOutcome outcome);
    base::Result<BankLedger::InventoryOutcome> recordInventory(SqlConnection &connection,
                                                               const QDateTime &time, const QString &cabinet,
                                                               const QList<BankLedger::SeenBank> &seen);
    base::Result<void> setFlag(SqlConnection &connection, const QByteArray &id, bool flagged,
                               const QString &reason, const QString &by, const QDateTime &time);
    base::Result<void> registerBanks(SqlConnection &connection, const QList<QByteArray> &banks,
                                     const QString &by, const QDateTime &time);

private:
    /// What a move is told with.
    struct Why {
        QDateTime time;
        MoveCause cause;
        QString operatorName;
        QString note;
    };
    struct Inventory;

    /// Changes the place and writes the move and the hour's count; the bank is written as a whole.
    base::Result<void> move(SqlConnection &connection, Bank &bank, const BankPlace &to, const Why &why);
    base::Result<void> flagFaulty(SqlConnection &connection, Bank &bank, const QDateTime &time);
    /// Whether the bank is where it is by a return after this time.
    base::Result<bool> cameBackAfter(SqlConnection &connection, const Bank &bank, const QDateTime &time);
    base::Result<bool> isOvertaken(SqlConnection &connection, const BankLedger::OutFact &fact,
                                   const Bank &bank);
    base::Result<BankLedger::OutOutcome> tellOvertaken(SqlConnection &connection,
                                                       const BankLedger::OutFact &fact, const Bank &bank);
    base::Result<void> loseHolder(SqlConnection &connection, const BankLedger::OutFact &fact);
    base::Result<bool> isGoneFromSlot(SqlConnection &connection, Bank &holder, const QDateTime &time);
    base::Result<void> settle(SqlConnection &connection, Inventory &inventory);
    base::Result<void> placeSeen(SqlConnection &connection, Inventory &inventory);
    base::Result<void> loseMissing(SqlConnection &connection, Inventory &inventory);

    IdSequence m_moveIds{QStringLiteral("bank_move")};
    IdSequence m_outcomeIds{QStringLiteral("open_outcome")};
};

} // namespace opsdeck::store
