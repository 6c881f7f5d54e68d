// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/site_tree_view.h"

#include "ui/kit/site_node.h"
#include "ui/kit/state_mark.h"
#include "ui/shell/site_arrange.h"
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

/// The rows as the tree has them, for moving them within it: their ids in UTF-8, one a line.
QString rowsMimeType()
{
    return QStringLiteral("application/x-opsdeck-tree-rows");
}

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
    setDragDropMode(QAbstractItemView::DragDrop);
    setAutoExpandDelay(600);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (m_isRestoring)
            return;
        m_open.insert(nodeIdOf(index));
        m_closed.remove(nodeIdOf(index));
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_open.remove(nodeIdOf(index));
        m_closed.insert(nodeIdOf(index));
    });
}

void SiteTreeView::setModel(QAbstractItemModel *shown)
{
    QTreeView::setModel(shown);
    connect(shown, &QAbstractItemModel::rowsInserted, this, &SiteTreeView::restoreOpen);
}

void SiteTreeView::setOpenAtFirst(std::function<bool(const QString &)> isOpen)
{
    m_isOpenAtFirst = std::move(isOpen);
    restoreOpen({}, 0, model() ? model()->rowCount() - 1 : -1);
}

/// A row that comes (back) is as the operator left it.
void SiteTreeView::restoreOpen(const QModelIndex &parent, int first, int last)
{
    m_isRestoring = true;
    // A row that got its first children is asked about, too.
    if (parent.isValid() && first == 0 && !isExpanded(parent) && m_open.contains(nodeIdOf(parent)))
        expand(parent);
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        const QString id = nodeIdOf(index);
        const bool isFirst = m_isOpenAtFirst && !m_closed.contains(id) && m_isOpenAtFirst(id);
        if (isFirst || m_open.contains(id))
            expand(index);
        for (int child = 0; child < model()->rowCount(index); ++child) {
            const QModelIndex below = model()->index(child, 0, index);
            if (m_open.contains(nodeIdOf(below)))
                expand(below);
        }
    }
    m_isRestoring = false;
}

QStringList SiteTreeView::selectedNodes() const
{
    QStringList nodes;
    const QItemSelectionModel *selection = selectionModel();
    if (!selection)
        return nodes;
    QModelIndexList rows = selection->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        // By the way from the top; the tree has three levels.
        const auto way = [](QModelIndex index) {
            QList<int> steps;
            for (; index.isValid(); index = index.parent())
                steps.prepend(index.row());
            return steps;
        };
        return way(a) < way(b);
    });
    for (const QModelIndex &row : std::as_const(rows)) {
        bool isBelow = false;
        for (QModelIndex above = row.parent(); above.isValid(); above = above.parent())
            isBelow = isBelow || selection->isSelected(above);
        if (!isBelow)
            nodes << nodeIdOf(row);
    }
    return nodes;
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
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT removeWanted();
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
    const QPoint at = isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).bottomLeft());
    Q_EMIT menuWanted(nodeIdOf(index), at);
}

