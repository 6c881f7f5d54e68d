// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/task.h"
#include "app/ctl/kit/words.h"
#include "core/base/clock.h"
#include "core/transport/link_tap.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace opsdeck::base {
class Redactor;
}

namespace opsdeck::ctl {

/// What a verb gets to work with. Everything outlives the task.
struct Invocation {
    ParsedLine line;
    base::Clock &clock;
    transport::LinkTapFactory *taps; ///< null without --trace
    base::Redactor &redactor;        ///< learns the secrets that are used
    bool yes = false;
    std::optional<double> timeoutSeconds; ///< --timeout
};

/// One verb: its words for --help, and the task it makes.
struct VerbSpec {
    QString name;
    QString arguments; ///< as --help shows them, e.g. "MSGID"
    int leastArguments = 0;
    int mostArguments = 0;
    QString help;
    QList<OptionSpec> options;
    /// Checks the options and makes the task. Errors: usage errors, and what could not be read (password file, site file).
    std::function<base::Result<std::unique_ptr<Task>>(const Invocation &)> makeTask;
};

/// The verbs of one system; one file a system in app/ctl/systems.
class SystemCommands
{
public:
    SystemCommands() = default;
    SystemCommands(const SystemCommands &) = delete;
    SystemCommands &operator=(const SystemCommands &) = delete;
    virtual ~SystemCommands() = default;

    virtual QString name() const = 0;
    virtual QString help() const = 0;
    virtual QList<OptionSpec> options() const = 0;
    virtual QList<VerbSpec> verbs() const = 0;
};

/// Of every file systems/*_commands.cpp; written by CMake.
std::vector<std::unique_ptr<SystemCommands>> allModules();

} // namespace opsdeck::ctl
