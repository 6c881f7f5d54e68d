// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/hex.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/icon.h"
#include "ui/shell/site_tree_model.h"
#include "ui/shell/site_tree_view.h"
#include "ui/shell/top_bar.h"

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>

namespace opsdeck::shell {

MainWindow::MainWindow(const kit::Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_topBar(new TopBar(theme))
    , m_model(new SiteTreeModel(this))
    , m_tree(new SiteTreeView(theme))
    , m_middle(new QStackedWidget)
    , m_empty(new kit::EmptyState)
    , m_strip(new StatusStrip(theme))
{
    setWindowTitle(QStringLiteral("Opsdeck"));
    setWindowIcon(kit::themedIcon(QStringLiteral("opsdeck"), theme.color(kit::Theme::Color::Accent), 32));
    setMenuWidget(m_topBar);
    m_middle->addWidget(m_empty);
    setCentralWidget(m_middle);
    buildDock();

    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_strip, 1);

    connect(m_topBar, &TopBar::pageChosen, this,
            [this](int page) { m_middle->setCurrentWidget(m_pages.at(page)); });
    connect(m_topBar, &TopBar::fullScreenWanted, this, &MainWindow::toggleFullScreen);
    connect(m_empty, &kit::EmptyState::buttonPressed, this, &MainWindow::askSiteFile);
    connect(m_tree, &SiteTreeView::nodeActivated, this, [this](const QString &id) {
        for (kit::SystemUi *system : std::as_const(m_systems))
            system->activateNode(id);
    });
    connect(m_tree, &SiteTreeView::menuWanted, this, &MainWindow::showMenu);
    auto *fullScreen = new QShortcut(Qt::Key_F11, this);
    connect(fullScreen, &QShortcut::activated, this, &MainWindow::toggleFullScreen);
    auto *leave = new QShortcut(Qt::Key_Escape, this);
    connect(leave, &QShortcut::activated, this, [this] {
        if (isFullScreen())
            toggleFullScreen();
    });
}

void MainWindow::buildDock()
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Site tree"));
    m_treeDock = new QDockWidget(tr("Site"));
    m_treeDock->setObjectName(QStringLiteral("siteDock"));
    m_treeDock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    auto *title = new QLabel(tr("Site").toUpper());
    title->setObjectName(QStringLiteral("dockTitle"));
    title->setToolTip(
        tr("Drag a channel from here onto a tile, or select a tile and press Enter on a channel"));
    m_treeDock->setTitleBarWidget(title);
    m_treeDock->setWidget(m_tree);
    m_tree->setMinimumWidth(180);
    addDockWidget(Qt::LeftDockWidgetArea, m_treeDock);
    resizeDocks({m_treeDock}, {250}, Qt::Horizontal);
}

void MainWindow::addSystem(kit::SystemUi &system)
{
    m_systems.append(&system);
    QWidget *page = system.makePage(m_middle);
    m_pages.append(page);
    m_middle->addWidget(page);
    m_topBar->addPage(system.pageTitle());
    connect(&system, &kit::SystemUi::nodesChanged, this, &MainWindow::refreshTree);
}

void MainWindow::refreshTree()
{
    QList<kit::SiteNode> nodes;
    for (const kit::SystemUi *system : std::as_const(m_systems))
        nodes += system->nodes();
    m_model->setNodes(nodes);
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
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(at);
}

void MainWindow::showPages(const QString &siteName)
{
    const QString plain = base::plainText(siteName, 80);
    setWindowTitle(plain.isEmpty() ? QStringLiteral("Opsdeck") : QStringLiteral("%1 – Opsdeck").arg(plain));
    if (m_pages.isEmpty())
        return;
    m_treeDock->setVisible(true);
    m_topBar->setPagesVisible(true);
    m_middle->setCurrentWidget(m_pages.constFirst());
    m_topBar->setCurrentPage(0);
    m_pages.constFirst()->setFocus();
}

void MainWindow::showMiddle(const QString &title, const QString &text, const QString &details,
                            const QString &button)
{
    m_treeDock->setVisible(false);
    m_topBar->setPagesVisible(false);
    m_empty->say(title, text, details, button);
    m_middle->setCurrentWidget(m_empty);
}

void MainWindow::showNoSite(const QString &expectedFile)
{
    showMiddle(
        tr("No devices yet"),
        tr("A site file lists the recorders to watch: their names, addresses and users. Opsdeck looks for it "
           "here:"),
        base::plainText(QDir::toNativeSeparators(expectedFile), 1024), tr("Open a site file…"));
}

void MainWindow::showSiteProblem(const QString &file, const QString &problems)
{
    m_treeDock->setVisible(false);
    QStringList lines{base::plainText(QDir::toNativeSeparators(file), 1024)};
    for (const QString &line : problems.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << base::plainText(line, 1024);
    showMiddle(tr("The site file cannot be used"),
               tr("Correct it, or open another one. Nothing was changed in it."),
               lines.join(QLatin1Char('\n')), tr("Open another site file…"));
}

void MainWindow::showDemoStarting()
{
    showMiddle(tr("Starting the demonstration"), tr("Two simulated recorders are starting on this computer."),
               QString(), QString());
}

void MainWindow::showDemoProblem(const QString &problem)
{
    showMiddle(tr("The demonstration could not start"),
               tr("The program opsdeck-sim, which plays the devices, must stand beside this one."),
               base::plainText(problem, 1024), QString());
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
    m_strip->showNotice(
        tr("Passwords are kept in a file"),
        tr("There is no usable keychain (%1). Passwords are kept in %2, which only you can read.")
            .arg(base::plainText(reason, 200), base::plainText(path, 512)));
}

void MainWindow::showTime(const QDateTime &now)
{
    m_topBar->showTime(now);
}

void MainWindow::toggleFullScreen()
{
    const bool toFull = !isFullScreen();
    // All of the screen for the page; F11 or Esc brings the rest back.
    m_topBar->setVisible(!toFull);
    statusBar()->setVisible(!toFull);
    m_treeDock->setVisible(!toFull && m_middle->currentWidget() != m_empty);
    setWindowState(windowState() ^ Qt::WindowFullScreen);
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
