// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/kit/ui_system_module.h"

#include <QFile>

namespace opsdeck::test {

/// What the composition root makes for the parts of the window, for tests of one of them: the program's own theme, and
/// settings in memory.
struct UiRig {
    explicit UiRig(base::Clock &clockOfTest, kit::Theme::Style style = kit::Theme::Style::Dark)
        : clock(clockOfTest)
        , theme(programTheme(style))
    {
    }

    static kit::Theme programTheme(kit::Theme::Style style)
    {
        QFile file(QStringLiteral(":/look/theme.json"));
        if (!file.open(QIODevice::ReadOnly))
            return kit::Theme();
        return kit::Theme::fromJson(file.readAll(), style).value_or(kit::Theme());
    }

    base::Clock &clock;
    kit::Theme theme;
    kit::ActionRegistry actions;
    kit::Notices notices{clock};
    store::SettingsStore settings{QString(), clock};
    kit::UiContext context{clock, theme, actions, notices, settings};
};

} // namespace opsdeck::test
