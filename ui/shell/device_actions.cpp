// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_actions.h"

#include "core/base/hex.h"
#include "ui/kit/icon.h"
#include "ui/shell/device_desk.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/dock_title_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/site_tree_view.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QItemSelectionModel>
#include <QMenu>
#include <QToolButton>

namespace opsdeck::shell {

DeviceActions::DeviceActions(DeviceDesk &devices, MainWindow &window, const kit::UiContext &context,
                             QObject *parent)
    : QObject(parent)
    , m_devices(devices)
    , m_window(window)
    , m_context(context)
{
    addAll();
    makeAddButton();
    connect(&window, &MainWindow::nodeMenuFilled, this, &DeviceActions::fillMenu);
    connect(window.tree().selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DeviceActions::refresh);
    connect(&devices.desk(), &SiteDesk::stateChanged, this, &DeviceActions::refresh);
    connect(&devices.undo(), &DeviceUndo::changed, this, &DeviceActions::refresh);
    window.installEventFilter(this);
    refresh();
}

DeviceActions::~DeviceActions() = default;

void DeviceActions::refresh()
{
    for (const QString &id : std::as_const(m_ids))
        m_context.actions.refresh(id);
    showAddButton();
}

QString DeviceActions::noSite() const
{
    return m_devices.desk().isOpen() ? QString() : tr("No site is open");
}

QString DeviceActions::noSelection() const
{
    if (QString reason = noSite(); !reason.isEmpty())
        return reason;
    return m_devices.selectedDevices().isEmpty() ? tr("Select a device in the site tree first") : QString();
}

void DeviceActions::add(const char *id, kit::Words text, const QKeySequence &keys, std::function<void()> run,
                        std::function<QString()> whyNot)
{
    kit::ActionSpec spec;
    spec.id = QLatin1String(id);
    spec.group = [] { return tr("Site"); };
    spec.text = std::move(text);
    spec.shortcut = keys;
    spec.run = std::move(run);
    spec.whyNot = std::move(whyNot);
    m_ids << spec.id;
    m_context.actions.add(this, spec);
}

void DeviceActions::addAll()
{
    const auto site = [this] { return noSite(); };
    const auto selection = [this] { return noSelection(); };
    add(
        "site.addDevice", [] { return tr("Add a device…"); }, Qt::CTRL | Qt::SHIFT | Qt::Key_N,
        [this] { m_devices.addDevice(); }, site);
    add(
        "site.editDevice", [] { return tr("Edit the selected device or group…"); }, Qt::Key_F2,
        [this] { m_devices.edit(); }, selection);
    add(
        "site.duplicateDevice", [] { return tr("Duplicate the selected device…"); }, {},
        [this] { m_devices.duplicate(); }, selection);
    add(
        "site.removeDevice", [] { return tr("Remove the selected devices…"); }, {},
        [this] { m_devices.remove(); }, selection);
    add(
        "site.moveUp", [] { return tr("Move the selected devices up"); }, Qt::ALT | Qt::Key_Up,
        [this] { m_devices.move(-1); }, selection);
    add(
        "site.moveDown", [] { return tr("Move the selected devices down"); }, Qt::ALT | Qt::Key_Down,
        [this] { m_devices.move(1); }, selection);
    add(
        "site.newGroup", [] { return tr("Move the selected devices to a new group…"); }, {},
        [this] { m_devices.moveToNewGroup(); }, selection);
    add(
        "site.undoRemove", [] { return tr("Undo removing devices"); }, Qt::CTRL | Qt::Key_Z,
        [this] { m_devices.undoRemoval(); },
        [this] { return m_devices.undo().canUndo() ? QString() : tr("Nothing was removed lately"); });
    add(
        "site.import", [] { return tr("Import devices…"); }, {}, [this] { m_devices.exchange().askImport(); },
        site);
    add(
        "site.export", [] { return tr("Export the site…"); }, {},
        [this] { m_devices.exchange().askExport(); }, site);
    add(
        "site.saveAgain", [] { return tr("Try saving the site again"); }, {},
        [this] { m_devices.desk().saveAgain(); },
        [this] { return m_devices.desk().hasUnsavedChanges() ? QString() : tr("Everything is saved"); });
}

void DeviceActions::fillMenu(const QString &nodeId, QMenu &menu)
{
    // Shorter words than in the palette: here it is plain what is meant. The key is only shown, not taken twice.
    const auto addKnown = [this, &menu](const char *id, const QString &words) {
        QAction *known = m_context.actions.action(QLatin1String(id));
        if (!known)
            return;
        const QString keys = known->shortcut().toString(QKeySequence::NativeText);
        QAction *entry = menu.addAction(keys.isEmpty() ? words : words + QLatin1Char('\t') + keys);
        entry->setEnabled(known->isEnabled());
        entry->setToolTip(known->toolTip());
        connect(entry, &QAction::triggered, known, &QAction::trigger);
    };
    refresh();
    menu.setToolTipsVisible(true);
    if (!menu.isEmpty())
        menu.addSeparator();
    if (!nodeId.isEmpty() && noSelection().isEmpty()) {
        const bool isGroup = !m_devices.currentGroup().isEmpty();
        addKnown("site.editDevice", isGroup ? tr("Rename the group…") : tr("Edit the device…"));
        if (!isGroup)
            addKnown("site.duplicateDevice", tr("Duplicate…"));
        addKnown("site.moveUp", tr("Move up"));
        addKnown("site.moveDown", tr("Move down"));
        fillGroups(*menu.addMenu(tr("Move to group")));
        addKnown("site.removeDevice", tr("Remove…"));
        menu.addSeparator();
    }
    addKnown("site.addDevice", tr("Add a device…"));
    if (m_devices.undo().canUndo())
        addKnown("site.undoRemove", tr("Undo removing devices"));
}

void DeviceActions::fillGroups(QMenu &menu)
{
    const QStringList groups = site::groupsOf(m_devices.desk().site());
    for (const QString &group : groups) {
        // An ampersand would be taken for a mnemonic.
        QString shown = base::plainText(group, 60);
        shown.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu.addAction(shown, this, [this, group] { m_devices.moveToGroup(group); });
    }
    if (!groups.isEmpty())
        menu.addSeparator();
    menu.addAction(tr("No group"), this, [this] { m_devices.moveToGroup(QString()); });
    menu.addAction(tr("New group…"), this, [this] { m_devices.moveToNewGroup(); });
}

// --- The "+" above the tree ----------------------------------------------------------------------------------

void DeviceActions::makeAddButton()
{
    QDockWidget *dock = m_window.dockSet().dock(QStringLiteral("site"));
    auto *bar = dock ? qobject_cast<DockTitleBar *>(dock->titleBarWidget()) : nullptr;
    if (!bar)
        return;
    m_add = new QToolButton;
    m_add->setObjectName(QStringLiteral("addDeviceButton"));
    m_add->setProperty("isSlim", true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setIconSize(QSize(14, 14));
    bar->addTool(m_add);
    connect(m_add, &QToolButton::clicked, &m_devices, &DeviceDesk::addDevice);
}

void DeviceActions::showAddButton()
{
    if (!m_add)
        return;
    m_add->setIcon(kit::themedIcon(QStringLiteral("plus"), m_context.theme.color(kit::Theme::Color::Text2)));
    m_add->setAccessibleName(tr("Add a device…"));
    const QString reason = noSite();
    m_add->setEnabled(reason.isEmpty());
    m_add->setToolTip(!reason.isEmpty() ? reason
                                        : m_context.actions.withKeys(tr("Add a device…"),
                                                                     QStringLiteral("site.addDevice")));
}

bool DeviceActions::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        showAddButton();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace opsdeck::shell
