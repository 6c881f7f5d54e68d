// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_list.h"

#include "core/base/hex.h"
#include "core/base/on.h"
#include "ui/events/events_view.h"
#include "ui/kit/elided_label.h"
#include "ui/kit/empty_state.h"
#include "ui/kit/error_text.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/time_text.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>

namespace opsdeck::events {

EventList::EventList(const EventServices &services, const kit::UiContext &context, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_context(context)
    , m_model(new EventsModel(services, this))
    , m_view(new EventsView(*m_model, context.theme))
    , m_empty(new kit::EmptyState)
    , m_nothing(kit::wrappedLabel(QStringLiteral("noticeNothing")))
    , m_stack(new QStackedLayout)
    , m_footer(new QWidget)
    , m_footerText(new kit::ElidedLabel)
    , m_footerButton(new QPushButton)
{
    setObjectName(QStringLiteral("eventList"));
    m_footer->setObjectName(QStringLiteral("eventsFooter"));
    m_footer->setAttribute(Qt::WA_StyledBackground);
    m_footerText->setObjectName(QStringLiteral("eventsReached"));
    m_footerButton->setObjectName(QStringLiteral("eventsFooterButton"));
    m_footerButton->setAutoDefault(false);
    auto *line = new QHBoxLayout(m_footer);
    line->setContentsMargins(context.theme.sizes().padding, 4, context.theme.sizes().padding, 4);
    line->addWidget(m_footerText, 1);
    line->addWidget(m_footerButton);
    // The stack has its place before it has widgets: it shows the first at once, which would else be a window.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_stack, 1);
    column->addWidget(m_footer);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    // What is not on top of the stack does not make it higher.
    m_empty->setMinimumHeight(1);
    m_nothing->setMinimumHeight(1);

    connect(m_model, &EventsModel::stateChanged, this, &EventList::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &EventList::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &EventList::showState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &EventList::selectionMoved);
    connect(m_view, &EventsView::selectionMoved, this, &EventList::selectionMoved);
    connect(m_view, &EventsView::acknowledgeWanted, this, &EventList::acknowledgeSelected);
    connect(m_footerButton, &QPushButton::clicked, this, &EventList::onFooterPressed);
    connect(m_empty, &kit::EmptyState::buttonPressed, this, [this] {
        if (m_model->state() == EventsModel::State::Failed)
            m_model->goOn();
        else
            Q_EMIT showAllWanted();
    });
    retranslate();
}

void EventList::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_view->setCompact(isCompact);
    showState();
}

void EventList::setFiltered(bool isFiltered)
{
    m_isFiltered = isFiltered;
    showState();
}

QList<qint64> EventList::selectedOpen() const
{
    QList<qint64> ids;
    const QList<qint64> selected = m_view->selectedIds();
    for (const qint64 id : selected) {
        if (m_model->find(id).data(EventsModel::OpenRole).toBool())
            ids.append(id);
    }
    return ids;
}

void EventList::acknowledge(const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    m_services.source.acknowledge(ids, m_context.operatorName())
        .then(base::on(this, [this](const base::Result<int> &done) {
            if (done)
                return;
            kit::Notice notice;
            notice.say = [why = done.error()](kit::Notice &said) {
                said.text = tr("The events could not be acknowledged: %1").arg(kit::errorText(why));
            };
            notice.details = done.error().detail();
            notice.key = QStringLiteral("events.acknowledge");
            m_context.notices.post(notice);
        }));
}

void EventList::showState()
{
    const bool isAny = m_model->rowCount() > 0;
    const auto state = m_model->state();
    const bool isReading = state == EventsModel::State::Loading || state == EventsModel::State::Searching ||
                           state == EventsModel::State::Idle || state == EventsModel::State::Stopped;
    // While it is read an empty list is not yet called empty.
    const bool isEmptyShown = !isAny && !isReading;
    if (isEmptyShown)
        showEmpty();
    m_stack->setCurrentIndex(!isEmptyShown ? 0 : m_isCompact ? 2 : 1);
    showFooter();
    if (isAny && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    Q_EMIT selectionMoved();
}

void EventList::showEmpty()
{
    if (m_model->state() == EventsModel::State::Failed && m_model->error()) {
        m_empty->say(tr("The events cannot be read"), kit::errorText(*m_model->error()),
                     base::plainText(m_model->error()->detail(), 512), tr("Try again"));
        m_nothing->setText(tr("The events cannot be read: %1").arg(kit::errorText(*m_model->error())));
        return;
    }
    const QString belongs =
        tr("What happens at the devices and in the program will stand here, the newest first.");
    m_nothing->setText(belongs);
    if (m_isFiltered)
        m_empty->say(tr("No event fits"), tr("There are events that the filter leaves out."), QString(),
                     tr("Show all events"));
    else
        m_empty->say(tr("No events yet"), belongs, QString(), QString());
}

void EventList::showFooter()
{
    using State = EventsModel::State;
    const State state = m_model->state();
    const bool isAny = m_model->rowCount() > 0;
    const QString reached = kit::momentText(m_model->reached(), m_services.clock.now());
    QString text;
    QString button;
    if (m_model->isCut()) {
        text = m_model->newerCount() > 0
                   ? tr("Far back in the list; new events since: %1").arg(m_model->newerCount())
                   : tr("Far back in the list; the newest events are not shown");
        button = tr("Back to the newest");
    } else if (state == State::Searching) {
        text = reached.isEmpty() ? tr("Searching further back…")
                                 : tr("Searching further back… %1 reached").arg(reached);
        button = tr("Stop");
    } else if (state == State::Stopped) {
        text = reached.isEmpty() ? tr("The search was stopped")
                                 : tr("The search was stopped at %1").arg(reached);
        button = tr("Search further back");
    } else if (state == State::Failed && isAny && m_model->error()) {
        text = tr("Older events cannot be read: %1").arg(kit::errorText(*m_model->error()));
        button = tr("Try again");
    } else if (state == State::Failed && m_isCompact) {
        text = tr("The events cannot be read");
        button = tr("Try again");
    } else if (state == State::Loading && !isAny) {
        text = tr("Reading events…");
    }
    m_footer->setVisible(!text.isEmpty());
    m_footerText->setText(text);
    m_footerButton->setVisible(!button.isEmpty());
    m_footerButton->setText(button);
    m_footerButton->setAccessibleName(button);
    m_footerButton->setToolTip(button);
}

void EventList::onFooterPressed()
{
    using State = EventsModel::State;
    if (m_model->isCut())
        m_model->reload();
    else if (m_model->state() == State::Searching)
        m_model->stop();
    else
        m_model->goOn();
}

void EventList::retranslate()
{
    m_view->setAccessibleName(tr("Events"));
    m_view->setToolTip(QString());
    m_model->retranslate();
    m_view->retranslate();
    showState();
}

/// Not a focus proxy: that would put the rows before everything else on the way of Tab.
void EventList::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_view->setFocus(event->reason());
}

void EventList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace opsdeck::events
