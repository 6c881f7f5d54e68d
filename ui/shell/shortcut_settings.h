// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace opsdeck::kit {
class ActionRegistry;
}
namespace opsdeck::store {
class SettingsStore;
}

namespace opsdeck::shell {

/// Keeps the operator's shortcuts in the settings, under "shortcuts.<id>" (portable text; empty = no key), and gives
/// them to the registry: at the start, and when the settings change. What it cannot read is left as it is. GUI thread.
class ShortcutSettings final : public QObject
{
    Q_OBJECT
public:
    /// Restores at once. @param actions and @param settings must outlive this object.
    ShortcutSettings(kit::ActionRegistry &actions, store::SettingsStore &settings, QObject *parent = nullptr);

private:
    void restore();

    kit::ActionRegistry &m_actions;
    store::SettingsStore &m_settings;
    bool m_isWriting = false;
};

} // namespace opsdeck::shell
