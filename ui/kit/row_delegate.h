// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace opsdeck::kit {

/// What the rows of the program's lists have in common: their height, what lies behind one that is selected or under the
/// pointer, and a line of words that ends with an ellipsis. GUI thread.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// @param theme must outlive this object.
    RowDelegate(const Theme &theme, QObject *parent);

    /// One line of words.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    const Theme &theme() const { return m_theme; }
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room,
                    const QString &words, Theme::Color color, Qt::Alignment side = Qt::AlignLeft) const;

private:
    const Theme &m_theme;
};

} // namespace opsdeck::kit
