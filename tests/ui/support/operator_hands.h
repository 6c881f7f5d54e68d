// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator does to a window: find, click, type, use an action. Widgets go by their object name.
#pragma once

#include "ui/kit/action_registry.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace opsdeck::test {

/// The window of this kind that is shown; null when there is none.
template <typename Window>
Window *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<Window *>(widget); found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// Ends the program when there is none.
template <typename Widget>
Widget *part(QWidget *in, const char *name)
{
    auto *found = in->findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

/// Waits for a place to click on: a window manager may show a new dialog small and give it its size a moment later, and a
/// click on a button that is squeezed to nothing is lost without a word.
inline void click(QWidget *button)
{
    QTRY_VERIFY2(!button->rect().isEmpty(), qPrintable(button->objectName()));
    QTest::mouseClick(button, Qt::LeftButton);
}

inline void click(QWidget *in, const char *name)
{
    click(part<QAbstractButton>(in, name));
}

/// In the place of what stands there.
inline void type(QWidget *in, const char *name, const QString &text)
{
    auto *edit = part<QLineEdit>(in, name);
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

/// As by its key; when it is not enabled the test fails with the reason.
inline void trigger(kit::ActionRegistry &actions, const char *id)
{
    actions.refresh();
    QAction *action = actions.action(QLatin1String(id));
    QVERIFY2(action, id);
    QVERIFY2(action->isEnabled(), qPrintable(actions.whyNot(QLatin1String(id))));
    action->trigger();
}

} // namespace opsdeck::test
