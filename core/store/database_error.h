// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::store {

enum class DatabaseError {
    NotOpen, ///< it was never opened, or opening failed
    DiskFull,
    ReadOnly,
    Locked, ///< another program holds it for longer than the busy time
    Damaged,
    Newer,  ///< written by a later version of the program; left as it is
    Failed, ///< any other failure; the detail has the driver's words
};
base::ErrorFacts errorFacts(DatabaseError code);

} // namespace opsdeck::store
