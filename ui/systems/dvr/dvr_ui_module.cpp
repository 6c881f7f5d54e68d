// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/dvr_ui.h"

namespace opsdeck::dvr {

namespace {

class DvrUiModule final : public kit::UiSystemModule
{
public:
    QString id() const override { return QStringLiteral("dvr"); }
    std::unique_ptr<kit::SystemUi> open(const kit::UiContext &context) const override
    {
        return std::make_unique<DvrUi>(context);
    }
};

} // namespace

/// The table that CMake writes calls this.
std::unique_ptr<kit::UiSystemModule> makeUiModule();
std::unique_ptr<kit::UiSystemModule> makeUiModule()
{
    return std::make_unique<DvrUiModule>();
}

} // namespace opsdeck::dvr
