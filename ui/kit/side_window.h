// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/action_registry.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace opsdeck::kit {

/// A further window of the program with one thing in it, mostly for another monitor. It does not keep the program running;
/// full screen is its own, by the same key as the main window's. GUI thread.
class SideWindow : public QWidget
{
    Q_OBJECT
public:
    static constexpr QSize kSmallest{400, 260};

    /// @param actions must outlive this window.
    explicit SideWindow(ActionRegistry &actions);

    void toggleFullScreen();

    /// Where such a window is at first: nothing when there is no other monitor than that of `beside` (null: of any).
    /// @param usual its size where there is room.
    static std::optional<QRect> placeOnAnotherMonitor(const QWidget *beside, QSize usual);

protected:
    /// The only widget in it, which it owns from now on. Once.
    void setContent(QWidget &content);
    /// The keys of these actions work here, too, also of those that come later. Full screen is never asked for.
    void follow(std::function<bool(const QString &actionId)> isWanted);
    void keyPressEvent(QKeyEvent *event) override;

private:
    ActionRegistry &m_actions;
};

} // namespace opsdeck::kit
