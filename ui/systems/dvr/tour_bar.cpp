// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systems/dvr/tour_bar.h"

#include "core/base/hex.h"
#include "ui/kit/icon.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

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
    for (const char *id : {"wall.tour.previous", "wall.tour.pause", "wall.tour.next", "wall.tour.toggle"})
        row->addWidget(button(id));
    connect(&m_tour, &TourRunner::showDue, this, &TourBar::show);
    connect(&m_tour, &TourRunner::changed, this, &TourBar::refresh);
    retranslate();
}

QToolButton *TourBar::button(const char *actionId)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(actionId));
    button->setProperty("isChoice", true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, actionId] {
        if (QAction *action = m_context.actions.action(QLatin1String(actionId)))
            action->trigger();
    });
    m_buttons.append(button);
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
    const QString text = QStringLiteral("%1 · %2").arg(place, time);
    if (m_text->text() == text)
        return;
    m_text->setText(text);
    retranslate();
}

void TourBar::retranslate()
{
    const bool isPaused = m_tour.state() == TourRunner::State::Paused;
    const QString words[] = {tr("Previous"), isPaused ? tr("Go on") : tr("Pause"), tr("Next"),
                             tr("Stop tour")};
    const char *const icons[] = {"left", isPaused ? "play" : "pause", "right", "stop"};
    const QColor color = m_context.theme.color(kit::Theme::Color::Text2);
    for (int i = 0; i < m_buttons.size(); ++i) {
        QToolButton *button = m_buttons.at(i);
        const QString keys =
            m_context.actions.shortcut(button->objectName()).toString(QKeySequence::NativeText);
        button->setText(words[i]);
        button->setAccessibleName(words[i]);
        button->setToolTip(keys.isEmpty() ? words[i] : QStringLiteral("%1 (%2)").arg(words[i], keys));
        button->setIcon(kit::themedIcon(QLatin1String(icons[i]), color));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    setVisible(m_tour.state() != TourRunner::State::Stopped);
}

void TourBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange) {
        retranslate();
        m_text->clear();
        refresh();
    }
}

} // namespace opsdeck::dvr
