// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/hex.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/enter_presses.h"
#include "ui/kit/icon.h"
#include "ui/shell/dock_set.h"
#include "ui/shell/layout_keeper.h"
#include "ui/shell/main_menu.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/shell_actions.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QStatusBar>

#include <algorithm>

namespace opsdeck::shell {

MainWindow::MainWindow(const kit::UiContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_topBar(new TopBar(context.theme, context.actions))
    , m_model(new SiteTreeModel(this))
    , m_tree(new SiteTreeView(context.theme))
    , m_empty(new kit::EmptyState)
    , m_middle(new PageStack(m_empty))
    , m_pageWindows(new PageWindows(*m_middle, *this, context))
    , m_strip(new StatusStrip(context.theme))
    , m_docks(new DockSet(*this, context))
    , m_layout(new LayoutKeeper(*this, *m_docks, context.settings, context.clock))
    , m_actions(new ShellActions(*this, context))
    , m_leaveFullScreen(new QShortcut(Qt::Key_Escape, this))
{
    setWindowTitle(QStringLiteral("Opsdeck"));
    showIcon();
    setMenuWidget(m_topBar);
    setCentralWidget(m_middle);
    buildTreeDock();
    followActions();
    m_topBar->setMenu(new MainMenu(context, *m_docks, this));

    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_strip, 1);

    connect(m_topBar, &TopBar::pageChosen, this, &MainWindow::choosePage);
    connect(m_topBar, &TopBar::pageMenuWanted, this, &MainWindow::showPageMenu);
    connect(m_pageWindows, &PageWindows::cameBack, this, [this](int page) {
        if (page == currentPage())
            showPage(page);
    });
    connect(m_topBar, &TopBar::fullScreenWanted, this, &MainWindow::toggleFullScreen);
    connect(m_empty, &kit::EmptyState::buttonPressed, this, [this] {
        if (m_help)
            m_help();
    });
    connect(m_empty, &kit::EmptyState::secondPressed, this, &MainWindow::askSiteFile);
    connect(m_tree, &SiteTreeView::nodeActivated, this, [this](const QString &id) {
        for (kit::SystemUi *system : std::as_const(m_systems))
            system->activateNode(id);
    });
    connect(m_tree, &SiteTreeView::menuWanted, this, &MainWindow::showMenu);
    // Only there when it has something to do: Esc means other things to the page.
    m_leaveFullScreen->setEnabled(false);
    connect(m_leaveFullScreen, &QShortcut::activated, this, &MainWindow::toggleFullScreen);
    addPageWindowAction();
    m_windowActions = new WindowActions(*this, context);
    new kit::EnterPresses(this);
    connect(m_windowActions, &WindowActions::keysToChange, m_actions,
            [this] { m_actions->openSettings(QStringLiteral("keyboard")); });
}

MainWindow::~MainWindow() = default;

void MainWindow::buildTreeDock()
{
    m_tree->setModel(m_model);
    m_tree->setMinimumWidth(150);
    DockSet::Spec site;
    site.id = QStringLiteral("site");
    site.widget = m_tree;
    site.title = [] { return tr("Site"); };
    site.hint = [] {
        return tr("Drag a channel from here onto a tile, or select a tile and press Enter on a channel");
    };
    constexpr int kWidth = 250;
    site.extent = kWidth;
    m_docks->add(site);
    m_tree->setAccessibleName(tr("Site tree"));
}

/// The shortcuts of all actions work in this window.
void MainWindow::followActions()
{
    for (QAction *action : m_context.actions.actions())
        addAction(action);
    connect(&m_context.actions, &kit::ActionRegistry::added, this,
            [this](QAction *action) { addAction(action); });
}

int MainWindow::addPage(const QString &id, kit::Words title, std::function<QWidget *(QWidget *parent)> make)
{
    const int number = m_middle->add(std::move(make));
    m_pageTitles.append(title);
    m_pageWindows->addPage(id, title);
    m_topBar->addPage(std::move(title));
    m_topBar->setPagesVisible(!m_sayMiddle);
    addPageActions();
    showPageWindows();
    return number;
}

/// One for each page that is shown, counted as they stand in the bar: so are their keys.
void MainWindow::addPageActions()
{
    const QList<int> shown = m_topBar->shownPages();
    for (int place = m_pageActions; place > shown.size(); --place)
        m_context.actions.remove(QStringLiteral("shell.page.%1").arg(place));
    constexpr int kPagesWithKeys = 8;
    for (int place = m_pageActions; place < shown.size(); ++place) {
        const auto page = [this, place] { return m_topBar->shownPages().value(place, -1); };
        kit::ActionSpec action;
        action.id = QStringLiteral("shell.page.%1").arg(place + 1);
        action.group = [] { return tr("Window"); };
        action.text = [this, page] {
            const kit::Words title = m_pageTitles.value(page());
            return tr("Go to page: %1").arg(title ? title() : QString());
        };
        if (place < kPagesWithKeys)
            action.shortcut = QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + place));
        action.whyNot = [this] { return m_sayMiddle ? tr("There is no site yet") : QString(); };
        action.run = [this, page] { choosePage(page()); };
        m_context.actions.add(this, action);
    }
    m_pageActions = int(shown.size());
    m_context.actions.retranslate();
}

