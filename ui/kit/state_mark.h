// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QRectF>

class QPainter;

namespace opsdeck::kit {

/// The state of something, told by shape and colour together (for the colour-blind).
enum class StateMark {
    None,      ///< nothing to say: no mark
    Ok,        ///< ● filled circle
    Attention, ///< ▲
    Alarm,     ///< ◆
    Off,       ///< ○ ring
    Working,   ///< ◔ arc; it does not move
};

/// One translated word for accessible texts and tooltips: "ok", "attention" …; empty for None.
QString stateWord(StateMark mark);
Theme::Color stateColor(StateMark mark);
/// Paints the mark centred in `box`, at most as large as its shorter side.
void paintStateMark(QPainter &painter, const QRectF &box, StateMark mark, const Theme &theme);

} // namespace opsdeck::kit
