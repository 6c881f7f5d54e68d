// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/events_page.h"

#include "core/base/on.h"
#include "ui/events/acknowledge_dialog.h"
#include "ui/events/event_details.h"
#include "ui/events/event_filter_bar.h"
#include "ui/events/event_list.h"
#include "ui/events/events_view.h"
#include "ui/kit/plain_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStyle>

namespace opsdeck::events {

namespace {

/// From this width on the details stand beside the list.
constexpr int kWideEnough = 900;
/// Where the details stand below the list: from this height on.
constexpr int kHighEnough = 360;
/// From this width on the figures and the buttons stand beside one another.
constexpr int kOneRow = 560;
constexpr int kDetailsWidth = 320;
constexpr int kDetailsShare = 25; ///< percent of the page, where it is not wide
constexpr int kDetailsHeight = 220;

} // namespace

EventsPage::EventsPage(const EventServices &services, const kit::UiContext &context, OpenEvents &open,
                       CsvExport &csv, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_context(context)
    , m_open(open)
    , m_csv(csv)
    , m_acknowledge(new QPushButton)
    , m_acknowledgeAll(new QPushButton)
    , m_export(new QPushButton)
    , m_filter(new EventFilterBar(services, context.theme))
    , m_splitter(new QSplitter)
    , m_list(new EventList(services, context))
    , m_details(new EventDetails(services, context.theme))
{
    setObjectName(QStringLiteral("eventsPage"));
    setAttribute(Qt::WA_StyledBackground);
    const auto &sizes = context.theme.sizes();
    m_head = new QBoxLayout(QBoxLayout::LeftToRight);
    m_head->setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.grid);
    m_head->setSpacing(sizes.grid);
    auto *figures = new QHBoxLayout;
    m_doing = new QHBoxLayout;
    for (QHBoxLayout *half : {figures, m_doing}) {
        half->setSpacing(sizes.grid);
        m_head->addLayout(half);
    }
    for (int i = 0; i < kFigures; ++i) {
        m_figures[i] = kit::plainLabel(QStringLiteral("pageFigure"));
        m_figureNames[i] = kit::plainLabel(QStringLiteral("pageFigureName"));
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(m_figures[i]);
        pair->addWidget(m_figureNames[i]);
        figures->addLayout(pair);
        figures->addSpacing(sizes.grid);
    }
    figures->addStretch(1);
    m_doing->addStretch(1);
    m_acknowledge->setObjectName(QStringLiteral("eventsAcknowledge"));
    m_acknowledgeAll->setObjectName(QStringLiteral("eventsAcknowledgeAll"));
    m_export->setObjectName(QStringLiteral("eventsExport"));
    for (QPushButton *button : {m_acknowledge, m_acknowledgeAll, m_export}) {
        button->setAutoDefault(false);
        m_doing->addWidget(button);
    }
    m_splitter->setObjectName(QStringLiteral("eventsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);

    connect(m_filter, &EventFilterBar::filterChanged, this, &EventsPage::apply);
    connect(m_list, &EventList::selectionMoved, this, &EventsPage::showSelected);
    connect(m_list, &EventList::showAllWanted, this, [this] { m_filter->setFilter(EventFilter()); });
    connect(m_acknowledge, &QPushButton::clicked, m_list, &EventList::acknowledgeSelected);
    connect(m_acknowledgeAll, &QPushButton::clicked, this, &EventsPage::acknowledgeAllShown);
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (m_csv.isRunning())
            m_csv.cancel();
        else
            exportShown();
    });
    connect(&m_open, &OpenEvents::changed, this, &EventsPage::showFigures);
    connect(&m_csv, &CsvExport::progressed, this, &EventsPage::showExport);
    retranslate();
}

void EventsPage::apply()
{
    m_list->setFiltered(m_filter->filter().isNarrow());
    m_list->model().setFilter(m_filter->filter().journalFilter(m_services.clock.now()));
    m_list->view().scrollToTop();
    readFacets();
}

/// What there is to choose from grows.
void EventsPage::readFacets()
{
    m_services.source.facets().then(
        base::on(this, [this](const base::Result<store::Journal::Facets> &facets) {
            if (!facets)
                return;
            m_devices = facets->devices;
            m_filter->setFacets(*facets);
        }));
}

QString EventsPage::whyNotAcknowledge() const
{
    if (m_list->view().selectedIds().isEmpty())
        return tr("Select an event first");
    return m_list->selectedOpen().isEmpty() ? tr("It is acknowledged already") : QString();
}

QString EventsPage::whyNotAcknowledgeAll() const
{
    return m_list->model().openIds().isEmpty() ? tr("All events in the list are acknowledged") : QString();
}

void EventsPage::acknowledgeAllShown()
{
    const QList<qint64> ids = m_list->model().openIds();
    if (ids.isEmpty())
        return;
    const bool isMore = m_list->model().state() != EventsModel::State::Complete;
    auto *dialog = new AcknowledgeDialog(int(ids.size()), m_context.operatorName(), isMore, this);
    connect(dialog, &QDialog::accepted, m_list, [this, ids] { m_list->acknowledge(ids); });
    dialog->open();
}

void EventsPage::exportShown()
{
    m_csv.ask(m_filter->filter().journalFilter(m_services.clock.now()), m_devices, this);
}

void EventsPage::showSelected()
{
    const QList<qint64> selected = m_list->view().selectedIds();
    const QModelIndex current = m_list->view().currentIndex();
    const bool isCurrentSelected = m_list->view().selectionModel()->isRowSelected(current.row(), {});
    QModelIndex shown = isCurrentSelected ? current : QModelIndex();
    if (!shown.isValid() && !selected.isEmpty())
        shown = m_list->model().find(selected.constFirst());
    m_details->show(m_list->model().entry(shown));
    const auto explain = [this](QPushButton *button, const QString &what, const QString &whyNot) {
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot.isEmpty() ? what : whyNot);
    };
    explain(m_acknowledge, tr("Acknowledge the selected events (Space)"), whyNotAcknowledge());
    explain(m_acknowledgeAll, tr("Acknowledge all events in the list"), whyNotAcknowledgeAll());
}

