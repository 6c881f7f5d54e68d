// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/events_model.h"
#include "ui/events/open_events.h"
#include "ui/kit/ui_system_module.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace opsdeck::events {

class EventList;

/// The newest events below every page: how many nobody has acknowledged, the rows, and the button that acknowledges.
/// Empty until `start`: a window should not wait for it. GUI thread.
class EventsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    EventsPanel(const EventServices &services, const kit::UiContext &context, OpenEvents &open,
                QWidget *parent = nullptr);

    /// Makes what is in it, and reads as soon as it is seen.
    void start();
    /// Null before.
    EventList *list() { return m_list; }

Q_SIGNALS:
    /// The page with everything is wanted.
    void pageWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showState();
    void retranslate();

    void build();
    void read();

    EventServices m_services;
    kit::UiContext m_context;
    OpenEvents &m_open;
    EventList *m_list = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_acknowledge = nullptr;
    QPushButton *m_page = nullptr;
    bool m_isRead = false;
};

} // namespace opsdeck::events
