// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/event_filter_bar.h"

#include "core/base/hex.h"
#include "ui/events/flow_layout.h"
#include "ui/kit/icon.h"
#include "ui/kit/plain_label.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace opsdeck::events {

namespace {

constexpr int kLongestText = 200;

QComboBox *makeChoice(const QString &name)
{
    auto *choice = new QComboBox;
    choice->setObjectName(name);
    // The longest name of a device must not push the others away.
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    choice->setMaxVisibleItems(20);
    return choice;
}

QDateTimeEdit *makeMoment(const QString &name)
{
    auto *moment = new QDateTimeEdit;
    moment->setObjectName(name);
    moment->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    moment->setCalendarPopup(false);
    return moment;
}

/// Chooses the entry of `value`, adding it when it is not there.
void choose(QComboBox &choice, const QString &value, const QString &text)
{
    int at = choice.findData(value);
    if (at < 0) {
        choice.addItem(text, value);
        at = choice.count() - 1;
    }
    choice.setCurrentIndex(at);
}

} // namespace

EventFilterBar::EventFilterBar(const EventServices &services, const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_theme(theme)
    , m_search(new QLineEdit)
    , m_searchIcon(m_search->addAction(QIcon(), QLineEdit::LeadingPosition))
    , m_span(makeChoice(QStringLiteral("eventSpan")))
    , m_fromLabel(kit::plainLabel(QStringLiteral("fieldLabel")))
    , m_from(makeMoment(QStringLiteral("eventFrom")))
    , m_toLabel(kit::plainLabel(QStringLiteral("fieldLabel")))
    , m_to(makeMoment(QStringLiteral("eventTo")))
    , m_system(makeChoice(QStringLiteral("eventSystem")))
    , m_device(makeChoice(QStringLiteral("eventDevice")))
    , m_kind(makeChoice(QStringLiteral("eventKind")))
    , m_severity(makeChoice(QStringLiteral("eventSeverity")))
    , m_open(new QCheckBox)
    , m_reset(new QPushButton)
    , m_timer(services.clock.makeTimer([this] { read(); }))
{
    setObjectName(QStringLiteral("eventFilter"));
    m_search->setObjectName(QStringLiteral("eventSearch"));
    m_severity->setMinimumContentsLength(8);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(kLongestText);
    constexpr int kSearchWidth = 172;
    m_search->setFixedWidth(kSearchWidth);
    m_open->setObjectName(QStringLiteral("eventOpenOnly"));
    m_reset->setObjectName(QStringLiteral("eventReset"));
    m_reset->setAutoDefault(false);
    m_reset->setProperty("isSlim", true);

    auto *flow = new FlowLayout(theme.sizes().grid, this);
    flow->setContentsMargins(theme.sizes().padding, 4, theme.sizes().padding, theme.sizes().grid);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_search, m_span, m_fromLabel, m_from, m_toLabel, m_to, m_system,
                                          m_device, m_kind, m_severity, m_open, m_reset})
        flow->addWidget(widget);

    connect(m_search, &QLineEdit::textChanged, this, [this] {
        if (!m_isShowing)
            m_timer->start(kTypingPause);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &EventFilterBar::read);
    for (QComboBox *choice : {m_span, m_system, m_device, m_kind, m_severity})
        connect(choice, &QComboBox::currentIndexChanged, this, &EventFilterBar::read);
    for (QDateTimeEdit *moment : {m_from, m_to}) {
        connect(moment, &QDateTimeEdit::dateTimeChanged, this, [this] {
            if (!m_isShowing)
                m_timer->start(kTypingPause);
        });
    }
    connect(m_open, &QCheckBox::toggled, this, &EventFilterBar::read);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setFilter(EventFilter());
        m_search->setFocus();
    });
    makeIcons();
    retranslate();
}

EventFilterBar::~EventFilterBar() = default;

void EventFilterBar::setFilter(const EventFilter &filter)
{
    m_timer->stop();
    const bool isOther = filter != m_filter;
    m_filter = filter;
    show(filter);
    if (isOther)
        Q_EMIT filterChanged();
}

void EventFilterBar::setFacets(const store::Journal::Facets &facets)
{
    m_facets = facets;
    fillChoices();
}

