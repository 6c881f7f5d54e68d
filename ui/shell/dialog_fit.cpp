// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialog_fit.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QScreen>

namespace opsdeck::shell {

DialogFit::DialogFit(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool DialogFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Show || event->spontaneous())
        return false;
    // The dialog finds its place on the screen after this, by its size.
    auto *dialog = qobject_cast<QDialog *>(watched);
    const QWidget *parent = dialog ? dialog->parentWidget() : nullptr;
    const QScreen *screen = parent ? parent->window()->screen() : (dialog ? dialog->screen() : nullptr);
    if (!screen || !dialog->isWindow())
        return false;
    // What the desktop puts around it: about as much as a title.
    constexpr QSize kFrame(8, 24);
    dialog->resize(dialog->size().boundedTo(screen->availableSize() - kFrame));
    return false;
}

} // namespace opsdeck::shell
