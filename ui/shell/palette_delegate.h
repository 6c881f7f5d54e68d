// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_delegate.h"

namespace opsdeck::shell {

/// Paints a row of the palette: mark, name with the typed letters emphasised, what it belongs to, the shortcut at
/// the right; or why it cannot be done. Every text literally. GUI thread.
class PaletteDelegate final : public kit::RowDelegate
{
    Q_OBJECT
public:
    /// @param theme must outlive this object.
    explicit PaletteDelegate(const kit::Theme &theme, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int drawEmphasised(QPainter &painter, const QRect &room, const QFont &font, const QString &text,
                       const QList<int> &letters, kit::Theme::Color color) const;
};

} // namespace opsdeck::shell
