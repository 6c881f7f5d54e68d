// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace opsdeck::kit {

/// Makes Enter press the button that has the focus, in every window and on every desktop. Without it a dialog's default
/// button would be pressed instead, though another one shows the focus. Check boxes leave Enter to the dialog; a button
/// that wants the key itself has the property `kTakesKeys`. One for the application. GUI thread.
class EnterPresses final : public QObject
{
    Q_OBJECT
public:
    static constexpr const char *kTakesKeys = "takesKeys";

    explicit EnterPresses(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace opsdeck::kit
