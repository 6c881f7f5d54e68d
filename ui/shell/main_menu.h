// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"

#include <QMenu>

namespace opsdeck::shell {

class DockSet;

/// The menu of the top bar: filled from the actions there are each time it opens, so that it is always in the language
/// and state of the moment. GUI thread.
class MainMenu final : public QMenu
{
    Q_OBJECT
public:
    /// All must outlive this menu.
    MainMenu(const kit::UiContext &context, const DockSet &docks, QWidget *parent);

private:
    void fill();
    void addKnown(const char *id);
    void addPanels();
    void addChoices(const QString &title, const QString &icon, const kit::SettingRow &row);

    kit::UiContext m_context;
    const DockSet &m_docks;
};

} // namespace opsdeck::shell
