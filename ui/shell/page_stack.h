// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <functional>

namespace opsdeck::shell {

/// The middle of the window: what is said when there are no pages, and the pages. Each page is made when it is first
/// shown: a window should not wait for what nobody looks at. Owns all of them. GUI thread.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    using Make = std::function<QWidget *(QWidget *parent)>;

    /// @param instead shown at first and whenever there is no page to show.
    explicit PageStack(QWidget *instead, QWidget *parent = nullptr);

    /// @return its number, from 0 in the order they were added.
    int add(Make make);
    int pages() const { return int(m_pages.size()); }
    /// Makes it if need be, and brings it to the front. @param number of a page.
    QWidget &showPage(int number);
    void showInstead();

private:
    struct Page {
        Make make;
        QWidget *widget = nullptr; ///< null until it was shown
    };

    QWidget *m_instead;
    QList<Page> m_pages;
};

} // namespace opsdeck::shell
