// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <functional>

namespace opsdeck::shell {

/// The middle of the window: what is said when there are no pages, and the pages. Each page is made when it is first
/// shown: a window should not wait for what nobody looks at. Owns all of them but those that were taken. GUI thread.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    /// @param instead shown at first and whenever there is no page to show.
    explicit PageStack(QWidget *instead, QWidget *parent = nullptr);

    /// What is shown in the place of a page that was taken. Once, before a page is taken; the stack owns it.
    void setStandIn(QWidget *standIn);
    /// @return its number, from 0 in the order they were added.
    int add(Make make);
    int pages() const { return int(m_pages.size()); }
    /// Makes it if need be, and brings it to the front. @param number of a page. @return what is seen now: the page, or
    /// the stand-in.
    QWidget &showPage(int number);
    void showInstead();
    /// The page that is shown, or whose stand-in is; -1 = none.
    int current() const { return m_current; }

    /// Makes it if need be. The caller shows it somewhere else, and owns it until `putBack`.
    QWidget &take(int number);
    void putBack(int number);

private:
    struct Page {
        Make make;
        QWidget *widget = nullptr; ///< null until it was shown
        bool isTaken = false;
    };

    QWidget &made(Page &page);

    QWidget *m_instead;
    QWidget *m_standIn = nullptr;
    QList<Page> m_pages;
    int m_current = -1;
};

} // namespace opsdeck::shell
