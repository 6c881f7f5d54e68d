// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/events_view.h"

#include "ui/events/events_model.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/state_mark.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace opsdeck::events {

namespace {

using Color = kit::Theme::Color;

/// The mark as a shape; what is acknowledged and what is beside the sentence in the second colour.
class CellDelegate final : public kit::RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintBackground(*painter, option);
        const bool isOpen = index.data(EventsModel::OpenRole).toBool();
        const auto severity = store::Severity(index.data(EventsModel::SeverityRole).toInt());
        if (index.column() == EventsModel::Mark) {
            constexpr int kMark = 10;
            const QPointF middle = QRectF(option.rect).center();
            // What is acknowledged is no longer an alarm, but was one: its shape stays, its colour goes.
            painter->setOpacity(isOpen ? 1.0 : 0.45);
            kit::paintStateMark(*painter,
                                QRectF(middle.x() - kMark / 2.0, middle.y() - kMark / 2.0, kMark, kMark),
                                kit::severityMark(severity), theme());
            painter->setOpacity(1.0);
        } else {
            const QRect room = option.rect.adjusted(theme().sizes().grid, 0, -theme().sizes().grid, 0);
            const bool isStrong = index.column() == EventsModel::Sentence && isOpen;
            paintWords(*painter, option, room, index.data().toString(),
                       isStrong ? Color::Text : Color::Text2);
        }
        const auto *view = qobject_cast<const QTreeView *>(option.widget);
        if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
            painter->setPen(theme().color(Color::Accent));
            painter->drawLine(option.rect.topLeft(), option.rect.topRight());
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
        painter->restore();
    }
};

} // namespace

EventsView::EventsView(EventsModel &model, const kit::Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("eventsView"));
    setItemDelegate(new CellDelegate(theme, this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setModel(&model);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(m_theme.sizes().row);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setSectionResizeMode(EventsModel::Mark, QHeaderView::Fixed);
    header()->setSectionResizeMode(EventsModel::Sentence, QHeaderView::Stretch);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, &EventsView::keepPlace);
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &EventsView::keepPlace);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &EventsView::backToPlace);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &EventsView::backToPlace);
    fitColumns();
}

void EventsView::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    header()->setVisible(!isCompact);
    fitColumns();
}

QList<qint64> EventsView::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows(EventsModel::Mark);
    std::sort(rows.begin(), rows.end());
    QList<qint64> ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids.append(row.data(EventsModel::IdRole).toLongLong());
    return ids;
}

void EventsView::retranslate()
{
    fitColumns();
}

/// What is looked at stays where it is. At the top the newest is looked at.
void EventsView::keepPlace()
{
    m_place = QPersistentModelIndex();
    if (verticalScrollBar()->value() == 0)
        return;
    m_place = indexAt(QPoint(1, 0));
    m_placeOffset = visualRect(m_place).top();
}

void EventsView::backToPlace()
{
    // Rows of other days have their date in front.
    if (const bool isOfToday = m_model.isOfToday(); isOfToday != m_isOfToday) {
        m_isOfToday = isOfToday;
        fitColumns();
    }
    if (!m_place.isValid())
        return;
    // The bar's range is that of the rows as they are now.
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(m_place.row() * rowHeight(m_place) - m_placeOffset);
    m_place = QPersistentModelIndex();
}

void EventsView::fitColumns()
{
    const QFontMetrics metrics(font());
    const int padding = 2 * m_theme.sizes().grid + 4;
    const auto width = [&](const QString &text) { return metrics.horizontalAdvance(text) + padding; };
    constexpr int kSide = 28;
    header()->resizeSection(EventsModel::Mark, kSide);
    header()->resizeSection(EventsModel::Time, width(m_isOfToday ? QStringLiteral("00:00:00")
                                                                 : QStringLiteral("2026-12-30 00:00:00")));
    const int room = viewport()->width();
    // What there is no room for goes, the least important first; the details have it.
    const struct {
        EventsModel::Column column;
        int width;
        int from; ///< shown when the list is at least so wide
        bool isInCompact;
    } kColumns[] = {
        {EventsModel::DeviceColumn, std::clamp(room / 7, 142, 190), 520, true},
        {EventsModel::System, std::clamp(room / 8, 120, 190), 900, false},
        {EventsModel::Operator, std::clamp(room / 10, 80, 150), 1000, false},
        {EventsModel::Acknowledged, std::clamp(room / 6 - 30, 88, 240), 660, false},
    };
    for (const auto &each : kColumns) {
        const bool isShown = room >= each.from && (!m_isCompact || each.isInCompact);
        setColumnHidden(each.column, !isShown);
        if (isShown)
            header()->resizeSection(each.column, each.width);
    }
}

void EventsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT acknowledgeWanted();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void EventsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

void EventsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    // The line of the row that has the focus goes over all columns.
    viewport()->update();
    Q_EMIT selectionMoved();
}

void EventsView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void EventsView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitColumns();
}

} // namespace opsdeck::events