void MainWindow::setSystemShown(const kit::SystemUi &system, bool isShown)
{
    const int page = m_systemPages.value(&system, -1);
    if (page < 0 || m_topBar->isPageShown(page) == isShown)
        return;
    m_topBar->setPageShown(page, isShown);
    addPageActions();
    showPageWindows();
    const QList<int> shown = m_topBar->shownPages();
    if (!m_sayMiddle && !shown.contains(currentPage()) && !shown.isEmpty())
        showPage(shown.constFirst());
}

void MainWindow::setPageBadge(int page, int count, kit::Words words)
{
    m_topBar->setBadge(page, count, std::move(words));
}

int MainWindow::currentPage() const
{
    return m_topBar->currentPage();
}

void MainWindow::addSystem(const QString &id, kit::SystemUi &system)
{
    m_systems.append(&system);
    system.setWindow(this);
    const int number = addPage(
        id, [&system] { return system.pageTitle(); },
        [&system](QWidget *parent) { return system.makePage(parent); });
    m_systemPages.insert(&system, number);
    for (const kit::Panel &panel : system.makePanels(this)) {
        DockSet::Spec spec;
        spec.id = panel.id;
        spec.widget = panel.widget;
        spec.area = panel.area;
        constexpr int kPanelWidth = 250;
        if (panel.area == Qt::LeftDockWidgetArea || panel.area == Qt::RightDockWidgetArea)
            spec.extent = kPanelWidth;
        // What stands at the right tells of what is selected on the page.
        if (panel.area == Qt::RightDockWidgetArea)
            spec.isBeside = [number](int page) { return page == number; };
        spec.title = [&system, id = panel.id] { return system.panelTitle(id); };
        m_docks->add(spec);
    }
    connect(&system, &kit::SystemUi::nodesChanged, this, &MainWindow::refreshTree);
    connect(&system, &kit::SystemUi::pageWanted, this, [this, number] { bringPage(number); });
}

bool MainWindow::restoreLayout(bool withSize)
{
    m_pageWindows->restore();
    return m_layout->restore(withSize);
}

void MainWindow::resetLayout()
{
    m_pageWindows->putAllBack();
    m_layout->reset();
}

void MainWindow::showPage(int page)
{
    if (page < 0 || page >= m_middle->pages() || m_sayMiddle || !m_topBar->isPageShown(page))
        return;
    QWidget &shown = m_middle->showPage(page);
    m_pageWindows->sayWhere();
    m_topBar->setCurrentPage(page);
    m_docks->setPage(page);
    shown.setFocus();
}

void MainWindow::bringPage(int page)
{
    if (m_pageWindows->isOut(page))
        m_pageWindows->bringUp(page);
    else
        showPage(page);
}

