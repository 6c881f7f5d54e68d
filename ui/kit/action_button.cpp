// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/action_button.h"

#include "ui/kit/icon.h"

#include <QAction>
#include <QEvent>

namespace opsdeck::kit {

ActionButton::ActionButton(ActionRegistry &actions, const Theme &theme, const QString &actionId,
                           const QString &icon, QWidget *parent)
    : QToolButton(parent)
    , m_actions(actions)
    , m_theme(theme)
    , m_id(actionId)
    , m_icon([icon] { return icon; })
{
    setObjectName(actionId);
    setProperty("isChoice", true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // By hand: with a default action the words would be the action's.
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
        refresh();
    });
    connect(&m_actions, &ActionRegistry::added, this, [this](const QAction *action) {
        if (action->objectName() == m_id)
            follow();
    });
    follow();
}

void ActionButton::follow()
{
    if (m_action)
        m_action->disconnect(this);
    m_action = m_actions.action(m_id);
    if (m_action)
        connect(m_action, &QAction::changed, this, &ActionButton::refresh);
    refresh();
}

void ActionButton::setWords(Text words)
{
    m_words = std::move(words);
    refresh();
}

void ActionButton::setIconName(Text icon)
{
    m_icon = std::move(icon);
    refresh();
}

void ActionButton::refresh()
{
    const QString words = m_words ? m_words() : m_actions.text(m_id);
    setText(QString(words).replace(QLatin1Char('&'), QLatin1String("&&")));
    setAccessibleName(words);
    setIcon(themedIcon(m_icon(), m_theme.color(Theme::Color::Text2)));
    setEnabled(m_action && m_action->isEnabled());
    setCheckable(!m_words && m_action && m_action->isCheckable());
    setChecked(m_action && m_action->isChecked());
    setToolTip(m_action ? m_action->toolTip() : QString());
}

void ActionButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        refresh();
        break;
    default:
        break;
    }
}

} // namespace opsdeck::kit
