// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/event_facts.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace opsdeck::events {

/// Everything of one event, as text to read and copy. GUI thread.
class EventDetails final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive this widget.
    EventDetails(const EventServices &services, const kit::Theme &theme, QWidget *parent = nullptr);

    /// Null: nothing is selected.
    void show(const store::JournalEntry *entry);
    /// What "Copy" puts on the clipboard.
    QString text() const;

    using QWidget::show;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    EventServices m_services;
    std::optional<store::JournalEntry> m_entry;
    QLabel *m_title;
    QLabel *m_nothing;
    QScrollArea *m_scroll;
    QWidget *m_rows;
    QGridLayout *m_grid;
    QPushButton *m_copy;
};

} // namespace opsdeck::events
