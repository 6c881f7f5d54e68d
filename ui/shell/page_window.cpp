// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace opsdeck::shell {

namespace {

/// What this window does itself.
const QString kFullScreen = QStringLiteral("shell.fullScreen");

} // namespace

PageWindow::PageWindow(QWidget &page, kit::ActionRegistry &actions)
    : m_actions(actions)
{
    setObjectName(QStringLiteral("pageWindow"));
    // The program ends with the main window.
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(400, 260);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&page);
    page.show();
    setFocusProxy(&page);
    const auto follow = [this](QAction *action) {
        if (action->objectName() != kFullScreen)
            addAction(action);
    };
    for (QAction *action : m_actions.actions())
        follow(action);
    connect(&m_actions, &kit::ActionRegistry::added, this, follow);
}

void PageWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void PageWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isLeave = event->key() == Qt::Key_Escape && isFullScreen();
    if (isLeave || QKeySequence(event->keyCombination()) == m_actions.shortcut(kFullScreen))
        toggleFullScreen();
    else
        QWidget::keyPressEvent(event);
}

void PageWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void PageWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        Q_EMIT placed();
}

void PageWindow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    Q_EMIT placed();
}

void PageWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT placed();
}

} // namespace opsdeck::shell
