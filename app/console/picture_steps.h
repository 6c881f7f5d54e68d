// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <chrono>

namespace opsdeck::console {

/// One line of a file of steps: what is done to the window before the next picture of it. A value.
struct PictureStep {
    enum class Verb {
        Do,    ///< the action of that id
        Focus, ///< the control of that object name
        Click, ///< the same, in its middle or at X Y of it; a control of a table is looked for in the newest window
        Menu,    ///< its context menu, there
        Key,     ///< keys, one after another: `Down Down Enter`
        Type,    ///< the rest of the line, letter by letter
        Wait,    ///< seconds
        Size,    ///< of the main window: 1280x800
        Close,   ///< every window but the main one
        Picture, ///< NAME.png
    };

    Verb verb = Verb::Wait;
    QStringList words; ///< what follows the verb; of Type: one, the rest of the line
    int line = 0;      ///< counted from 1

    /// Of Wait.
    std::chrono::milliseconds time() const;
};

/// Empty lines and those that begin with # say nothing. Errors: InvalidArgument, naming the line.
base::Result<QList<PictureStep>> parsePictureSteps(const QString &text);

} // namespace opsdeck::console
