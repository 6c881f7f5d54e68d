// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_menu.h"

#include "ui/kit/icon.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/look.h"

#include <QActionGroup>
#include <QDockWidget>

namespace opsdeck::shell {

MainMenu::MainMenu(const kit::UiContext &context, const DockSet &docks, QWidget *parent)
    : QMenu(parent)
    , m_context(context)
    , m_docks(docks)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &MainMenu::fill);
}

void MainMenu::fill()
{
    m_context.actions.refresh();
    clear();
    addKnown("shell.settings");
    addKnown("shell.keys");
    addKnown("shell.keys.change");
    addKnown("shell.palette");
    addSeparator();
    addPanels();
    addChoices(tr("Theme"), QStringLiteral("theme"), Look::styleRow());
    addChoices(tr("Language"), QStringLiteral("language"), Look::languageRow());
    addKnown("shell.pageWindow");
    addKnown("shell.fullScreen");
    addSeparator();
    addKnown("site.addDevice");
    addKnown("shell.openSite");
    addKnown("site.import");
    addKnown("site.export");
    addSeparator();
    addKnown("shell.about");
    addKnown("shell.quit");
}

/// What is not there (another part of the window brings it, or not) is left out.
void MainMenu::addKnown(const char *id)
{
    if (QAction *action = m_context.actions.action(QLatin1String(id)))
        addAction(action);
}

void MainMenu::addPanels()
{
    auto *panels = new QMenu(tr("Panels"), this);
    panels->setToolTipsVisible(true);
    panels->setIcon(
        kit::themedIcon(QStringLiteral("panels"), m_context.theme.color(kit::Theme::Color::Text2)));
    for (QDockWidget *dock : m_docks.docks()) {
        // The registry's action says "Panel: Site"; below this heading the title is enough.
        QAction *known = m_context.actions.action(QStringLiteral("shell.") + dock->objectName());
        if (!known)
            continue;
        QAction *entry = panels->addAction(dock->windowTitle(), known, &QAction::trigger);
        entry->setCheckable(true);
        entry->setChecked(!dock->isHidden());
        entry->setEnabled(known->isEnabled());
        entry->setToolTip(known->toolTip());
    }
    panels->addSeparator();
    if (QAction *reset = m_context.actions.action(QStringLiteral("shell.resetLayout")))
        panels->addAction(reset);
    connect(this, &QMenu::aboutToShow, panels, &QObject::deleteLater);
    addMenu(panels);
}

void MainMenu::addChoices(const QString &title, const QString &icon, const kit::SettingRow &row)
{
    auto *menu = new QMenu(title, this);
    menu->setIcon(kit::themedIcon(icon, m_context.theme.color(kit::Theme::Color::Text2)));
    auto *group = new QActionGroup(menu);
    const QString current = kit::settingValue(m_context.settings, row).toString();
    for (const kit::SettingChoice &choice : row.choices) {
        QAction *entry = menu->addAction(choice.text(), this, [this, key = row.key, value = choice.value] {
            m_context.settings.setValue(key, value);
        });
        entry->setCheckable(true);
        entry->setChecked(choice.value == current);
        group->addAction(entry);
    }
    connect(this, &QMenu::aboutToShow, menu, &QObject::deleteLater);
    addMenu(menu);
}

} // namespace opsdeck::shell