/// What the fields say becomes the filter.
void EventFilterBar::read()
{
    if (m_isShowing)
        return;
    m_timer->stop();
    EventFilter filter;
    filter.span = EventFilter::Span(m_span->currentData().toInt());
    const bool isBetween = filter.span == EventFilter::Span::Between;
    if (isBetween) {
        if (m_filter.span != EventFilter::Span::Between) {
            // A day to begin with.
            const QDateTime now = m_services.clock.now().toLocalTime();
            m_isShowing = true;
            m_from->setDateTime(now.addDays(-1));
            m_to->setDateTime(now);
            m_isShowing = false;
        }
        filter.from = m_from->dateTime();
        filter.to = m_to->dateTime();
    }
    filter.text = m_search->text().trimmed();
    filter.system = m_system->currentData().toString();
    filter.device = m_device->currentData().toString();
    filter.kind = m_kind->currentData().toString();
    filter.least = store::Severity(m_severity->currentData().toInt());
    filter.isOpenOnly = m_open->isChecked();
    if (filter == m_filter)
        return;
    m_filter = filter;
    show(filter);
    Q_EMIT filterChanged();
}

void EventFilterBar::show(const EventFilter &filter)
{
    m_isShowing = true;
    if (m_search->text().trimmed() != filter.text)
        m_search->setText(filter.text);
    choose(*m_system, filter.system, m_services.texts.systemName(filter.system));
    choose(*m_device, filter.device, base::plainText(filter.device, 80));
    choose(*m_kind, filter.kind, m_services.texts.kindName(filter.kind));
    m_span->setCurrentIndex(m_span->findData(int(filter.span)));
    m_severity->setCurrentIndex(m_severity->findData(int(filter.least)));
    m_open->setChecked(filter.isOpenOnly);
    const bool isBetween = filter.span == EventFilter::Span::Between;
    if (isBetween) {
        m_from->setDateTime(filter.from);
        m_to->setDateTime(filter.to);
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_fromLabel, m_from, m_toLabel, m_to})
        widget->setVisible(isBetween);
    m_reset->setVisible(filter.isNarrow());
    m_isShowing = false;
}

void EventFilterBar::fillChoices()
{
    m_isShowing = true;
    const auto fill = [](QComboBox &choice, const QString &all, const QStringList &values, const auto &text) {
        choice.clear();
        choice.addItem(all, QString());
        for (const QString &value : values) {
            if (!value.isEmpty())
                choice.addItem(text(value), value);
        }
    };
    fill(*m_system, tr("All systems"), m_facets.systems,
         [this](const QString &system) { return m_services.texts.systemName(system); });
    fill(*m_device, tr("All devices"), m_facets.devices, [this](const QString &device) {
        const QString name = m_services.deviceName ? m_services.deviceName(device) : QString();
        return base::plainText(name.isEmpty() ? device : name, 80);
    });
    fill(*m_kind, tr("All kinds"), m_facets.kinds,
         [this](const QString &kind) { return m_services.texts.kindName(kind); });
    using Span = EventFilter::Span;
    m_span->clear();
    for (const auto &[span, text] :
         {std::pair{Span::All, tr("All times")}, std::pair{Span::Today, tr("Today")},
          std::pair{Span::LastHour, tr("Last hour")}, std::pair{Span::LastDay, tr("Last 24 hours")},
          std::pair{Span::LastWeek, tr("Last 7 days")}, std::pair{Span::Between, tr("From – to")}})
        m_span->addItem(text, int(span));
    m_severity->clear();
    m_severity->addItem(tr("All severities"), int(store::Severity::Info));
    m_severity->addItem(tr("Attention and alarms"), int(store::Severity::Attention));
    m_severity->addItem(tr("Alarms only"), int(store::Severity::Alarm));
    m_isShowing = false;
    show(m_filter);
}

void EventFilterBar::retranslate()
{
    m_search->setPlaceholderText(tr("Words of device or details"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setToolTip(tr("Each word must be the beginning of a word of the event"));
    m_fromLabel->setText(tr("from"));
    m_from->setAccessibleName(tr("From"));
    m_toLabel->setText(tr("to"));
    m_to->setAccessibleName(tr("To"));
    m_span->setAccessibleName(tr("Time"));
    m_system->setAccessibleName(tr("System"));
    m_device->setAccessibleName(tr("Device"));
    m_kind->setAccessibleName(tr("Kind"));
    m_severity->setAccessibleName(tr("Severity"));
    for (QComboBox *choice : {m_span, m_system, m_device, m_kind, m_severity})
        choice->setToolTip(choice->accessibleName());
    m_open->setText(tr("Not acknowledged"));
    m_open->setAccessibleName(m_open->text());
    m_open->setToolTip(tr("Only events that nobody has acknowledged"));
    m_reset->setText(tr("Show all"));
    m_reset->setAccessibleName(m_reset->text());
    m_reset->setToolTip(tr("Show all events"));
    fillChoices();
}

void EventFilterBar::makeIcons()
{
    m_searchIcon->setIcon(kit::themedIcon(QStringLiteral("search"), m_theme.color(kit::Theme::Color::Text2)));
}

void EventFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        makeIcons();
        break;
    default:
        break;
    }
}

} // namespace opsdeck::events
