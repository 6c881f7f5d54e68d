// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ui_system_module.h"
#include "ui/shell/status_strip.h"

#include <QMainWindow>

class QDockWidget;
class QStackedWidget;

namespace opsdeck::kit {
class EmptyState;
}

namespace opsdeck::shell {

class SiteTreeModel;
class SiteTreeView;
class TopBar;

/// The frame of the window: top bar, site tree at the left, pages in the middle, status strip. It knows the systems by
/// their SystemUi only and holds no site, no session and no figures of its own. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const kit::Theme &theme, QWidget *parent = nullptr);

    /// Adds a system's page and its rows. @param system must outlive this window.
    void addSystem(kit::SystemUi &system);

    /// The pages; before it nothing but the empty middle is seen.
    void showPages(const QString &siteName);
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

    SiteTreeView &tree() { return *m_tree; }

Q_SIGNALS:
    /// The first painting is on the screen.
    void firstPainted();
    void siteFileChosen(const QString &file);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void buildDock();
    void refreshTree();
    void showMenu(const QString &nodeId, const QPoint &at);
    void toggleFullScreen();
    void showMiddle(const QString &title, const QString &text, const QString &details, const QString &button);
    void askSiteFile();

    const kit::Theme &m_theme;
    TopBar *m_topBar;
    QDockWidget *m_treeDock = nullptr;
    SiteTreeModel *m_model;
    SiteTreeView *m_tree;
    QStackedWidget *m_middle;
    kit::EmptyState *m_empty;
    StatusStrip *m_strip;
    QList<kit::SystemUi *> m_systems;
    QList<QWidget *> m_pages;
    bool m_hasPainted = false;
    bool m_wasExpanded = false;
};

} // namespace opsdeck::shell
