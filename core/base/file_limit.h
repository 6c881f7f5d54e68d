// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace opsdeck::base {

/// Raises this process's limit of open files to `wanted` where it is lower (POSIX: the soft limit, as far as the hard one
/// lets it). Answers how many may be open now: less than `wanted` where the machine's own limit is lower, which is for the
/// caller to tell. Where a process has no such limit it answers `wanted`. Errors: FileFailed, with the system's words.
Result<qint64> raiseFileLimit(qint64 wanted);

} // namespace opsdeck::base
