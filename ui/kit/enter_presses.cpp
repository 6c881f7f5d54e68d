// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/enter_presses.h"

#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QRadioButton>

namespace opsdeck::kit {

EnterPresses::EnterPresses(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool EnterPresses::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (!button || !button->isEnabled() || button->property(kTakesKeys).toBool() ||
        qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button))
        return false;
    // Once, however long the key is held: the next press could be meant for what comes up.
    if (!key->isAutoRepeat())
        button->click();
    return true;
}

} // namespace opsdeck::kit