void SiteTreeView::startDrag(Qt::DropActions)
{
    QModelIndexList dragged;
    const QStringList selected = selectedNodes();
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        if (!selected.contains(nodeIdOf(index)))
            continue; // it goes with the row above it
        const bool isMovable = m_mayMove && m_mayMove(nodeIdOf(index));
        if (isMovable || model()->flags(index).testFlag(Qt::ItemIsDragEnabled))
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

    // The wall takes devices and channels; a group stands for its devices there.
    QStringList rows;
    QModelIndexList forWall;
    for (const QModelIndex &index : std::as_const(dragged)) {
        rows << nodeIdOf(index);
        if (!isGroup(index))
            forWall << index;
        for (int child = 0; isGroup(index) && child < model()->rowCount(index); ++child)
            forWall << model()->index(child, 0, index);
    }
    QMimeData *carried = model()->mimeData(forWall);
    carried->setData(rowsMimeType(), rows.join(QLatin1Char('\n')).toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(carried);
    drag->setPixmap(label);
    drag->exec(Qt::CopyAction);
}

// --- Moving rows within the tree -----------------------------------------------------------------------------

bool SiteTreeView::isGroup(const QModelIndex &index) const
{
    return groupOfNode(nodeIdOf(index)).has_value();
}

bool SiteTreeView::mayMove(const QStringList &nodes) const
{
    return m_mayMove && !nodes.isEmpty() && std::all_of(nodes.begin(), nodes.end(), m_mayMove);
}

/// The rows of this tree that are being dragged; none when the drag is another's.
QStringList SiteTreeView::draggedNodes(const QDropEvent &event) const
{
    if (event.source() != this || !event.mimeData()->hasFormat(rowsMimeType()))
        return {};
    return QString::fromUtf8(event.mimeData()->data(rowsMimeType())).split(QLatin1Char('\n'));
}

std::optional<TreeDrop> SiteTreeView::dropPlace(const QPoint &position, const QStringList &nodes) const
{
    const auto mark = markAt(position, nodes);
    return mark ? std::optional(mark->place) : std::nullopt;
}

std::optional<SiteTreeView::Mark> SiteTreeView::markAt(const QPoint &position, const QStringList &moved) const
{
    if (!mayMove(moved))
        return std::nullopt;
    const bool hasGroup = std::any_of(moved.begin(), moved.end(),
                                      [](const QString &id) { return groupOfNode(id).has_value(); });
    const bool isOneGroup = hasGroup && moved.size() == 1;
    if (hasGroup && !isOneGroup)
        return std::nullopt;
    const int width = viewport()->width();
    const QModelIndex hit = indexAt(position);
    if (!hit.isValid()) {
        int bottom = 0;
        for (QModelIndex row = model()->index(model()->rowCount() - 1, 0); row.isValid();
             row = isExpanded(row) ? model()->index(model()->rowCount(row) - 1, 0, row) : QModelIndex())
            bottom = visualRect(row).bottom();
        return Mark{{}, QRect(0, bottom, width, 0), false};
    }
    // The channels of a device are no places.
    QModelIndex row = hit;
    while (row.isValid() && row.data(SiteTreeModel::DeviceIdRole).toString().isEmpty() && !isGroup(row))
        row = row.parent();
    if (!row.isValid())
        return std::nullopt;
    const QRect rect = visualRect(row);
    const bool isLower = hit != row || position.y() > rect.center().y();
    if (isGroup(row)) {
        const int quarter = rect.height() / 4;
        if (!isOneGroup && position.y() > rect.top() + quarter)
            return Mark{{QString(), nodeIdOf(row)}, QRect(0, rect.top(), width, rect.height()), true};
        if (!isLower || !isOneGroup)
            return Mark{{nodeIdOf(row), QString()}, QRect(0, rect.top(), width, 0), false};
    } else if (isOneGroup && row.parent().isValid()) {
        // A group goes in front of another or behind it, not into it.
        row = row.parent();
        return Mark{{nodeIdOf(row), QString()}, QRect(0, visualRect(row).top(), width, 0), false};
    }
    const QModelIndex parent = row.parent();
    const QString group = parent.isValid() ? nodeIdOf(parent) : QString();
    const int left = parent.isValid() ? indentation() : 0;
    if (!isLower)
        return Mark{{nodeIdOf(row), group}, QRect(left, rect.top(), width - left, 0), false};
    const QModelIndex next = row.siblingAtRow(row.row() + 1);
    QModelIndex last = row;
    while (isExpanded(last) && model()->rowCount(last) > 0)
        last = model()->index(model()->rowCount(last) - 1, 0, last);
    return Mark{{nodeIdOf(next), group}, QRect(left, visualRect(last).bottom(), width - left, 0), false};
}

void SiteTreeView::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayMove(draggedNodes(*event)))
        event->acceptProposedAction();
}

void SiteTreeView::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls at the edges and opens what is waited on
    m_mark = markAt(event->position().toPoint(), draggedNodes(*event));
    event->setAccepted(m_mark.has_value());
    viewport()->update();
}

void SiteTreeView::dragLeaveEvent(QDragLeaveEvent *event)
{
    QTreeView::dragLeaveEvent(event);
    m_mark.reset();
    viewport()->update();
}

void SiteTreeView::dropEvent(QDropEvent *event)
{
    const QStringList moved = draggedNodes(*event);
    const auto mark = markAt(event->position().toPoint(), moved);
    m_mark.reset();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    event->setAccepted(mark.has_value());
    if (mark)
        Q_EMIT movedTo(moved, mark->place);
}

void SiteTreeView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_mark)
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.color(Color::Accent), 2));
    if (m_mark->isFrame)
        painter.drawRect(m_mark->line.adjusted(1, 1, -1, -1));
    else
        painter.drawLine(m_mark->line.topLeft(), m_mark->line.topRight());
}

} // namespace opsdeck::shell
