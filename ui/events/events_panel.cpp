// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/events_panel.h"

#include "ui/events/event_list.h"
#include "ui/events/events_view.h"
#include "ui/kit/elided_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace opsdeck::events {

EventsPanel::EventsPanel(const EventServices &services, const kit::UiContext &context, OpenEvents &open,
                         QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_context(context)
    , m_open(open)
{
    setObjectName(QStringLiteral("eventsPanel"));
    setAttribute(Qt::WA_StyledBackground);
}

void EventsPanel::start()
{
    if (m_list)
        return;
    build();
    if (isVisible())
        read();
}

void EventsPanel::build()
{
    m_list = new EventList(m_services, m_context);
    m_count = new kit::ElidedLabel;
    m_acknowledge = new QPushButton;
    m_page = new QPushButton;
    m_list->setCompact(true);
    m_count->setObjectName(QStringLiteral("detailName"));
    m_acknowledge->setObjectName(QStringLiteral("panelAcknowledge"));
    m_page->setObjectName(QStringLiteral("panelAllEvents"));
    const int padding = m_context.theme.sizes().padding;
    auto *line = new QHBoxLayout;
    line->setContentsMargins(padding, 4, padding, 4);
    line->setSpacing(m_context.theme.sizes().grid);
    line->addWidget(m_count, 1);
    for (QPushButton *button : {m_acknowledge, m_page}) {
        button->setAutoDefault(false);
        button->setProperty("isSlim", true);
        line->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_list, 1);
    connect(m_list, &EventList::selectionMoved, this, &EventsPanel::showState);
    connect(&m_list->view(), &QAbstractItemView::activated, this, &EventsPanel::pageWanted);
    connect(m_acknowledge, &QPushButton::clicked, m_list, &EventList::acknowledgeSelected);
    connect(m_page, &QPushButton::clicked, this, &EventsPanel::pageWanted);
    connect(&m_open, &OpenEvents::changed, this, &EventsPanel::showState);
    retranslate();
}

void EventsPanel::showState()
{
    const OpenEvents::Counts &counts = m_open.counts();
    m_count->setText(counts == OpenEvents::Counts()
                         ? tr("Nothing waits to be acknowledged")
                         : (counts.alarms == 1 ? tr("Not acknowledged: %1 alarm, %2 for attention")
                                               : tr("Not acknowledged: %1 alarms, %2 for attention"))
                               .arg(OpenEvents::figure(counts.alarms), OpenEvents::figure(counts.attention)));
    const bool isAnySelected = !m_list->view().selectedIds().isEmpty();
    const bool isAnyOpen = !m_list->selectedOpen().isEmpty();
    m_acknowledge->setEnabled(isAnyOpen);
    m_acknowledge->setToolTip(isAnyOpen       ? tr("Acknowledge the selected events (Space)")
                              : isAnySelected ? tr("It is acknowledged already")
                                              : tr("Select an event first"));
}

void EventsPanel::retranslate()
{
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setAccessibleName(m_acknowledge->text());
    m_page->setText(tr("All events"));
    m_page->setAccessibleName(m_page->text());
    m_page->setToolTip(tr("Search and filter all events"));
    showState();
}

void EventsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_list)
        retranslate();
}

void EventsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void EventsPanel::read()
{
    if (m_isRead || !m_list)
        return;
    m_isRead = true;
    m_list->model().setFilter({});
}

} // namespace opsdeck::events
