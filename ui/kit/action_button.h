// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_registry.h"
#include "ui/kit/theme.h"

#include <QPointer>
#include <QToolButton>

#include <functional>

class QAction;

namespace opsdeck::kit {

/// A flat button that does an action of the registry. Whether it can be pressed or is pressed, its tooltip (with the key,
/// and why it cannot be done now) and its words follow the action; its icon follows the theme. Without the action it does
/// nothing. GUI thread.
class ActionButton final : public QToolButton
{
    Q_OBJECT
public:
    using Text = std::function<QString()>;

    /// @param actions, @param theme must outlive the button. @param icon names one of ours.
    ActionButton(ActionRegistry &actions, const Theme &theme, const QString &actionId, const QString &icon,
                 QWidget *parent = nullptr);

    const QString &actionId() const { return m_id; }
    /// Other words than the action's own, shorter or of what a press would do now; asked again by `refresh`. A button
    /// with such words shows no pressed state.
    void setWords(Text words);
    /// An icon that changes with what the button would do; asked again by `refresh`.
    void setIconName(Text icon);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();

    ActionRegistry &m_actions;
    const Theme &m_theme;
    const QString m_id;
    Text m_words;
    Text m_icon;
    QPointer<QAction> m_action;
};

} // namespace opsdeck::kit
