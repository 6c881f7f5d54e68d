// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tile_painter.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace opsdeck::dvr {

namespace {

using Color = kit::Theme::Color;

constexpr int kWithDeviceName = 360; ///< from this width on a tile also says whose channel it shows

/// Elided only when it does not fit: elidedText() counts in fractions of a pixel, horizontalAdvance() in whole ones.
QString elided(const QString &text, const QFontMetrics &metrics, int width)
{
    return metrics.horizontalAdvance(text) <= width ? text : metrics.elidedText(text, Qt::ElideRight, width);
}

/// The first of `forms` that fits `width`; the last one when none does. Empty for no forms.
QString firstThatFits(const QStringList &forms, const QFontMetrics &metrics, int width)
{
    for (const QString &form : forms) {
        if (metrics.horizontalAdvance(form) <= width)
            return form;
    }
    return forms.isEmpty() ? QString() : forms.constLast();
}

/// The first of `forms` that fits `width`; empty when none does.
QString fittingOrNone(const QStringList &forms, const QFontMetrics &metrics, int width)
{
    for (const QString &form : forms) {
        if (metrics.horizontalAdvance(form) <= width)
            return form;
    }
    return QString();
}

/// "connection refused · trying again in 3 s" in one line, or its parts below one another where there is no room beside
/// one another but `height` for them.
QStringList linesOf(const QString &line, const QFontMetrics &metrics, int width, int height)
{
    if (line.isEmpty())
        return {};
    const QStringList parts = line.split(QStringLiteral(" · "));
    const bool hasRoom = metrics.horizontalAdvance(line) <= width;
    return hasRoom || int(parts.size()) * (metrics.height() + metrics.leading() + 4) > height
               ? QStringList{line}
               : parts;
}

/// Grey, and at half its brightness.
void makeStale(QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int gray = qGray(line[x]) / 2;
            line[x] = qRgb(gray, gray, gray);
        }
    }
}

} // namespace

TilePainter::TilePainter(const kit::Theme &theme, const QFont &font, qreal scale)
    : m_theme(theme)
    , m_scale(scale)
    , m_small(kit::Theme::font(font, px(theme.sizes().label)))
    , m_smallStrong(kit::Theme::font(font, px(theme.sizes().label), true))
    , m_body(kit::Theme::font(font, px(theme.sizes().body)))
    , m_captionHeight(std::max(px(20), QFontMetrics(m_small).height() + px(4)))
{
}

int TilePainter::px(qreal logical) const
{
    return std::max(1, int(std::lround(logical * m_scale)));
}

QImage TilePainter::canvas(QSize size, Color background) const
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(m_theme.color(background));
    return image;
}

