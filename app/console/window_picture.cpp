// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window_picture.h"

#include "core/base/whole_file.h"

#include <QApplication>
#include <QBuffer>
#include <QPainter>

#include <algorithm>

namespace opsdeck::console {

namespace {

/// Of a window: on how many others it stands. Menus and lists of choices stand on everything.
int height(const QWidget &window)
{
    constexpr int kPopup = 1000;
    int parents = window.windowFlags().testFlag(Qt::Popup) ? kPopup : 0;
    for (const QWidget *parent = window.parentWidget(); parent; parent = parent->parentWidget())
        parents += parent->isWindow() ? 1 : 0;
    return parents;
}

} // namespace

QList<QWidget *> shownWindows(QWidget &main)
{
    QList<QWidget *> windows;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window != &main && window->isVisible())
            windows << window;
    }
    std::stable_sort(windows.begin(), windows.end(),
                     [](const QWidget *a, const QWidget *b) { return height(*a) < height(*b); });
    windows.prepend(&main);
    return windows;
}

QPixmap pictureOf(QWidget &main)
{
    QPixmap picture = main.grab();
    QPainter painter(&picture);
    for (QWidget *window : shownWindows(main)) {
        if (window != &main)
            painter.drawPixmap(main.mapFromGlobal(window->mapToGlobal(QPoint())), window->grab());
    }
    return picture;
}

base::Result<void> savePicture(const QPixmap &picture, const QString &path)
{
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (!picture.save(&png, "PNG"))
        return base::fail(base::CommonError::InvalidArgument,
                          QStringLiteral("cannot make the picture %1").arg(path));
    return base::replaceFile(path, png.data());
}

} // namespace opsdeck::console
