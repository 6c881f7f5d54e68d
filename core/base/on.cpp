// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/on.h"

namespace opsdeck::base {

std::shared_ptr<QObject> letterBoxOfThisThread()
{
    thread_local const auto letterBox = std::make_shared<QObject>();
    return letterBox;
}

} // namespace opsdeck::base
