// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_stack.h"

namespace opsdeck::shell {

PageStack::PageStack(QWidget *instead, QWidget *parent)
    : QStackedWidget(parent)
    , m_instead(instead)
{
    addWidget(m_instead);
    // A page that wants more is squeezed before the window outgrows a small screen (1280 x 800 at 200 %).
    constexpr int kNarrowestPage = 240;
    setMinimumWidth(kNarrowestPage);
}

int PageStack::add(Make make)
{
    m_pages.append({std::move(make), nullptr});
    return pages() - 1;
}

QWidget &PageStack::showPage(int number)
{
    Page &page = m_pages[number];
    if (!page.widget) {
        page.widget = page.make(this);
        addWidget(page.widget);
    }
    setCurrentWidget(page.widget);
    return *page.widget;
}

void PageStack::showInstead()
{
    setCurrentWidget(m_instead);
}

} // namespace opsdeck::shell
