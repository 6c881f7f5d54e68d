// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_details.h"

#include "ui/kit/plain_label.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace opsdeck::events {

EventDetails::EventDetails(const EventServices &services, const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(kit::wrappedLabel(QStringLiteral("inspectorTitle")))
    , m_nothing(kit::wrappedLabel(QStringLiteral("panelHint")))
    , m_scroll(new QScrollArea)
    , m_rows(new QWidget)
    , m_grid(new QGridLayout(m_rows))
    , m_copy(new QPushButton)
{
    setObjectName(QStringLiteral("eventDetails"));
    setAttribute(Qt::WA_StyledBackground);
    const int padding = theme.sizes().padding;
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows->setObjectName(QStringLiteral("eventFacts"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(padding);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_scroll->setObjectName(QStringLiteral("eventFactsScroll"));
    m_scroll->setWidget(m_rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy->setObjectName(QStringLiteral("eventCopy"));
    m_copy->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_nothing);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch(0);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    retranslate();
}

void EventDetails::show(const store::JournalEntry *entry)
{
    const auto next = entry ? std::optional(*entry) : std::nullopt;
    if (next == m_entry)
        return;
    m_entry = next;
    fill();
}

QString EventDetails::text() const
{
    if (!m_entry)
        return QString();
    QStringList lines{m_services.texts.sentence(m_entry->event)};
    const QList<EventFact> facts = eventFacts(*m_entry, m_services);
    for (const EventFact &fact : facts)
        lines << QStringLiteral("%1: ").arg(fact.name) + fact.value;
    return lines.join(QLatin1Char('\n'));
}

void EventDetails::fill()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isAny = m_entry.has_value();
    m_title->setVisible(isAny);
    m_scroll->setVisible(isAny);
    m_copy->setVisible(isAny);
    m_nothing->setVisible(!isAny);
    if (!isAny)
        return;
    m_title->setText(m_services.texts.sentence(m_entry->event));
    int row = 0;
    bool isInDetails = false;
    const QList<EventFact> facts = eventFacts(*m_entry, m_services);
    for (const EventFact &fact : facts) {
        if (fact.isFromDetails && !isInDetails) {
            isInDetails = true;
            auto *heading = kit::plainLabel(QStringLiteral("settingsHeading"));
            heading->setText(tr("Details"));
            m_grid->addWidget(heading, row++, 0, 1, 2);
        }
        auto *name = kit::wrappedLabel(QStringLiteral("detailName"));
        name->setText(fact.name);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *value = kit::wrappedLabel(QStringLiteral("detailValue"));
        value->setText(fact.value);
        value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(QStringLiteral("%1: ").arg(fact.name) + fact.value);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(value, row, 1);
        ++row;
    }
    m_grid->setRowStretch(row, 1);
}

void EventDetails::retranslate()
{
    m_nothing->setText(tr("Select an event to see everything about it."));
    m_scroll->setAccessibleName(tr("Details of the event"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the details"));
    m_copy->setToolTip(tr("Copy everything about this event"));
    fill();
}

void EventDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::events
