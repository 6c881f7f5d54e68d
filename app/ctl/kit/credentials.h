// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/kit/words.h"

#include <optional>

namespace opsdeck::ctl {

/// Where a secret may come from, in this order: the file of an option, an environment variable, a prompt on a terminal.
struct SecretSource {
    QString fileOption;      ///< e.g. "password-file"
    const char *environment; ///< e.g. "OPSDECK_PASSWORD"
    QString prompt;          ///< e.g. "Password of admin at 10.0.0.5: "
    bool mayPrompt = true;
};

/// Nothing when there is no secret anywhere and nobody to ask. The file's first line is the secret.
/// Errors: FileFailed; Cancelled by Ctrl+C at the prompt. May wait for a person at a terminal; call it before any session starts.
base::Result<std::optional<QString>> findSecret(const GivenOptions &options, const SecretSource &source);

} // namespace opsdeck::ctl
