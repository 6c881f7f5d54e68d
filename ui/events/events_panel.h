// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/open_events.h"
#include "ui/kit/ui_system_module.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace opsdeck::events {

class EventList;
struct EventServices;

/// The newest events below every page: how many nobody has acknowledged, the rows, and the button that acknowledges.
/// Reads nothing before it is shown for the first time. GUI thread.
class EventsPanel final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    EventsPanel(const EventServices &services, const kit::UiContext &context, OpenEvents &open,
                QWidget *parent = nullptr);

    EventList &list() { return *m_list; }

Q_SIGNALS:
    /// The page with everything is wanted.
    void pageWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showState();
    void retranslate();

    OpenEvents &m_open;
    EventList *m_list;
    QLabel *m_count;
    QPushButton *m_acknowledge;
    QPushButton *m_page;
    bool m_isRead = false;
};

} // namespace opsdeck::events
