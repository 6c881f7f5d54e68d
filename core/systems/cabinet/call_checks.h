// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/systems/cabinet/cabinet_types.h"

#include <vector>

namespace opsdeck::cabinet {

// What is checked before anything is sent. Error: OutOfRange, whose detail says what and why.
base::Result<void> checkSlot(int slot);
base::Result<void> checkVolume(int level);
base::Result<void> checkAddress(const ServerAddress &address);
base::Result<void> checkUpgrade(const FtpUpgrade &what);

/// The fullest bank that is neither flagged nor reports a fault nor is on its way out, the lowest slot of equals; one whose
/// level nobody knows comes last. Null when there is none. @param banks what the ledger knows of them. @param leaving slots
/// that were asked for their bank.
const SlotEntry *fullestOf(const QList<SlotEntry> &entries, const QList<store::Bank> &banks,
                           const std::vector<int> &leaving);

} // namespace opsdeck::cabinet
