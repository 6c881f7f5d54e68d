// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/picture.h"
#include "ui/kit/theme.h"
#include "ui/systems/dvr/tile_text.h"

#include <QImage>

class QPainter;

namespace opsdeck::dvr {

/// Draws the parts of a tile, in device pixels. Text is drawn into images that the wall keeps until it changes: the
/// painting of a frame never meets a font. GUI thread.
class TilePainter
{
public:
    /// @param scale device pixels per logical pixel. @param font the window's UI font.
    TilePainter(const kit::Theme &theme, const QFont &font, qreal scale);

    /// Height of the caption bar for tiles of that width, device pixels.
    int captionHeight() const { return m_captionHeight; }

    QImage caption(const TileText &text, QSize size, bool isSelected) const;
    /// What stands instead of a picture: mark, headline, line.
    QImage placeholder(const TileText &text, QSize size) const;
    /// A picture that is not live any more: grey, dark, and dated. @param at the part of the box it fills.
    QImage stalePicture(const media::Picture &picture, QSize box, const QRect &at,
                        const QString &badge) const;

    /// Words over a moving picture, side by side, on a plate of their own. Null for none.
    QImage overlay(const QStringList &words) const;

    /// The pixels of a picture, not copied: valid as long as the picture is.
    static QImage imageOf(const media::Picture &picture);

private:
    int px(qreal logical) const;
    QImage canvas(QSize size, kit::Theme::Color background) const;

    const kit::Theme &m_theme;
    qreal m_scale;
    QFont m_small;
    QFont m_smallStrong;
    QFont m_body;
    int m_captionHeight;
};

} // namespace opsdeck::dvr
