// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"
#include "core/store/database.h"
#include "core/store/journal.h"

namespace opsdeck::store {

/// The database and what is kept in it. Owned by the composition root.
struct Store {
    /// @param clock must outlive it.
    Store(const QString &path, base::Clock &clock)
        : database(path, clock)
        , journal(database, clock)
        , ledger(database)
    {
    }
    /// The answers of the last writes may still use journal and ledger.
    ~Store() { database.close(); }
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    Database database;
    Journal journal;
    BankLedger ledger;
};

} // namespace opsdeck::store
