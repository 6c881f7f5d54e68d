// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_window.h"

#include <QCloseEvent>

namespace opsdeck::shell {

PageWindow::PageWindow(QWidget &page, kit::ActionRegistry &actions)
    : SideWindow(actions)
{
    setObjectName(QStringLiteral("pageWindow"));
    setContent(page);
    page.show();
    setFocusProxy(&page);
    follow([](const QString &) { return true; });
}

void PageWindow::closeEvent(QCloseEvent *event)
{
    SideWindow::closeEvent(event);
    Q_EMIT closed();
}

void PageWindow::changeEvent(QEvent *event)
{
    SideWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT placed();
}

void PageWindow::moveEvent(QMoveEvent *event)
{
    SideWindow::moveEvent(event);
    Q_EMIT placed();
}

void PageWindow::resizeEvent(QResizeEvent *event)
{
    SideWindow::resizeEvent(event);
    Q_EMIT placed();
}

} // namespace opsdeck::shell
