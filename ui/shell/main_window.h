// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/shell/status_strip.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QMenu;
class QShortcut;

namespace opsdeck::kit {
class EmptyState;
}

namespace opsdeck::shell {

class DockSet;
class LayoutKeeper;
class PageStack;
class PageWindows;
class ShellActions;
class SiteTreeModel;
class SiteTreeView;
class TopBar;
class WindowActions;

/// The frame of the window: top bar, pages in the middle, docks around them, status strip. It knows the systems by
/// their SystemUi only and holds no site, no session and no figures of its own. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// @param context its parts must outlive this window.
    explicit MainWindow(const kit::UiContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds a system's page, its panels and its rows. @param id of its module. @param system must outlive this window.
    void addSystem(const QString &id, kit::SystemUi &system);
    const QList<kit::SystemUi *> &systems() const { return m_systems; }
    /// A page that is no system's, behind those that are there. @param id stable, no system's. @param make makes it as a
    /// child of `parent` when it is first shown. @return its number.
    int addPage(const QString &id, kit::Words title, std::function<QWidget *(QWidget *parent)> make);
    /// The page of a system nobody has configured is not shown.
    void setSystemShown(const kit::SystemUi &system, bool isShown);
    /// A number on a page's button; 0 = none. @param words what it means.
    void setPageBadge(int page, int count, kit::Words words);
    /// What the settings show beside the systems' rows.
    void addSettingRows(const QList<kit::SettingRow> &rows) { m_settingRows += rows; }
    const QList<kit::SettingRow> &settingRows() const { return m_settingRows; }
    /// The rows of the site tree, as the systems told them last.
    const QList<kit::SiteNode> &siteNodes() const { return m_nodes; }
    /// After all systems and panels are there: brings back where things were. @param withSize also the window's own
    /// size and place. False when nothing was kept.
    bool restoreLayout(bool withSize);

    /// Who puts the systems' rows into the order they are shown in; without it they stand as the systems told them.
    void setArranger(std::function<QList<kit::SiteNode>(const QList<kit::SiteNode> &)> arrange);
    /// Asks the systems for their rows anew.
    void refreshTree();

    /// For the title. @param name may be empty.
    void setSiteName(const QString &name);
    /// The pages; before it nothing but the empty middle is seen.
    void showPages(const QString &siteName);
    /// Instead of the pages: nothing yet, the site file is being read.
    void showReadingSite();
    /// Instead of the pages: no site yet.
    void showNoSite(const QString &expectedFile);
    /// Instead of the pages: the site file cannot be used. @param problems English, one a line, with line and key.
    void showSiteProblem(const QString &file, const QString &problems);
    /// Instead of the pages: the demonstration's devices are being started, or could not be.
    void showDemoStarting();
    void showDemoProblem(const QString &problem);

    void showFigures(const StripFigures &figures);
    /// Secrets lie in a plain file: the operator must see that.
    void showSecretsInFile(const QString &path, const QString &reason);
    /// Local time.
    void showTime(const QDateTime &now);
    void toggleFullScreen();
    /// From 0, in the order the pages were added; one that is not shown is ignored. Of a page that is in a window of its
    /// own its panels are shown, and where it is.
    void showPage(int page);
    /// What is on the page is to be seen now: in the window that the page is in.
    void bringPage(int page);
    int currentPage() const;
    PageWindows &pageWindows() { return *m_pageWindows; }
    void resetLayout();
    void askSiteFile();

    SiteTreeView &tree() { return *m_tree; }
    TopBar &topBar() { return *m_topBar; }
    StatusStrip &strip() { return *m_strip; }
    DockSet &dockSet() { return *m_docks; }
    ShellActions &shellActions() { return *m_actions; }
    kit::EmptyState &emptyState() { return *m_empty; }
    WindowActions &windowActions() { return *m_windowActions; }

Q_SIGNALS:
    /// The first painting is on the screen.
    void firstPainted();
    void siteFileChosen(const QString &file);
    /// The button of the page without a device.
    void addDeviceWanted();
    /// The menu of a tree row (empty = none) is about to be shown: the systems' entries are in it.
    void nodeMenuFilled(const QString &nodeId, QMenu &menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTreeDock();
    void followActions();
    void showMenu(const QString &nodeId, const QPoint &at);
    void showPageMenu(int page, const QPoint &at);
    void choosePage(int page);
    void addPageWindowAction();
    void togglePageWindow(int page);
    void showPageWindows();
    /// @param say puts the words of the moment's language into the empty state.
    /// @param help what the button does.
    void showMiddle(std::function<void()> say, std::function<void()> help = {});
    void addPageActions();
    void retranslate();
    void showIcon();

    kit::UiContext m_context;
    TopBar *m_topBar;
    SiteTreeModel *m_model;
    SiteTreeView *m_tree;
    kit::EmptyState *m_empty;
    PageStack *m_middle;
    PageWindows *m_pageWindows;
    StatusStrip *m_strip;
    DockSet *m_docks;
    LayoutKeeper *m_layout;
    ShellActions *m_actions;
    QShortcut *m_leaveFullScreen;
    WindowActions *m_windowActions = nullptr;
    QList<kit::SiteNode> m_nodes;
    QList<kit::SystemUi *> m_systems;
    QList<kit::Words> m_pageTitles;
    QHash<const kit::SystemUi *, int> m_systemPages;
    int m_pageActions = 0;
    QList<kit::SettingRow> m_settingRows;
    std::function<void()> m_sayMiddle;
    std::function<void()> m_help;
    std::function<QList<kit::SiteNode>(const QList<kit::SiteNode> &)> m_arrange;
    bool m_arePagesShown = false;
    bool m_hasPainted = false;
    bool m_wasExpanded = false;
};

} // namespace opsdeck::shell
