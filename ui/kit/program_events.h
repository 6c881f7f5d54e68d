// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace opsdeck::kit {

/// A text key of an event and how many arguments its sentence takes.
struct ProgramEventKey {
    const char *key;
    int arguments;
};

/// The system of events of the program itself.
inline constexpr char kProgramSystem[] = "opsdeck";

/// Every text key of the program's own events; `EventTexts` has a sentence for each.
inline constexpr std::array kProgramEventKeys{
    ProgramEventKey{"program.started", 1}, // %1 version
    ProgramEventKey{"program.ended", 0},
    ProgramEventKey{"program.site-opened", 1},        // %1 name of the site
    ProgramEventKey{"program.database-set-aside", 1}, // %1 where the damaged file is
    ProgramEventKey{"program.database-recovered", 0},
    ProgramEventKey{"program.settings-not-kept.shared", 0},
    ProgramEventKey{"program.settings-not-kept.disk-full", 0},
    ProgramEventKey{"program.settings-not-kept.newer", 0},
    ProgramEventKey{"program.settings-not-kept.failed", 0},
    ProgramEventKey{"program.events-pruned", 1}, // %1 how many
};

} // namespace opsdeck::kit