void EventsPage::showFigures()
{
    const OpenEvents::Counts &counts = m_open.counts();
    const QString names[] = {tr("open alarms"), tr("open for attention")};
    const int values[] = {counts.alarms, counts.attention};
    for (int i = 0; i < kFigures; ++i) {
        m_figures[i]->setText(OpenEvents::figure(values[i]));
        m_figureNames[i]->setText(names[i]);
        m_figures[i]->setAccessibleName(QStringLiteral("%1 %2").arg(OpenEvents::figure(values[i]), names[i]));
    }
    // An alarm is the only red on the screen.
    if (m_figures[0]->property("isAlarm").toBool() != (counts.alarms > 0)) {
        m_figures[0]->setProperty("isAlarm", counts.alarms > 0);
        m_figures[0]->style()->unpolish(m_figures[0]);
        m_figures[0]->style()->polish(m_figures[0]);
    }
}

void EventsPage::showExport()
{
    const bool isRunning = m_csv.isRunning();
    const QString words =
        isRunning ? tr("Cancel export (%1)").arg(QLocale().toString(m_csv.rows())) : tr("Export…");
    m_export->setText(words);
    m_export->setAccessibleName(words);
    m_export->setToolTip(isRunning ? tr("End the export; no file is written")
                                   : tr("Save all events that fit the filter as CSV"));
}

void EventsPage::retranslate()
{
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setAccessibleName(m_acknowledge->text());
    m_acknowledgeAll->setText(tr("Acknowledge all shown…"));
    m_acknowledgeAll->setAccessibleName(m_acknowledgeAll->text());
    showFigures();
    showExport();
    showSelected();
}

void EventsPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_list->setFocus(event->reason());
}

void EventsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // On a low screen the list is all there is room for; the tooltip of a row has the whole sentence.
    m_details->setVisible(width() >= kWideEnough || height() >= kHighEnough);
    const bool isNarrow = width() < kOneRow;
    m_head->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // At their usual width their words would be cut there.
    m_doing->setSpacing(isNarrow ? m_context.theme.sizes().grid / 2 : m_context.theme.sizes().grid);
    for (QPushButton *button : {m_acknowledge, m_acknowledgeAll, m_export}) {
        if (button->property("isSlim").toBool() == isNarrow)
            continue;
        button->setProperty("isSlim", isNarrow);
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
    const Qt::Orientation wanted = width() >= kWideEnough ? Qt::Horizontal : Qt::Vertical;
    const bool isFirst = event->oldSize().width() <= 0;
    if (m_splitter->orientation() == wanted && !isFirst)
        return;
    m_splitter->setOrientation(wanted);
    const bool isBeside = wanted == Qt::Horizontal;
    m_details->setMinimumSize(isBeside ? QSize(220, 0) : QSize(0, 120));
    const int room = isBeside ? width() : height();
    const int details = isBeside ? std::min(kDetailsWidth, room * kDetailsShare / 100) : kDetailsHeight;
    m_splitter->setSizes({std::max(room - details, details), details});
}

void EventsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isRead)
        return;
    m_isRead = true;
    apply();
}

} // namespace opsdeck::events
