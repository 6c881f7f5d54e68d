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

void PageStack::setStandIn(QWidget *standIn)
{
    m_standIn = standIn;
    addWidget(m_standIn);
}

int PageStack::add(Make make)
{
    m_pages.append({std::move(make)});
    return pages() - 1;
}

QWidget &PageStack::made(Page &page)
{
    if (!page.widget) {
        page.widget = page.make(this);
        addWidget(page.widget);
    }
    return *page.widget;
}

QWidget &PageStack::showPage(int number)
{
    Page &page = m_pages[number];
    m_current = number;
    setCurrentWidget(page.isTaken ? m_standIn : &made(page));
    return *currentWidget();
}

void PageStack::showInstead()
{
    m_current = -1;
    setCurrentWidget(m_instead);
}

QWidget &PageStack::take(int number)
{
    Page &page = m_pages[number];
    QWidget &widget = made(page);
    page.isTaken = true;
    // The stand-in comes first: else the stack would show a neighbour for a moment.
    if (m_current == number)
        setCurrentWidget(m_standIn);
    removeWidget(&widget);
    return widget;
}

void PageStack::putBack(int number)
{
    Page &page = m_pages[number];
    page.isTaken = false;
    addWidget(page.widget);
    if (m_current == number)
        setCurrentWidget(page.widget);
}

} // namespace opsdeck::shell
