// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_field.h"

#include "ui/kit/icon.h"

#include <QEvent>
#include <QKeySequence>
#include <QPainter>

namespace opsdeck::shell {

using Color = kit::Theme::Color;

namespace {
constexpr int kHeight = 28;
constexpr int kWidth = 280;
constexpr int kIcon = 14;
} // namespace

PaletteField::PaletteField(const kit::Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("paletteField"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    retranslate();
}

void PaletteField::showKeys(const QKeySequence &keys)
{
    m_keys = keys.toString(QKeySequence::NativeText);
    retranslate();
    update();
}

QSize PaletteField::sizeHint() const
{
    return QSize(kWidth, std::max(kHeight, fontMetrics().height() + 10));
}

QSize PaletteField::minimumSizeHint() const
{
    return QSize(2 * m_theme.sizes().grid + kIcon + 2, sizeHint().height());
}

void PaletteField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_theme.color(hasFocus() ? Color::Accent : Color::Line));
    painter.setBrush(m_theme.color(underMouse() || isDown() ? Color::Bg3 : Color::Bg2));
    painter.drawRoundedRect(frame, m_theme.sizes().radius, m_theme.sizes().radius);

    const int grid = m_theme.sizes().grid;
    QRect room = rect().adjusted(grid, 0, -grid, 0);
    kit::themedIcon(QStringLiteral("search"), m_theme.color(Color::Text2), kIcon)
        .paint(&painter, QRect(room.left(), room.center().y() - kIcon / 2, kIcon, kIcon));
    room.setLeft(room.left() + kIcon + grid);
    painter.setPen(m_theme.color(Color::Text2));

    const QFont label = kit::Theme::font(font(), m_theme.sizes().label);
    const int keys = QFontMetrics(label).horizontalAdvance(m_keys);
    if (room.width() > keys + grid) {
        painter.setFont(label);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_keys);
        room.setRight(room.right() - keys - grid);
    }
    // Three letters and dots say nothing.
    const int least = fontMetrics().averageCharWidth() * 10;
    if (room.width() >= least) {
        painter.setFont(font());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
}

void PaletteField::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void PaletteField::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void PaletteField::retranslate()
{
    const QString words = tr("Find a device, channel or action");
    setText(words);
    setAccessibleName(words);
    setToolTip(m_keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, m_keys));
}

void PaletteField::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::shell