/// By its button or its key, which may have been pressed in another page's window.
void MainWindow::choosePage(int page)
{
    showPage(page);
    if (m_pageWindows->isOut(page))
        m_pageWindows->bringUp(page);
    else if (m_pageWindows->pageOf(QApplication::activeWindow()) >= 0)
        activateWindow();
}

void MainWindow::addPageWindowAction()
{
    // The page of the window that the operator works in.
    const auto page = [this] {
        const int own = m_pageWindows->pageOf(QApplication::activeWindow());
        return own >= 0 ? own : currentPage();
    };
    kit::ActionSpec action;
    action.id = QStringLiteral("shell.pageWindow");
    action.group = [] { return tr("Window"); };
    action.text = [] { return tr("Page in a window of its own"); };
    action.isCheckable = true;
    action.isChecked = [this, page] { return m_pageWindows->isOut(page()); };
    action.whyNot = [this] { return m_arePagesShown ? QString() : tr("There is no site yet"); };
    action.run = [this, page] { togglePageWindow(page()); };
    m_context.actions.add(this, action);
}

void MainWindow::togglePageWindow(int page)
{
    if (m_pageWindows->isOut(page))
        m_pageWindows->putBack(page);
    else
        m_pageWindows->takeOut(page);
    m_context.actions.refresh(QStringLiteral("shell.pageWindow"));
}

void MainWindow::showPageMenu(int page, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *out =
        menu->addAction(tr("In a window of its own"), this, [this, page] { togglePageWindow(page); });
    out->setCheckable(true);
    out->setChecked(m_pageWindows->isOut(page));
    menu->popup(at);
}

void MainWindow::showPageWindows()
{
    m_pageWindows->setPages(m_arePagesShown ? m_topBar->shownPages() : QList<int>());
}

void MainWindow::setArranger(std::function<QList<kit::SiteNode>(const QList<kit::SiteNode> &)> arrange)
{
    m_arrange = std::move(arrange);
    refreshTree();
}

void MainWindow::refreshTree()
{
    m_nodes.clear();
    for (const kit::SystemUi *system : std::as_const(m_systems))
        m_nodes += system->nodes();
    m_model->setNodes(m_arrange ? m_arrange(m_nodes) : m_nodes);
    // A small site is shown open; once, so that what the operator closes stays closed.
    if (!m_wasExpanded && m_model->rowCount() > 0) {
        constexpr int kFewDevices = 2;
        m_tree->setCurrentIndex(m_model->index(0, 0));
        bool hasAllChildren = true;
        for (int row = 0; row < m_model->rowCount(); ++row)
            hasAllChildren = hasAllChildren && m_model->rowCount(m_model->index(row, 0)) > 0;
        if (m_model->rowCount() > kFewDevices)
            m_wasExpanded = true;
        else if (hasAllChildren) {
            m_tree->expandAll();
            m_wasExpanded = true;
        }
    }
}

void MainWindow::showMenu(const QString &nodeId, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (kit::SystemUi *system : std::as_const(m_systems))
        system->fillNodeMenu(nodeId, *menu);
    Q_EMIT nodeMenuFilled(nodeId, *menu);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(at);
}

void MainWindow::setSiteName(const QString &name)
{
    const QString plain = base::plainText(name, 80);
    setWindowTitle(plain.isEmpty() ? QStringLiteral("Opsdeck") : QStringLiteral("%1 – Opsdeck").arg(plain));
}

void MainWindow::showPages(const QString &siteName)
{
    setSiteName(siteName);
    if (m_middle->pages() == 0)
        return;
    m_sayMiddle = {};
    m_arePagesShown = true;
    m_docks->setHidden(DockSet::Reason::Empty, false);
    m_topBar->setPagesVisible(true);
    m_context.actions.refresh();
    const QList<int> shown = m_topBar->shownPages();
    const int current = currentPage();
    showPageWindows();
    showPage(shown.contains(current) ? current : shown.value(0, -1));
}

