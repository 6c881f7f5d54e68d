// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/wall_keys.h"

#include "ui/kit/action_registry.h"

#include <QCoreApplication>

namespace opsdeck::dvr {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("WallKeys", source);
}

} // namespace

void addWallKeys(kit::ActionRegistry &actions, QObject *owner)
{
    static constexpr auto kGroup = QT_TRANSLATE_NOOP("WallKeys", "Wall");
    const auto add = [&](const char *text, const QList<QKeySequence> &keys) {
        actions.addFixedKeys(owner, {[] { return words(kGroup); }, [text] { return words(text); }, keys});
    };
    add(QT_TRANSLATE_NOOP("WallKeys", "Select the neighbouring tile"),
        {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down});
    add(QT_TRANSLATE_NOOP("WallKeys", "First and last tile"), {Qt::Key_Home, Qt::Key_End});
    add(QT_TRANSLATE_NOOP("WallKeys", "Enlarge the tile, and back"), {Qt::Key_Return});
    add(QT_TRANSLATE_NOOP("WallKeys", "One step back"), {Qt::Key_Escape});
    add(QT_TRANSLATE_NOOP("WallKeys", "Clear the tile"), {Qt::Key_Delete});
    add(QT_TRANSLATE_NOOP("WallKeys", "Zoom in and out"), {Qt::Key_Plus, Qt::Key_Minus});
    add(QT_TRANSLATE_NOOP("WallKeys", "The whole picture again"), {Qt::Key_0});
    add(QT_TRANSLATE_NOOP("WallKeys", "Move in a zoomed picture"),
        {Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right});
    add(QT_TRANSLATE_NOOP("WallKeys", "Move the tile"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_Left, Qt::CTRL | Qt::SHIFT | Qt::Key_Right});
    add(QT_TRANSLATE_NOOP("WallKeys", "What can be done with the tile"),
        {Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10});
}

} // namespace opsdeck::dvr
