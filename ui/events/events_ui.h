// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/csv_export.h"
#include "ui/events/open_events.h"

#include <QPointer>

namespace opsdeck::events {

class EventsPage;
class EventsPanel;

/// The events' part of the window: its page, its panel, the number for the page's button, its actions and settings. It is
/// no system's: it shows what all of them write. Owns the source; page and panel belong to the window. GUI thread.
class EventsUi final : public QObject
{
    Q_OBJECT
public:
    /// @param source owned here. @param texts, @param context their parts must outlive this object. @param deviceName may
    /// be empty.
    EventsUi(std::unique_ptr<EventSource> source, const kit::EventTexts &texts, const kit::UiContext &context,
             DeviceNames deviceName = {}, QObject *parent = nullptr);
    ~EventsUi() override;

    QString pageTitle() const { return tr("Events"); }
    /// Made once; they belong to `parent`.
    QWidget *makePage(QWidget *parent);
    QWidget *makePanel(QWidget *parent);
    EventsPage *page();
    EventsPanel *panel();
    /// Fills the panel and asks for the first time; nothing is read before.
    void start();

    /// For the badge of the page's button.
    int openAlarms() const { return m_open.counts().alarms; }
    /// "3 open alarms", translated now; empty without any.
    QString badgeWords() const;

    OpenEvents &open() { return m_open; }
    CsvExport &csv() { return m_csv; }

Q_SIGNALS:
    void badgeChanged();
    void pageWanted();

private:
    bool isPageSeen() const;
    void addActions();

    std::unique_ptr<EventSource> m_source;
    kit::UiContext m_context;
    EventServices m_services;
    OpenEvents m_open;
    CsvExport m_csv;
    QPointer<EventsPage> m_page;
    QPointer<EventsPanel> m_panel;
};

} // namespace opsdeck::events