QImage TilePainter::caption(const TileText &text, QSize size, bool isSelected) const
{
    if (size.isEmpty())
        return QImage();
    // An empty tile's frame says enough of its being selected.
    QImage image = canvas(size, isSelected && !text.names.isEmpty() ? Color::AccentBg : Color::Bg1);
    if (text.names.isEmpty())
        return image;

    QPainter painter(&image);
    painter.setFont(m_small);
    const QFontMetrics metrics(m_small);
    const int side = px(8);
    const int gap = px(10);
    const int room = size.width() - 2 * side;
    const int left = side;

    // What is said depends on the width of the tile, not on the length of its name: tiles of one size say the same.
    const bool isWide = size.width() >= px(kWithDeviceName);
    const QString figures = fittingOrNone(text.figures, metrics, (isWide ? room / 2 : room * 45 / 100) - gap);
    const int figuresWidth = figures.isEmpty() ? 0 : metrics.horizontalAdvance(figures) + gap;
    const int nameRoom = room - figuresWidth;
    const QString name = isWide ? firstThatFits(text.names, metrics, nameRoom) : text.names.constLast();

    painter.setPen(m_theme.color(Color::Text));
    painter.drawText(QRect(left, 0, nameRoom, size.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided(name, metrics, nameRoom));
    if (!figures.isEmpty()) {
        painter.setPen(m_theme.color(Color::Text2));
        painter.drawText(QRect(0, 0, size.width() - side, size.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, figures);
    }
    return image;
}

QImage TilePainter::placeholder(const TileText &text, QSize size) const
{
    if (size.isEmpty())
        return QImage();
    QImage image = canvas(size, Color::Bg1);
    QPainter painter(&image);
    const int room = size.width() - 2 * px(8);
    const bool isSmall = size.height() < px(90) || size.width() < px(180);
    const QFont &headlineFont = isSmall ? m_small : m_body;
    const QFontMetrics headlineMetrics(headlineFont);
    const QFontMetrics lineMetrics(m_small);
    const int mark = text.mark == kit::StateMark::None ? 0 : px(isSmall ? 10 : 16);
    const int gap = px(isSmall ? 3 : 8);

    if (text.headline.isEmpty())
        return image;
    int height = headlineMetrics.height();
    if (mark > 0)
        height += mark + gap;
    const QStringList lines = linesOf(text.line, lineMetrics, room, size.height() - height - px(4));
    height += int(lines.size()) * (gap / 2 + lineMetrics.height());
    int y = std::max(0, (size.height() - height) / 2);

    if (mark > 0) {
        kit::paintStateMark(painter, QRectF((size.width() - mark) / 2.0, y, mark, mark), text.mark, m_theme);
        y += mark + gap;
    }
    const auto drawLine = [&](const QString &words, const QFont &font, const QFontMetrics &metrics,
                              Color color) {
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        painter.drawText(QRect(px(8), y, room, metrics.height()),
                         Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine,
                         elided(words, metrics, room));
        y += metrics.height() + gap / 2;
    };
    const bool isHint = text.mark == kit::StateMark::None;
    drawLine(text.headline, headlineFont, headlineMetrics, isHint ? Color::Text3 : Color::Text);
    for (const QString &line : lines)
        drawLine(line, m_small, lineMetrics, Color::Text2);
    return image;
}

QImage TilePainter::stalePicture(const media::Picture &picture, QSize box, const QRect &at,
                                 const QString &badge) const
{
    if (box.isEmpty() || picture.isNull())
        return QImage();
    const QImage source = imageOf(picture);
    QImage grey = source.size() == at.size() ? source.copy() : source.scaled(at.size());
    makeStale(grey);
    QImage image = canvas(box, Color::Video);
    QPainter painter(&image);
    painter.drawImage(at.topLeft(), grey);
    const QFontMetrics metrics(m_smallStrong);
    const int padding = px(7);
    const int margin = std::min(px(8), box.width() / 16);
    const int room = std::max(0, box.width() - 2 * margin - 2 * padding);
    const QString words = elided(badge, metrics, room);
    const QRect label(margin, margin, metrics.horizontalAdvance(words) + 2 * padding,
                      metrics.height() + px(4));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Color::Attention));
    painter.drawRoundedRect(label, px(4), px(4));
    painter.setFont(m_smallStrong);
    painter.setPen(m_theme.color(Color::OnAttention));
    painter.drawText(label, Qt::AlignCenter | Qt::TextSingleLine, words);
    return image;
}

QImage TilePainter::overlay(const QStringList &words) const
{
    if (words.isEmpty())
        return QImage();
    const QFontMetrics metrics(m_smallStrong);
    const int padding = px(7);
    const int gap = px(4);
    const int height = metrics.height() + px(6);
    int width = -gap;
    for (const QString &word : words)
        width += metrics.horizontalAdvance(word) + 2 * padding + gap;
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_smallStrong);
    QColor plate = m_theme.color(Color::Bg0);
    plate.setAlphaF(0.8F);
    int x = 0;
    for (const QString &word : words) {
        const QRect at(x, 0, metrics.horizontalAdvance(word) + 2 * padding, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(plate);
        painter.drawRoundedRect(at, px(4), px(4));
        painter.setPen(m_theme.color(Color::Text));
        painter.drawText(at, Qt::AlignCenter | Qt::TextSingleLine, word);
        x += at.width() + gap;
    }
    return image;
}

QImage TilePainter::imageOf(const media::Picture &picture)
{
    return QImage(picture.pixels.get(), picture.size.width(), picture.size.height(), picture.bytesPerLine,
                  QImage::Format_RGB32);
}

} // namespace opsdeck::dvr
