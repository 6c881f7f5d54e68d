// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_registry.h"
#include "ui/kit/setting_row.h"
#include "ui/kit/theme.h"

#include <QDate>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace opsdeck::shell {

class PageButton;

/// The bar above everything: the program's name, a button a page, full screen, the menu, the
/// clock. GUI thread.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive this widget; the tooltips name the keys of the actions.
    TopBar(const kit::Theme &theme, const kit::ActionRegistry &actions, QWidget *parent = nullptr);

    /// Pages are numbered in the order they are added. @param title asked again when the language changes.
    void addPage(kit::Words title);
    /// A page that is not shown has no button. @param page from 0.
    void setPageShown(int page, bool isShown);
    bool isPageShown(int page) const { return m_shown.value(page); }
    /// Pages that are shown, in their order.
    QList<int> shownPages() const;
    /// A number behind the page's word; 0 = none. @param words what it means, for tooltip and screen readers: "3 open
    /// alarms".
    void setBadge(int page, int count, kit::Words words);
    void setCurrentPage(int page);
    int currentPage() const;
    /// Without a site there are no pages.
    void setPagesVisible(bool isVisible);
    /// Something of somebody else's between the pages and the buttons (the field that opens the palette). The bar
    /// takes it; it may shrink to its minimum size.
    void insertTool(QWidget *widget);
    /// What the menu button opens. The menu must outlive this widget.
    void setMenu(QMenu *menu);
    /// Opens the menu as a press on its button does.
    void openMenu();
    /// Local time.
    void showTime(const QDateTime &now);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageChosen(int page);
    /// @param at on the screen.
    void pageMenuWanted(int page, const QPoint &at);
    void fullScreenWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showKeys();
    void showPages();
    void makeIcons();
    void fit();

    PageButton *button(int page) const;

    const kit::Theme &m_theme;
    const kit::ActionRegistry &m_actions;
    QLabel *m_logo;
    QLabel *m_name;
    QHBoxLayout *m_pages;
    QHBoxLayout *m_tools;
    QButtonGroup *m_group;
    QList<kit::Words> m_titles;
    QList<bool> m_shown;
    QList<kit::Words> m_badges; ///< their words
    bool m_arePagesVisible = true;
    QToolButton *m_fullScreen;
    QToolButton *m_menu;
    QLabel *m_clock;
    QDate m_date;
};

} // namespace opsdeck::shell
