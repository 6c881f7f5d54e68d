// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journal.h"

namespace opsdeck::events {

/// Would the journal's search find this event? For those that come while a filtered list is looked at.
bool matches(const store::JournalFilter &filter, const store::JournalEntry &entry);

} // namespace opsdeck::events
