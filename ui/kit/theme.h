// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace opsdeck::kit {

/// The colours and measures of one style (dark or light), read from resources/theme.json. A value; painters ask
/// it, none has a literal colour. Handed to widgets by reference: its owner outlives them.
class Theme
{
public:
    enum class Style { Dark, Light };
    enum class Color {
        Bg0,
        Bg1,
        Bg2,
        Bg3,
        Line,
        Text,
        Text2,
        Text3,
        Accent,
        AccentBg,
        OnAccent,
        Ok,
        Attention,
        OnAttention,
        Alarm,
        Off,
        Video, ///< around a picture that does not fill its tile
    };
    static constexpr int kColors = int(Color::Video) + 1;

    /// All in logical pixels.
    struct Sizes {
        int body = 13;
        int label = 11;
        int figure = 15;
        int headline = 20;
        int grid = 8;
        int row = 28;
        int padding = 12;
        int radius = 6;
    };

    /// @param json the tokens file. Errors: InvalidArgument, naming the token that is missing or no colour.
    static base::Result<Theme> fromJson(const QByteArray &json, Style style);

    /// The name of a token in the file, e.g. "accentBg".
    static QString tokenName(Color color);

    Style style() const { return m_style; }
    QColor color(Color color) const { return m_colors[std::size_t(color)]; }
    const Sizes &sizes() const { return m_sizes; }

    /// `base` (the system's UI font) at one of our pixel sizes. Weights: 400, 600.
    static QFont font(const QFont &base, int pixels, bool strong = false);
    QPalette palette() const;
    /// Replaces every @token@ (colours, sizes as "12px", @shade@ = "dark" or "light") of a style sheet.
    QString styleSheet(QString source) const;

private:
    Style m_style = Style::Dark;
    Sizes m_sizes;
    std::array<QColor, kColors> m_colors;
};

} // namespace opsdeck::kit
