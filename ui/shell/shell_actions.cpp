// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_actions.h"

#include "ui/shell/look.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcut_editor.h"
#include "ui/shell/top_bar.h"

#include <QApplication>

namespace opsdeck::shell {

namespace {

/// Shows a dialog that is there, or may be behind the window.
void bringUp(QDialog &dialog)
{
    dialog.open();
    dialog.raise();
    dialog.activateWindow();
}

} // namespace

ShellActions::ShellActions(MainWindow &window, const kit::UiContext &context)
    : QObject(&window)
    , m_window(window)
    , m_context(context)
{
    add(
        "shell.settings", [] { return tr("Settings…"); }, QKeySequence(Qt::CTRL | Qt::Key_Comma),
        [this] { openSettings(); });
    addFullScreen();
    add(
        "shell.menu", [] { return tr("Open the menu"); }, QKeySequence(Qt::Key_F10),
        [this] { m_window.topBar().openMenu(); });
    add(
        "shell.resetLayout", [] { return tr("Put all panels back where they were at first"); }, {},
        [this] { m_window.resetLayout(); });
    add(
        "shell.openSite", [] { return tr("Open a site file…"); }, QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { m_window.askSiteFile(); });
    addChoices(QStringLiteral("shell.style."), Look::styleRow(), [] { return tr("Theme"); });
    addChoices(QStringLiteral("shell.language."), Look::languageRow(), [] { return tr("Language"); });
    add(
        "shell.about", [] { return tr("About Opsdeck"); }, {}, [this] { openAbout(); });
    add(
        "shell.quit", [] { return tr("Quit"); }, QKeySequence(Qt::CTRL | Qt::Key_Q),
        [] { QApplication::closeAllWindows(); });
}

void ShellActions::add(const char *id, kit::Words text, const QKeySequence &shortcut,
                       std::function<void()> run)
{
    kit::ActionSpec action;
    action.id = QLatin1String(id);
    action.group = [] { return tr("Window"); };
    action.text = std::move(text);
    action.shortcut = shortcut;
    action.run = std::move(run);
    m_context.actions.add(this, action);
}

void ShellActions::addFullScreen()
{
    kit::ActionSpec action;
    action.id = QStringLiteral("shell.fullScreen");
    action.group = [] { return tr("Window"); };
    action.text = [] { return tr("Full screen"); };
    action.shortcut = QKeySequence(Qt::Key_F11);
    action.isCheckable = true;
    action.isChecked = [this] { return m_window.isFullScreen(); };
    action.run = [this] { m_window.toggleFullScreen(); };
    m_context.actions.add(this, action);
}

QStringList ShellActions::choiceIds(const QString &prefix, const kit::SettingRow &row)
{
    QStringList ids;
    for (const kit::SettingChoice &choice : row.choices)
        ids << prefix + choice.value;
    return ids;
}

void ShellActions::addChoices(const QString &prefix, const kit::SettingRow &row, const kit::Words &group)
{
    for (const kit::SettingChoice &choice : row.choices) {
        kit::ActionSpec action;
        action.id = prefix + choice.value;
        action.group = group;
        action.text = [group, text = choice.text] { return tr("%1: %2").arg(group(), text()); };
        action.isCheckable = true;
        action.isChecked = [this, row, value = choice.value] {
            return kit::settingValue(m_context.settings, row).toString() == value;
        };
        action.run = [this, key = row.key, value = choice.value] { m_context.settings.setValue(key, value); };
        m_context.actions.add(this, action);
    }
    connect(&m_context.settings, &store::SettingsStore::changed, this,
            [this, prefix, row](const QString &key) {
                if (key != row.key)
                    return;
                for (const QString &id : choiceIds(prefix, row))
                    m_context.actions.refresh(id);
            });
}

void ShellActions::openSettings(const QString &page)
{
    if (!m_settings) {
        QList<kit::SettingRow> rows{Look::styleRow(), Look::languageRow()};
        for (const kit::SystemUi *system : m_window.systems())
            rows += system->settingRows();
        rows += m_window.settingRows();
        m_settings = new SettingsDialog(rows, m_context.settings, m_context.theme, &m_window);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        m_settings->addPage(
            QStringLiteral("keyboard"), [] { return tr("Keyboard"); },
            new ShortcutEditor(m_context.theme, m_context.actions), [] { return tr("Shortcuts keys"); });
    }
    if (!page.isEmpty())
        m_settings->showPage(page);
    bringUp(*m_settings);
}

void ShellActions::openAbout()
{
    if (!m_about) {
        m_about = new AboutDialog(m_context.theme, aboutFacts(m_places), &m_window);
        m_about->setAttribute(Qt::WA_DeleteOnClose);
    }
    bringUp(*m_about);
}

} // namespace opsdeck::shell