void MainWindow::showMiddle(std::function<void()> say, std::function<void()> help)
{
    m_sayMiddle = std::move(say);
    m_help = std::move(help);
    m_docks->setHidden(DockSet::Reason::Empty, true);
    m_topBar->setPagesVisible(false);
    m_sayMiddle();
    m_arePagesShown = false;
    m_middle->showInstead();
    showPageWindows();
    m_context.actions.refresh();
}

void MainWindow::showReadingSite()
{
    // It takes a moment only: words would flicker.
    showMiddle([this] { m_empty->say(QString(), QString(), QString(), QString()); });
}

void MainWindow::showNoSite(const QString &expectedFile)
{
    const QString file = base::plainText(QDir::toNativeSeparators(expectedFile), 1024);
    const auto say = [this, file] {
        m_empty->say(tr("No devices yet"),
                     file.isEmpty() ? tr("Add the recorders to watch.")
                                    : tr("Add the recorders to watch. They are kept in this file:"),
                     file, tr("Add a device…"), tr("Open a site file…"));
    };
    showMiddle(say, [this] { Q_EMIT addDeviceWanted(); });
}

void MainWindow::showSiteProblem(const QString &file, const QString &problems)
{
    QStringList lines{base::plainText(QDir::toNativeSeparators(file), 1024)};
    for (const QString &line : problems.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << base::plainText(line, 1024);
    const auto say = [this, details = lines.join(QLatin1Char('\n'))] {
        m_empty->say(tr("The site file cannot be used"),
                     tr("Correct it, or open another one. Nothing was changed in it."), details,
                     tr("Open another site file…"));
    };
    showMiddle(say, [this] { askSiteFile(); });
}

void MainWindow::showDemoStarting()
{
    showMiddle([this] {
        m_empty->say(tr("Starting the demonstration"),
                     tr("Simulated recorders and charging cabinets are starting on this computer."),
                     QString(), QString());
    });
}

void MainWindow::showDemoProblem(const QString &problem)
{
    showMiddle([this, details = base::plainText(problem, 1024)] {
        m_empty->say(tr("The demonstration could not start"),
                     tr("The program opsdeck-sim, which plays the devices, must stand beside this one."),
                     details, QString());
    });
}

void MainWindow::askSiteFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a site file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Site files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::siteFileChosen);
    dialog->open();
}

void MainWindow::showFigures(const StripFigures &figures)
{
    m_strip->show(figures);
}

void MainWindow::showSecretsInFile(const QString &path, const QString &reason)
{
    kit::Notice notice;
    notice.say = [path, reason](kit::Notice &said) {
        said.text = tr("Passwords are kept in a file");
        said.details =
            tr("There is no usable keychain (%1). Passwords are kept in %2, which only you can read.")
                .arg(base::plainText(reason, 200), base::plainText(path, 512));
    };
    notice.key = QStringLiteral("shell.secrets");
    m_context.notices.post(notice);
}

void MainWindow::showTime(const QDateTime &now)
{
    m_topBar->showTime(now);
}

void MainWindow::toggleFullScreen()
{
    const bool toFull = !isFullScreen();
    // How the window is when it is not full screen is what is kept.
    if (toFull)
        m_layout->keep();
    // All of the screen for the page; F11 or Esc brings the rest back.
    m_topBar->setVisible(!toFull);
    statusBar()->setVisible(!toFull);
    m_docks->setHidden(DockSet::Reason::FullScreen, toFull);
    m_leaveFullScreen->setEnabled(toFull);
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    m_context.actions.refresh();
}

void MainWindow::showIcon()
{
    constexpr int kSide = 32;
    setWindowIcon(
        kit::themedIcon(QStringLiteral("opsdeck"), m_context.theme.color(kit::Theme::Color::Accent), kSide));
}

void MainWindow::retranslate()
{
    m_tree->setAccessibleName(tr("Site tree"));
    m_docks->retranslate();
    if (m_sayMiddle)
        m_sayMiddle();
    refreshTree();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        showIcon();
        break;
    default:
        break;
    }
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (!m_hasPainted) {
        m_hasPainted = true;
        // After this event the picture is flushed to the screen; then comes what was queued.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
}

} // namespace opsdeck::shell
