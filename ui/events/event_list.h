// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/events_model.h"
#include "ui/kit/ui_system_module.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace opsdeck::kit {
class EmptyState;
}

namespace opsdeck::events {

class EventsView;

/// A list of events with what belongs to it: the rows, what is said when there are none or when they cannot be read, and
/// a line below that tells how far back the search has come. Acknowledges what is selected. Owns its model. GUI thread.
class EventList final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    EventList(const EventServices &services, const kit::UiContext &context, QWidget *parent = nullptr);

    EventsModel &model() { return *m_model; }
    EventsView &view() { return *m_view; }
    /// For a panel: no header, few columns.
    void setCompact(bool isCompact);
    /// Does the filter narrow? Then an empty list says so, and offers to show all.
    void setFiltered(bool isFiltered);

    /// The selected ones that nobody has acknowledged.
    QList<qint64> selectedOpen() const;
    void acknowledge(const QList<qint64> &ids);
    void acknowledgeSelected() { acknowledge(selectedOpen()); }

Q_SIGNALS:
    /// What is selected, or what is known of it, changed.
    void selectionMoved();
    void showAllWanted();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showEmpty();
    void showFooter();
    void retranslate();
    void onFooterPressed();

    EventServices m_services;
    kit::UiContext m_context;
    EventsModel *m_model;
    EventsView *m_view;
    kit::EmptyState *m_empty;
    QLabel *m_nothing; ///< the same in one line, for a panel
    QStackedLayout *m_stack;
    QWidget *m_footer;
    QLabel *m_footerText;
    QPushButton *m_footerButton;
    bool m_isFiltered = false;
    bool m_isCompact = false;
};

} // namespace opsdeck::events
