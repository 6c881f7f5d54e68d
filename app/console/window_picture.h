// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QPixmap>
#include <QWidget>

namespace opsdeck::console {

/// The program's windows that are to be seen, `main` first, each after those it stands on: dialogs, floating panels,
/// menus. GUI thread.
QList<QWidget *> shownWindows(QWidget &main);

/// `main` as it looks now, with the other windows of the program at their places. They have no frames: those are the
/// desktop's. GUI thread.
QPixmap pictureOf(QWidget &main);

/// As PNG. Waits for the disk: only at the end of a run, or in one that is made for its pictures.
/// Errors: FileError; InvalidArgument when there is nothing to save.
base::Result<void> savePicture(const QPixmap &picture, const QString &path);

} // namespace opsdeck::console
