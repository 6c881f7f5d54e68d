// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_view.h"

#include "ui/kit/state_mark.h"
#include "ui/shell/site_tree_model.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

#include <algorithm>
#include <memory>

namespace opsdeck::shell {

namespace {

using Color = kit::Theme::Color;

/// One row: mark, name, figure. Everything as plain text.
class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const kit::Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return QSize(0, m_theme.sizes().row);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto mark = kit::StateMark(index.data(SiteTreeModel::MarkRole).toInt());
        const QString figure = index.data(SiteTreeModel::FigureRole).toString();
        const bool isDim = index.data(SiteTreeModel::DimRole).toBool();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        QRect room = option.rect.adjusted(0, 0, -m_theme.sizes().padding, 0);

        constexpr int kMark = 10;
        kit::paintStateMark(*painter, QRectF(room.left(), room.center().y() - kMark / 2 + 0.5, kMark, kMark),
                            mark, m_theme);
        room.setLeft(room.left() + kMark + m_theme.sizes().grid);

        if (!figure.isEmpty()) {
            const QFont font = kit::Theme::font(option.font, m_theme.sizes().label);
            const QFontMetrics metrics(font);
            const int name =
                option.fontMetrics.horizontalAdvance(index.data().toString()) + m_theme.sizes().grid;
            const int width = std::max(room.width() / 2, room.width() - name);
            const QString words = metrics.elidedText(figure, Qt::ElideRight, width);
            painter->setFont(font);
            painter->setPen(m_theme.color(Color::Text2));
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
            room.setRight(room.right() - metrics.horizontalAdvance(words) - m_theme.sizes().grid);
        }
        painter->setFont(option.font);
        painter->setPen(m_theme.color(isDim && !isSelected ? Color::Text2 : Color::Text));
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }

private:
    const kit::Theme &m_theme;
};

} // namespace

SiteTreeView::SiteTreeView(const kit::Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("siteTree"));
    setItemDelegate(new RowDelegate(theme, this));
    setHeaderHidden(true);
    header()->setStretchLastSection(true);
    setUniformRowHeights(true);
    setIndentation(18);
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
}

QString SiteTreeView::nodeIdOf(const QModelIndex &index) const
{
    return index.data(SiteTreeModel::NodeIdRole).toString();
}

void SiteTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index))
        painter->fillRect(option.rect, m_theme.color(Color::AccentBg));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.color(Color::Bg3));
    QTreeView::drawRow(painter, option, index);
    if (index == currentIndex() && hasFocus()) {
        painter->setPen(m_theme.color(Color::Accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void SiteTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    // The chevron of this row stands in the last indentation step.
    const QPointF centre(rect.right() - indentation() / 2.0 + 2, rect.center().y() + 0.5);
    constexpr qreal kReach = 3.5;
    QPainterPath path;
    if (isExpanded(index)) {
        path.moveTo(centre + QPointF(-kReach, -kReach / 2));
        path.lineTo(centre + QPointF(0, kReach / 2));
        path.lineTo(centre + QPointF(kReach, -kReach / 2));
    } else {
        path.moveTo(centre + QPointF(-kReach / 2, -kReach));
        path.lineTo(centre + QPointF(kReach / 2, 0));
        path.lineTo(centre + QPointF(-kReach / 2, kReach));
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_theme.color(Color::Text2), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->restore();
}

void SiteTreeView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT nodeActivated(nodeIdOf(currentIndex()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

void SiteTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT nodeActivated(nodeIdOf(index));
}

void SiteTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    const QPoint at = isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft());
    Q_EMIT menuWanted(nodeIdOf(index), at);
}

void SiteTreeView::startDrag(Qt::DropActions)
{
    QModelIndexList dragged;
    for (const QModelIndex &index : selectedIndexes()) {
        if (model()->flags(index).testFlag(Qt::ItemIsDragEnabled))
            dragged.append(index);
    }
    if (dragged.isEmpty())
        return;
    // Qt's own drag image would be a picture of the whole rows; a name says enough.
    const QString words =
        dragged.size() == 1 ? dragged.constFirst().data().toString() : tr("%1 rows").arg(dragged.size());
    const QFontMetrics metrics(font());
    const QString elided = metrics.elidedText(words, Qt::ElideRight, 240);
    QPixmap label(QSize(metrics.horizontalAdvance(elided) + 20, m_theme.sizes().row) * devicePixelRatioF());
    label.setDevicePixelRatio(devicePixelRatioF());
    label.fill(m_theme.color(Color::AccentBg));
    QPainter painter(&label);
    painter.setFont(font());
    painter.setPen(m_theme.color(Color::Text));
    painter.drawText(QRectF(QPointF(0, 0), label.deviceIndependentSize()),
                     Qt::AlignCenter | Qt::TextSingleLine, elided);
    painter.end();

    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(dragged));
    drag->setPixmap(label);
    drag->exec(Qt::CopyAction);
}

} // namespace opsdeck::shell
