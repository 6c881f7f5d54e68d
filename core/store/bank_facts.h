// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/bank_ledger.h"

namespace opsdeck::store::bank_facts {

// What the rules of the ledger have in common: what a fact may be, and what follows from it alone.

/// Errors of the checks: InvalidArgument.
base::Result<void> checkBank(const QByteArray &id);
base::Result<void> checkSlot(const QString &cabinet, int slot);
base::Result<void> check(const QString &cabinet, int slot, const QByteArray &id);

/// One nobody has seen yet.
Bank newBank(const QByteArray &id, const QDateTime &time);
/// 0–4; -1 for anything else.
int cleanLevel(int level);
/// Where a bank is after it went out for this reason.
BankPlace outPlace(MoveCause cause, const QString &cabinet, int slot);
/// How an outcome that was open is told once it is known.
MoveCause lateCause(MoveCause asked);

} // namespace opsdeck::store::bank_facts
