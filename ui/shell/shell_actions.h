// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/shell/about_dialog.h"

#include <QPointer>

namespace opsdeck::shell {

class MainWindow;
class SettingsDialog;

/// What the window itself can do, as actions "shell.*": settings, about, full screen, layout, theme, language, quit. Opens
/// the dialogs for it. Owned by the window. GUI thread.
class ShellActions final : public QObject
{
    Q_OBJECT
public:
    /// @param window owns this object. The context's parts must outlive it.
    ShellActions(MainWindow &window, const kit::UiContext &context);

    /// What "About" tells; empty before.
    void setPlaces(const ProgramPlaces &places) { m_places = places; }
    /// @param page "appearance", "video", "keyboard" …; empty = as it was.
    void openSettings(const QString &page = {});
    void openAbout();

    /// The ids of the actions that choose among a setting's values, in their order: "shell.style.dark" …
    static QStringList choiceIds(const QString &prefix, const kit::SettingRow &row);

private:
    void add(const char *id, kit::Words text, const QKeySequence &shortcut, std::function<void()> run);
    void addFullScreen();
    void addChoices(const QString &prefix, const kit::SettingRow &row, const kit::Words &group);

    MainWindow &m_window;
    kit::UiContext m_context;
    ProgramPlaces m_places;
    QPointer<SettingsDialog> m_settings;
    QPointer<AboutDialog> m_about;
};

} // namespace opsdeck::shell
