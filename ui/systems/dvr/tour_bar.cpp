// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tour_bar.h"

#include "core/base/hex.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace opsdeck::dvr {

TourBar::TourBar(const kit::UiContext &context, TourRunner &tour, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tour(tour)
    , m_text(new QLabel)
{
    setObjectName(QStringLiteral("wallBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setTextFormat(Qt::PlainText);
    // A long name of a stop gives way; the buttons do not.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(context.theme.sizes().padding, 4, context.theme.sizes().padding, 4);
    row->setSpacing(context.theme.sizes().grid - 2);
    row->addWidget(m_text, 1);
    const auto isPaused = [this] { return m_tour.state() == TourRunner::State::Paused; };
    addButton("wall.tour.previous", QStringLiteral("left"), [] { return tr("Previous"); });
    m_pause = addButton("wall.tour.pause", QStringLiteral("pause"),
                        [isPaused] { return isPaused() ? tr("Go on") : tr("Pause"); });
    m_pause->setIconName(
        [isPaused] { return isPaused() ? QStringLiteral("play") : QStringLiteral("pause"); });
    addButton("wall.tour.next", QStringLiteral("right"), [] { return tr("Next"); });
    addButton("wall.tour.toggle", QStringLiteral("stop"), [] { return tr("Stop tour"); });
    connect(&m_tour, &TourRunner::showDue, this, &TourBar::show);
    connect(&m_tour, &TourRunner::changed, this, &TourBar::refresh);
    refresh();
}

kit::ActionButton *TourBar::addButton(const char *actionId, const QString &icon,
                                      kit::ActionButton::Text words)
{
    auto *button = new kit::ActionButton(m_context.actions, m_context.theme, QLatin1String(actionId), icon);
    button->setWords(std::move(words));
    layout()->addWidget(button);
    return button;
}

void TourBar::show(const TourStop &stop)
{
    m_stop = base::plainText(stop.name, kMaximumViewName);
}

void TourBar::refresh()
{
    setVisible(m_tour.state() != TourRunner::State::Stopped);
    if (!isVisibleTo(parentWidget()))
        return;
    const QString place =
        tr("Tour, stop %1 of %2: %3").arg(m_tour.index() + 1).arg(m_tour.count()).arg(m_stop);
    const bool isPaused = m_tour.state() == TourRunner::State::Paused;
    const QString time = isPaused ? tr("paused, %1 s left").arg(m_tour.left().count())
                                  : tr("next in %1 s").arg(m_tour.left().count());
    m_text->setText(QStringLiteral("%1 · %2").arg(place, time));
    if (std::exchange(m_wasPaused, isPaused) != isPaused)
        m_pause->refresh();
}

void TourBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace opsdeck::dvr
