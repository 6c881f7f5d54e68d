// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QStringList>

#include <chrono>

namespace opsdeck::shell {

/// What the command line of `opsdeck` asks for. A value.
struct LaunchOptions {
    QString siteFile; ///< empty = the default place
    bool isDemo = false;
    QString screenshotFile;
    QString reportFile;
    QString traceFile;                   ///< everything on the wire goes there, without secrets
    std::chrono::milliseconds after{0};  ///< run time until screenshot and report; 0 = until it is closed
    std::chrono::milliseconds warmUp{0}; ///< from when on the report measures
    QString language;                    ///< "en", "zh_CN", "zh_TW"; empty = as in the settings
    QString style;                       ///< "dark", "light", "system"; empty = as in the settings
    QString settingsFile;                ///< empty = the default place
    QString databaseFile;                ///< empty = the default place; of a demonstration: a temporary one
    int tiles = 16;
    QString stream;         ///< "main", "sub", or empty = by the tile's size
    QStringList actions;    ///< ids, carried out shortly before the end
    QString stepsFile;      ///< what is done for pictures, a step a line; empty = nothing
    QString picturesFolder; ///< where they go
    QSize size{1600, 900};
    bool isSizeGiven = false; ///< otherwise the screen may make it smaller
    bool wantsHelp = false;
    bool wantsVersion = false;

    /// Errors: InvalidArgument with the words for the terminal.
    static base::Result<LaunchOptions> parse(const QStringList &arguments);
    /// For --help.
    static QString help();
};

/// Exit codes of the program, the same numbers as the command line's.
enum class ExitCode {
    Ok = 0,
    TileEmpty = 1, ///< --demo: a tile had no picture
    Usage = 2,
    Local = 5, ///< no display, site file, output file
};

} // namespace opsdeck::shell
