// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/system_commands.h"

namespace opsdeck::ctl {

QList<OptionSpec> globalOptions();
/// The whole program, one system, or one verb, as far as the words of the line go.
QString helpText(const ParsedLine &line, const std::vector<std::unique_ptr<SystemCommands>> &systems);

} // namespace opsdeck::ctl
