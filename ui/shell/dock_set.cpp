// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock_set.h"

#include "ui/shell/dock_title_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

namespace opsdeck::shell {

DockSet::DockSet(QMainWindow &window, const kit::UiContext &context)
    : QObject(&window)
    , m_window(window)
    , m_theme(context.theme)
    , m_actions(context.actions)
{
    m_window.setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

QDockWidget *DockSet::add(const Spec &spec)
{
    auto *dock = new QDockWidget(&m_window);
    dock->setObjectName(QStringLiteral("dock.") + spec.id);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable |
                      QDockWidget::DockWidgetClosable);
    dock->setTitleBarWidget(new DockTitleBar(*dock, m_theme));
    dock->setWidget(spec.widget);
    m_entries.append({spec, dock});
    place(m_entries.last());
    addAction(spec, dock);
    connect(dock, &QDockWidget::topLevelChanged, this, &DockSet::noteChange);
    connect(dock, &QDockWidget::dockLocationChanged, this, &DockSet::noteChange);
    connect(dock, &QDockWidget::visibilityChanged, this, &DockSet::noteChange);
    dock->installEventFilter(this);
    retranslate();
    if (isHidden())
        dock->hide();
    return dock;
}

/// Where it is on the first day.
void DockSet::place(Entry &entry)
{
    m_window.addDockWidget(entry.spec.area, entry.dock);
    entry.isWanted = entry.spec.isOpenAtFirst;
    entry.dock->setVisible(entry.isWanted && isBesidePage(entry.spec));
    const bool isUpright =
        entry.spec.area == Qt::LeftDockWidgetArea || entry.spec.area == Qt::RightDockWidgetArea;
    if (entry.spec.extent > 0)
        m_window.resizeDocks({entry.dock}, {entry.spec.extent}, isUpright ? Qt::Horizontal : Qt::Vertical);
}

void DockSet::addAction(const Spec &spec, QDockWidget *dock)
{
    kit::ActionSpec action;
    action.id = QStringLiteral("shell.dock.") + spec.id;
    action.group = [] { return tr("Panels"); };
    action.text = [title = spec.title] { return tr("Panel: %1").arg(title()); };
    action.isCheckable = true;
    action.isChecked = [dock] { return !dock->isHidden(); };
    action.whyNot = [this, spec, dock] {
        if (m_reasons.testFlag(Reason::FullScreen))
            return tr("Leave full screen first");
        if (m_reasons.testFlag(Reason::Empty))
            return tr("There is no site yet");
        return isBesidePage(spec) || dock->isFloating() ? QString() : tr("It belongs to another page");
    };
    action.run = [this, id = spec.id, dock] {
        if (dock->isHidden())
            open(id);
        else
            dock->close();
    };
    m_actions.add(this, action);
}

DockSet::Entry *DockSet::find(const QString &id)
{
    for (Entry &entry : m_entries) {
        if (entry.spec.id == id)
            return &entry;
    }
    return nullptr;
}

QList<QDockWidget *> DockSet::docks() const
{
    QList<QDockWidget *> docks;
    for (const Entry &entry : m_entries)
        docks.append(entry.dock);
    return docks;
}

QDockWidget *DockSet::dock(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.spec.id == id)
            return entry.dock;
    }
    return nullptr;
}

void DockSet::open(const QString &id)
{
    Entry *entry = find(id);
    if (!entry || isHidden())
        return;
    entry->isWanted = true;
    if (!isBesidePage(entry->spec) && !entry->dock->isFloating())
        return;
    entry->dock->show();
    entry->dock->raise();
}

void DockSet::setPage(int page)
{
    m_page = page;
    if (!isHidden())
        showThoseOfPage();
}

bool DockSet::isBesidePage(const Spec &spec) const
{
    return !spec.isBeside || m_page < 0 || spec.isBeside(m_page);
}

void DockSet::showThoseOfPage()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.spec.isBeside)
            continue;
        entry.dock->setVisible(entry.isWanted && (isBesidePage(entry.spec) || entry.dock->isFloating()));
    }
}

QStringList DockSet::closed() const
{
    QStringList ids;
    for (const Entry &entry : m_entries) {
        if (entry.spec.isBeside && !entry.isWanted)
            ids.append(entry.spec.id);
    }
    return ids;
}

void DockSet::setClosed(const QStringList &ids)
{
    for (Entry &entry : m_entries) {
        if (entry.spec.isBeside)
            entry.isWanted = !ids.contains(entry.spec.id);
    }
    if (!isHidden())
        showThoseOfPage();
}

void DockSet::setHidden(Reason reason, bool isHidden)
{
    const bool wasHidden = this->isHidden();
    if (!wasHidden && isHidden)
        m_kept = m_window.saveState(kStateVersion);
    m_reasons.setFlag(reason, isHidden);
    if (!wasHidden && isHidden) {
        for (const Entry &entry : std::as_const(m_entries))
            entry.dock->hide();
    } else if (wasHidden && !this->isHidden()) {
        m_window.restoreState(m_kept, kStateVersion);
        showThoseOfPage();
    }
    for (const Entry &entry : std::as_const(m_entries))
        m_actions.refresh(QStringLiteral("shell.dock.") + entry.spec.id);
}

QByteArray DockSet::state() const
{
    return isHidden() ? m_kept : m_window.saveState(kStateVersion);
}

bool DockSet::setState(const QByteArray &state)
{
    const QByteArray before = m_window.saveState(kStateVersion);
    if (!m_window.restoreState(state, kStateVersion)) {
        m_window.restoreState(before, kStateVersion);
        return false;
    }
    for (Entry &entry : m_entries)
        entry.isWanted = !entry.dock->isHidden();
    if (!isHidden())
        return true;
    // Known to be sound now; seen when the docks come back.
    m_kept = state;
    for (const Entry &entry : std::as_const(m_entries))
        entry.dock->hide();
    return true;
}

void DockSet::reset()
{
    if (isHidden())
        return;
    // Put back first: a dock that is in no layout stays a window of its own.
    for (const Entry &entry : std::as_const(m_entries))
        entry.dock->setFloating(false);
    for (const Entry &entry : std::as_const(m_entries))
        m_window.removeDockWidget(entry.dock);
    for (Entry &entry : m_entries)
        place(entry);
    // Those above one another would keep the heights they had.
    QList<QDockWidget *> stacked;
    QList<int> heights;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.spec.area == Qt::LeftDockWidgetArea && entry.spec.isOpenAtFirst) {
            stacked.append(entry.dock);
            heights.append(entry.dock->sizeHint().height());
        }
    }
    m_window.resizeDocks(stacked, heights, Qt::Vertical);
    noteChange();
}

void DockSet::noteChange()
{
    for (const Entry &entry : std::as_const(m_entries))
        m_actions.refresh(QStringLiteral("shell.dock.") + entry.spec.id);
    if (!isHidden())
        Q_EMIT changed();
}

bool DockSet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close) {
        // Closed by its own button: otherwise docks are hidden, not closed.
        for (Entry &entry : m_entries) {
            if (entry.dock == watched)
                entry.isWanted = false;
        }
    }
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        if (!isHidden())
            Q_EMIT changed();
    }
    return QObject::eventFilter(watched, event);
}

void DockSet::retranslate()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString title = entry.spec.title();
        entry.dock->setWindowTitle(title);
        static_cast<DockTitleBar *>(entry.dock->titleBarWidget())
            ->setTitle(title, entry.spec.hint ? entry.spec.hint() : QString());
    }
}

} // namespace opsdeck::shell
