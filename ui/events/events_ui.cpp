// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/events_ui.h"

#include "ui/events/events_page.h"
#include "ui/events/events_panel.h"

#include <QLocale>

namespace opsdeck::events {

EventsUi::EventsUi(std::unique_ptr<EventSource> source, const kit::EventTexts &texts,
                   const kit::UiContext &context, DeviceNames deviceName, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_context(context)
    , m_services{*m_source, texts, context.clock, std::move(deviceName)}
    , m_open(*m_source, context.clock)
    , m_csv(m_services, context)
{
    connect(&m_open, &OpenEvents::changed, this, &EventsUi::badgeChanged);
    addActions();
}

EventsUi::~EventsUi() = default;

QWidget *EventsUi::makePage(QWidget *parent)
{
    m_page = new EventsPage(m_services, m_context, m_open, m_csv, parent);
    return m_page;
}

QWidget *EventsUi::makePanel(QWidget *parent)
{
    m_panel = new EventsPanel(m_services, m_context, m_open, parent);
    connect(m_panel, &EventsPanel::pageWanted, this, &EventsUi::pageWanted);
    return m_panel;
}

EventsPage *EventsUi::page()
{
    return m_page;
}

EventsPanel *EventsUi::panel()
{
    return m_panel;
}

void EventsUi::start()
{
    m_open.start();
    if (m_panel)
        m_panel->start();
}

QString EventsUi::badgeWords() const
{
    const int alarms = openAlarms();
    if (alarms == 0)
        return QString();
    return alarms == 1 ? tr("1 open alarm") : tr("%1 open alarms").arg(QLocale().toString(alarms));
}

bool EventsUi::isPageSeen() const
{
    return m_page && m_page->isVisible();
}

void EventsUi::addActions()
{
    const auto group = [this] { return pageTitle(); };
    kit::ActionSpec all;
    all.id = QStringLiteral("events.acknowledgeAll");
    all.group = group;
    all.text = [] { return tr("Acknowledge all events shown…"); };
    all.run = [this] { m_page->acknowledgeAllShown(); };
    all.whyNot = [this] {
        return isPageSeen() ? m_page->whyNotAcknowledgeAll() : tr("Go to the page of events first");
    };
    m_context.actions.add(this, all);
    kit::ActionSpec csv;
    csv.id = QStringLiteral("events.export");
    csv.group = group;
    csv.text = [] { return tr("Export events…"); };
    csv.run = [this] { m_page->exportShown(); };
    csv.whyNot = [this] {
        if (m_csv.isRunning())
            return tr("An export is running");
        return isPageSeen() ? QString() : tr("Go to the page of events first");
    };
    m_context.actions.add(this, csv);
    m_context.actions.addFixedKeys(
        this, {group, [] { return tr("Acknowledge the selected events"); }, {Qt::Key_Space}});
}

} // namespace opsdeck::events
