// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/ui_system_module.h"

#include <algorithm>

namespace opsdeck::kit {

std::vector<std::unique_ptr<UiSystemModule>> inPageOrder(std::vector<std::unique_ptr<UiSystemModule>> modules)
{
    std::stable_sort(modules.begin(), modules.end(),
                     [](const auto &a, const auto &b) { return a->pageOrder() < b->pageOrder(); });
    return modules;
}

} // namespace opsdeck::kit
