// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dock_set.h"

#include "ui/shell/dock_title_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QTabBar>

#include <utility>

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
    m_window.installEventFilter(this);
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
    // Side by side they would be too narrow to read.
    for (const Entry &other : std::as_const(m_entries)) {
        if (&other != &entry && entry.spec.area == Qt::BottomDockWidgetArea &&
            other.spec.area == Qt::BottomDockWidgetArea && !other.dock->isFloating() &&
            m_window.dockWidgetArea(other.dock) == Qt::BottomDockWidgetArea)
            m_window.tabifyDockWidget(other.dock, entry.dock);
    }
    entry.isWanted = entry.spec.isOpenAtFirst && hasRoomFor(entry.spec);
    entry.dock->setVisible(entry.isWanted && isBesidePage(entry.spec));
    const bool isUpright =
        entry.spec.area == Qt::LeftDockWidgetArea || entry.spec.area == Qt::RightDockWidgetArea;
    if (entry.spec.extent > 0)
        m_window.resizeDocks({entry.dock}, {entry.spec.extent}, isUpright ? Qt::Horizontal : Qt::Vertical);
}

/// At the side the page keeps more than half of the width, and a picture its height. Of a window that was not seen yet
/// nobody knows its size.
bool DockSet::hasRoomFor(const Spec &spec) const
{
    if (!m_isArranged)
        return true;
    constexpr QSize kLeast(900, 560);
    switch (spec.area) {
    case Qt::RightDockWidgetArea:
        return m_window.width() >= kLeast.width();
    case Qt::BottomDockWidgetArea:
        return m_window.height() >= kLeast.height();
    default:
        return true;
    }
}

/// What was hidden while the window was made knows the sizes of that window, which was small.
void DockSet::giveExtents()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const bool isUpright =
            entry.spec.area == Qt::LeftDockWidgetArea || entry.spec.area == Qt::RightDockWidgetArea;
        if (entry.spec.extent > 0 && !entry.dock->isHidden() && !entry.dock->isFloating())
            m_window.resizeDocks({entry.dock}, {entry.spec.extent},
                                 isUpright ? Qt::Horizontal : Qt::Vertical);
    }
}

void DockSet::beginWithThoseThatFit()
{
    m_wasSeen |= !isHidden();
    if (m_isArranged)
        return;
    m_isArranged = true;
    for (Entry &entry : m_entries) {
        if (!entry.isWanted || hasRoomFor(entry.spec))
            continue;
        entry.isWanted = false;
        entry.dock->hide();
        // Hidden for a while: it does not come back with the others.
        if (isHidden())
            m_left.insert(entry.dock);
    }
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
        for (QDockWidget *dock : std::exchange(m_left, {}))
            dock->hide();
        showThoseOfPage();
        if (!std::exchange(m_wasSeen, true))
            giveExtents();
    }
    QMetaObject::invokeMethod(this, &DockSet::nameTabs, Qt::QueuedConnection);
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
    m_isArranged = true;
    m_wasSeen = true;
    m_left.clear();
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

/// The bars of docks that stand behind one another are Qt's own: it makes them without a name, and keeps empty ones in
/// the order of Tab.
void DockSet::nameTabs()
{
    for (QTabBar *bar : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->setAccessibleName(tr("Panels"));
        // Not hidden: Qt moves a bar of one panel out of the window and shows it again with each layout, which hiding
        // asks for.
        bar->setFocusPolicy(bar->count() > 1 ? Qt::TabFocus : Qt::NoFocus);
    }
}

void DockSet::noteChange()
{
    QMetaObject::invokeMethod(this, &DockSet::nameTabs, Qt::QueuedConnection);
    for (const Entry &entry : std::as_const(m_entries))
        m_actions.refresh(QStringLiteral("shell.dock.") + entry.spec.id);
    if (!isHidden())
        Q_EMIT changed();
}

bool DockSet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Show)
            beginWithThoseThatFit();
        // Qt makes and fills its bars when it lays out.
        if (event->type() == QEvent::ChildPolished || event->type() == QEvent::LayoutRequest)
            QMetaObject::invokeMethod(this, &DockSet::nameTabs, Qt::QueuedConnection);
        return false;
    }
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
    nameTabs();
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString title = entry.spec.title();
        entry.dock->setWindowTitle(title);
        static_cast<DockTitleBar *>(entry.dock->titleBarWidget())
            ->setTitle(title, entry.spec.hint ? entry.spec.hint() : QString());
    }
}

} // namespace opsdeck::shell
