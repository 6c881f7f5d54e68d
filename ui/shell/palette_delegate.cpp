// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_delegate.h"

#include "ui/kit/state_mark.h"
#include "ui/shell/palette_model.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace opsdeck::shell {

using Color = kit::Theme::Color;

PaletteDelegate::PaletteDelegate(const kit::Theme &theme, QObject *parent)
    : RowDelegate(theme, parent)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(0, std::max(theme().sizes().row + 2, option.fontMetrics.height() + theme().sizes().grid));
}

/// @return the width that was used.
int PaletteDelegate::drawEmphasised(QPainter &painter, const QRect &room, const QFont &font,
                                    const QString &text, const QList<int> &letters, Color color) const
{
    if (room.width() <= 0 || text.isEmpty())
        return 0;
    // Bold letters are wider; an elided text loses them at its end.
    constexpr int kBoldRoom = 2;
    const int boldRoom = std::min(int(letters.size()) * kBoldRoom, room.width() / 4);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width() - boldRoom);
    const int literal =
        shown.size() < text.size() || shown != text ? int(shown.size()) - 1 : int(shown.size());
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    strong.setForeground(theme().color(Color::Accent));
    for (const int letter : letters) {
        if (letter >= literal)
            break;
        if (!formats.isEmpty() && formats.constLast().start + formats.constLast().length == letter)
            ++formats.last().length;
        else
            formats.append({letter, 1, strong});
    }
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(room.width() * 2);
    layout.endLayout();
    painter.setPen(theme().color(color));
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
    return int(std::ceil(line.naturalTextWidth()));
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    const PaletteEntry *entry = model ? model->entry(index) : nullptr;
    if (!entry)
        return;
    const PaletteIndex::Emphasis emphasis = model->emphasis(index);
    painter->save();
    const int grid = theme().sizes().grid;
    paintBackground(*painter, option);

    QRect room = option.rect.adjusted(theme().sizes().padding, 0, -theme().sizes().padding, 0);
    constexpr int kMark = 10;
    const QRectF box(room.left(), room.center().y() - kMark / 2.0 + 0.5, kMark, kMark);
    if (entry->isChecked) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().color(Color::Accent), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({box.topLeft() + QPointF(0.5, 5.5), box.topLeft() + QPointF(3.5, 8.5),
                                         box.topLeft() + QPointF(9.5, 1.5)}));
    } else {
        kit::paintStateMark(*painter, box, entry->mark, theme());
    }
    room.setLeft(room.left() + kMark + grid);

    const QFont label = kit::Theme::font(option.font, theme().sizes().label);
    if (!entry->keys.isEmpty()) {
        painter->setFont(label);
        painter->setPen(theme().color(Color::Text2));
        const int width = QFontMetrics(label).horizontalAdvance(entry->keys);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, entry->keys);
        room.setRight(room.right() - width - 2 * grid);
    }
    // The name may take all but a third, which the hint needs; a hint that is shorter gives the rest back.
    const QString behind = entry->whyNot.isEmpty() ? entry->hint : entry->whyNot;
    const int behindWidth =
        std::min(QFontMetrics(label).horizontalAdvance(behind) + 2 * grid, room.width() / 2);
    QRect name = room;
    if (!behind.isEmpty())
        name.setRight(room.right() - behindWidth);
    const int used = drawEmphasised(*painter, name, option.font, entry->text, emphasis.text,
                                    entry->isEnabled() ? Color::Text : Color::Text2);
    room.setLeft(name.left() + used + grid + grid / 2);
    drawEmphasised(*painter, room, label, behind, entry->whyNot.isEmpty() ? emphasis.hint : QList<int>(),
                   Color::Text2);
    painter->restore();
}

} // namespace opsdeck::shell
