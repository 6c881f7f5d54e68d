// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/side_window.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace opsdeck::kit {

namespace {

/// That of the main window, whose key counts here.
const QString kFullScreen = QStringLiteral("shell.fullScreen");

} // namespace

SideWindow::SideWindow(ActionRegistry &actions)
    : m_actions(actions)
{
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(kSmallest);
}

std::optional<QRect> SideWindow::placeOnAnotherMonitor(const QWidget *beside, QSize usual)
{
    constexpr int kOffset = 40;
    const QScreen *own = beside ? beside->screen() : nullptr;
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (screen == own)
            continue;
        const QRect area = screen->availableGeometry();
        return QRect(area.topLeft() + QPoint(kOffset, kOffset),
                     usual.boundedTo(area.size() - QSize(2 * kOffset, 2 * kOffset)));
    }
    return std::nullopt;
}

void SideWindow::setContent(QWidget &content)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(&content);
}

void SideWindow::follow(std::function<bool(const QString &actionId)> isWanted)
{
    const auto take = [this, isWanted = std::move(isWanted)](QAction *action) {
        if (action->objectName() != kFullScreen && isWanted(action->objectName()))
            addAction(action);
    };
    for (QAction *action : m_actions.actions())
        take(action);
    connect(&m_actions, &ActionRegistry::added, this, take);
}

void SideWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void SideWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isLeave = event->key() == Qt::Key_Escape && isFullScreen();
    if (isLeave || QKeySequence(event->keyCombination()) == m_actions.shortcut(kFullScreen))
        toggleFullScreen();
    else
        QWidget::keyPressEvent(event);
}

} // namespace opsdeck::kit
