// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/csv_export.h"
#include "ui/events/event_filter.h"
#include "ui/events/open_events.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSplitter;

namespace opsdeck::events {

class EventDetails;
class EventFilterBar;
class EventList;

/// The page of events: figures and what can be done on top, filter, list, and everything about the selected one beside or
/// below it. Reads nothing before it is shown for the first time. GUI thread.
class EventsPage final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    EventsPage(const EventServices &services, const kit::UiContext &context, OpenEvents &open, CsvExport &csv,
               QWidget *parent = nullptr);

    EventList &list() { return *m_list; }
    EventFilterBar &filterBar() { return *m_filter; }
    EventDetails &details() { return *m_details; }
    /// Asks first.
    void acknowledgeAllShown();
    void exportShown();
    /// Why it cannot be done now; empty = it can.
    QString whyNotAcknowledge() const;
    QString whyNotAcknowledgeAll() const;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void apply();
    void readFacets();
    void showSelected();
    void showFigures();
    void showExport();
    void retranslate();

    EventServices m_services;
    kit::UiContext m_context;
    OpenEvents &m_open;
    CsvExport &m_csv;
    static constexpr int kFigures = 2;
    QBoxLayout *m_head;
    QHBoxLayout *m_doing = nullptr; ///< the buttons
    QLabel *m_figures[kFigures];
    QLabel *m_figureNames[kFigures];
    QPushButton *m_acknowledge;
    QPushButton *m_acknowledgeAll;
    QPushButton *m_export;
    EventFilterBar *m_filter;
    QSplitter *m_splitter;
    EventList *m_list;
    EventDetails *m_details;
    QStringList m_devices; ///< ever seen
    bool m_isRead = false;
};

} // namespace opsdeck::events
