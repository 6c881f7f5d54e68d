// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/events/event_filter.h"
#include "ui/events/events_model.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace opsdeck::events {

/// Where the operator narrows the list: words, time, system, device, kind, severity, open only. GUI thread.
class EventFilterBar final : public QWidget
{
    Q_OBJECT
public:
    /// So long after the last letter the words are searched for.
    static constexpr std::chrono::milliseconds kTypingPause{250};

    /// All must outlive this widget.
    EventFilterBar(const EventServices &services, const kit::Theme &theme, QWidget *parent = nullptr);
    ~EventFilterBar() override;

    const EventFilter &filter() const { return m_filter; }
    void setFilter(const EventFilter &filter);
    /// What there is to choose from; a choice that is not among it stays.
    void setFacets(const store::Journal::Facets &facets);
    QLineEdit &search() { return *m_search; }

Q_SIGNALS:
    void filterChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void show(const EventFilter &filter);
    void fillChoices();
    void retranslate();
    void makeIcons();

    EventServices m_services;
    const kit::Theme &m_theme;
    EventFilter m_filter;
    store::Journal::Facets m_facets;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QComboBox *m_span;
    QLabel *m_fromLabel;
    QDateTimeEdit *m_from;
    QLabel *m_toLabel;
    QDateTimeEdit *m_to;
    QComboBox *m_system;
    QComboBox *m_device;
    QComboBox *m_kind;
    QComboBox *m_severity;
    QCheckBox *m_open;
    QPushButton *m_reset;
    bool m_isShowing = false; ///< the fields are being set: that is no choice
    std::unique_ptr<base::Timer> m_timer;
};

} // namespace opsdeck::events
