// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/cabinet/fleet_view.h"

#include "ui/systems/cabinet/fleet_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace opsdeck::cabinet {

using Color = kit::Theme::Color;

namespace {

constexpr std::chrono::milliseconds kKeepPause{500};
constexpr std::array<int, FleetModel::kColumns> kWidths{28, 146, 156, 76, 62, 48, 54, 48, 84, 92, 150};

} // namespace

FleetView::FleetView(FleetModel &model, const kit::Theme &theme, store::SettingsStore &settings,
                     base::Clock &clock, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_settings(settings)
    , m_keepTimer(clock.makeTimer([this] { keepColumns(); }))
{
    setObjectName(QStringLiteral("fleetTable"));
    setItemDelegate(new FleetDelegate(model, theme, this));
    setModel(&model);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setMinimumSize(120, 80);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setStretchLastSection(true);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(28);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < FleetModel::kColumns; ++column)
        header()->resizeSection(column, firstWidth(column));
    header()->setSortIndicator(FleetModel::Cabinet, Qt::AscendingOrder);
    setSortingEnabled(true);
    restoreColumns();

    const auto keepSoon = [this] {
        if (!m_isFitting)
            m_keepTimer->start(kKeepPause);
    };
    connect(header(), &QHeaderView::sectionMoved, this, keepSoon);
    connect(header(), &QHeaderView::sectionResized, this, [this, keepSoon](int section) {
        // The last one takes what is left by itself.
        if (header()->visualIndex(section) != FleetModel::kColumns - 1)
            keepSoon();
    });
    connect(header(), &QHeaderView::sortIndicatorChanged, this, keepSoon);
    connect(header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(header()->mapToGlobal(at));
    });
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const FleetRow *row = m_model.at(index.row()))
            Q_EMIT opened(row->sn);
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_isResetting = true;
        m_scroll = verticalScrollBar()->value();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &FleetView::bringBack);
    retranslate();
}

/// The rows are others: the selected cabinet and the place in the list are the same.
void FleetView::bringBack()
{
    m_isResetting = false;
    const int row = m_model.rowOfSn(m_current);
    if (row >= 0)
        selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    verticalScrollBar()->setValue(m_scroll);
}

void FleetView::select(const QString &sn)
{
    const int row = m_model.rowOfSn(sn);
    if (row < 0)
        return;
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(m_model.index(row, 0));
}

void FleetView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const FleetRow *row = m_model.at(current.row());
    // While the rows are exchanged, and when a filter hides it, the cabinet stays the one that is looked at.
    if (m_isResetting || !row)
        return;
    // The focus alone makes a row the current one: what is shown beside the table is marked in it.
    if (!selectionModel()->isRowSelected(current.row()))
        selectionModel()->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (row->sn == m_current)
        return;
    m_current = row->sn;
    Q_EMIT currentSnChanged(m_current);
}

void FleetView::refreshAges()
{
    const int left = header()->sectionViewportPosition(FleetModel::Heartbeat);
    viewport()->update(left, 0, header()->sectionSize(FleetModel::Heartbeat), viewport()->height());
}

void FleetView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto heading = m_model.heading(index.row());
    if (!heading) {
        QTreeView::drawRow(painter, option, index);
        return;
    }
    painter->save();
    const QRect box(0, option.rect.top(), viewport()->width(), option.rect.height());
    painter->fillRect(box, m_theme.color(Color::Bg2));
    constexpr int kMark = 10;
    kit::paintStateMark(*painter,
                        QRectF(m_theme.sizes().grid, box.center().y() - kMark / 2.0 + 0.5, kMark, kMark),
                        markOf(heading->group), m_theme);
    painter->setFont(kit::Theme::font(font(), m_theme.sizes().label, true));
    painter->setPen(m_theme.color(Color::Text2));
    // Below the headers, above the marks and words of the rows.
    painter->drawText(box.adjusted(header()->sectionSize(FleetModel::State) + m_theme.sizes().grid, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter, m_model.headingText(*heading));
    painter->restore();
}

void FleetView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        if (const FleetRow *row = m_model.at(currentIndex().row()))
            Q_EMIT opened(row->sn);
        return;
    }
    QTreeView::keyPressEvent(event);
}

void FleetView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (const FleetRow *row = m_model.at(index.row()))
        Q_EMIT menuWanted(row->sn,
                          isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

// --- Columns -------------------------------------------------------------------------------------------------

void FleetView::fillColumnMenu(QMenu &menu)
{
    for (int visual = 0; visual < FleetModel::kColumns; ++visual) {
        const int column = header()->logicalIndex(visual);
        if (column == FleetModel::Cabinet)
            continue; // what a row is of is always there
        QAction *action =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                           this, [this, column](bool isOn) {
                               header()->setSectionHidden(column, !isOn);
                               m_keepTimer->start(kKeepPause);
                           });
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
    }
    menu.addSeparator();
    menu.addAction(tr("Columns as they were at first"), this, [this] {
        for (int column = 0; column < FleetModel::kColumns; ++column) {
            header()->moveSection(header()->visualIndex(column), column);
            header()->setSectionHidden(column, false);
            header()->resizeSection(column, firstWidth(column));
        }
        m_keepTimer->start(kKeepPause);
    });
}

/// A caption of another language may be longer than its figures.
int FleetView::firstWidth(int column) const
{
    const int wide = kWidths[std::size_t(column)];
    if (column == FleetModel::State)
        return wide; // has none
    const QFontMetrics metrics(kit::Theme::font(font(), m_theme.sizes().label));
    return std::max(wide,
                    metrics.horizontalAdvance(fleet_columns::caption(column)) + 2 * m_theme.sizes().grid + 2);
}

/// Until the operator has arranged the columns, names get the room that is left.
void FleetView::fitTitle()
{
    if (m_settings.value(QLatin1String(kSetting)).isString() || m_keepTimer->isActive())
        return;
    constexpr int kWidest = 280;
    int others = 0;
    m_isFitting = true;
    for (int column = 0; column < FleetModel::kColumns; ++column) {
        if (column == FleetModel::Title)
            continue;
        // The last one is stretched by itself.
        if (column != FleetModel::Address)
            header()->resizeSection(column, firstWidth(column));
        others += firstWidth(column);
    }
    const int title = std::clamp(viewport()->width() - others, kWidths[FleetModel::Title], kWidest);
    header()->resizeSection(FleetModel::Title, title);
    m_isFitting = false;
}

void FleetView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitTitle();
}

void FleetView::restoreColumns()
{
    const QByteArray kept =
        QByteArray::fromBase64(m_settings.value(QLatin1String(kSetting)).toString().toLatin1());
    if (kept.isEmpty())
        return;
    // The settings may hold anything: what does not fit is left as it came, and the names of the rows are always seen.
    const QByteArray before = header()->saveState();
    if (!header()->restoreState(kept) || header()->count() != FleetModel::kColumns)
        header()->restoreState(before);
    header()->setSectionHidden(FleetModel::Cabinet, false);
    if (header()->sectionSize(FleetModel::Cabinet) < header()->minimumSectionSize())
        header()->resizeSection(FleetModel::Cabinet, kWidths[FleetModel::Cabinet]);
    m_model.sort(header()->sortIndicatorSection(), header()->sortIndicatorOrder());
}

void FleetView::keepColumns()
{
    m_settings.setValue(QLatin1String(kSetting), QString::fromLatin1(header()->saveState().toBase64()));
}

void FleetView::retranslate()
{
    setAccessibleName(tr("Charging cabinets"));
    header()->setToolTip(QString());
    fitTitle();
}

} // namespace opsdeck::cabinet
